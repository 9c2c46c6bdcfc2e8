from __future__ import annotations

from typing import Any

from tracker.filters.faces import Line, lines_of
from tracker.models import Response, User

from .base import NOTHING
from .responses import ResponseForm, response_form


class Correction:
    """One answer of China on a page of its own: changed while a draft, corrected once published."""

    def __init__(self, answer: Response, data: Any = None) -> None:
        self.answer = answer
        self.form: ResponseForm = response_form(
            answer.recommendation, answer.document, answer, shared={}, data=data
        )

    def save(self, *, by: User) -> bool:
        """Record it in place of the one that was read; False keeps what was typed in the form."""
        if not self.form.is_bound or not self.form.is_valid():
            return False
        if self.form.is_unchanged:
            self.form.add_error(None, "Nothing was changed.")
            return False
        answer = self.answer
        asked, document = answer.recommendation, answer.document
        cycle: Any = answer.cycle  # or none: an answer given outside any review stays so
        return self.form.record(recommendation=asked, document=document, cycle=cycle, by=by)

    @property
    def theirs(self) -> list[Line]:
        """After a conflict: what stands there by now."""
        current = self.form.conflict and self.form.conflict.current
        return lines_of(current) if current else []

    @property
    def over(self) -> str:
        """After a conflict: what a person agrees to replace."""
        current = self.form.conflict and self.form.conflict.current
        return current.key if current else NOTHING
