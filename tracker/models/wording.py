"""What rows say in the languages of the site beside English, and how a page gets to say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Value
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Coalesce
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

ENGLISH = "en"
LANGUAGES = {"ko": _("Korean"), "zh-hans": _("Chinese (simplified)")}

if TYPE_CHECKING:  # Django lets fields be subscripted for mypy only
    Json = models.JSONField[Any, Any]
else:
    Json = models.JSONField


class _InLanguage(DeferredAttribute):
    """
    A field that is read in the language of the page, and in English where nothing is said in it.

    What is set, and so what is saved, is the English: actions run in English.
    """

    field: models.Field

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        if instance is None:
            return self
        name = self.field.attname
        said = said_in(instance, name, get_language())
        if said:
            return said
        if name in instance.__dict__:
            return instance.__dict__[name]
        with override(ENGLISH):  # or what is read into the field would be the translation
            return super().__get__(instance, cls)

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class TranslationsField(Json):
    """
    What some fields of a row say in other languages: `{"ko": {"name": "고문방지협약"}}`.

    `TranslationsField("name", "title")` stands below the fields that it names, which from then on
    are read in the language of the page. The database holds to their names and the languages.
    """

    description = "What fields of a row say in other languages"

    def __init__(self, *words: str, **kwargs: Any) -> None:
        self.words = words
        nothing = Value({}, models.JSONField())  # for rows written past the application
        kwargs.update(default=dict, db_default=nothing, blank=True)
        super().__init__(**kwargs)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, path, _words, kwargs = super().deconstruct()
        del kwargs["default"], kwargs["db_default"], kwargs["blank"]
        return name, path, list(self.words), kwargs

    def contribute_to_class(self, cls: Any, name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only=private_only)
        for field in cls._meta.local_fields:
            if field.name in self.words:
                setattr(cls, field.attname, _InLanguage(field))

    def db_check(self, connection: Any) -> str:
        column = connection.ops.quote_name(self.column)
        of_any = f"{column} - {_texts(LANGUAGES)} = '{{}}'::jsonb"
        of_each = (
            f"coalesce({column} -> '{language}', '{{}}') - {_texts(self.words)} = '{{}}'::jsonb"
            for language in LANGUAGES
        )
        return " AND ".join([of_any, *of_each])

    def validate(self, value: Any, model_instance: Any) -> None:
        """Raises ValidationError for what is not words of a field in a language, or too long."""
        super().validate(value, model_instance)
        if faults := [*self._faults(value, type(model_instance))]:
            raise ValidationError(faults)

    def _faults(self, value: Any, model: type[models.Model]) -> Iterator[str]:
        if not isinstance(value, dict):
            yield "Write names of languages, and below each what fields say in it."
            return
        for language, said in value.items():
            if language not in LANGUAGES or not isinstance(said, dict):
                yield f"“{language}” is not a language with words: {', '.join(LANGUAGES)}."
                continue
            for name, words in said.items():
                yield from self._wrong(name, words, model)

    def _wrong(self, name: str, words: Any, model: type[models.Model]) -> Iterator[str]:
        if name not in self.words:
            yield f"“{name}” is not translated here: {', '.join(self.words)}."
        elif not isinstance(words, str) or not words.strip():
            yield f"“{name}” needs words; leave it out where there are none."
        else:
            longest = getattr(model._meta.get_field(name), "max_length", None)
            if longest and len(words) > longest:
                yield f"“{name}” has {len(words)} characters; {longest} are the most."


def _texts(names: Any) -> str:
    return f"'{{{','.join(names)}}}'::text[]"


def said_in(row: Any, name: str, language: str | None) -> str:
    """What a field of a row says in a language; "" if nothing, or in English."""
    if language not in LANGUAGES:
        return ""
    said: Mapping[str, Mapping[str, str]] = row.translations
    return said.get(language, {}).get(name, "")


def in_english(row: Any, name: str) -> str:
    """What a field of a row says itself, whatever the language of the page."""
    with override(ENGLISH):
        return str(getattr(row, name))


def lang_of(row: Any, name: str = "") -> str:
    """
    The language of what a page reads in a field, or calls the row by; "" if it is the page's.

    What is not translated, like the title of a document, is in the language of its row.
    """
    language = get_language()
    if not hasattr(row, "translations"):
        own = str(getattr(row, "language", ""))
        return own if own.lower() != language else ""
    words: Any = row._meta.get_field("translations")
    is_another = language in LANGUAGES and not said_in(row, name or words.words[0], language)
    return ENGLISH if is_another else ""


def worded(name: str) -> Any:
    """In a query: what a field says in the language of the page, else in English."""
    language = get_language()
    if language not in LANGUAGES:
        return F(name)
    *through, own = name.split("__")
    said = KeyTransform(language, "__".join([*through, "translations"]))
    return Coalesce(KeyTextTransform(own, said), F(name), output_field=models.TextField())
