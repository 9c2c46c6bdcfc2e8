"""What an address may hold; anything else is no page (404) and never reaches the database."""

from tracker.filters.translations import KINDS as TRANSLATED
from tracker.filters.workspace import KINDS
from tracker.models import REFERENCE
from tracker.models.wording import LANGUAGES


class ReferenceConverter:
    """`R-0457`, or `D-7KQ2MPXA` before it is published."""

    regex = r"(?:R-[0-9]{4,12}|D-[0-9A-Z]{4,12})"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class KeyConverter(ReferenceConverter):
    """The key, slug or reference of a record that needs approval."""

    regex = r"[-a-zA-Z0-9_]{1,80}"


class KindConverter(ReferenceConverter):
    """A kind of record that needs approval."""

    regex = "|".join(KINDS)


class TranslatedConverter(ReferenceConverter):
    """A kind of record that is translated."""

    regex = "|".join(TRANSLATED)


class LanguageConverter(ReferenceConverter):
    """A language of the site that records are translated into."""

    regex = "|".join(LANGUAGES)


class NounConverter(ReferenceConverter):
    """A noun of the reference data."""

    regex = "|".join(noun.name for noun in REFERENCE)


class RowConverter(ReferenceConverter):
    """What names a row of reference data: `cat`, `cat/3-1`, or a State’s own word at its end."""

    regex = r"[^\x00-\x1f\x7f]{1,200}"


class NameConverter(ReferenceConverter):
    """What names a record of any noun: `R-0457`, `upr-4`, `cat.33(1)` for an article."""

    regex = r"[^/\x00-\x1f]{1,160}"
