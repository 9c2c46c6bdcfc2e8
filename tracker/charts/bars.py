"""Counts as bars: a table whose rows carry their own bar, so that chart and table are one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Bar:
    """One row: `width` in hundredths of the longest, `shape` a status whose mark stands before it."""

    label: str
    count: int
    address: str
    width: float = 0
    look: str = ""
    shape: str = ""


@dataclass(frozen=True)
class Bars:
    """A chart: what it shows, what it finds, on which basis it counts."""

    title: str
    of: str
    finding: str
    basis: str
    rows: list[Bar]


def scaled(rows: Iterable[Bar]) -> list[Bar]:
    """The same rows with their widths, the longest bar taking 100."""
    rows = list(rows)
    longest = max((row.count for row in rows), default=0) or 1
    return [
        Bar(
            row.label,
            row.count,
            row.address,
            round(100 * row.count / longest, 1),
            row.look,
            row.shape,
        )
        for row in rows
    ]
