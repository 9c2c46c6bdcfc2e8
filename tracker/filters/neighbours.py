"""A row of an import among its neighbours, for who goes through them one by one."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from tracker.models import StagedRow


@dataclass(frozen=True)
class Neighbours:
    """The numbers of the rows before and after one, and how many there are; None for no such."""

    before: int | None
    after: int | None
    count: int


def staged_row(key: str) -> QuerySet[StagedRow]:
    """The rows of the import with this key, each with what it is compared with."""
    rows = StagedRow.objects.filter(imported__key=key)
    return rows.select_related("imported", "record").defer("record__search_vector")


def neighbours_of(row: StagedRow) -> Neighbours:
    rows = StagedRow.objects.filter(imported=row.imported_id)
    numbers = rows.values_list("number", flat=True)
    return Neighbours(
        before=numbers.filter(number__lt=row.number).order_by("-number").first(),
        after=numbers.filter(number__gt=row.number).order_by("number").first(),
        count=rows.count(),
    )
