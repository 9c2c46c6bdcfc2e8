"""
Facets as bitmaps in the process: which recommendations have which value, and how many.

One roaring bitmap a facet value; a bit is a recommendation's primary key, so that nothing moves
when rows come and go. The default order is an array of keys; a page of a filter is cut from it by
rank. The index follows `Change`: it asks, in one short query, what was committed since its
snapshot, re-reads only those recommendations, and is thrown away when everything changed.
"""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from django.db import connection
from django.db.models import QuerySet
from pyroaring import BitMap

from tracker.models import Recommendation, Relation, State
from tracker.models.recommendations import RecommendationQuerySet

from .facets import FACETS, NONE, Facet

Values = dict[str, BitMap]
Chosen = Mapping[str, list[str]]
DAYS_KEPT = 8
HITS_KEPT = 300
_DOWNWARDS = str.maketrans("0123456789", "9876543210")


def _sort_key(made_on: str, reference: str) -> bytes:
    """Sorts by date downwards, then by reference upwards, as the default order does."""
    return f"{made_on.translate(_DOWNWARDS)}~{reference}".encode()[:32]


@dataclass
class Day:
    """What depends on the day asked about: who is there, and the dated facets."""

    universe: BitMap
    values: dict[str, Values] = field(default_factory=dict)


class FacetIndex:
    """All facet values of the recommendations that one audience may see."""

    def __init__(self, *, drafts: bool) -> None:
        self.drafts = drafts
        self.snapshot = ""
        self.version = (0, 0)
        self.values: dict[str, Values] = {}
        self._days: OrderedDict[dt.date, Day] = OrderedDict()
        self._hits: OrderedDict[Hashable, BitMap] = OrderedDict()
        self._words: dict[str, dict[str, str]] = {}
        self._order = np.empty(0, dtype=np.int64)
        self._keys = np.empty(0, dtype="S32")
        self._rank: np.ndarray = np.empty(0, dtype=np.int32)

    # Building and following

    def build(self) -> None:
        """Read everything; call it inside a repeatable-read transaction or where nobody writes."""
        self.snapshot, self.version = _now()
        rows = sorted((_sort_key(*row[1:]), row[0]) for row in self._rows())
        self._keys = np.array([key for key, _ in rows], dtype="S32")
        self._order = np.array([pk for _, pk in rows], dtype=np.int64)
        self.values = {facet.name: _read(facet, None) for facet in FACETS if not facet.is_dated}
        self._ranked()

    def follow(self) -> bool:
        """Apply what was committed since; False if the index has to be built anew."""
        snapshot, version, changed = _since(self.snapshot)
        if changed is None:
            return False
        if changed:
            self._apply(changed)
        if version[1]:
            self._hits.clear()
            self._words.clear()
        self.snapshot = snapshot
        self.version = (max(self.version[0], version[0]), self.version[1] + version[1])
        return True

    def _apply(self, pks: list[int]) -> None:
        pks = [*{*pks, *_neighbours(pks)}]
        for facet in FACETS:
            if not facet.is_dated:
                _reread(self.values[facet.name], facet, None, pks)
        for day, kept in self._days.items():
            _replace(kept.universe, pks, self._there(day, pks))
            for facet in FACETS:
                if facet.is_dated:
                    _reread(kept.values[facet.name], facet, day, pks)
        self._reorder(pks)

    def _reorder(self, pks: list[int]) -> None:
        stay = ~np.isin(self._order, pks)
        order, keys = self._order[stay], self._keys[stay]
        fresh = sorted((_sort_key(*row[1:]), row[0]) for row in self._rows(pks))
        new = np.array([key for key, _ in fresh], dtype="S32")
        at = np.searchsorted(keys, new, side="right")
        self._keys = np.insert(keys, at, new)
        self._order = np.insert(order, at, [pk for _, pk in fresh])
        self._ranked()

    def _there(self, day: dt.date, pks: list[int] | None = None) -> Iterable[int]:
        rows = self._visible().filter(made_on__lte=day).order_by()
        rows = rows if pks is None else rows.filter(pk__in=pks)
        return rows.values_list("pk", flat=True).iterator(chunk_size=20_000)

    def _rows(self, pks: list[int] | None = None) -> Iterable[tuple[int, str, str]]:
        rows = self._visible()
        rows = rows if pks is None else rows.filter(pk__in=pks)
        found = rows.order_by().values_list("pk", "made_on", "reference")
        return ((pk, str(made_on), reference) for pk, made_on, reference in found)

    def _visible(self) -> RecommendationQuerySet:
        rows = Recommendation.objects.all()
        rows = rows.exclude(state=State.WITHDRAWN) if self.drafts else rows.published()
        return rows.singly()

    def _ranked(self) -> None:
        self._rank = np.zeros(int(self._order.max(initial=0)) + 1, dtype=np.int32)
        self._rank[self._order] = np.arange(len(self._order), dtype=np.int32)

    # Asking

    def day(self, day: dt.date) -> Day:
        """The universe and the dated facets of a day, read when first asked for."""
        found = self._days.get(day)
        if found is None:
            dated = {facet.name: _read(facet, day) for facet in FACETS if facet.is_dated}
            found = self._days[day] = Day(BitMap(self._there(day)), dated)
            while len(self._days) > DAYS_KEPT:
                self._days.popitem(last=False)
        self._days.move_to_end(day)
        return found

    def kept(self, key: Hashable, rows: QuerySet) -> BitMap:
        """What a query finds, remembered until the data changes."""
        found = self._hits.get(key)
        if found is None:
            found = BitMap(rows.values_list("pk", flat=True).iterator(chunk_size=20_000))
            self._hits[key] = found
            while len(self._hits) > HITS_KEPT:
                self._hits.popitem(last=False)
        self._hits.move_to_end(key)
        return found

    def words(self, facet: Facet) -> dict[str, str]:
        """What a reader sees for each value of a facet, read again when the data changed."""
        if facet.name not in self._words:
            self._words[facet.name] = facet.words()
        return self._words[facet.name]

    def of(self, facet: str, day: dt.date) -> Values:
        return self.values[facet] if facet in self.values else self.day(day).values[facet]

    def select(self, chosen: Chosen, day: dt.date, *others: BitMap) -> BitMap:
        """Recommendations that fit every facet chosen (any of its values) and all `others`."""
        parts = [self._fitting(name, values, day) for name, values in chosen.items() if values]
        found = self.day(day).universe
        for part in sorted([*parts, *others], key=len):
            found = found & part
        return found

    def _fitting(self, name: str, chosen: list[str], day: dt.date) -> BitMap:
        values = self.of(name, day)
        found = BitMap.union(BitMap(), *(values[v] for v in chosen if v in values))
        if NONE in chosen:
            found |= self.day(day).universe - BitMap.union(BitMap(), *values.values())
        return found

    def counts(self, chosen: Chosen, day: dt.date, *others: BitMap) -> dict[str, dict[str, int]]:
        """For each facet its values' counts, its own choice left aside; NONE last."""
        everything = self.select(chosen, day, *others)
        told = {}
        for facet in FACETS:
            rest = {name: values for name, values in chosen.items() if name != facet.name}
            base = self.select(rest, day, *others) if chosen.get(facet.name) else everything
            told[facet.name] = self._counted(facet.name, base, day)
        return told

    def _counted(self, name: str, base: BitMap, day: dt.date) -> dict[str, int]:
        values, universe = self.of(name, day), self.day(day).universe
        counts = {
            value: base.intersection_cardinality(bitmap)
            for value, bitmap in values.items()
            if bitmap.intersect(universe)
        }
        having = BitMap.union(BitMap(), *values.values())
        if none := len(universe - having):
            counts[NONE] = len(base - having) if none else 0
        return counts

    def cut(self, found: BitMap, start: int, stop: int, *, backwards: bool = False) -> list[int]:
        """Primary keys from `start` to `stop` of the found ones in the default order."""
        total = len(found)
        stop = min(stop, total)
        if start >= stop:
            return []
        if backwards:
            start, stop = total - stop, total - start
        if total == len(self._order):
            cut = self._order[start:stop]
        else:
            ranks = self._rank[np.asarray(found.to_array(), dtype=np.int64)]
            nearest = np.partition(ranks, stop - 1)[:stop]
            cut = self._order[np.sort(nearest)[start:]]
        keys = [int(pk) for pk in cut]
        return keys[::-1] if backwards else keys


def _read(facet: Facet, day: dt.date | None, pks: list[int] | None = None) -> Values:
    """A facet's bitmaps, of all recommendations or of some."""
    found: dict[str, list[int]] = defaultdict(list)
    for pairs in facet.pairs(day or dt.date.max):
        rows = pairs if pks is None else pairs.filter(rec__in=pks)
        for pk, value in rows.iterator(chunk_size=20_000):
            found[value].append(pk)
    return {value: BitMap(keys) for value, keys in found.items() if value}


def _replace(bitmap: BitMap, gone: Iterable[int], back: Iterable[int]) -> None:
    bitmap -= BitMap(gone)
    bitmap |= BitMap(back)


def _reread(values: Values, facet: Facet, day: dt.date | None, pks: list[int]) -> None:
    fresh = _read(facet, day, pks)
    for value in {*values, *fresh}:
        _replace(values.setdefault(value, BitMap()), pks, fresh.get(value, ()))


def _neighbours(pks: list[int]) -> Iterable[int]:
    """Items whose limbs these are, and limbs of these items: whether they are there may change."""
    parts = Relation.objects.filter(kind=Relation.Kind.PART_OF)
    for mine, other in (("from", "to"), ("to", "from")):
        rows = parts.filter(**{f"{mine}_recommendation__in": pks})
        yield from rows.values_list(f"{other}_recommendation", flat=True)


def _now() -> tuple[str, tuple[int, int]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_current_snapshot()::text, coalesce(max(id), 0), count(*) FROM tracker_change"
        )
        snapshot, last, count = cursor.fetchone()
    return snapshot, (last, count)


def _since(snapshot: str) -> tuple[str, tuple[int, int], list[int] | None]:
    """Now, how the version moved, and which recommendations changed; None for all of them."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT pg_current_snapshot()::text, coalesce(max(id), 0), count(*),
                   bool_or(is_indexed AND recommendation_id IS NULL),
                   array_agg(DISTINCT recommendation_id) FILTER (WHERE is_indexed)
            FROM tracker_change
            WHERE xid >= pg_snapshot_xmin(%(seen)s::pg_snapshot)
              AND NOT pg_visible_in_snapshot(xid, %(seen)s::pg_snapshot)
            """,
            {"seen": snapshot},
        )
        now, last, count, everything, changed = cursor.fetchone()
    return now, (last, count), None if everything else list(changed or [])
