"""What has been committed since a process last looked, from the log that triggers write."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.lib.reading import fetched
from tracker.models import Relation

_NOW = "pg_current_snapshot()::text, pg_current_xact_id_if_assigned() IS NOT NULL"


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
    ((last, count, snapshot, is_ours),) = fetched(
        f"SELECT coalesce(max(id), 0), count(*), {_NOW} FROM tracker_change"  # noqa: S608
    )
    return Version(snapshot, last, count, is_ours)


def since(seen: Version) -> Since:
    """What was committed after `seen`, in whatever order the writers finished."""
    ((last, fresh, snapshot, is_ours, everything, changed),) = fetched(
        f"""
        SELECT coalesce(max(id), 0), count(*), {_NOW},
               coalesce(bool_or(is_indexed AND recommendation_id IS NULL), false),
               array_agg(DISTINCT recommendation_id) FILTER (WHERE is_indexed)
        FROM tracker_change
        WHERE xid >= pg_snapshot_xmin(%s::pg_snapshot)
          AND NOT pg_visible_in_snapshot(xid, %s::pg_snapshot)
        """,  # noqa: S608
        [seen.snapshot, seen.snapshot],
    )
    version = Version(snapshot, max(seen.last, last), seen.count + fresh, is_ours)
    return Since(version, everything, list(changed or []))


def neighbours(pks: list[int]) -> Iterable[int]:
    """
    Recommendations related to these, whose place may change with them.

    An item stands back for its limbs once one is public; an ask is taken up once a public one does.
    """
    for mine, other in (("from", "to"), ("to", "from")):
        rows = Relation.objects.filter(**{f"{mine}_recommendation__in": pks})
        yield from rows.values_list(f"{other}_recommendation", flat=True)
