from __future__ import annotations

from django import forms

from tracker.actions.notes import write_note
from tracker.models import Recommendation, User

from .base import LONGEST, ActionForm
from .fields import LinesField


class NoteForm(ActionForm):
    """A remark for colleagues beside a recommendation."""

    text = LinesField(
        label="Note for staff",
        max_length=LONGEST,
        help_text="No reader of the public pages sees it. No private person’s name.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write the note first."},
    )

    def write(self, recommendation: Recommendation, *, by: User) -> bool:
        return self.apply(write_note, recommendation=recommendation, by=by)
