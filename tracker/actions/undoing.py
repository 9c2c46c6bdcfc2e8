"""Within another action: an import taken back, but for what somebody has touched since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from tracker.models import (
    Amendment,
    Import,
    Recommendation,
    Response,
    SourceKey,
    StagedRow,
    State,
    User,
)

from .additions import take_out_unused
from .answers import bring_back, withdraw_answers
from .changed_records import held_records
from .confirming import rows_of
from .recommendations import change_draft
from .row_values import Row, said
from .untouched import Since

Outcome = StagedRow.Outcome
_UNDONE = "Taken back with the import that it came in."
_OPEN = [State.DRAFT, State.IN_REVIEW]


def take_back(imported: Import, *, by: User) -> None:
    """
    Within another action: withdraw the drafts that an import wrote, and change others back.

    What was sent, published or changed since stays, and its row says why.
    """
    rows = rows_of(imported, is_written=True)
    records = held_records(rows)
    since = Since(rows, records)
    left: dict[int, str] = {}
    new: list[Row] = []
    others: list[Row] = []
    for row in rows:
        is_new = row.outcome in (Outcome.NEW, Outcome.DUPLICATE)
        why = since.of_new(row) if is_new else since.of_changed(row)
        why = why or ("" if is_new else _changed_back(row, records, by))
        if why:
            left[row.pk] = why
        else:
            (new if is_new else others).append(row)
    _withdraw([row.record_id for row in new], by)
    _withdraw_changes(others, by)
    _take_back_answers(new, others, since, by)
    _forget_keys(imported, new, others)
    _say(left)
    take_out_unused(imported, [row.record_id for row in new])


def _changed_back(row: Row, records: Mapping[int, Recommendation], by: User) -> str:
    """Give a draft its former values again; says why if that cannot be done."""
    if not row.undo.get("was"):
        return ""
    try:
        with transaction.atomic():
            change_draft(records[row.record_id or 0], row.undo["was"])
    except ValidationError as error:
        return f"It cannot be what it was: {said(error)}"[:300]
    return ""


def _withdraw(keys: Iterable[int | None], by: User) -> None:
    """An origin names what is in use: a later import may bring it again."""
    Recommendation.objects.filter(pk__in=list(keys)).update(origin="", **_withdrawn(by))


def _withdraw_changes(rows: Iterable[Row], by: User) -> None:
    proposed = [row.undo["amendment"] for row in rows if row.undo.get("amendment")]
    if proposed:
        changes = Amendment.objects.filter(pk__in=proposed, state__in=_OPEN)
        changes.update(**_withdrawn(by))


def _withdrawn(by: User) -> dict[str, object]:
    return {
        "state": State.WITHDRAWN, "withdrawn_at": timezone.now(), "withdrawn_by": by,
        "withdrawn_reason": _UNDONE,
    }  # fmt: skip


def _take_back_answers(new: Iterable[Row], others: Sequence[Row], since: Since, by: User) -> None:
    written = [answer for row in [*new, *others] if (answer := since.written(row))]
    withdraw_answers(written, _UNDONE, by)
    replaced = [row.undo["replaced"] for row in others if row.undo.get("replaced")]
    if replaced:
        bring_back(list(Response.objects.filter(pk__in=replaced).order_by("pk")))


def _forget_keys(imported: Import, new: Iterable[Row], others: Iterable[Row]) -> None:
    """What a source calls a record that is gone, or that only this import called so."""
    SourceKey.objects.filter(recommendation__in=[row.record_id for row in new]).delete()
    only = [row.key for row in others if row.outcome == Outcome.UNCHANGED or row.undo.get("key")]
    SourceKey.objects.filter(source=imported.source, key__in=only).delete()


def _say(left: Mapping[int, str]) -> None:
    rows = list(StagedRow.objects.filter(pk__in=left).only("pk"))
    for row in rows:
        row.left_because = left[row.pk]
    StagedRow.objects.bulk_update(rows, ["left_because"], batch_size=500)
