"""Why words found a recommendation whose title does not say them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from tracker.lib.marks import Part
from tracker.models import AffectedGroup, Organisation, Recommendation, Theme

from .recommendations import RecommendationFilter


@dataclass(frozen=True)
class Excerpt:
    """A little of a text around what was found in it; `source` says which, if not what is asked."""

    parts: list[Part]
    language: str
    source: str = ""


def excerpts_of(asked: RecommendationFilter, rows: Iterable[Any]) -> dict[int, Excerpt]:
    """
    For each of these rows that words found, and whose title does not say them all, an excerpt.

    It shows the first of those that the title leaves out. One query for all rows.
    """
    if not (marker := asked.marker):
        return {}
    left_out = {row.pk: terms for row in rows if (terms := marker.misses(row.title))}
    found = {}
    for row in _with_texts(left_out) if left_out else ():
        for source, language, text in _texts(row):
            if parts := marker.excerpt(text, left_out[row.pk]):
                found[row.pk] = Excerpt(parts, language, source)
                break
    return found


def _with_texts(pks: Iterable[int]) -> Iterable[Any]:
    mine = {"recommendations": OuterRef("pk")}
    names = {
        "theme_names": ArraySubquery(Theme.objects.filter(**mine).values("name")),
        "group_names": ArraySubquery(AffectedGroup.objects.filter(**mine).values("name")),
        "maker_names": ArraySubquery(Organisation.objects.filter(**mine).values("name")),
    }
    shown = ("text", "language", "locator", "document__title", "document__symbol")
    rows = Recommendation.objects.filter(pk__in=pks).select_related("document").annotate(**names)
    found: Iterable[Any] = rows.only(*shown, "document__language")
    return found


def _texts(row: Any) -> Iterator[tuple[str, str, str]]:
    """What a row is found by, as (source, language, text), in the order to look."""
    document = row.document
    named = ", ".join(filter(None, [document.symbol, document.title, row.locator]))
    yield "", row.language, row.text
    yield "Document", document.language, named
    for source, names in (
        ("Theme", row.theme_names),
        ("About", row.group_names),
        ("By", row.maker_names),
    ):
        yield from ((source, "en", name) for name in names)
