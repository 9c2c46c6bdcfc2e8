"""What the themes and groups of a file are called here, a line for each."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from tracker.lib.folding import fold
from tracker.models import AffectedGroup, Theme

from .fields import ManyLinesField


class TermsMeantField(ManyLinesField):
    """
    Lines such as “Refugees & asylum seekers = asylum”: a word of the file, and a term of ours.

    Gives pairs of the word and the code; without a term the word is left out on purpose.
    """

    def __init__(self, *, model: type[Theme | AffectedGroup], **kwargs: Any) -> None:
        self.model, self._known = model, dict[str, str]()
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": 3}), **kwargs)

    def written(self, thing: Any) -> str:
        return " = ".join(thing) if isinstance(thing, tuple) else str(thing)

    def clean(self, value: Any) -> list[tuple[str, str]]:
        rows: list[Theme | AffectedGroup] = list(self.model._default_manager.all())
        self._known = {
            fold(word): row.code for row in rows for word in (*row.aliases, row.code, row.name)
        }
        return super().clean(value)

    def read(self, line: str) -> tuple[str, str]:
        word, is_said, term = (part.strip() for part in line.rpartition("="))
        if not is_said or not word:
            raise ValidationError(f"“{line[:60]}” has no “=” between the file’s word and ours.")
        code = self._known.get(fold(term), "")
        if term and not code:
            raise ValidationError(f"“{term[:60]}” is not among the terms here.")
        return word, code
