"""
Facets as bitmaps in the process: which recommendations have which value, and how many.

One roaring bitmap a facet value; a bit is a recommendation's primary key, so that nothing moves
when rows come and go. An index is never changed: following the data makes the next one out of it,
and whoever still reads the old one sees one state of the data.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet
from django.utils.translation import get_language
from pyroaring import BitMap

from tracker.models import Recommendation

from .changes import Version, neighbours, since, version_now
from .facets import BY_NAME, FACETS, NONE, Facet
from .facts import Facts, merged_all
from .packed import Values, any_of, read_keys
from .recent import Recent

Chosen = Mapping[str, list[str]]
DAYS_KEPT = 8
HITS_KEPT = 300
ORDERS_KEPT = 100
ROWS_KEPT = 2000


@dataclass(frozen=True)
class Day:
    """What depends on the day asked about: who is there, the values of each facet, their counts."""

    records: BitMap
    universe: BitMap  # without the items that stand back for their limbs
    others: BitMap  # what lasting values know beside the universe
    values: dict[str, Values]
    known: Values  # for each facet those that have any of its values

    @classmethod
    def of(cls, facts: Facts, day: dt.date) -> Day:
        records = facts.order.begun(day)
        last = {name: entries.last(day) for name, entries in facts.entries.items()}
        dated = {f.name: f.dated.bitmaps(facts, last, day) for f in FACETS if f.dated}
        return cls._of(facts, records, dated)

    def merged(self, facts: Facts, fresh: Day, pks: list[int]) -> Day:
        """This with what it holds of `pks` replaced."""
        gone = BitMap(pks)
        records = self.records - gone | fresh.records
        dated = {f.name: self.values[f.name] for f in FACETS if f.dated}
        return Day._of(facts, records, merged_all(dated, fresh.values, gone))

    @classmethod
    def _of(cls, facts: Facts, records: BitMap, dated: dict[str, Values]) -> Day:
        universe = records - facts.split
        others = facts.order.everything - universe
        known = facts.known | {name: any_of(values) for name, values in dated.items()}
        return cls(records, universe, others, facts.values | dated, known)

    @cached_property
    def counts(self) -> dict[str, dict[str, int]]:
        """How many of everything there have each value; NONE last, where there are any."""
        return self.counts_of(facet.name for facet in FACETS if facet.is_offered)

    def counts_of(self, facets: Iterable[str]) -> dict[str, dict[str, int]]:
        return {name: self._counts(name) for name in facets}

    def _counts(self, name: str) -> dict[str, int]:
        values = {**self.values[name], NONE: self.without[name]}
        is_known = not BY_NAME[name].is_dated  # whose values know nobody but those in the order
        if is_known and not self.others:
            counts = {value: len(keys) for value, keys in values.items()}
        elif is_known and len(self.others) * 8 < len(self.universe):  # quicker to leave them out
            counts = {
                v: len(k) - self.others.intersection_cardinality(k) for v, k in values.items()
            }
        else:
            counts = {v: self.universe.intersection_cardinality(k) for v, k in values.items()}
        return {value: count for value, count in counts.items() if count}

    def shown(self, facet: Facet, chosen: Iterable[str]) -> dict[str, int]:
        """The counts of a facet's values; of one that lists do not offer, of those chosen."""
        if facet.is_offered:
            return self.counts[facet.name]
        counts = {value: len(self.universe & self.having(facet.name, [value])) for value in chosen}
        return {value: count for value, count in counts.items() if count}

    @cached_property
    def without(self) -> dict[str, BitMap]:
        """For each facet those that have no value."""
        return {name: self.universe - keys for name, keys in self.known.items()}

    def having(self, name: str, chosen: Iterable[str]) -> BitMap:
        """Those with any of a facet's chosen values."""
        values = self.values[name]
        found = BitMap.union(BitMap(), *(values[value] for value in chosen if value in values))
        return found | self.without[name] if NONE in chosen else found


class FacetIndex:
    """All facet values of the recommendations that one audience may see."""

    def __init__(
        self, facts: Facts, version: Version, *, drafts: bool, days: Mapping[dt.date, Day]
    ) -> None:
        self.facts, self.seen, self.drafts = facts, version, drafts
        self._days: Recent[dt.date, Day] = Recent(DAYS_KEPT, days)
        self._hits: Recent[Hashable, BitMap] = Recent(HITS_KEPT)
        self._orders: Recent[Hashable, list[int]] = Recent(ORDERS_KEPT)
        self._told: Recent[Hashable, dict[str, int]] = Recent(ORDERS_KEPT)
        self._words: dict[tuple[str, str | None], dict[str, str]] = {}
        self.rows: Recent[tuple[int, dt.date], Recommendation] = Recent(ROWS_KEPT)

    # Building and following

    @classmethod
    def build(cls, *, drafts: bool) -> FacetIndex:
        """Read everything; what is committed while it reads is read again when it follows."""
        version = version_now()
        return cls(Facts.read(drafts=drafts), version, drafts=drafts, days={})

    def followed(self) -> FacetIndex | None:
        """The index as of now: this one if nothing changed; None if it has to be built anew."""
        change = since(self.seen)
        if change.everything:
            return None
        if change.version.count == self.seen.count:
            if not change.version.is_ours:
                self.seen = change.version
            return self
        return self._renewed(change.recommendations, change.version)

    def _renewed(self, changed: list[int], version: Version) -> FacetIndex:
        if not changed:
            return FacetIndex(self.facts, version, drafts=self.drafts, days=self._days.kept)
        pks = [*{*changed, *neighbours(changed)}]
        fresh = Facts.read(drafts=self.drafts, some=pks, known=self.facts)
        facts = self.facts.merged(fresh, pks)
        days = {
            day: kept.merged(facts, Day.of(fresh, day), pks)
            for day, kept in self._days.kept.items()
        }
        return FacetIndex(facts, version, drafts=self.drafts, days=days)

    # Asking

    @property
    def version(self) -> tuple[int, int]:
        """The last change that was followed, and how many there have been."""
        return self.seen.last, self.seen.count

    def day(self, day: dt.date) -> Day:
        """What holds on a day, worked out when first asked for."""
        return self._days.get(day, lambda: Day.of(self.facts, day))

    def kept(self, key: Hashable, rows: Callable[[], QuerySet]) -> BitMap:
        """What a query finds, remembered until the data changes."""
        return self._hits.get(key, lambda: read_keys(rows()))

    def ranked(self, key: Hashable, order: Callable[[], list[int]]) -> list[int]:
        """An order that has to be asked for, remembered until the data changes."""
        return self._orders.get(key, order)

    def told(self, key: Hashable, make: Callable[[], dict[str, int]]) -> dict[str, int]:
        """Counts that are worked out from the bitmaps, remembered until the data changes."""
        return self._told.get(key, make)

    def words(self, facet: Facet) -> dict[str, str]:
        """What a reader sees for each value of a facet, read again when the data changed."""
        key = facet.name, get_language()
        if key not in self._words:
            values = self.facts.values.get(facet.name, {})
            used = [value for value, keys in values.items() if keys]
            used += facet.dated.used(self.facts) if facet.dated else []
            self._words[key] = facet.words(lambda: used)
        return self._words[key]

    def of(self, facet: str, day: dt.date) -> Values:
        """A facet's values on a day; those who stand back or are still to come among them."""
        return self.day(day).values[facet]

    def select(self, chosen: Chosen, day: dt.date, *others: BitMap) -> BitMap:
        """Recommendations that fit every facet chosen (any of its values) and all `others`."""
        there = self.day(day)
        parts = [there.having(name, values) for name, values in chosen.items() if values]
        found = there.universe
        for part in sorted([*parts, *others], key=len):
            found = found & part
        return found

    def counts(
        self, chosen: Chosen, day: dt.date, *others: BitMap, of: Iterable[Facet] = FACETS
    ) -> dict[str, dict[str, int]]:
        """For each facet, or some, its values' counts, its own choice left aside; NONE last."""
        there = self.day(day)
        chosen = {name: values for name, values in chosen.items() if values}
        everything = self.select(chosen, day, *others)
        told = {}
        for facet in of:
            rest = {name: values for name, values in chosen.items() if name != facet.name}
            shown = there.shown(facet, chosen.get(facet.name, []))
            if not shown or (not rest and not others):
                told[facet.name] = shown
                continue
            base = self.select(rest, day, *others) if facet.name in chosen else everything
            values = {**there.values[facet.name], NONE: there.without[facet.name]}
            told[facet.name] = {
                value: base.intersection_cardinality(values[value]) for value in shown
            }
        return told

    def cut(self, found: BitMap, start: int, stop: int, *, backwards: bool = False) -> list[int]:
        """Primary keys from `start` to `stop` of the found ones in the default order."""
        return self.facts.order.cut(found, start, stop, backwards=backwards)
