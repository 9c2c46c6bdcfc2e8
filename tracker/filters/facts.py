"""What the index holds of recommendations apart from a day, and how a few of them are renewed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from pyroaring import BitMap

from tracker.models import Recommendation, State
from tracker.models.recommendations import RecommendationQuerySet

from .entries import Entries
from .facets import FACETS, LATEST
from .order import Order
from .packed import Some, Values, any_of, bitmap, read_keys, read_values


def audience(drafts: bool) -> RecommendationQuerySet:
    """Whom the index is for: the public, or staff, who see drafts too but nothing withdrawn."""
    rows = Recommendation.objects.all()
    return rows.exclude(state=State.WITHDRAWN) if drafts else rows.published()


@dataclass(frozen=True)
class Facts:
    """
    The recommendations that one audience may see, in order, and their values.

    `split` are items that stand back for their limbs. `values` are those of facets that no day
    changes; `entries` and `silence` are what dated facets are worked out from. Never changed once
    made: who holds it may go on reading it.
    """

    order: Order
    split: BitMap
    values: dict[str, Values]
    silence: dict[str, Values]
    entries: dict[str, Entries]

    @cached_property
    def known(self) -> Values:
        """For each facet that no day changes those that have any value."""
        return {name: any_of(values) for name, values in self.values.items()}

    @classmethod
    def read(cls, *, drafts: bool, some: Some = None, known: Facts | None = None) -> Facts:
        """Everything, or `some` of it, whose entries then continue the names of `known`."""
        rows = audience(drafts) if some is None else audience(drafts).filter(pk__in=some)
        order = Order.read(rows)
        there = bitmap(np.sort(order.pks))
        lasting = {f.name: f.pairs(dt.date.max) for f in FACETS if not f.is_dated}
        silence = {latest.name: [latest.silence()] for latest in LATEST}
        return cls(
            order=order,
            split=there - read_keys(rows.singly().values("pk")),
            values=_within(there, read_values(lasting, some)),
            silence=_within(there, read_values(silence, some)),
            entries={
                latest.name: Entries.read(
                    latest.entries(None), known.entries[latest.name].names if known else (), some
                )
                for latest in LATEST
            },
        )

    def merged(self, fresh: Facts, pks: list[int]) -> Facts:
        """These with what they hold of `pks` replaced by what was read afresh."""
        keys, gone = np.array(pks, dtype=np.int32), BitMap(pks)
        return Facts(
            order=self.order.merged(fresh.order, keys),
            split=self.split - gone | fresh.split,
            values=merged_all(self.values, fresh.values, gone),
            silence=merged_all(self.silence, fresh.silence, gone),
            entries={
                name: entries.merged(fresh.entries[name], keys)
                for name, entries in self.entries.items()
            },
        )


def merged_all(old: dict[str, Values], new: dict[str, Values], gone: BitMap) -> dict[str, Values]:
    return {name: merged(values, new[name], gone) for name, values in old.items()}


def merged(old: Values, new: Values, gone: BitMap) -> Values:
    """A facet's values with some keys replaced; a bitmap that changes is a new one."""
    found = dict(old)
    for value, keys in old.items():
        fresh = new.get(value)
        if fresh or keys.intersect(gone):
            found[value] = keys - gone | (fresh or BitMap())
    return found | {value: keys for value, keys in new.items() if value not in old}


def _within(there: BitMap, facets: dict[str, Values]) -> dict[str, Values]:
    """Without the recommendations that this audience may not see."""
    return {
        name: {value: seen for value, keys in values.items() if (seen := keys & there)}
        for name, values in facets.items()
    }
