"""Kinds of field that several models share."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from tracker.lib.partial_dates import PartialDate

if TYPE_CHECKING:  # Django lets fields be subscripted for mypy only
    from django.db.models.expressions import Combinable

    Text = models.CharField[str | Combinable, str]
    Date = models.CharField[Any, Any]
else:
    Text = Date = models.CharField


class PartialDateFormField(forms.CharField):
    """A line of text: 2023-05-12, 2023-05 or 2023."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault(
            "help_text", "For example 2024-07-04, or 2024-07 or 2024 if that is all that is known."
        )
        super().__init__(**{**kwargs, "max_length": None, "empty_value": None})
        self.widget.attrs.update({"placeholder": "YYYY-MM-DD", "autocomplete": "off", "size": 12})

    def to_python(self, value: Any) -> PartialDate | None:  # type: ignore[override]
        if isinstance(value, PartialDate):
            return value
        text = super().to_python(value)
        return _parsed(text) if text else None

    def prepare_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, PartialDate) else value


class PartialDateField(Date):
    """
    A PartialDate, kept as the text of its known part in a column that sorts by byte.

    Text order is then time order, so `__lte` with a day asks whether it has begun by then.
    """

    description = "A date of day, month or year precision"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.update(max_length=10, db_collation="C")
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"], kwargs["db_collation"]
        return name, path, args, kwargs

    def from_db_value(self, value: str | None, *_: Any) -> PartialDate | None:
        return _read(value) if value else None

    def to_python(self, value: Any) -> PartialDate | None:
        if value is None or value == "" or isinstance(value, PartialDate):
            return value or None
        return PartialDate.of(value) if isinstance(value, dt.date) else _parsed(str(value))

    def get_prep_value(self, value: Any) -> str | None:
        found = self.to_python(value)
        return None if found is None else str(found)

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.value_from_object(obj) or "")

    def run_validators(self, value: Any) -> None:
        """Nothing to add: a PartialDate that exists is valid."""

    def formfield(self, **kwargs: Any) -> Any:  # type: ignore[override]
        kwargs.pop("form_class", None)
        kwargs.pop("choices_form_class", None)
        defaults = {
            "required": not self.blank,
            "label": self.verbose_name,
            "help_text": self.help_text,
        }
        given = {name: value for name, value in (defaults | kwargs).items() if value != ""}
        return PartialDateFormField(**given)


class ChoiceField(Text):
    """A word from a fixed list, which the database holds to as well (a CHECK on the column)."""

    non_db_attrs = tuple(a for a in models.CharField.non_db_attrs if a != "choices")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 40)
        super().__init__(*args, **kwargs)

    def db_check(self, connection: Any) -> str:
        values = [*([""] if self.blank else []), *(str(value) for value, _ in self.flatchoices)]
        quoted = ", ".join(f"'{value}'" for value in dict.fromkeys(values))
        return f"{connection.ops.quote_name(self.column)} IN ({quoted})"


class LanguageField(ChoiceField):
    """The language a text is in, as a BCP 47 tag."""

    LANGUAGES = [
        ("en", _("English")),
        ("ko", _("Korean")),
        ("zh-Hans", _("Chinese (simplified)")),
        ("zh-Hant", _("Chinese (traditional)")),
        ("ja", _("Japanese")),
        ("fr", _("French")),
        ("es", _("Spanish")),
        ("de", _("German")),
        ("ru", _("Russian")),
        ("ar", _("Arabic")),
    ]

    WRITTEN = "The language that the words are written in here."

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.update(choices=self.LANGUAGES)
        kwargs.setdefault("default", "en")
        kwargs.setdefault("help_text", self.WRITTEN)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["choices"], kwargs["help_text"]
        return name, path, args, kwargs


class WebAddressField(models.URLField):
    """An address on the web; only `https` ones become links (a source may know no other)."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.update(max_length=500, blank=True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"], kwargs["blank"]
        return name, path, args, kwargs

    def formfield(self, **kwargs: Any) -> Any:  # type: ignore[override]
        return super().formfield(**{"assume_scheme": "https", **kwargs})


@lru_cache(maxsize=10_000)
def _read(text: str) -> PartialDate:
    """The dates of the columns: far fewer than rows."""
    return PartialDate.parse(text)


def _parsed(text: str) -> PartialDate:
    try:
        return PartialDate.parse(text)
    except ValueError as error:
        raise ValidationError(str(error), code="invalid") from None
