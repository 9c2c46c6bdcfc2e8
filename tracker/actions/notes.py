from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError

from tracker.models import Note, NoteSubject, Recommendation, User
from tracker.permissions import Permission

from .base import Conflict, action
from .locks import held
from .records import Finder, assign, fingerprint

PUBLIC = ["kind", "text", "locator", "sources"]


@action(Permission.RECORD)
def write_note(*, recommendation: Recommendation, text: str, by: User) -> Note:
    """
    Put a remark for staff beside a recommendation; no reader ever sees it.

    The same words a second time, as after a lost connection, are the same note. Raises
    ValidationError, keyed by field, if it is blank.
    """
    return put_note(recommendation=recommendation, text=text)


def put_note(*, recommendation: Recommendation, text: str) -> Note:
    """Within another action: what `write_note` does."""
    staff = Note.objects.filter(audience=Note.Audience.STAFF, text=text.strip())
    if same := staff.filter(subjects__recommendation=recommendation).first():
        return same
    note = Note(audience=Note.Audience.STAFF, kind=Note.Kind.REMARK, text=text.strip())
    note.full_clean()
    note.save()
    _put_beside(note, recommendation)
    return note


def note_mark(note: Note) -> str:
    """Names the version of a note."""
    return fingerprint(note, PUBLIC)


def check_notes(recommendation: Recommendation, entries: Sequence[Mapping[str, Any]]) -> None:
    """Within another action: refuse what `write_notes` would refuse, and write nothing."""
    for entry in entries:
        if entry["key"]:
            _found(recommendation, entry)
        if "gone" not in entry:
            _filled(Note(), entry, Finder())


def write_notes(
    recommendation: Recommendation, entries: Sequence[Mapping[str, Any]], finder: Finder
) -> None:
    """
    Within another action: write, correct or take out notes for everyone beside a recommendation.

    An entry has the fields of a note, or says that it is `gone`; of one that is there already it
    has the `key`, and in `before` the `note_mark` that was read: Conflict if it is another by now.
    """
    for entry in entries:
        note = _found(recommendation, entry) if entry["key"] else Note()
        if "gone" in entry:
            _take_out(note, recommendation)
            continue
        is_new = note.pk is None
        sources = _filled(note, entry, finder)
        note.save()
        note.sources.set(sources)
        if is_new:
            _put_beside(note, recommendation)


def _found(recommendation: Recommendation, entry: Mapping[str, Any]) -> Note:
    rows = Note.objects.public().filter(key=entry["key"], subjects__recommendation=recommendation)
    note = held(rows).first()
    if note is None or note_mark(note) != entry["before"]:
        raise Conflict("Somebody changed this note meanwhile, or took it out.", recommendation)
    if not recommendation.approved_at and note.subjects.count() > 1:
        raise ValidationError("This note stands beside other records too: change it there.")
    return note


def _take_out(note: Note, recommendation: Recommendation) -> None:
    """From beside this record alone; a note that stands beside no other is deleted."""
    others = note.subjects.exclude(recommendation=recommendation)
    if others.exists():
        note.subjects.filter(recommendation=recommendation).delete()
    else:
        note.delete()


def _filled(note: Note, entry: Mapping[str, Any], finder: Finder) -> list[Any]:
    """Set the fields of a note, and check them; gives its sources, to be set once it is saved."""
    links = assign(note, {name: entry[name] for name in PUBLIC}, finder)
    note.full_clean()
    return links["sources"]


def _put_beside(note: Note, recommendation: Recommendation) -> None:
    subject = NoteSubject(note=note, recommendation=recommendation)
    subject.full_clean()
    subject.save()
