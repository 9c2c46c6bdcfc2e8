"""Which asks of NGOs others take up, how closely, and what became of it: from ask to repetition."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from tracker.models import Document, Organisation, Recommendation, Relation
from tracker.models.recommendations import RecommendationQuerySet

from .documents import shown_documents
from .facets import asks_of_ngos
from .lineage import CLOSEST, age, how_close, makers_of, public_by_key
from .recommendations import public_asks, public_recommendations
from .relations import Tie, between_public


@dataclass(frozen=True)
class Totals:
    """How many asks of NGOs there are, and how many of them anybody takes up."""

    asked: int
    taken: int

    @property
    def nobody(self) -> int:
        return self.asked - self.taken


@dataclass(frozen=True)
class Taking:
    """A record that takes up an ask, and those that repeat it since, the oldest first."""

    tie: Tie
    repeats: list[Tie]


@dataclass(frozen=True)
class Chain:
    """An ask that is taken up, and by what: the closest first."""

    ask: Recommendation
    takings: list[Taking]

    @property
    def closeness(self) -> Relation.Closeness:
        return Relation.Closeness(self.takings[0].tie.relation.closeness)


Group = tuple[Relation.Closeness, list[Chain]]


@dataclass(frozen=True)
class Submission:
    """A document in which NGOs ask something, and what of it is taken up."""

    document: Document
    totals: Totals
    chains: list[Chain]

    @property
    def groups(self) -> list[Group]:
        return by_closeness(self.chains)

    @property
    def takers(self) -> list[Organisation]:
        """Everybody who takes up one of its asks, by name."""
        records = (taking.tie.other for chain in self.chains for taking in chain.takings)
        found = {maker for record in records for maker in makers_of(record)}
        return sorted(found, key=lambda maker: maker.short_name)


def ngo_asks(on: dt.date) -> RecommendationQuerySet:
    """What NGOs had asked publicly by a day, each thing once: what `taken_up` is said of."""
    return public_asks(on).filter(pk__in=asks_of_ngos())


def totals_of(asks: RecommendationQuerySet, on: dt.date) -> Totals:
    """Of some of `ngo_asks(on)` how many are taken up by the day."""
    mine = Relation.objects.filter(
        kind=Relation.Kind.TAKES_UP, to_recommendation=OuterRef("pk")
    ).order_by()
    rows = asks.order_by().annotate(is_taken=Exists(between_public(mine, on)))
    found = rows.aggregate(asked=Count("pk"), taken=Count("pk", filter=Q(is_taken=True)))
    return Totals(**found)


def submissions(on: dt.date) -> list[Submission]:
    """Every document in which NGOs had asked something by a day, the latest first."""
    asks = ngo_asks(on)
    asked = dict(asks.order_by().values_list("document").annotate(Count("pk")))
    chains: dict[int, list[Chain]] = {key: [] for key in asked}
    for chain in chains_of(asks, on):
        chains[chain.ask.document_id].append(chain)
    rows = shown_documents().filter(pk__in=asked).prefetch_related("authors")
    rows = rows.order_by(F("published_on").desc(nulls_last=True), "title")
    return [
        Submission(row, Totals(asked[row.pk], len(chains[row.pk])), chains[row.pk]) for row in rows
    ]


def submitted_documents() -> QuerySet[Document]:
    """The documents that have a page of uptake: something public in them is asked by an NGO."""
    asked = Recommendation.objects.published().filter(pk__in=asks_of_ngos()).values("document")
    return shown_documents().filter(pk__in=asked).prefetch_related("authors")


def chains_in(document: Document, on: dt.date) -> tuple[list[Chain], list[Chain]]:
    """
    The chains of a document: of the asks that count, and of items that stand back for their limbs.

    The second are taken up as a whole: no list counts them.
    """
    rows = public_recommendations(on).filter(document=document, pk__in=asks_of_ngos())
    found = chains_of(rows, on)
    parts: dict[bool, list[Chain]] = {False: [], True: []}
    for chain in found:
        parts[chain.ask.is_split].append(chain)  # type: ignore[attr-defined]
    return parts[False], parts[True]


def chains_of(asks: RecommendationQuerySet, on: dt.date) -> list[Chain]:
    """Those of some public asks of a day that are taken up by then, the closest first."""
    takings = _begun(Relation.Kind.TAKES_UP, asks.order_by().values("pk"), on)
    takers = {row.from_recommendation_id for row in takings}
    repeats = _begun(Relation.Kind.REPEATS, takers, on)
    every = [*takings, *repeats]
    keys = {key for row in every for key in (row.from_recommendation_id, row.to_recommendation_id)}
    records = public_by_key(keys, on)
    repeated = _by_end(repeats, _("Repeated by"), records)
    chains = [
        Chain(
            records[key],
            [Taking(tie, repeated.get(tie.other.pk, [])) for tie in sorted(ties, key=how_close)],
        )
        for key, ties in _by_end(takings, _("Taken up by"), records).items()
    ]
    return sorted(chains, key=lambda chain: (CLOSEST.index(chain.closeness), chain.ask.reference))


def taken_up_by(taker: Organisation, on: dt.date) -> list[Chain]:
    """The chains of those asks of NGOs that somebody takes up, alone or with others."""
    taking = Relation.objects.filter(
        kind=Relation.Kind.TAKES_UP, from_recommendation__made_by=taker
    )
    asked = between_public(taking, on).order_by().values("to_recommendation")
    return chains_of(ngo_asks(on).filter(pk__in=asked), on)


def by_closeness(chains: Iterable[Chain]) -> list[Group]:
    """Chains under how closely their ask is taken up; each once, under the closest."""
    groups: dict[Relation.Closeness, list[Chain]] = {closeness: [] for closeness in CLOSEST}
    for chain in chains:
        groups[chain.closeness].append(chain)
    return [(closeness, found) for closeness, found in groups.items() if found]


def _begun(kind: str, to: Collection[int] | QuerySet, on: dt.date) -> list[Relation]:
    """How public records of a day stand to some others."""
    rows = Relation.objects.filter(kind=kind, to_recommendation__in=to)
    return list(between_public(rows, on).order_by("pk"))


def _by_end(
    rows: Iterable[Relation], words: str, records: dict[int, Recommendation]
) -> dict[int, list[Tie]]:
    """The relations that lead to each record, as they read from there, the oldest first."""
    found: dict[int, list[Tie]] = {}
    for row in rows:
        tie = Tie(words, row, records[row.from_recommendation_id])
        found.setdefault(row.to_recommendation_id, []).append(tie)
    return {key: sorted(ties, key=lambda tie: age(tie.other)) for key, ties in found.items()}
