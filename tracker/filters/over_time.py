"""What was asked, answered and recorded year by year."""

from __future__ import annotations

from dataclasses import dataclass

from .developments import developments_by_year, public_developments
from .tallies import Tallies

Counts = dict[str, int]
MOST = 40  # years


@dataclass(frozen=True)
class OverTime:
    """The years from the first ask to the day's, and for each what there was of four things."""

    years: list[str]
    asks: Counts
    outputs: Counts
    answers: Counts
    developments: Counts


def over_time(tallies: Tallies) -> OverTime:
    """
    The history up to the day of some tallies.

    Asks of NGOs, and those of UN bodies and States, by the year in which they were made; asks by
    the year of China's latest answer; developments by the year in which they began.
    """
    asks = tallies.crossed("year", asked_by=["ngo"])
    outputs = tallies.crossed("year", asked_by=["un", "state"])
    known = [int(year) for year in {**asks, **outputs}]
    last = tallies.on.year
    years = range(max(min(known, default=last), last - MOST + 1), last + 1)
    return OverTime(
        [str(year) for year in years],
        asks,
        outputs,
        tallies.crossed("answered"),
        developments_by_year(public_developments(tallies.on, tallies.known_at)),
    )
