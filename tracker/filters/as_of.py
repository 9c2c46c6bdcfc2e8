"""The day a page is asked about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

EARLIEST = dt.date(1951, 7, 28)  # the Refugee Convention: nothing here is older

Moment = dt.datetime | None  # as far as the public could know then; None: now
TO_COME = _("That day is still to come. Choose today or an earlier day.")


@dataclass(frozen=True)
class AsOf:
    """
    The day whose state is shown, and what was wrong with the day asked for, if anything.

    `published` is the day whose tracker is shown, if that is an earlier one: what it said then.
    `is_kept`: whether what is shown can be told from what it says now; else it is said that not.
    """

    day: dt.date
    today: dt.date
    error: str = ""
    published: dt.date | None = None
    published_error: str = ""
    is_kept: bool = False

    @property
    def is_today(self) -> bool:
        """Whether this is what the tracker says now of today."""
        return self.day == self.today and not self.published

    @property
    def known_at(self) -> dt.datetime | None:
        """The last moment of the day as published on which it is shown; None for now."""
        if self.published is None or not self.is_kept:
            return None
        return timezone.make_aware(dt.datetime.combine(self.published, dt.time.max))

    @property
    def query(self) -> dict[str, str]:
        """The parameters that a link needs to stay in what is shown."""
        published = self.published if self.is_kept else None
        day = {} if self.day == (published or self.today) else {"as_of": str(self.day)}
        return day | ({"published_on": str(published)} if published else {})


def read_as_of(query: Mapping[str, str], *, today: dt.date) -> AsOf:
    """The day in `as_of=YYYY-MM-DD`; today without one, and today with an error for a bad one."""
    day, error = _read_day(query.get("as_of", ""), today)
    return AsOf(day or today, today, error)


def read_days(query: Mapping[str, str], *, today: dt.date) -> AsOf:
    """
    The same with the day in `published_on`, whose tracker is to be shown; None if that is today's.

    Without `as_of`, what held on that day is shown.
    """
    day, error = _read_day(query.get("as_of", ""), today)
    published, published_error = _read_day(query.get("published_on", ""), today)
    if published == today:
        published = None
    return AsOf(day or published or today, today, error, published, published_error)


def _read_day(given: str, today: dt.date) -> tuple[dt.date | None, str]:
    """A day that has come; or None, and what is wrong with what is given, if that is anything."""
    text = given.strip()
    if not text:
        return None, ""
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:  # Python also reads 20240123 and 2024-W04-2
        told = gettext("“{given}” is no date. Write it as 2024-01-23.")
        return None, told.format(given=text[:30])
    if day > today:
        return None, str(TO_COME)
    if day < EARLIEST:
        told = gettext("Choose a day from {earliest} on.")
        return None, told.format(earliest=EARLIEST.isoformat())
    return day, ""
