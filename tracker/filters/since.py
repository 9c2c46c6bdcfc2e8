"""What a review asked again, and what became of that, beside the earlier ones of its mechanism."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.http import QueryDict
from pyroaring import BitMap

from tracker.models import Recommendation, Relation, ReviewCycle
from tracker.models.responses import ANSWERED_POSITIONS

from .as_of import AsOf
from .facets import BY_NAME
from .finding import found_keys, values_of
from .matrix import Matrix, matrix_of
from .recommendations import RecommendationFilter, public_recommendations
from .relations import between_public
from .reviews import public_cycles
from .scopes import asks_with

MOST = 50  # repetitions that a page shows


_SHOWN = [
    "reference", "title", "translations", "cycle__slug", "cycle__name", "cycle__translations",
]  # fmt: skip


@dataclass(frozen=True)
class Again:
    """An ask that repeats an earlier one, each with China's position by the day."""

    now: Recommendation
    before: Recommendation
    closeness: str

    @property
    def is_comparable(self) -> bool:
        """Whether China answered both: a silence is no position."""
        positions = {row.position for row in (self.now, self.before)}  # type: ignore[attr-defined]
        return positions <= {*ANSWERED_POSITIONS}

    @property
    def has_moved(self) -> bool:
        """Whether China answered both, and not alike."""
        same = self.now.position == self.before.position  # type: ignore[attr-defined]
        return self.is_comparable and not same


@dataclass(frozen=True)
class Since:
    """
    A review beside the `previous` one of its mechanism that has asks here.

    `again` are the first of `repeated` asks, which repeat one of any earlier review; `fresh` is how
    many repeat none. The tables count asks by position and by theme, the newer review first.
    """

    previous: ReviewCycle
    again: list[Again]
    repeated: int
    fresh: int
    positions: Matrix
    themes: Matrix

    @property
    def compared(self) -> int:
        return sum(pair.is_comparable for pair in self.again)

    @property
    def moved(self) -> int:
        return sum(pair.has_moved for pair in self.again)


def since_earlier(cycle: ReviewCycle, as_of: AsOf) -> Since | None:
    """What changed since the earlier reviews; None if there is nothing to set beside it."""
    previous = _previous(cycle, as_of)
    if previous is None:
        return None
    both = asks_with(as_of, cycle=[cycle.slug, previous.slug])
    asked = found_keys(both) & _keys_of(both, cycle)
    if not asked:
        return None
    relations = _relations(cycle, as_of)
    repeating = [row for row in relations if row.kind == Relation.Kind.REPEATS]
    again = {row.from_recommendation_id for row in repeating}
    limbs = {row.from_recommendation_id for row in relations if row.to_recommendation_id in again}
    return Since(
        previous,
        _pairs(repeating[:MOST], as_of),
        len(again),
        len(asked - BitMap(again | limbs)),
        matrix_of(both, QueryDict("rows=position&columns=cycle")),
        matrix_of(both, QueryDict("rows=theme&columns=cycle")),
    )


def _previous(cycle: ReviewCycle, as_of: AsOf) -> ReviewCycle | None:
    """The last review of the mechanism before this one in which something public was asked."""
    if cycle.reviewed_on is None:
        return None
    asked = Recommendation.objects.standing(as_of.known_at)
    asked = asked.filter(made_on__lte=as_of.day, cycle=OuterRef("pk"))
    rows = public_cycles(as_of).filter(Exists(asked), mechanism=cycle.mechanism_id)
    return rows.filter(reviewed_on__lt=cycle.reviewed_on).first()


def _keys_of(asked: RecommendationFilter, cycle: ReviewCycle) -> BitMap:
    return values_of(asked, BY_NAME["cycle"]).get(cycle.slug, BitMap())


def _relations(cycle: ReviewCycle, as_of: AsOf) -> list[Relation]:
    """Where its asks repeat one of an earlier review or are limbs; both ends public by the day."""
    earlier = Q(
        kind=Relation.Kind.REPEATS,
        to_recommendation__cycle__mechanism=cycle.mechanism_id,
        to_recommendation__cycle__reviewed_on__lt=cycle.reviewed_on,
    )
    rows = Relation.objects.filter(
        earlier | Q(kind=Relation.Kind.PART_OF), from_recommendation__cycle=cycle
    )
    rows = between_public(rows, as_of.day, as_of.known_at)
    ordered = ("from_recommendation__reference", "-to_recommendation__made_on", "pk")
    return list(rows.order_by(*ordered))


def _pairs(relations: Iterable[Relation], as_of: AsOf) -> list[Again]:
    rows = list(relations)
    keys = {pk for row in rows for pk in (row.from_recommendation_id, row.to_recommendation_id)}
    asks = public_recommendations(as_of.day, known_at=as_of.known_at).select_related("cycle")
    found = asks.only(*_SHOWN).in_bulk([*keys])
    return [
        Again(
            found[row.from_recommendation_id],
            found[row.to_recommendation_id],
            row.get_closeness_display().lower(),
        )
        for row in rows
    ]
