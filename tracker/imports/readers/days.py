"""Dates as tables have them: ISO, Excel's numbers, words in several languages."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from functools import lru_cache

from tracker.lib.partial_dates import PartialDate

_EXCELS_BEGINNING = dt.date(1899, 12, 30)
_FIRST, _LAST = 10_000, 80_000  # Excel's numbers of 1927 and 2119: not years, and not ids
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2})[t ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:z|[+-]\d\d:?\d\d)?"
)
_YEAR_FIRST = re.compile(  # 2023/5/12, 2023. 5. 12., 2023년 5월 12일, 2023年5月12日
    r"(\d{4})\s*[-/.년年]\s*(\d{1,2})\s*(?:[-/.월月]\s*(?:(\d{1,2})\s*[.일日号號]?)?)?"
)
_YEAR_ONLY = re.compile(r"(\d{4})\s*[년年]")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})")
_MONTHS = {
    name.casefold().rstrip("."): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_DAY_MONTH = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]+)\.?,?\s+(\d{4})")
_MONTH_DAY = re.compile(r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")


@lru_cache(maxsize=10_000)  # a table has far fewer days than rows
def day_of(text: str) -> str | None:
    """
    A date as records have it: a day, a month or a year in ISO 8601; None if it is none.

    `12/05/2023` is none: nobody knows which of the two is the month. `13/05/2023` is one.
    """
    said = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    if found := _MOMENT.fullmatch(said):
        said = found[1]
    for read in (_iso, _serial, _year_first, _day_first, _in_words):
        if parts := read(said):
            return _checked(*parts)
    return None


Parts = tuple[int, int | None, int | None]


def _iso(said: str) -> Parts | None:
    try:
        date = PartialDate.parse(said)
    except ValueError:
        return None
    return date.year, date.month, date.day


def _serial(said: str) -> Parts | None:
    found = _SERIAL.fullmatch(said)
    if not found or not _FIRST <= int(found[1]) <= _LAST:
        return None
    day = _EXCELS_BEGINNING + dt.timedelta(days=int(found[1]))
    return day.year, day.month, day.day


def _year_first(said: str) -> Parts | None:
    if found := _YEAR_ONLY.fullmatch(said):
        return int(found[1]), None, None
    found = _YEAR_FIRST.fullmatch(said)
    return (int(found[1]), int(found[2]), int(found[3]) if found[3] else None) if found else None


def _day_first(said: str) -> Parts | None:
    found = _DAY_FIRST.fullmatch(said)
    if not found:
        return None
    first, second, year = (int(part) for part in found.groups())
    if first > 12 >= second or first == second:
        return year, second, first
    return (year, first, second) if second > 12 >= first else None


def _in_words(said: str) -> Parts | None:
    if (found := _MONTH_DAY.fullmatch(said)) and found[1] in _MONTHS:
        return int(found[3]), _MONTHS[found[1]], int(found[2])
    if (found := _DAY_MONTH.fullmatch(said)) and found[2] in _MONTHS:
        return int(found[3]), _MONTHS[found[2]], int(found[1]) if found[1] else None
    return None


def _checked(year: int, month: int | None, day: int | None) -> str | None:
    try:
        return str(PartialDate(year, month, day))
    except ValueError:
        return None
