"""Within another action: answers of a document entered, taken back and entered again together."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from tracker.models import REPLACED, BatchEntry, Response, State, User

SUBSTANCE = [
    "position", "category_as_stated", "words", "locator",
    "responded_on", "language", "words_kind", "certainty",
]  # fmt: skip
_KEPT = [
    "recommendation", "document", "cycle", "recorded_by", "supersedes", *SUBSTANCE,
    "supersedes_reason", "returned_reason",
]  # fmt: skip


def put_in_place(found: Sequence[tuple[Response, Response | None]], by: User) -> None:
    """Within another action: enter each answer; a draft that stood there before makes room."""
    drafts = [before for _, before in found if before and not before.is_published]
    withdraw_answers(drafts, REPLACED, by)
    Response.objects.bulk_create([answer for answer, _ in found])


def touched(written: Response, now: Response | None) -> str:
    """What has happened to an answer since it was written; "" if nothing."""
    if now is None:
        return "The answer was withdrawn since."
    if now.pk != written.pk:
        return f"{now.recorded_by} has changed the answer since."
    if now.state == State.IN_REVIEW:
        return "The answer was sent for approval since."
    if now.is_published:
        return "The answer was published since."
    return "The answer was sent and returned since." if now.returned_reason else ""


def bring_back(drafts: Sequence[Response]) -> None:
    """
    Within another action: enter drafts again.

    An earlier batch that wrote one has then written what stands for it.
    """
    rows = Response.objects.bulk_create([_again(before) for before in drafts])
    again = dict(zip([before.pk for before in drafts], rows, strict=True))
    earlier = list(BatchEntry.objects.filter(written__in=again, batch__undone_at=None))
    for entry in earlier:
        entry.written = again[entry.written_id]
    BatchEntry.objects.bulk_update(earlier, ["written"])


def _again(before: Response) -> Response:
    """A draft that a batch replaced, as a new row: what is withdrawn never comes back itself."""
    fields = [Response._meta.get_field(name).attname for name in _KEPT]  # type: ignore[union-attr]
    row = Response(**{name: getattr(before, name) for name in fields})
    if before.submitted_at:
        row.state = State.IN_REVIEW
        row.submitted_at, row.submitted_by_id = before.submitted_at, before.submitted_by_id
    return row


def withdraw_answers(rows: Sequence[Response], reason: str, by: User) -> None:
    """Within another action: take answers back, with a reason."""
    Response.objects.filter(pk__in=[row.pk for row in rows]).update(
        state=State.WITHDRAWN,
        withdrawn_at=timezone.now(),
        withdrawn_by=by,
        withdrawn_reason=reason,
    )
