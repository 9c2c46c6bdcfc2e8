from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from tracker.charts.bars import Bar, Bars, scaled
from tracker.filters.developments import public_developments
from tracker.filters.facet_words import ASKED_BY
from tracker.filters.lately import changed_lately
from tracker.filters.over_time import over_time
from tracker.filters.recommendations import longest_assessed
from tracker.filters.reviews import next_milestones, public_cycles, with_counts
from tracker.filters.tallies import Tallies
from tracker.filters.treaties import articles_invoked_most
from tracker.models import Position, Status, Theme
from tracker.models.responses import ACCEPTED_POSITIONS, UNRECORDED_POSITIONS

from . import about
from .over_time import over_time_chart
from .page import AsOf, Context, public_page

LATELY = 6  # changes shown
ANSWERS = {  # said only where there are some: one of them, several of them
    Position.PARTLY_ACCEPTED: ("is partly accepted", "are partly accepted"),
    Position.NOTED: ("is noted", "are noted"),
    Position.NOT_ACCEPTED: ("is not accepted", "are not accepted"),
    Position.PENDING: ("is pending", "are pending"),
    Position.NO_REPLY: ("has had no reply", "have had no reply"),
}


@dataclass(frozen=True)
class Answer:
    """How many asks China answered in some way; in words that agree with the number."""

    count: int
    positions: list[str]
    words: str = ""


@public_page("public/home.html")
def home(request: HttpRequest, as_of: AsOf) -> Context:
    tallies = Tallies(as_of.day)
    counts = tallies.by_value()
    return {
        **_told_by_year(tallies, as_of),
        **_waiting(tallies, as_of),
        "by_asker": {name: counts["asked_by"].get(name, 0) for name in ASKED_BY},
        **_findings(counts, as_of),
        "themes": _themes(counts["theme"]),
        "articles": articles_invoked_most(tallies, 8),
        "cycles": with_counts(public_cycles(as_of.day)[:6], tallies),
        "developments": public_developments(as_of.day).exclude(happened_on=None)[:5],
        "milestones": next_milestones(as_of.day),
    }


def _told_by_year(tallies: Tallies, as_of: AsOf) -> Context:
    """The chart of the years, and the first of them."""
    chart = over_time_chart(over_time(tallies), as_of)
    return {"first": min(tallies.of("year"), default=""), "over_time_chart": chart}


def _waiting(tallies: Tallies, as_of: AsOf) -> Context:
    """What nobody has assessed, the oldest ask of it, and, of today, what changed last."""
    unassessed, oldest = tallies.oldest(assessed=["never"])
    oldest = oldest or longest_assessed(as_of.day)
    changes, known = changed_lately(LATELY if as_of.is_today else 0, [oldest] if oldest else [])
    return {
        "unassessed": unassessed,
        "oldest": known.get(oldest) if oldest else None,
        "changes": changes,
    }


def _findings(counts: Mapping[str, Mapping[str, int]], as_of: AsOf) -> Context:
    """The two charts, and what they find, which is what the page is about."""
    found = _answered({p: counts["position"].get(p.value, 0) for p in Position}, as_of)
    found |= _assessed({s: counts["status"].get(s.value, 0) for s in Status}, as_of)
    for name in ("position", "status"):
        chart = found[f"{name}_chart"]
        found[f"{name}_chart"] = replace(chart, name=name, query=_on_day(as_of))
    told = f"{found['status_chart'].finding} {found['position_chart'].finding}"
    return {**found, "about": about.everything(told)}


def _answered(positions: dict[Position, int], as_of: AsOf) -> Context:
    asked = sum(positions.values())
    accepted = [position.value for position in ACCEPTED_POSITIONS]
    return {
        "asked": asked,
        "replied": asked - sum(positions[position] for position in UNRECORDED_POSITIONS),
        "accepted": Answer(sum(positions[p] for p in ACCEPTED_POSITIONS), accepted),
        "answers": [
            Answer(n, [position.value], one if n == 1 else several)
            for position, (one, several) in ANSWERS.items()
            if (n := positions[position])
        ],
        "position_chart": position_chart(positions, as_of),
    }


def _assessed(statuses: dict[Status, int], as_of: AsOf) -> Context:
    assessed = sum(statuses.values()) - statuses[Status.NOT_ASSESSED]
    return {"assessed": assessed, "status_chart": status_chart(statuses, as_of)}


def position_chart(positions: dict[Position, int], as_of: AsOf, **scope: str) -> Bars:
    """Of all asks, or of those within `scope` (facets and values)."""
    asked = sum(positions.values()) - positions[Position.NOT_ASKED_FOR]
    accepted = sum(positions[position] for position in ACCEPTED_POSITIONS)
    found = f"Of {_asks(asked)} on which China was to answer, it has accepted {accepted or 'none'}."
    rows = [
        Bar(
            p.label,
            n,
            _browse(as_of, **scope, position=p.value),
            is_quiet=p in UNRECORDED_POSITIONS,
        )
        for p, n in positions.items()
    ]
    return Bars(
        title="China’s position",
        of="Position",
        finding=found if asked else "No procedure asks China to answer any of these.",
        basis="One position for each ask: the latest that China gave. The UN counts what is "
        "accepted as “supported”; partly accepted, noted and not accepted as “noted”. For the "
        "others it has no word.",
        rows=scaled(rows),
        day=as_of.day,
    )


def status_chart(statuses: dict[Status, int], as_of: AsOf, **scope: str) -> Bars:
    """The same of our assessments."""
    asked, waiting = sum(statuses.values()), statuses[Status.NOT_ASSESSED]
    rows = [
        Bar(
            s.full_label,
            n,
            _browse(as_of, **scope, status=s.value),
            look=f"bar-{s.value}",
            shape=s.value,
            is_quiet=s is Status.NOT_ASSESSED,
        )
        for s, n in statuses.items()
    ]
    return Bars(
        title="Our assessment",
        of="Status",
        finding=f"{asked - waiting} of {_asks(asked)} {'has' if asked == 1 else 'have'} been "
        f"assessed; "
        f"{statuses[Status.A] or 'none'} found largely implemented.",
        basis="Not yet assessed is no finding: nobody has weighed the evidence yet.",
        rows=scaled(rows),
        day=as_of.day,
    )


def _on_day(as_of: AsOf) -> str:
    return "" if as_of.is_today else f"?as_of={as_of.day}"


def _asks(count: int) -> str:
    return f"{count} ask{'' if count == 1 else 's'}"


def _browse(as_of: AsOf, **query: str) -> str:
    return f"{reverse('public:recommendations')}?{urlencode({**query, **as_of.query})}"


def _themes(counts: Mapping[str, int]) -> list[tuple[Theme, int]]:
    """The eight most frequent themes."""
    found = [(theme, counts.get(theme.code, 0)) for theme in Theme.objects.all()]
    asked = [(theme, count) for theme, count in found if count]
    return sorted(asked, key=lambda pair: -pair[1])[:8]
