"""What has been committed since a process last looked, from the log that triggers write."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tracker.models import Relation
from tracker.models.changes import Change

_NOW = (
    "pg_current_snapshot()::text AS snapshot,"
    " pg_current_xact_id_if_assigned() IS NOT NULL AS is_ours"
)


@dataclass(frozen=True)
class Version:
    """
    A state of the data: what was committed (`snapshot`), and as numbers that only grow.

    `is_ours`: the transaction that asked may have written to it, and may still take it back.
    """

    snapshot: str
    last: int
    count: int
    is_ours: bool


@dataclass(frozen=True)
class Since:
    """What changed: these recommendations, or everything; the version may move without either."""

    version: Version
    everything: bool
    recommendations: list[int]


def version_now() -> Version:
    """The version of everything that is committed."""
    row: Any
    (row,) = Change.objects.raw(
        f"SELECT coalesce(max(id), 0) AS id, count(*) AS count, {_NOW}"  # noqa: S608
        " FROM tracker_change"
    )
    return Version(row.snapshot, row.pk, row.count, row.is_ours)


def since(seen: Version) -> Since:
    """What was committed after `seen`, in whatever order the writers finished."""
    row: Any
    (row,) = Change.objects.raw(
        f"""
        SELECT coalesce(max(id), 0) AS id, count(*) AS count, {_NOW},
               coalesce(bool_or(is_indexed AND recommendation_id IS NULL), false) AS everything,
               array_agg(DISTINCT recommendation_id) FILTER (WHERE is_indexed) AS changed
        FROM tracker_change
        WHERE xid >= pg_snapshot_xmin(%(seen)s::pg_snapshot)
          AND NOT pg_visible_in_snapshot(xid, %(seen)s::pg_snapshot)
        """,  # noqa: S608
        {"seen": seen.snapshot},
    )
    last, count = max(seen.last, row.pk), seen.count + row.count
    version = Version(row.snapshot, last, count, row.is_ours)
    return Since(version, row.everything, list(row.changed or []))


def neighbours(pks: list[int]) -> Iterable[int]:
    """
    Recommendations related to these, whose place may change with them.

    An item stands back for its limbs once one is public; an ask is taken up once a public one does.
    """
    for mine, other in (("from", "to"), ("to", "from")):
        rows = Relation.objects.filter(**{f"{mine}_recommendation__in": pks})
        yield from rows.values_list(f"{other}_recommendation", flat=True)
