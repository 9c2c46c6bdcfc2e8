"""The same demand across bodies and reviews: what repeats or takes up what, followed to the end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from tracker.lib.reading import fetched
from tracker.models import Organisation, Recommendation, Relation, State

from .recommendations import public_recommendations
from .relations import Comparison, Tie, between_public

MOST = 200  # steps of one lineage; the nearest ones, if there are more
CLOSEST = [closeness for closeness in Relation.Closeness if closeness]  # the closest first
FOLLOWED = {Relation.Kind.TAKES_UP: _("Takes up"), Relation.Kind.REPEATS: _("Repeats")}

# Breadth first, as PostgreSQL works on it: what LIMIT leaves out is farthest. UNION, not UNION ALL:
# a record that was reached is not followed again, so that a circle ends.
_REACHED = """
WITH RECURSIVE line (pk) AS (
    SELECT %(start)s::bigint
    UNION
    SELECT beside.pk
    FROM line
    CROSS JOIN LATERAL (
        SELECT to_recommendation_id AS pk FROM tracker_relation
        WHERE from_recommendation_id = line.pk AND kind = ANY(%(kinds)s)
        UNION ALL
        SELECT from_recommendation_id FROM tracker_relation
        WHERE to_recommendation_id = line.pk AND kind = ANY(%(kinds)s)
    ) AS beside
    JOIN tracker_recommendation AS other ON other.id = beside.pk
    WHERE other.state = %(public)s AND other.made_on <= %(day)s
)
SELECT pk FROM line LIMIT %(most)s
"""


@dataclass(frozen=True)
class Step:
    """One record of a lineage, and what it takes up or repeats of the others: the closest first."""

    record: Recommendation
    ties: list[Tie]
    before: Tie | None

    @property
    def comparison(self) -> Comparison | None:
        """This text beside that of the step before: the closest of the earlier ones it follows."""
        return Comparison(self.before.other, self.record) if self.before else None

    @property
    def is_near(self) -> bool:
        """Whether the step before is in the same or nearly the same words."""
        return self.before is not None and self.before.relation.closeness in CLOSEST[:2]


@dataclass(frozen=True)
class Lineage:
    """The steps of a demand, oldest first; `is_cut` if there are more than are shown."""

    steps: list[Step]
    is_cut: bool

    @property
    def makers(self) -> set[Organisation]:
        """Everybody who made one of the steps."""
        return {maker for step in self.steps for maker in makers_of(step.record)}


def makers_of(record: Recommendation) -> list[Organisation]:
    """Who made a record that `public_by_key` gave."""
    made: list[Organisation] = record.makers  # type: ignore[attr-defined]
    return made


def public_by_key(keys: Iterable[int], on: dt.date) -> dict[int, Recommendation]:
    """Public recommendations as they stood on a day, with what a step of a chain shows."""
    return public_recommendations(on).for_chain().in_bulk(list(keys))


def lineage_of(key: int, on: dt.date) -> Lineage:
    """
    All that repeats or takes up a public recommendation, or that it does, by whatever way.

    As far as it was public and made by a day, with position and status then.
    """
    reached = _reached(key, on)
    records = public_by_key(reached[:MOST], on)
    steps = sorted(records.values(), key=age)
    ties = _ties(records, on)
    return Lineage([_step(row, ties.get(row.pk, [])) for row in steps], len(reached) > MOST)


def age(record: Recommendation) -> tuple[str, str]:
    """What sorts records by when they were made, the oldest first."""
    return str(record.made_on), record.reference


def how_close(tie: Tie) -> int:
    """What sorts ties by how close they are, the closest first."""
    return CLOSEST.index(Relation.Closeness(tie.relation.closeness))


def _reached(key: int, on: dt.date) -> list[int]:
    asked = {
        "start": key,
        "kinds": [kind.value for kind in FOLLOWED],
        "public": State.PUBLISHED.value,
        "day": str(on),
        "most": MOST + 1,
    }
    return [pk for (pk,) in fetched(_REACHED, asked)]


def _ties(records: dict[int, Recommendation], on: dt.date) -> dict[int, list[Tie]]:
    """What each of some records takes up or repeats of the others."""
    keys = [*records]
    rows = Relation.objects.filter(kind__in=[*FOLLOWED])
    rows = rows.filter(from_recommendation__in=keys, to_recommendation__in=keys)
    found: dict[int, list[Tie]] = {}
    for row in between_public(rows, on).order_by("pk"):
        words = str(FOLLOWED[Relation.Kind(row.kind)])
        tie = Tie(words, row, records[row.to_recommendation_id])
        found.setdefault(row.from_recommendation_id, []).append(tie)
    return found


def _step(record: Recommendation, ties: list[Tie]) -> Step:
    """Of several that are as close, the step before is the latest."""
    latest_first = sorted(ties, key=lambda tie: age(tie.other), reverse=True)
    closest_first = sorted(latest_first, key=how_close)
    earlier = (tie for tie in closest_first if age(tie.other) < age(record))
    return Step(record, closest_first, next(earlier, None))
