"""Counts by year as columns: a table whose cells carry their own column, chart and table in one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Column:
    """One year of a series: `height` in hundredths of the highest column of all series."""

    count: int
    address: str
    height: float = 0

    @property
    def top(self) -> float:
        """Where the column begins, from above."""
        return round(100 - self.height, 1)


@dataclass(frozen=True)
class Series:
    """What is counted, year by year, and altogether."""

    label: str
    columns: list[Column]

    @property
    def count(self) -> int:
        return sum(column.count for column in self.columns)


@dataclass(frozen=True)
class Years:
    """A chart: what it shows, what it finds, on which basis it counts."""

    title: str
    finding: str
    basis: str
    years: list[str]
    series: list[Series]


def risen(series: Iterable[Series]) -> list[Series]:
    """The same series with the heights of their columns; all on one measure, so they compare."""
    series = list(series)
    highest = max((c.count for row in series for c in row.columns), default=0) or 1
    return [
        replace(row, columns=[_risen(column, highest) for column in row.columns]) for row in series
    ]


def _risen(column: Column, highest: int) -> Column:
    return replace(column, height=round(100 * column.count / highest, 1))
