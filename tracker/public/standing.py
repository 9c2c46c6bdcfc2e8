"""What asks that have something in common amount to: in a sentence, as bars, by review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from tracker.filters.facet_words import ASKED_BY
from tracker.filters.facets import FACETS
from tracker.filters.finding import Counts, find, rows_of
from tracker.filters.matrix import Matrix, matrix_of
from tracker.filters.recommendations import RecommendationFilter
from tracker.filters.scopes import asks_with, frequent
from tracker.models import Position, Status
from tracker.models.responses import ACCEPTED_POSITIONS

from .home import Accepted, other_answers, position_chart, status_chart
from .page import AsOf, Context

RECENT, TOP = 10, 8
REPLIES = {
    "given": "given",
    "silent": "no-reply",
    "unrecorded": "none-recorded",
    "unasked": "not-asked-for",
}
_BY = {
    "ngo": _("{count} by NGOs"),
    "un": _("{count} by UN bodies"),
    "state": _("{count} by other States"),
}


@dataclass(frozen=True)
class Share:
    """How many of the asks share what, their list, and the page of what they share."""

    count: int
    words: str
    address: str
    page: str


def standing(as_of: AsOf, **scope: str) -> Context:
    """How the asks within `scope` (facets and values) were answered and assessed, by review."""
    return _of(as_of, asks_with(as_of, **scope), scope)


def portrait(as_of: AsOf, **scope: str) -> Context:
    """The same, and the newest of them."""
    asked = asks_with(as_of, **scope)
    recent = rows_of(asked, find(asked), 0, RECENT) if asked.is_valid() else []
    return {**_of(as_of, asked, scope), "recent": recent}


def _of(as_of: AsOf, asked: RecommendationFilter, scope: Mapping[str, str]) -> Context:
    """A value that no public ask has is no choice of the filter, and finds nothing here."""
    is_known = asked.is_valid()
    counts = find(asked).counts() if is_known else {facet.name: {} for facet in FACETS}
    positions = {p: counts["position"].get(p.value, 0) for p in Position}
    statuses = {s: counts["status"].get(s.value, 0) for s in Status}
    years = sorted(year for year, n in counts["year"].items() if n and year.isdecimal())
    link = '<a href="{}">{}</a>'
    return {
        "scope": scope,
        "asked": sum(positions.values()),
        "years": years,
        "by_asker": [
            format_html(link, _address(as_of, **scope, asked_by=name), _BY[name].format(count=n))
            for name in ASKED_BY
            if (n := counts["asked_by"].get(name))
        ],
        **_answered(as_of, positions, scope),
        "replies": {name: counts["reply"].get(value, 0) for name, value in REPLIES.items()},
        "assessed": sum(statuses.values()) - statuses[Status.NOT_ASSESSED],
        "position_chart": position_chart(positions, as_of, **scope),
        "status_chart": status_chart(statuses, as_of, **scope),
        "by_review": _by_review(asked, "position") if is_known else None,
        "judged": _by_review(asked, "status") if is_known else None,
        "askers": _most(as_of, asked, counts, "organisation", scope),
        "articles": _most(as_of, asked, counts, "article", scope),
    }


def _answered(as_of: AsOf, positions: Mapping[Position, int], scope: Mapping[str, str]) -> Context:
    """How many China was to answer, of how many an answer or a silence is recorded, and which."""
    asked, unasked = sum(positions.values()), positions[Position.NOT_ASKED_FOR]
    accepted = {p.value: positions[p] for p in ACCEPTED_POSITIONS}
    address = _address(as_of, **scope, position=[*accepted])
    return {
        "to_answer": asked - unasked,
        "replied": asked - unasked - positions[Position.NONE_RECORDED],
        "accepted": Accepted(sum(accepted.values()), address),
        "answers": other_answers(positions, as_of, **scope),
    }


def _address(as_of: AsOf, **query: str | list[str]) -> str:
    """The list of asks with these values, as of the day of the page."""
    whole = {**query, **as_of.query}
    return f"{reverse('public:recommendations')}?{urlencode(whole, doseq=True)}"


def _by_review(asked: RecommendationFilter, columns: str) -> Matrix:
    return matrix_of(asked, QueryDict(f"rows=cycle&columns={columns}"))


def _most(
    as_of: AsOf, asked: RecommendationFilter, counts: Counts, facet: str, scope: Mapping[str, str]
) -> list[Share]:
    """The values of a facet that most of them have, each with its page."""
    rows = frequent(asked, counts, facet, TOP) if facet not in scope else []
    return [
        Share(
            row.count,
            row.label,
            _address(as_of, **{**scope, facet: row.value}),
            reverse(f"public:{facet}", args=row.value.split("/")),
        )
        for row in rows
    ]
