from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from tracker.exports.catalogue import PARTS, TABLES
from tracker.filters.data import count_everything
from tracker.filters.facets import FACETS, NONE, Facet
from tracker.filters.finding import find
from tracker.filters.questions import RENAMED
from tracker.filters.recommendations import RecommendationFilter
from tracker.filters.versions import data_version

from .exports import downloads
from .page import AsOf, Context, public_page

EXAMPLES = [
    (_("What was asked under article 3 of the Convention against Torture"), "article=cat/3"),
    (_("What China was to answer, and left without a reply"), "reply=no-reply"),
    (_("What had been asked, answered and assessed by the end of 2023"), "as_of=2023-12-31"),
]


@public_page("public/data/data.html", section="data")
def data(request: HttpRequest, as_of: AsOf) -> Context:
    day = "" if as_of.is_today else f"as_of={as_of.day}"
    asked = RecommendationFilter(QueryDict(day), on=as_of.day)
    return {
        "tables": [*TABLES, *PARTS],
        "downloads": downloads(asked, count_everything(asked)),
        "facets": _values(asked, as_of),
        "renamed": RENAMED,
        "examples": [(told, _on_day(query, day)) for told, query in EXAMPLES],
        "base_url": settings.BASE_URL,
        "version": data_version(),
    }


def _values(asked: RecommendationFilter, as_of: AsOf) -> list[tuple[Facet, dict[str, str]]]:
    """What can be asked for; of what the records decide, on an earlier day, what they had then."""
    offered = [(facet, asked.labels_of(facet)) for facet in FACETS]
    if as_of.is_today:
        return offered
    counts = find(asked).counts()
    return [
        (facet, {v: label for v, label in labels.items() if v in counts[facet.name] or v in always})
        for facet, labels in offered
        for always in [{NONE, *facet.words(set)}]
    ]


def _on_day(query: str, day: str) -> str:
    """An example that keeps the day of the page, unless it is about another."""
    return f"{query}&{day}" if day and "as_of" not in query else query
