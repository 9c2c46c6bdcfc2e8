"""Fields that read what a person writes: a symbol, an article, references."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from tracker.filters.articles import ArticleNames
from tracker.filters.organisation_names import OrganisationNames
from tracker.models import Article, Document, Organisation, Recommendation, State

UNKNOWN_ADDRESS = "unknown-address"
_SEPARATORS = re.compile(r"[\s,;]+")


class LinesField(forms.CharField):
    """Text of several lines; a browser's line ends are not a change."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


class KeyChoiceField(forms.ModelChoiceField):
    """A record chosen by its natural key, never by a database id."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(_without_nul(value, str(self.error_messages["invalid_choice"])))


class KeysChoiceField(forms.ModelMultipleChoiceField):
    """Several records chosen by their natural keys."""

    def clean(self, value: Any) -> Any:
        for key in value or []:
            _without_nul(key, "One of the choices is not known.")
        return super().clean(value)


def _without_nul(value: Any, message: str) -> Any:
    if isinstance(value, str) and "\0" in value:
        raise ValidationError(message % {"value": ""} if "%" in message else message)
    return value


class DocumentField(forms.CharField):
    """A document, written as its symbol or its short name: `A/HRC/56/6/Add.1`."""

    default_error_messages = {"required": "Name the source document by its symbol or short name."}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault(
            "help_text", "Its symbol, such as A/HRC/56/6, its short name here or its https address."
        )
        super().__init__(**kwargs)
        self.widget.attrs.update({"list": "known-documents", "autocomplete": "off"})

    def prepare_value(self, value: Any) -> Any:
        return (value.symbol or value.slug) if isinstance(value, Document) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(self.prepare_value(value))
        if not text:
            return None
        if text.lower().startswith("http"):
            return self._at(text)
        found = Document.objects.filter(Q(symbol__iexact=text) | Q(slug__iexact=text)).first()
        if found is None:
            raise ValidationError(
                f"There is no document “{text}”. Choose one from the list, by its symbol "
                "or its short name."
            )
        return found

    def _at(self, address: str) -> Document:
        """The document at an address, which has to be one that a reader may safely follow."""
        if not address.lower().startswith("https://"):
            raise ValidationError(
                "Only https addresses are taken. Write it from https:// on, or write the "
                "document’s symbol."
            )
        found = Document.objects.filter(Q(url=address) | Q(archived_url=address)).first()
        if found is None:
            raise ValidationError(
                "No document here has this address. Enter the document first, then write its "
                "symbol or short name.",
                code=UNKNOWN_ADDRESS,
            )
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


def _lines_of(text: str) -> list[str]:
    """The lines that hold something, each once."""
    return list(dict.fromkeys(line for row in text.splitlines() if (line := " ".join(row.split()))))


class ManyLinesField(forms.CharField):
    """Several things, one in each line; a subclass says how one is written and read."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 3}))
        super().__init__(**kwargs)

    def written(self, thing: Any) -> str:
        return str(thing)

    def read(self, line: str) -> Any:
        return line

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(map(self.written, value)) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[Any]:
        found, wrong = [], []
        for line in _lines_of(super().clean(self.prepare_value(value)) or ""):
            try:
                found.append(self.read(line))
            except ValidationError as error:
                wrong += error.messages
        if wrong:
            raise ValidationError(wrong)
        return list(dict.fromkeys(found))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


class TermsField(ManyLinesField):
    """Names that mean the same, none longer than its column."""

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        self.longest = longest
        super().__init__(**kwargs)

    def read(self, line: str) -> str:
        if len(line) > self.longest:
            raise ValidationError(f"“{line[:30]}…” has more than {self.longest} characters.")
        return line


class DocumentsField(ManyLinesField):
    """Documents by symbol or short name."""

    def written(self, thing: Any) -> str:
        return (thing.symbol or thing.slug) if isinstance(thing, Document) else str(thing)

    def read(self, line: str) -> Any:
        return DocumentField(required=False).clean(line)


def article_as_written(article: Article) -> str:
    """What ArticlesField reads as this article."""
    return f"{article.treaty.short_name} {article.number}".strip()


class ArticlesField(forms.CharField):
    """
    Articles as people write them: `CAT 3`, `ref 33(1)`, `palermo 7-9`, `CEDAW 6, 9; CRC 7`.

    Forms of one page set the same `names`, so that treaties and articles are read once.
    """

    names: ArticleNames | None = None

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        if not isinstance(self.widget, forms.Textarea):
            self.widget.attrs |= {"list": "known-articles", "data-articles": True}
            self.widget.attrs["autocomplete"] = "off"

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list):
            return "\n".join(map(article_as_written, value))
        return article_as_written(value) if isinstance(value, Article) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(self.prepare_value(value))
        if not text:
            return []
        try:
            return (self.names or ArticleNames()).read(text)
        except ValueError as error:
            raise ValidationError(str(error)) from None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


class ArticleField(ArticlesField):
    """One article; None if nothing is written."""

    def clean(self, value: Any) -> Any:
        found = super().clean(value)
        if len(found) > 1:
            raise ValidationError("Write one article here.")
        return found[0] if found else None


class OrganisationsField(forms.CharField):
    """
    Organisations as people write them, a semicolon between two: `Canada; Norway`, `HRW`.

    Fields of one page share their `names`, so that organisations are read once.
    """

    names: OrganisationNames | None = None

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs |= {"list": "known-organisations", "data-organisations": True}
        self.widget.attrs["autocomplete"] = "off"

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        slugs = [row for row in value if isinstance(row, str)]
        rows = Organisation.objects.filter(slug__in=slugs) if slugs else value
        known = {row.slug: row.name for row in rows}
        return "; ".join(known.get(getattr(row, "slug", row), str(row)) for row in value)

    def clean(self, value: Any) -> list[Organisation]:
        text = super().clean(self.prepare_value(value))
        try:
            return (self.names or OrganisationNames()).read(text)
        except ValueError as error:
            raise ValidationError(str(error)) from None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


class ReplyField(forms.TypedChoiceField):
    """Whether a reply is expected; None if the procedure of the review cycle decides."""

    def __init__(self, **kwargs: Any) -> None:
        choices = [("", "If the review cycle’s procedure does"), ("yes", "Yes"), ("no", "No")]
        super().__init__(
            choices=choices, coerce=lambda word: word == "yes", empty_value=None, **kwargs
        )

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no"}.get(value, value)


class SeenField(forms.CharField):
    """References of the similar records that a person was shown before they said “another ask”."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.HiddenInput, max_length=20_000, **kwargs)

    def clean(self, value: Any) -> set[str]:
        return set(str(super().clean(value)).split())


class ReferencesField(forms.CharField):
    """Recommendations by reference, several at once; each unknown one is named."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 2}))
        kwargs.setdefault("help_text", "For example R-0001, R-0017. Commas, spaces or new lines.")
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(r.reference for r in value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[Recommendation]:
        text = super().clean(value)
        wanted = list(dict.fromkeys(word.upper() for word in _SEPARATORS.split(text) if word))
        rows = Recommendation.objects.exclude(state=State.WITHDRAWN).filter(reference__in=wanted)
        found = {row.reference: row for row in rows.defer("search_vector")}
        unknown = [reference for reference in wanted if reference not in found]
        if unknown:
            raise ValidationError(
                [f"There is no recommendation “{reference}”." for reference in unknown]
            )
        return [found[reference] for reference in wanted]
