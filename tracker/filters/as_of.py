"""The day a page is asked about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

EARLIEST = dt.date(1951, 7, 28)  # the Refugee Convention: nothing here is older

TO_COME = "That day is still to come. Choose today or an earlier day."


@dataclass(frozen=True)
class AsOf:
    """The day whose state is shown, and what was wrong with the day asked for, if anything."""

    day: dt.date
    today: dt.date
    error: str = ""

    @property
    def is_today(self) -> bool:
        return self.day == self.today


def read_as_of(query: Mapping[str, str], *, today: dt.date) -> AsOf:
    """The day in `as_of=YYYY-MM-DD`; today without one, and today with an error for a bad one."""
    text = query.get("as_of", "").strip()
    if not text:
        return AsOf(today, today)
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:  # Python also reads 20240123 and 2024-W04-2
        return AsOf(today, today, f"“{text[:30]}” is no date. Write it as 2024-01-23.")
    if day > today:
        return AsOf(today, today, TO_COME)
    if day < EARLIEST:
        return AsOf(today, today, f"Choose a day from {EARLIEST.isoformat()} on.")
    return AsOf(day, today)
