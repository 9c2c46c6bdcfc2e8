"""The chart of the home page that shows the years."""

from __future__ import annotations

from collections.abc import Callable

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracker.charts.years import Column, Series, Years, risen
from tracker.filters.over_time import Counts, OverTime
from tracker.lib.partial_dates import PartialDate

from .page import AsOf

_BASIS = _(
    "Asks and recommendations count in the year in which they were made; what an NGO asks together "
    "with a State or a UN body counts in both rows. An answer counts once for each recommendation, "
    "in the year of the latest, and a recorded silence is none. Developments without a date, or "
    "before the first ask, are not shown."
)
Query = dict[str, str | list[str]]


def over_time_chart(found: OverTime, as_of: AsOf) -> Years:
    """What was asked, answered and recorded, year by year; each number leads to its list."""

    def row(label: str, counts: Counts, query: Callable[[str], Query], to: str) -> Series:
        columns = [
            Column(counts.get(year, 0), _address(to, query(year), as_of)) for year in found.years
        ]
        return Series(label, columns)

    asks, developments = "public:recommendations", "public:developments"
    series = [
        row(gettext("Asks of NGOs"), found.asks, lambda y: {"year": y, "asked_by": "ngo"}, asks),
        row(
            gettext("Recommendations of UN bodies and States"), found.outputs,
            lambda y: {"year": y, "asked_by": ["un", "state"]}, asks,
        ),
        row(gettext("Answers of China"), found.answers, lambda y: {"answered": y}, asks),
        row(gettext("Developments"), found.developments, lambda y: {"year": y}, developments),
    ]  # fmt: skip
    told = gettext("As of {day}.").format(day=PartialDate.of(as_of.day).label)
    return Years(
        title=gettext("Asks, recommendations, answers and developments by year"),
        finding=_finding(found),
        basis=f"{told} {_BASIS}",
        years=found.years,
        series=risen(series),
    )


def _finding(found: OverTime) -> str:
    ngos, others = _fullest(found.asks), _fullest(found.outputs)
    if ngos and others:
        told = gettext(
            "NGOs asked most in {ngo_year} ({ngo_count}), "
            "UN bodies and States most in {year} ({count})."
        )
    elif ngos:
        told = gettext("NGOs asked most in {ngo_year} ({ngo_count}).")
    elif others:
        told = gettext("UN bodies and States asked most in {year} ({count}).")
    else:
        told = gettext("Nothing had been asked by this day.")
    return told.format(
        ngo_year=ngos, ngo_count=found.asks.get(ngos), year=others, count=found.outputs.get(others)
    )


def _fullest(counts: Counts) -> str:
    """The year with the most, the latest of several; none if nothing was counted."""
    return max(counts, key=lambda year: (counts[year], year), default="")


def _address(name: str, query: Query, as_of: AsOf) -> str:
    return f"{reverse(name)}?{urlencode({**query, **as_of.query}, doseq=True)}"
