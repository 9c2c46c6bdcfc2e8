from __future__ import annotations

from tracker.models import Note, NoteSubject, Recommendation, User
from tracker.permissions import Permission

from .base import action


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
    subject = NoteSubject(note=note, recommendation=recommendation)
    subject.full_clean()
    subject.save()
    return note
