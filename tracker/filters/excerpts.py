"""Why words found a recommendation whose title says none of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.lib.marks import Marker, Part
from tracker.models import Recommendation

from .recommendations import RecommendationFilter


@dataclass(frozen=True)
class Excerpt:
    """A little of a text around what was found in it; `source` says which, if not what is asked."""

    parts: list[Part]
    language: str
    source: str = ""


def excerpts_of(asked: RecommendationFilter, rows: Iterable[Recommendation]) -> dict[int, Excerpt]:
    """
    For each of these rows that words found, and whose title shows none of them, an excerpt.

    One query for them all; a row that was found by a label alone has none.
    """
    marker = asked.marker
    silent = [row.pk for row in rows if not marker.finds(row.title)] if marker else []
    if not (marker and silent):
        return {}
    known = Recommendation.objects.filter(pk__in=silent).select_related("document")
    shown = ("text", "language", "locator", "document__title", "document__symbol")
    found = {row.pk: _excerpt(row, marker) for row in known.only(*shown, "document__language")}
    return {pk: excerpt for pk, excerpt in found.items() if excerpt}


def _excerpt(row: Recommendation, marker: Marker) -> Excerpt | None:
    if parts := marker.excerpt(row.text):
        return Excerpt(parts, row.language)
    document = row.document
    named = ", ".join(filter(None, [document.symbol, document.title, row.locator]))
    if parts := marker.excerpt(named):
        return Excerpt(parts, document.language, source="Document")
    return None
