from __future__ import annotations

from typing import Any

from tracker.models import Document, Recommendation, Response, State, User
from tracker.permissions import Permission

from .base import Conflict, action
from .corrections import take_the_place_of
from .locks import hold
from .notes import put_note
from .records import by_hand


def current_response(recommendation: Recommendation, document: Document) -> Response | None:
    """The response taken from this document that no later entry has replaced."""
    rows = Response.objects.filter(recommendation=recommendation, document=document)
    return rows.exclude(state=State.WITHDRAWN).latest_first().order_by("-pk").first()


@action(Permission.RECORD)
def record_response(
    *,
    recommendation: Recommendation,
    document: Document,
    by: User,
    expected: str | None = None,
    takes_back: bool = True,
    reason: str = "",
    note: str = "",
    **substance: Any,
) -> Response:
    """
    Record what China answered to a recommendation, as one document gives it.

    Where that document's answer is recorded already, the new entry replaces it while it is a
    draft, and corrects it (then `reason` is needed) once it is published. `expected` is the key of
    the entry that the person saw, "" for none: Conflict if it is another one by now. So is one that
    a colleague has sent for approval, unless it `takes_back` that on purpose. A `note` is put
    beside the recommendation, for staff. Raises ValidationError, keyed by field, if the answer
    breaks a rule of Response.
    """
    hold([recommendation])
    current = current_response(recommendation, document)
    _must_have_seen(current, expected, by=None if takes_back else by)
    answer = by_hand(Response, substance)
    response = Response(recommendation=recommendation, document=document, **answer)
    response.recorded_by = by
    if current:
        take_the_place_of(current, response, reason=reason, by=by)
    response.full_clean(exclude={"key"})  # drawn at random, and the only one for the database
    response.save()
    if note.strip():
        put_note(recommendation=recommendation, text=note)
    return response


def _must_have_seen(current: Response | None, expected: str | None, *, by: User | None) -> None:
    """Conflict if another entry stands there; with `by`, also if it is a colleague's that waits."""
    if expected is not None and expected != (current.key if current else ""):
        raise Conflict("Somebody has recorded this answer meanwhile.", current)
    waits = current if current and current.state == State.IN_REVIEW else None
    if by and waits and by not in (waits.recorded_by, waits.submitted_by):
        raise Conflict("A colleague has sent this answer for approval.", current)
