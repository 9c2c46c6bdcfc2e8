"""Notes for everyone beside a recommendation: public with it, or as a change of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tracker.models import Amendment, Note, Recommendation, State, User
from tracker.permissions import Permission

from .amendments import propose
from .base import Conflict, action
from .locks import held_now
from .notes import check_notes
from .recommendations import change_draft


@action(Permission.RECORD)
def propose_note(
    *,
    recommendation: Recommendation,
    values: Mapping[str, Any] | None,
    note: Note | None = None,
    expected: str = "",
    reason: str = "",
    seen_change: str = "",
    by: User,
) -> Recommendation | Amendment:
    """
    Write a note for everyone, or correct one; without `values`, take it out.

    Beside a draft it is written at once, and who approves the draft has read it: one in review goes
    back to draft. Beside what is public it is a change that needs a `reason` and waits for a second
    person, as in `edit_recommendation`. `expected` is the `note_mark` of what was read: Conflict if
    the note is another by now. Raises ValidationError, keyed by field.
    """
    recommendation = held_now(recommendation)
    if recommendation.state == State.WITHDRAWN:
        raise Conflict("This recommendation is withdrawn.", recommendation)
    said = {"gone": True} if values is None else dict(values)
    entries = [{"key": note.key if note else "", "before": expected} | said]
    check_notes(recommendation, entries)
    if not recommendation.is_published:
        return change_draft(recommendation, {"notes": entries})
    return propose(
        recommendation, {"notes": entries}, reason=reason, seen_change=seen_change, by=by
    )
