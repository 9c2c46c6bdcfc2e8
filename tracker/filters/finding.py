"""One answer for every door: how many, which, and how many of each value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet
from pyroaring import BitMap

from tracker.models import Recommendation
from tracker.models.recommendations import RecommendationQuerySet

from .facets import FACETS, NONE
from .index import FacetIndex
from .indexes import current_index
from .recommendations import RecommendationFilter, changed_since, found_by_words

Counts = dict[str, dict[str, int]]


@dataclass(frozen=True)
class Finding:
    """
    The answer to a filter.

    `keys(start, stop, oldest_first)` gives primary keys in the order of the page; `counts()` every
    facet's values, its own choice left aside; `without()` the total if one parameter were dropped.
    """

    total: int
    engine: str
    keys: Callable[[int, int, bool], list[int]]
    counts: Callable[[], Counts]
    without: Callable[[], dict[str, int]]


def find(asked: RecommendationFilter) -> Finding:
    """Answer from the index, or from SQL while there is none."""
    index = current_index(drafts=asked.drafts)
    return _by_index(asked, index) if index else _by_sql(asked)


def rows_of(
    finding: Finding, start: int, stop: int, on: dt.date, *, oldest: bool = False
) -> list[Recommendation]:
    """The recommendations of a page, with what a list shows, in their order."""
    keys = finding.keys(start, stop, oldest)
    rows = Recommendation.objects.filter(pk__in=keys).with_position(on=on).with_status(on=on)
    found = {row.pk: row for row in rows.for_listing()}
    return [found[key] for key in keys if key in found]


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
        keys=lambda start, stop, oldest: index.cut(found, start, stop, backwards=oldest),
        counts=lambda: index.counts(chosen, day, *sets.values()),
        without=without,
    )


def _other_sets(asked: RecommendationFilter, index: FacetIndex) -> dict[str, BitMap]:
    """What SQL has to find: words, and what changed since a day; kept until the data changes."""
    sets = {}
    if asked.words:
        sets["q"] = index.kept(("q", asked.words), found_by_words(asked.words))
    if asked.since:
        rows = Recommendation.objects.filter(changed_since(asked.since)).values("pk")
        sets["changed_since"] = index.kept(("changed_since", asked.since), rows)
    return sets


def _by_sql(asked: RecommendationFilter) -> Finding:
    rows = _bare(asked.qs)

    def keys(start: int, stop: int, oldest: bool) -> list[int]:
        order = ["made_on", "-reference"] if oldest else ["-made_on", "reference"]
        return list(rows.order_by(*order).values_list("pk", flat=True)[start:stop])

    return Finding(
        total=rows.count(),
        engine="sql",
        keys=keys,
        counts=lambda: {facet.name: _counted(facet.name, asked) for facet in FACETS},
        without=lambda: {name: _bare(_less(asked, name).qs).count() for name in _asked(asked)},
    )


def _bare(rows: QuerySet) -> RecommendationQuerySet:
    return Recommendation.objects.filter(pk__in=rows.order_by().values("pk"))


def _asked(asked: RecommendationFilter) -> list[str]:
    others = [name for name, value in (("q", asked.words), ("changed_since", asked.since)) if value]
    return [*asked.chosen, *others]


def _less(asked: RecommendationFilter, name: str) -> RecommendationFilter:
    query = asked.data.copy()
    query.pop(name, None)
    return RecommendationFilter(query, on=asked.on, drafts=asked.drafts)


def _counted(name: str, asked: RecommendationFilter) -> dict[str, int]:
    """A facet's counts over what the other parameters find."""
    facet = next(facet for facet in FACETS if facet.name == name)
    base = _bare(_less(asked, name).qs).values("pk")
    there = _bare(_less(asked, name).queryset).values("pk")
    seen: dict[str, set[int]] = {}
    having: set[int] = set()
    for pairs in facet.pairs(asked.on):
        for pk, value in pairs.filter(rec__in=there).exclude(value=""):
            seen.setdefault(value, set()).add(pk)
            having.add(pk)
    found = set(base.values_list("pk", flat=True))
    counts = {value: len(pks & found) for value, pks in seen.items()}
    if set(there.values_list("pk", flat=True)) - having:
        counts[NONE] = len(found - having)
    return counts
