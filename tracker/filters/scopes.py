"""The public asks that have something in common, and what else most of them share."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F
from django.http import QueryDict

from tracker.models.recommendations import RecommendationQuerySet

from .as_of import AsOf
from .facets import BY_NAME
from .finding import Counts
from .recommendations import RecommendationFilter


@dataclass(frozen=True)
class Frequent:
    """A value of a facet, what a reader sees for it, and how many asks have it."""

    value: str
    label: str
    count: int


def asks_with(as_of: AsOf, **only: str | list[str]) -> RecommendationFilter:
    """The public asks of a day with these values, as the browse page asks for them."""
    query = QueryDict(mutable=True)
    for name, values in only.items():
        query.setlist(name, [values] if isinstance(values, str) else values)
    query.update(as_of.query)
    return RecommendationFilter(query, on=as_of.day, known_at=as_of.known_at)


def frequent(asked: RecommendationFilter, counts: Counts, facet: str, top: int) -> list[Frequent]:
    """The values of a facet that most of the asks have, in the order of the facet where equal."""
    labels = asked.words_of(BY_NAME[facet])
    found = [Frequent(v, label, n) for v, label in labels.items() if (n := counts[facet].get(v))]
    return sorted(found, key=lambda row: -row.count)[:top]


def by_review(asks: RecommendationQuerySet) -> RecommendationQuerySet:
    """Asks review by review, the latest first; those outside of any review come last."""
    newest = F("cycle__reviewed_on").desc(nulls_last=True)
    return asks.order_by(newest, F("cycle__name").asc(nulls_last=True), "-made_on", "reference")
