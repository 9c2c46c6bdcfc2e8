from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from tracker.charts.bars import Bar, Bars, scaled
from tracker.filters.developments import public_developments
from tracker.filters.facet_words import ASKED_BY
from tracker.filters.lately import changed_lately
from tracker.filters.over_time import over_time
from tracker.filters.recommendations import longest_assessed
from tracker.filters.reviews import next_milestones, public_cycles, with_counts
from tracker.filters.tallies import Tallies
from tracker.filters.treaties import articles_invoked_most
from tracker.models import Development, Position, Status, Theme
from tracker.models.responses import ACCEPTED_POSITIONS, UNRECORDED_POSITIONS

from . import about
from .over_time import over_time_chart
from .page import AsOf, Context, public_page

LATELY = 6  # changes shown
_OTHERWISE: dict[Position, Callable[[int], str]] = {  # words that agree with their number
    Position.PARTLY_ACCEPTED: lambda n: ngettext(
        "{number} is partly accepted", "{number} are partly accepted", n
    ),
    Position.NOTED: lambda n: ngettext("{number} is noted", "{number} are noted", n),
    Position.NOT_ACCEPTED: lambda n: ngettext(
        "{number} is not accepted", "{number} are not accepted", n
    ),
    Position.PENDING: lambda n: ngettext("{number} is pending", "{number} are pending", n),
    Position.NO_REPLY: lambda n: ngettext(
        "{number} has had no reply", "{number} have had no reply", n
    ),
}


@dataclass(frozen=True)
class Accepted:
    """How many asks China accepted, and their list."""

    count: int
    address: str


@public_page("public/home.html", is_kept=True)
def home(request: HttpRequest, as_of: AsOf) -> Context:
    tallies = Tallies(as_of.day, as_of.known_at)
    counts = tallies.by_value()
    return {
        **_told_by_year(tallies, as_of),
        **_waiting(tallies, as_of),
        "by_asker": {name: counts["asked_by"].get(name, 0) for name in ASKED_BY},
        **_findings(counts, as_of),
        "themes": _themes(counts["theme"]),
        "articles": articles_invoked_most(tallies, 8),
        "cycles": with_counts(public_cycles(as_of)[:6], tallies),
        "developments": _developments(as_of),
        "milestones": next_milestones(as_of),
    }


def _developments(as_of: AsOf) -> QuerySet[Development]:
    """The last five that have a date."""
    return public_developments(as_of.day, as_of.known_at).exclude(happened_on=None)[:5]


def _told_by_year(tallies: Tallies, as_of: AsOf) -> Context:
    """The chart of the years, and the first of them."""
    chart = over_time_chart(over_time(tallies), as_of)
    return {"first": min(tallies.of("year"), default=""), "over_time_chart": chart}


def _waiting(tallies: Tallies, as_of: AsOf) -> Context:
    """What nobody has assessed, the oldest ask of it, and, of today, what changed last."""
    unassessed, oldest = tallies.oldest(assessed=["never"])
    oldest = oldest or longest_assessed(as_of.day, as_of.known_at)
    changes, known = changed_lately(LATELY if as_of.is_today else 0, [oldest] if oldest else [])
    return {
        "unassessed": unassessed,
        "oldest": known.get(oldest) if oldest else None,
        "changes": changes,
    }


def _findings(counts: Mapping[str, Mapping[str, int]], as_of: AsOf) -> Context:
    """
    The two charts, and what they find, which is what the page is about.

    What leads to files and other sites tells what is published now, so it is for those charts only.
    """
    found = _answered({p: counts["position"].get(p.value, 0) for p in Position}, as_of)
    found |= _assessed({s: counts["status"].get(s.value, 0) for s in Status}, as_of)
    for name in () if as_of.known_at else ("position", "status"):
        chart = found[f"{name}_chart"]
        found[f"{name}_chart"] = replace(chart, name=name, query=_on_day(as_of))
    told = f"{found['status_chart'].finding} {found['position_chart'].finding}"
    return {**found, "about": about.everything(told, is_now=not as_of.known_at)}


def _answered(positions: dict[Position, int], as_of: AsOf) -> Context:
    asked = sum(positions.values())
    accepted = [position.value for position in ACCEPTED_POSITIONS]
    address = _browse(as_of, position=accepted)
    return {
        "asked": asked,
        "to_answer": asked - positions[Position.NOT_ASKED_FOR],
        "replied": asked - sum(positions[position] for position in UNRECORDED_POSITIONS),
        "accepted": Accepted(sum(positions[p] for p in ACCEPTED_POSITIONS), address),
        "answers": other_answers(positions, as_of),
        "position_chart": position_chart(positions, as_of),
    }


def other_answers(positions: Mapping[Position, int], as_of: AsOf, **scope: str) -> list[SafeString]:
    """How China answered what it did not accept: a clause for each way that there was."""
    clauses = []
    for position, words in _OTHERWISE.items():
        if count := positions[position]:
            address = _browse(as_of, **scope, position=position.value)
            link = format_html('<a href="{}">{}</a>', address, count)
            clauses.append(format_html(words(count), number=link))
    return clauses


def _assessed(statuses: dict[Status, int], as_of: AsOf) -> Context:
    assessed = sum(statuses.values()) - statuses[Status.NOT_ASSESSED]
    return {"assessed": assessed, "status_chart": status_chart(statuses, as_of)}


def position_chart(positions: dict[Position, int], as_of: AsOf, **scope: str) -> Bars:
    """Of all asks, or of those within `scope` (facets and values)."""
    asked = sum(positions.values()) - positions[Position.NOT_ASKED_FOR]
    accepted = sum(positions[position] for position in ACCEPTED_POSITIONS)
    rows = [
        Bar(
            str(p.label),
            n,
            _browse(as_of, **scope, position=p.value),
            is_quiet=p in UNRECORDED_POSITIONS,
        )
        for p, n in positions.items()
    ]
    return Bars(
        title=gettext("China’s position"),
        of=gettext("Position"),
        finding=_found_of_positions(asked, accepted),
        basis=gettext(
            "One position for each ask: the latest that China gave. The UN counts what is "
            "accepted as “supported”; partly accepted, noted and not accepted as “noted”. For the "
            "others it has no word."
        ),
        rows=scaled(rows),
        day=as_of.day,
    )


def _found_of_positions(asked: int, accepted: int) -> str:
    if not asked:
        return gettext("No procedure asks China to answer any of these.")
    if accepted:
        found = ngettext(
            "Of {asked} ask on which China was to answer, it has accepted {accepted}.",
            "Of {asked} asks on which China was to answer, it has accepted {accepted}.",
            asked,
        )
    else:
        found = ngettext(
            "Of {asked} ask on which China was to answer, it has accepted none.",
            "Of {asked} asks on which China was to answer, it has accepted none.",
            asked,
        )
    return found.format(asked=asked, accepted=accepted)


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
        title=gettext("Our assessment"),
        of=gettext("Status"),
        finding=_found_of_statuses(asked, asked - waiting, statuses[Status.A]),
        basis=gettext("Not yet assessed is no finding: nobody has weighed the evidence yet."),
        rows=scaled(rows),
        day=as_of.day,
    )


def _found_of_statuses(asked: int, assessed: int, done: int) -> str:
    if not assessed:
        found = ngettext(
            "The {asked} ask has not been assessed yet.",
            "None of the {asked} asks has been assessed yet.",
            asked,
        )
    elif done:
        found = ngettext(
            "{assessed} of {asked} ask has been assessed; {done} found largely implemented.",
            "{assessed} of {asked} asks have been assessed; {done} found largely implemented.",
            asked,
        )
    else:
        found = ngettext(
            "{assessed} of {asked} ask has been assessed; none found largely implemented.",
            "{assessed} of {asked} asks have been assessed; none found largely implemented.",
            asked,
        )
    return found.format(assessed=assessed, asked=asked, done=done)


def _on_day(as_of: AsOf) -> str:
    return "" if as_of.is_today else f"?as_of={as_of.day}"


def _browse(as_of: AsOf, **query: str | list[str]) -> str:
    asked = urlencode({**query, **as_of.query}, doseq=True)
    return f"{reverse('public:recommendations')}?{asked}"


def _themes(counts: Mapping[str, int]) -> list[tuple[Theme, int]]:
    """The eight most frequent themes."""
    found = [(theme, counts.get(theme.code, 0)) for theme in Theme.objects.all()]
    asked = [(theme, count) for theme, count in found if count]
    return sorted(asked, key=lambda pair: -pair[1])[:8]
