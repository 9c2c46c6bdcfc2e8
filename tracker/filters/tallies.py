"""Counts of public asks, each the length of the list that the browse page gives for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from django.db.models import Model
from django.http import QueryDict

from .facets import BY_NAME
from .finding import Counts, counts_by_sql, find
from .indexes import current_index
from .recommendations import RecommendationFilter

Row = TypeVar("Row", bound=Model)


class Tallies:
    """
    Counts of the public asks of a day, all of one state of the data.

    With `known_at`, as far as the public could know at that moment: SQL counts that.
    """

    def __init__(self, on: dt.date, known_at: dt.datetime | None = None) -> None:
        self.on, self.known_at = on, known_at
        self.index = None if known_at else current_index()

    def by_value(self, **only: Iterable[str]) -> Counts:
        """For each facet how many have each value, among those with `only`."""
        if self.index:
            return self.index.counts(_lists(only), self.on)
        return find(self._asked(only)).counts()

    def of(self, name: str, **only: Iterable[str]) -> Mapping[str, int]:
        """The same for one facet, which is quicker: counts with `only` are made page by page."""
        if self.index:
            return self.index.counts(_lists(only), self.on, of=[BY_NAME[name]])[name]
        return counts_by_sql(self._asked(only), [BY_NAME[name]])[name]

    def oldest(self, **only: Iterable[str]) -> tuple[int, int | None]:
        """How many with `only` there are, and the key of the one that was asked first."""
        if self.index:
            found = self.index.select(_lists(only), self.on)
            first = self.index.cut(found, 0, 1, backwards=True)
            return len(found), next(iter(first), None)
        finding = find(self._asked(only))
        return finding.total, next(iter(finding.keys(0, 1, "oldest")), None)

    def crossed(self, name: str, **only: Iterable[str]) -> dict[str, int]:
        """The values of one facet that occur among those with `only`, kept until data changes."""
        if self.index:
            key = ("crossed", name, self.on, *((n, *v) for n, v in only.items()))
            return self.index.told(key, lambda: self._crossed(name, only))
        return {value: count for value, count in self.of(name, **only).items() if count}

    def _crossed(self, name: str, only: Mapping[str, Iterable[str]]) -> dict[str, int]:
        assert self.index is not None  # noqa: S101 - only it calls this
        found = self.index.select(_lists(only), self.on)
        values = self.index.of(name, self.on)
        counts = {value: found.intersection_cardinality(keys) for value, keys in values.items()}
        return {value: count for value, count in counts.items() if count}

    def _asked(self, only: Mapping[str, Iterable[str]]) -> RecommendationFilter:
        query = QueryDict(mutable=True)
        for name, values in only.items():
            query.setlist(name, list(values))
        return RecommendationFilter(query, on=self.on, known_at=self.known_at)


def _lists(only: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    return {name: list(values) for name, values in only.items()}


def counted(
    rows: Iterable[Row], name: str, counts: Mapping[str, int], value: Callable[[Row], str]
) -> list[Row]:
    """Rows that each know, under `name`, how many asks have their value."""
    found = list(rows)
    for row in found:
        setattr(row, name, counts.get(value(row), 0))
    return found
