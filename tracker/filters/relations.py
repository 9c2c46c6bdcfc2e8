"""How one public recommendation stands to others."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q, QuerySet, prefetch_related_objects

from tracker.models import Recommendation, Relation, State


@dataclass(frozen=True)
class Tie:
    """One relation as it reads from a record's own page."""

    words: str
    relation: Relation
    other: Recommendation


_OUT = {"takes-up": "Takes up", "repeats": "Repeats", "part-of": "Is part of"}
_IN = {"takes-up": "Taken up by", "repeats": "Repeated by", "part-of": "Asks separately"}
_ORDER = ["Is part of", "Asks separately", "Takes up", "Taken up by", "Repeats", "Repeated by"]


def public_relations(pk: int, on: dt.date) -> QuerySet[Relation]:
    """The relations of a recommendation to others, as far as both were public and made by a day."""
    either = Q(from_recommendation=pk) | Q(to_recommendation=pk)
    return Relation.objects.filter(
        either,
        from_recommendation__state=State.PUBLISHED,
        to_recommendation__state=State.PUBLISHED,
        from_recommendation__made_on__lte=on,
        to_recommendation__made_on__lte=on,
    )


def public_ties(recommendation: Recommendation, on: dt.date) -> list[Tie]:
    """
    What a recommendation is part of, takes up or repeats, and the other way round.

    Also loads who made it, with those who made the others.
    """
    rows = public_relations(recommendation.pk, on)
    ends = ("from_recommendation", "to_recommendation")
    rows = rows.select_related(*ends, *(f"{end}__document" for end in ends))
    ties = [_tie(row, recommendation) for row in rows]
    prefetch_related_objects([recommendation, *(tie.other for tie in ties)], "made_by")
    return sorted(
        ties, key=lambda tie: (_ORDER.index(tie.words), str(tie.other.made_on), tie.other.reference)
    )


def _tie(row: Relation, here: Recommendation) -> Tie:
    if row.from_recommendation_id == here.pk:
        return Tie(_OUT[row.kind], row, row.to_recommendation)
    return Tie(_IN[row.kind], row, row.from_recommendation)
