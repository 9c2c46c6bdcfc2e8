"""One answer for every door: how many, which, and how many of each value."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from pyroaring import BitMap

from tracker.models import Recommendation

from .facets import FACETS, NONE, Facet
from .index import FacetIndex
from .packed import Values, read_keys, read_values
from .recommendations import RecommendationFilter, changed_since, with_answers
from .sorts import sorted_by_index, sorted_by_sql
from .words import found_by_words

Counts = dict[str, dict[str, int]]


@dataclass(frozen=True)
class Finding:
    """
    The answer to a filter.

    `keys(start, stop, sort)` gives primary keys in an order of `sorts.SORTS`; `counts()` every
    facet's values, its own choice left aside; `without()` the total if one parameter were dropped.
    """

    total: int
    engine: str
    keys: Callable[[int, int, str], list[int]]
    counts: Callable[[], Counts]
    without: Callable[[], dict[str, int]]


def find(asked: RecommendationFilter) -> Finding:
    """Answer from the index, or from SQL while there is none."""
    return _by_index(asked, asked.index) if asked.index else _by_sql(asked)


def rows_of(
    asked: RecommendationFilter, finding: Finding, start: int, stop: int, *, sort: str = "newest"
) -> list[Recommendation]:
    """
    The recommendations of a page, with what a list shows, in their order.

    They belong to the index, which keeps them until the data changes: read them, change nothing.
    """
    keys, day = finding.keys(start, stop, sort), asked.on
    found = asked.index.rows.known((key, day) for key in keys) if asked.index else {}
    if missing := [key for key in keys if (key, day) not in found]:
        rows = with_answers(Recommendation.objects.filter(pk__in=missing), day, asked.known_at)
        fresh = {(row.pk, day): row for row in rows.for_listing(asked.known_at)}
        if asked.index:
            asked.index.rows.keep(fresh)
        found |= fresh
    return [found[key, day] for key in keys if (key, day) in found]


def _by_index(asked: RecommendationFilter, index: FacetIndex) -> Finding:
    sets = _other_sets(asked, index)
    chosen, day = dict(asked.chosen), asked.on
    found = index.select(chosen, day, *sets.values())

    def without() -> dict[str, int]:
        totals = {}
        for name in [*chosen, *sets]:
            rest = {key: values for key, values in chosen.items() if key != name}
            others = [bitmap for key, bitmap in sets.items() if key != name]
            totals[name] = len(index.select(rest, day, *others))
        return totals

    return Finding(
        total=len(found),
        engine="index",
        keys=lambda start, stop, sort: sorted_by_index(asked, index, found, sort, start, stop),
        counts=lambda: index.counts(chosen, day, *sets.values()),
        without=without,
    )


def _other_sets(asked: RecommendationFilter, index: FacetIndex) -> dict[str, BitMap]:
    """What SQL has to find: words, and what changed since a day; kept until the data changes."""
    sets = {}
    if asked.words:
        sets["q"] = index.kept(("q", asked.words), lambda: found_by_words(asked.reading))
    if asked.since:
        changed = changed_since(asked.since)
        sets["changed_since"] = index.kept(
            ("changed_since", asked.since),
            lambda: Recommendation.objects.filter(changed).values("pk"),
        )
    return sets


def _by_sql(asked: RecommendationFilter) -> Finding:
    rows = Recommendation.objects.filter(pk__in=_pks(asked))
    return Finding(
        total=rows.count(),
        engine="sql",
        keys=lambda start, stop, sort: sorted_by_sql(asked, rows, sort, start, stop),
        counts=lambda: counts_by_sql(asked, FACETS),
        without=lambda: {name: _pks(asked, leaving=name).count() for name in asked.narrowing},
    )


def _pks(asked: RecommendationFilter, leaving: str = "") -> QuerySet:
    return asked.rows(leaving).order_by().values("pk")


def counts_by_sql(asked: RecommendationFilter, facets: Iterable[Facet]) -> Counts:
    """How many of what is found have each value of some facets, their own choice left aside."""
    there, found = read_keys(asked.everything.values("pk")), read_keys(_pks(asked))
    counts: Counts = {}
    for facet in facets:
        chosen = asked.chosen.get(facet.name, [])
        if not facet.is_offered and not chosen:
            counts[facet.name] = {}
            continue
        base = found
        if facet.name in asked.narrowing:
            base = read_keys(_pks(asked, leaving=facet.name))
        told = _counted(values_of(asked, facet), there, base)
        shown = told if facet.is_offered else chosen
        counts[facet.name] = {value: count for value, count in told.items() if value in shown}
    return counts


def _counted(values: Values, there: BitMap, base: BitMap) -> dict[str, int]:
    """How many of `base` have each value that occurs; NONE if anything there has no value."""
    none = there - BitMap.union(BitMap(), *values.values())
    known = {**values, NONE: none}
    return {
        value: base.intersection_cardinality(keys)
        for value, keys in known.items()
        if keys.intersect(there)
    }


def found_keys(asked: RecommendationFilter) -> BitMap:
    """The primary keys of all that is found, as a set."""
    if index := asked.index:
        return index.select(asked.chosen, asked.on, *_other_sets(asked, index).values())
    return read_keys(_pks(asked))


def values_of(asked: RecommendationFilter, facet: Facet) -> Values:
    """A facet's values, each with the keys of all recommendations that have it."""
    if asked.index:
        return asked.index.of(facet.name, asked.on)
    return read_values({facet.name: facet.pairs_known(asked.on, asked.known_at)})[facet.name]
