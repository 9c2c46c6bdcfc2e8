"""How one recommendation stands to others, for readers and for staff."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet, prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from tracker.lib.word_differences import Piece, word_differences
from tracker.models import Recommendation, Relation, State

from .as_of import Moment
from .workspace import find_recommendations


@dataclass(frozen=True)
class Tie:
    """One relation as it reads from a record's own page."""

    words: str
    relation: Relation
    other: Recommendation


_FOUND = 10  # records that a search for another shows: more words find fewer
# By kind and whether it goes out from the record; in this order.
_WORDS = {
    ("part-of", True): _("Is part of"),
    ("part-of", False): _("Asks separately"),
    ("takes-up", True): _("Takes up"),
    ("takes-up", False): _("Taken up by"),
    ("repeats", True): _("Repeats"),
    ("repeats", False): _("Repeated by"),
}
_ORDER = [*_WORDS]


def public_relations(pk: int, on: dt.date, known_at: Moment = None) -> QuerySet[Relation]:
    """The relations of a recommendation to others, as far as both were public and made by a day."""
    return between_public(_touching(pk), on, known_at)


def between_public(
    rows: QuerySet[Relation], on: dt.date, known_at: Moment = None
) -> QuerySet[Relation]:
    """Those relations whose ends are both public, at a moment already, and were made by a day."""
    rows = rows.filter(
        from_recommendation__state=State.PUBLISHED,
        to_recommendation__state=State.PUBLISHED,
        from_recommendation__made_on__lte=on,
        to_recommendation__made_on__lte=on,
    )
    if known_at is None:
        return rows
    return rows.filter(
        from_recommendation__approved_at__lte=known_at, to_recommendation__approved_at__lte=known_at
    )


def public_ties(recommendation: Recommendation, on: dt.date, known_at: Moment = None) -> list[Tie]:
    """
    What a recommendation is part of, takes up or repeats, and the other way round.

    Also loads who made it, with those who made the others.
    """
    rows = _with_ends(public_relations(recommendation.pk, on, known_at))
    ties = _ties(rows, recommendation)
    prefetch_related_objects([recommendation, *(tie.other for tie in ties)], "made_by")
    return ties


def bare_ties(recommendation: Recommendation) -> list[Tie]:
    """The same for staff: drafts and what is withdrawn too, and on every day; without makers."""
    return _ties(_with_ends(_touching(recommendation.pk)), recommendation)


def several_ties(recommendations: Iterable[Recommendation]) -> dict[int, list[Tie]]:
    """The same of several; one query."""
    here = {row.pk: row for row in recommendations}
    ends = Q(from_recommendation__in=here) | Q(to_recommendation__in=here)
    touching: dict[int, list[Relation]] = {key: [] for key in here}
    for relation in _with_ends(Relation.objects.filter(ends)):
        for key in here.keys() & {relation.from_recommendation_id, relation.to_recommendation_id}:
            touching[key].append(relation)
    return {key: _ties(touching[key], row) for key, row in here.items()}


def all_ties(recommendation: Recommendation) -> list[Tie]:
    """The same with the makers of the others."""
    ties = bare_ties(recommendation)
    prefetch_related_objects([tie.other for tie in ties], "made_by")
    return ties


def limbs_of(item: Recommendation) -> QuerySet[Recommendation]:
    """The limbs that an item is split into, whatever their state, but for those withdrawn."""
    kind = {"relations_out__kind": Relation.Kind.PART_OF, "relations_out__to_recommendation": item}
    rows = Recommendation.objects.filter(**kind).exclude(state=State.WITHDRAWN)
    return rows.defer("search_vector").order_by("locator", "reference")


def kin_of(keys: Iterable[int]) -> dict[int, set[int]]:
    """Of each recommendation the item that it is part of, and the other limbs; two queries."""
    parts = Relation.objects.filter(kind=Relation.Kind.PART_OF)
    ends = ("from_recommendation", "to_recommendation")
    given = set(keys)
    near = parts.filter(Q(from_recommendation__in=given) | Q(to_recommendation__in=given))
    items = {item for _, item in near.values_list(*ends)}
    family: dict[int, set[int]] = {item: {item} for item in items}
    for limb, item in parts.filter(to_recommendation__in=items).values_list(*ends):
        family[item].add(limb)
    kin: dict[int, set[int]] = {key: set() for key in given}
    for members in family.values():
        for key in members & given:
            kin[key] |= members - {key}
    return kin


def found_for(here: Recommendation, words: str) -> list[Recommendation]:
    """The first records that some words, a reference or a symbol find, to relate this one to."""
    if not words.strip():
        return []
    rows = find_recommendations(words).exclude(pk=here.pk).exclude(state=State.WITHDRAWN)
    return [*rows.order_by("-made_on", "reference")[:_FOUND]]


@dataclass(frozen=True)
class Comparison:
    """Two records side by side, with the words that only one of them has."""

    here: Recommendation
    other: Recommendation

    @property
    def pieces(self) -> list[Piece]:
        """This text turning into the other; `gone` is only here, `new` only there."""
        return word_differences(self.here.text, self.other.text)

    @property
    def is_comparable(self) -> bool:
        """Whether both are in one language: else every word differs."""
        return self.here.language == self.other.language


def _touching(pk: int) -> QuerySet[Relation]:
    return Relation.objects.filter(Q(from_recommendation=pk) | Q(to_recommendation=pk))


def _with_ends(rows: QuerySet[Relation]) -> QuerySet[Relation]:
    ends = ("from_recommendation", "to_recommendation")
    return rows.select_related(*ends, *(f"{end}__document" for end in ends))


def _ties(rows: Iterable[Relation], recommendation: Recommendation) -> list[Tie]:
    def place(tie: Tie) -> tuple[int, str, str]:
        order = _ORDER.index(_reading(tie.relation, recommendation))
        return order, str(tie.other.made_on), tie.other.reference

    return sorted((_tie(row, recommendation) for row in rows), key=place)


def _tie(row: Relation, here: Recommendation) -> Tie:
    kind, is_out = _reading(row, here)
    words = str(_WORDS[kind, is_out])
    return Tie(words, row, row.to_recommendation if is_out else row.from_recommendation)


def _reading(row: Relation, here: Recommendation) -> tuple[str, bool]:
    """What a relation says from here: its kind, and whether it goes out."""
    return row.kind, row.from_recommendation_id == here.pk
