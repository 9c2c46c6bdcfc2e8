"""What a form asks of the words of a row in the other languages of the site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.db import models

from tracker.models.wording import LANGUAGES, TranslationsField, said_in

from .base import LONGEST
from .fields import LinesField
from .records import RecordForm

FIELD = "translations"


class WordedForm(RecordForm):
    """A RecordForm that also asks what the fields of its model say in other languages."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop(FIELD, None)
        for name, word, language in self._places():
            self.fields[name] = self._asking(word, language)
            self.initial.setdefault(name, said_in(self.instance, word, language))

    def arguments(self) -> dict[str, Any]:
        """The words of each language under its name, without the empty ones."""
        given = super().arguments()
        if not self._said:
            return given
        said: dict[str, dict[str, str]] = {}
        for name, word, language in self._places():
            if words := given.pop(name):
                said.setdefault(language, {})[word] = words
        return given | {FIELD: said}

    @property
    def wording(self) -> list[tuple[str, list[Any]]]:
        """Each language by its name, with what is asked in it."""
        return [
            (str(called), [self[name] for name, _, of in self._places() if of == language])
            for language, called in LANGUAGES.items()
            if self._said
        ]

    @property
    def _said(self) -> tuple[str, ...]:
        model: Any = self._meta.model
        fields = (field for field in model._meta.fields if isinstance(field, TranslationsField))
        return next((field.words for field in fields), ())

    def _places(self) -> Iterator[tuple[str, str, str]]:
        for language in LANGUAGES:
            for word in self._said:
                yield f"{word}_{language.replace('-', '_')}", word, language

    def _asking(self, word: str, language: str) -> forms.Field:
        field: Any = self._meta.model._meta.get_field(word)
        label = (self._meta.labels or {}).get(word) or str(field.verbose_name)
        given: dict[str, Any] = {
            "label": f"{label[:1].upper()}{label[1:]} in {LANGUAGES[language]}",
            "required": False,
            "max_length": field.max_length or LONGEST,
        }
        if isinstance(field, models.TextField):
            widget = forms.Textarea(attrs={"rows": 3, "lang": language})
            return LinesField(widget=widget, **given)
        return forms.CharField(widget=forms.TextInput(attrs={"lang": language}), **given)
