from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import cached_property

from tracker.actions.amendments import change_mark, returned_change
from tracker.actions.notes import PUBLIC, note_mark, write_note
from tracker.actions.public_notes import propose_note
from tracker.actions.records import to_plain
from tracker.models import Amendment, Note, Recommendation, State, User

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

    It starts from a note that was returned to its author, if there is one. After a Conflict `over`
    comes back with the marks of the version that the person has seen beside their own.
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
    over = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

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
        if over := given.pop("over"):
            given["expected"], _, given["seen_change"] = over.partition(" ")
        values = {name: given.pop(name) for name in PUBLIC}
        values["sources"] = sorted(document.slug for document in values["sources"])
        return given | {"values": None if self.takes_out else values}

    def propose(self, *, by: User) -> bool:
        return self.apply(propose_note, recommendation=self.recommendation, note=self.note, by=by)

    @property
    def is_of_a_change(self) -> bool:
        """Whether a colleague's returned change, rather than the note, stands against this."""
        return self.conflict is not None and isinstance(self.conflict.current, Amendment)

    @cached_property
    def note_now(self) -> Note | None:
        """The note as a colleague has left it; None if it stands beside this record no more."""
        if self.note is None or self.recommendation.state == State.WITHDRAWN:
            return None
        rows = Note.objects.public().filter(subjects__recommendation=self.recommendation)
        return rows.filter(pk=self.note.pk).first()

    @property
    def mark_now(self) -> str:
        """The marks of the version that is shown, "" if there is none to save over."""
        given = self.arguments()
        if self.conflict and isinstance(change := self.conflict.current, Amendment):
            return f"{given['expected']} {change_mark(change)}"
        return f"{note_mark(self.note_now)} {given['seen_change']}" if self.note_now else ""

    @property
    def versions(self) -> list[tuple[str, Any, Any]]:
        """Each field: its label, what the colleague's version says, and what was typed."""
        theirs: dict[str, Any] = to_plain(self.note_now, PUBLIC) if self.note_now else {}
        if self.conflict and isinstance(change := self.conflict.current, Amendment):
            theirs |= _proposed(change, self.note)
            theirs = {} if "gone" in theirs else theirs
        found = []
        for name in PUBLIC:
            said = self.fields[name].prepare_value(theirs.get(name, ""))
            typed = "" if self.takes_out else self[name].value()
            kinds = dict(Note.Kind.choices) if name == "kind" else {}
            found.append((str(self[name].label), kinds.get(said, said), kinds.get(typed, typed)))
        return found


def _first(recommendation: Recommendation, note: Note | None) -> dict[str, Any]:
    """What a note says by now, or what of it was returned to its author."""
    now = to_plain(note, PUBLIC) if note else {}
    now |= {"expected": note_mark(note)} if note else {}
    returned = returned_change(recommendation) if recommendation.is_published else None
    if returned is None:
        return now
    proposed = _proposed(returned, note)
    if not proposed:
        return now
    now |= {"reason": returned.reason, "seen_change": change_mark(returned)}
    return now | proposed | {"expected": proposed["before"]}  # of what its author had read


def _proposed(change: Amendment, note: Note | None) -> dict[str, Any]:
    """What a change says of one note, or of a new one; nothing if it is of others."""
    key = note.key if note else ""
    return next((dict(n) for n in change.changes.get("notes", []) if n["key"] == key), {})
