"""Dated entries in arrays: what held on any day, without asking the database."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
from pyroaring import BitMap

from .packed import ENTRY, Pairs, Some, Values, bitmap, day_number, read_entries

_YEAR = 10_000  # what a day's number (20230512) is divided by


@dataclass(frozen=True)
class Last:
    """The last entry of each recommendation that has one by a day: ascending `recs`."""

    recs: np.ndarray
    since: np.ndarray
    values: Values

    def before(self, limit: int) -> BitMap:
        """Those whose last entry began before a day."""
        return bitmap(self.recs[self.since < limit])

    def by_year(self) -> Values:
        """The recommendations by the year in which their last entry began."""
        years = self.since // _YEAR
        return {str(year): bitmap(self.recs[years == year]) for year in np.unique(years)}


@dataclass(frozen=True)
class Entries:
    """
    Entries by recommendation and then by time; three parallel arrays.

    `value` is a position in `names`.
    """

    names: tuple[str, ...]
    rec: np.ndarray
    since: np.ndarray
    value: np.ndarray

    @classmethod
    def read(cls, rows: Pairs, names: tuple[str, ...] = (), some: Some = None) -> Entries:
        """Read from rows of `rec`, `value`, `since` and `at`; `names` are those known already."""
        found = read_entries(rows, some)
        names += tuple(sorted(set(found) - set(names)))
        parts = [(names.index(value), entries) for value, entries in found.items()]
        every = np.concatenate([entries for _, entries in parts] or [np.empty(0, dtype=ENTRY)])
        values = np.concatenate(
            [np.full(len(entries), n, dtype=np.int8) for n, entries in parts]
            or [np.empty(0, dtype=np.int8)]
        )
        order = np.lexsort((every["pk"], every["at"], every["since"], every["rec"]))
        rec, since = (every[name].astype(np.int32)[order] for name in ("rec", "since"))
        return cls(names, rec, since, values[order])

    def merged(self, fresh: Entries, pks: np.ndarray) -> Entries:
        """
        These with the entries of `pks` replaced by `fresh`, whose names continue these.

        Themselves if nothing changes: whoever still reads an older index then shares them.
        """
        stay = ~np.isin(self.rec, pks)
        old = Entries(self.names, self.rec[~stay], self.since[~stay], self.value[~stay])
        if old.is_like(fresh):
            return self
        rec = self.rec[stay]
        at = np.searchsorted(rec, fresh.rec, side="left")
        return Entries(
            fresh.names,
            np.insert(rec, at, fresh.rec),
            np.insert(self.since[stay], at, fresh.since),
            np.insert(self.value[stay], at, fresh.value),
        )

    def is_like(self, other: Entries) -> bool:
        """Whether these say the same as others."""
        return self.names == other.names and all(
            np.array_equal(getattr(self, name), getattr(other, name))
            for name in ("rec", "since", "value")
        )

    def years(self, among: BitMap) -> list[str]:
        """The years in which any entry of some recommendations began."""
        years = self.since // _YEAR
        return [str(y) for y in np.unique(years) if among.intersect(bitmap(self.rec[years == y]))]

    def last(self, day: dt.date) -> Last:
        """What each recommendation's last entry by a day says."""
        begun = np.flatnonzero(self.since <= day_number(day))
        rec = self.rec[begun]
        is_last = np.ones(len(rec), dtype=bool)
        is_last[:-1] = rec[1:] != rec[:-1]
        recs, value = rec[is_last], self.value[begun[is_last]]
        values = {name: bitmap(recs[value == n]) for n, name in enumerate(self.names)}
        return Last(recs, self.since[begun[is_last]], values)
