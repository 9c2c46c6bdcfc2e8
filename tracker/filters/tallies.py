"""Counts of public asks, each over the rows that its link lists."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Count, Q

from tracker.models import Position, Status
from tracker.models.recommendations import RecommendationQuerySet

from .facet_words import ASKED_BY


def by_position(asks: RecommendationQuerySet) -> dict[Position, int]:
    """How many asks stand at each position, all positions in their order."""
    found = dict(asks.order_by().values_list("position").annotate(Count("pk")))
    return {position: found.get(position.value, 0) for position in Position}


def by_status(asks: RecommendationQuerySet) -> dict[Status, int]:
    """How many asks have each status, all statuses in their order."""
    found = dict(asks.order_by().values_list("status").annotate(Count("pk")))
    return {status: found.get(status.value, 0) for status in Status}


def by_asker(asks: RecommendationQuerySet) -> dict[str, int]:
    """How many asks come from NGOs, UN bodies and other States (keys of ASKED_BY)."""
    counts = {
        name: Count("pk", distinct=True, filter=Q(made_by__kind__in=kinds))
        for name, (_, kinds) in ASKED_BY.items()
    }
    return asks.aggregate(**counts)


def by_link(asks: RecommendationQuerySet, path: str, top: int) -> Sequence[tuple[str, int]]:
    """The `top` most frequent values of a related field, each with its number of asks."""
    rows = asks.order_by().filter(**{f"{path}__isnull": False}).values_list(path)
    return list(rows.annotate(n=Count("pk", distinct=True)).order_by("-n", path)[:top])
