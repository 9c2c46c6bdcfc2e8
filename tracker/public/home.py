from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from tracker.charts.bars import Bar, Bars, scaled
from tracker.filters import tallies
from tracker.filters.developments import public_developments
from tracker.filters.recommendations import public_asks, public_recommendations
from tracker.filters.reviews import next_milestones, public_cycles
from tracker.filters.treaties import articles_invoked_most
from tracker.models import Position, Status, Theme
from tracker.models.responses import UNRECORDED_POSITIONS

from .page import AsOf, Context, public_page


@public_page("public/home.html")
def home(request: HttpRequest, as_of: AsOf) -> Context:
    asks = public_asks(as_of.day)
    positions, statuses = tallies.by_position(asks), tallies.by_status(asks)
    asked = sum(statuses.values())
    return {
        "asked": asked,
        "items": public_recommendations(as_of.day).count(),
        "first": asks.order_by("made_on").values_list("made_on", flat=True).first(),
        "by_asker": tallies.by_asker(asks),
        "positions": {position.name: count for position, count in positions.items()},
        "replied": asked - positions[Position.NOT_ASKED_FOR] - positions[Position.NONE_RECORDED],
        "assessed": asked - statuses[Status.NOT_ASSESSED],
        "position_chart": position_chart(positions, as_of),
        "status_chart": status_chart(statuses, as_of),
        "themes": _themes(tallies.by_link(asks, "themes__code", 8)),
        "articles": articles_invoked_most(asks, 8),
        "cycles": public_cycles(as_of.day)[:6],
        "developments": public_developments(as_of.day).exclude(happened_on=None)[:5],
        "milestones": next_milestones(as_of.day),
    }


def position_chart(positions: dict[Position, int], as_of: AsOf) -> Bars:
    asked = sum(positions.values()) - positions[Position.NOT_ASKED_FOR]
    agreed = (Position.ACCEPTED, Position.ALREADY_IMPLEMENTED, Position.BEING_IMPLEMENTED)
    accepted = sum(positions[position] for position in agreed)
    rows = [
        Bar(p.label, n, _browse(as_of, position=p.value), is_quiet=p in UNRECORDED_POSITIONS)
        for p, n in positions.items()
    ]
    return Bars(
        title="China’s position",
        of="Position",
        finding=f"Of {asked} asks on which China was to answer, it has accepted {accepted}.",
        basis="One position for each ask: the latest that China gave. The UN counts accepted as "
        "“supported” and everything else as “noted”.",
        rows=scaled(rows),
    )


def status_chart(statuses: dict[Status, int], as_of: AsOf) -> Bars:
    asked, waiting = sum(statuses.values()), statuses[Status.NOT_ASSESSED]
    rows = [
        Bar(
            s.label if s is Status.NOT_ASSESSED else f"{s.letter} {s.label}",
            n,
            _browse(as_of, status=s.value),
            look=f"bar-{s.value}",
            shape=s.value,
            is_quiet=s is Status.NOT_ASSESSED,
        )
        for s, n in statuses.items()
    ]
    return Bars(
        title="Our assessment",
        of="Status",
        finding=f"{asked - waiting} of {asked} asks have been assessed; "
        f"{statuses[Status.A] or 'none'} found largely implemented.",
        basis="Not yet assessed is no finding: nobody has weighed the evidence yet.",
        rows=scaled(rows),
    )


def _browse(as_of: AsOf, **query: str) -> str:
    day = "" if as_of.is_today else f"&as_of={as_of.day}"
    pairs = "&".join(f"{name}={value}" for name, value in query.items())
    return f"{reverse('public:recommendations')}?{pairs}{day}"


def _themes(counts: Sequence[tuple[Any, int]]) -> list[tuple[Theme, int]]:
    found = {theme.code: theme for theme in Theme.objects.all()}
    return [(found[code], count) for code, count in counts]
