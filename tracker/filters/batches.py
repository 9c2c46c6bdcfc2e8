"""What was logged at once, and what stood there before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from tracker.models import (
    Batch,
    BatchEntry,
    Document,
    Recommendation,
    Response,
    ReviewCycle,
    User,
)

from .faces import Line, field_words, label_of


def batches_in(cycle: ReviewCycle, document: Document) -> QuerySet[Batch]:
    """The batches of a table, the newest first: how many `rows`, how many an undo has `left`."""
    rows = Batch.objects.filter(cycle=cycle, document=document)
    rows = rows.select_related("recorded_by", "undone_by", "cycle", "document")
    left = Count("entries", filter=~Q(entries__left_because=""))
    return rows.annotate(rows=Count("entries"), left=left).order_by("-pk")


def last_batch_of(user: User) -> Batch | None:
    """What a person recorded at once last and has not undone; None if there is nothing."""
    rows = Batch.objects.filter(recorded_by=user, undone_at=None).select_related(
        "cycle", "document"
    )
    return rows.order_by("-pk").first()


def changed_lines(old: Response | None, new: Response, names: Sequence[str]) -> list[Line]:
    """The named fields in which two answers differ, in words."""
    found = [
        Line(
            label_of(Response, name),
            _words(new, name),
            _words(old, name) if old else "",
            new.language if name == "words" else "",
        )
        for name in names
    ]
    return [line for line in found if line.changed]


def _words(answer: Response, name: str) -> str:
    return field_words(answer, Response._meta.get_field(name))


@dataclass(frozen=True)
class Past:
    """One row of a batch: what it wrote, what of it was new, and what became of it."""

    recommendation: Recommendation
    entry: BatchEntry
    lines: list[Line]


def rows_of(batch: Batch, names: Sequence[str], *, of_new: Sequence[str]) -> list[Past]:
    """Each row of a batch with those of its fields that it changed, or `of_new` if it was new."""
    rows = batch.entries.select_related("written__recommendation", "before__recorded_by")
    rows = rows.defer("written__recommendation__search_vector")
    return [
        Past(
            entry.written.recommendation,
            entry,
            changed_lines(entry.before, entry.written, names if entry.before else of_new),
        )
        for entry in rows
    ]
