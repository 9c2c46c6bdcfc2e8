"""Counts as bars: a table whose rows carry their own bar, so that chart and table are one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Bar:
    """
    One row: `width` in hundredths of the longest, `look` and `shape` those of a status.

    A quiet row counts what is no finding; it has no bar and stands after the others.
    """

    label: str
    count: int
    address: str
    width: float = 0
    look: str = ""
    shape: str = ""
    is_quiet: bool = False


@dataclass(frozen=True)
class Bars:
    """
    A chart: what it shows, what it finds, on which basis it counts.

    It counts what was so on its `day`, if that is said. One with a `name` can be had for other
    sites: `query` asks for it as it is, of a day or of some asks alone, and `within` says which
    these are.
    """

    title: str
    of: str
    finding: str
    basis: str
    rows: list[Bar]
    name: str = ""
    query: str = ""
    within: str = ""
    day: dt.date | None = None


def scaled(rows: Iterable[Bar]) -> list[Bar]:
    """The same rows with their widths, the longest bar taking 100; quiet ones last, without."""
    rows = sorted(rows, key=lambda row: row.is_quiet)
    longest = max((row.count for row in rows if not row.is_quiet), default=0) or 1
    return [
        row if row.is_quiet else replace(row, width=round(100 * row.count / longest, 1))
        for row in rows
    ]
