"""Dates that know how much of them is known: a day, a month or only a year."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import get_language

_UNITS = {  # of year, month and day where a date is written in that order, and what parts them
    "ko": (("년", "월", "일"), " "),
    "zh-hans": (("年", "月", "日"), ""),
}
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Precision(StrEnum):
    """How much of a date is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, order=False)
class PartialDate:
    """
    A date of day, month or year precision, written as the start of an ISO 8601 date:
    `2023`, `2023-05`, `2023-05-12`.

    Sorts as that text does: by time, and a vaguer date before the sharper ones it contains.
    So a vague date counts from the first day it may mean; `2023` is already there on
    1 January 2023.

    Raises ValueError for a month or day that does not exist.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("A day needs its month.")
        if not 1000 <= self.year <= 9999:
            raise ValueError(f"{self.year} is not a year of four digits.")
        dt.date(
            self.year,
            1 if self.month is None else self.month,
            1 if self.day is None else self.day,
        )

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; ValueError for anything else."""
        found = _ISO.fullmatch(text.strip())
        if not found or not text.isascii():
            raise ValueError("Write a date as 2023-05-12, 2023-05 or 2023.")
        try:
            return cls(*(int(part) for part in found.groups() if part))
        except ValueError:
            raise ValueError(f"There is no such date as {text.strip()}.") from None

    @classmethod
    def of(cls, day: dt.date) -> PartialDate:
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        if self.day:
            return Precision.DAY
        return Precision.MONTH if self.month else Precision.YEAR

    @property
    def first_day(self) -> dt.date:
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> dt.date:
        month = self.month or 12
        last = self.day or calendar.monthrange(self.year, month)[1]
        return dt.date(self.year, month, last)

    @property
    def label(self) -> str:
        """As a reader sees it, in the page's language: `12 May 2023`, `2023년 5월`, `2023年`."""
        if found := _UNITS.get(get_language() or ""):
            units, gap = found
            parts = zip((self.year, self.month, self.day), units, strict=True)
            return gap.join(f"{part}{unit}" for part, unit in parts if part)
        month = f"{calendar.month_name[self.month]} " if self.month else ""
        return f"{f'{self.day} ' if self.day else ''}{month}{self.year}"

    def __str__(self) -> str:
        month = f"-{self.month:02}" if self.month else ""
        return f"{self.year:04}{month}{f'-{self.day:02}' if self.day else ''}"

    def __lt__(self, other: PartialDate) -> bool:
        return str(self) < str(other)

    def __le__(self, other: PartialDate) -> bool:
        return str(self) <= str(other)

    def __gt__(self, other: PartialDate) -> bool:
        return str(self) > str(other)

    def __ge__(self, other: PartialDate) -> bool:
        return str(self) >= str(other)
