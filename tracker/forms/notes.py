from __future__ import annotations

from typing import Any

from django import forms

from tracker.actions.amendments import change_mark, returned_change
from tracker.actions.notes import note_mark, write_note
from tracker.actions.public_notes import propose_note
from tracker.actions.records import to_plain
from tracker.models import Note, Recommendation, User

from .base import LONGEST, ActionForm
from .fields import DocumentsField, LinesField

_MISSING = {"required": "Write the note first."}
_TEXT = forms.Textarea(attrs={"rows": 3})


class NoteForm(ActionForm):
    """A remark for colleagues beside a recommendation."""

    text = LinesField(
        label="Note for staff",
        max_length=LONGEST,
        help_text="No reader of the public pages sees it. No private person’s name.",
        widget=_TEXT,
        error_messages=_MISSING,
    )

    def write(self, recommendation: Recommendation, *, by: User) -> bool:
        return self.apply(write_note, recommendation=recommendation, by=by)


class PublicNoteForm(ActionForm):
    """
    A note for everyone beside a recommendation: a new one, or one that is corrected or taken out.

    It starts from a note that was returned to its author, if there is one.
    """

    kind = forms.ChoiceField(
        label="What it is about",
        choices=Note.Kind.choices,
        help_text="An error in one source, two that differ, a figure, or what was not found.",
    )
    text = LinesField(
        label="Note",
        max_length=LONGEST,
        widget=_TEXT,
        help_text="What sources get wrong or disagree about, in your own words. "
        "No private person’s name.",
        error_messages=_MISSING,
    )
    locator = forms.CharField(
        label="Where in its source",
        required=False,
        max_length=200,
        help_text="For example para. 12 or p. 4.",
    )
    sources = DocumentsField(
        label="Sources",
        required=False,
        help_text="Documents by symbol or short name, one in each line.",
    )
    reason = forms.CharField(
        label="Why",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="The record is public: a second person reads this before the note is.",
        error_messages={"required": "Say why the public should read this, or read it no more."},
    )
    expected = forms.CharField(required=False, widget=forms.HiddenInput)
    seen_change = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, *, recommendation: Recommendation, note: Note | None = None
    ) -> None:
        super().__init__(data, initial=_first(recommendation, note))
        self.recommendation, self.note = recommendation, note
        self.takes_out = note is not None and data is not None and "take_out" in data
        if self.takes_out:
            self.fields["text"].required = self.fields["kind"].required = False
        if not recommendation.is_published:
            del self.fields["reason"]

    def arguments(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        values = {name: given.pop(name) for name in ("kind", "text", "locator", "sources")}
        values["sources"] = sorted(document.slug for document in values["sources"])
        return given | {"values": None if self.takes_out else values}

    def propose(self, *, by: User) -> bool:
        return self.apply(propose_note, recommendation=self.recommendation, note=self.note, by=by)


def _first(recommendation: Recommendation, note: Note | None) -> dict[str, Any]:
    """What a note says by now, or what of it was returned to its author."""
    now = to_plain(note, ["kind", "text", "locator", "sources"]) if note else {}
    now |= {"expected": note_mark(note)} if note else {}
    returned = returned_change(recommendation) if recommendation.is_published else None
    if returned is None:
        return now
    proposed = [
        n for n in returned.changes.get("notes", []) if n["key"] == (note.key if note else "")
    ]
    now |= {"reason": returned.reason, "seen_change": change_mark(returned)} if proposed else {}
    return now | (proposed[0] if proposed else {})
