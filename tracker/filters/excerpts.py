"""Why words found a recommendation whose title does not say them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Value
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tracker.lib.marks import Part
from tracker.models import AffectedGroup, Organisation, Recommendation, Theme

from .recommendations import RecommendationFilter

Said = tuple[int, str, str, str]  # by whom (a primary key), where, in which language, what


@dataclass(frozen=True)
class Excerpt:
    """A little of a text around what was found in it; `source` says which, if not what is asked."""

    parts: list[Part]
    language: str
    source: str = ""


def excerpts_of(asked: RecommendationFilter, rows: Iterable[Any]) -> dict[int, Excerpt]:
    """
    For each of these rows that words found, and whose title does not say them all, an excerpt.

    It shows the first of those that the title leaves out. One query for the texts of all rows, and
    one for the names that go with those whose text does not say it either.
    """
    if not (marker := asked.marker):
        return {}
    left_out = {row.pk: terms for row in rows if (terms := marker.misses(row.title))}
    found: dict[int, Excerpt] = {}
    for read in (_texts, _names):
        for pk, source, language, text in read(left_out.keys() - found.keys()):
            if pk not in found and (parts := marker.excerpt(text, left_out[pk])):
                found[pk] = Excerpt(parts, language, source)
    return found


def _texts(pks: Collection[int]) -> Iterator[Said]:
    if pks:
        rows = Recommendation.objects.filter(pk__in=pks).order_by()
        yield from rows.values_list("pk", Value(""), "language", "text")


def _names(pks: Collection[int]) -> Iterator[Said]:
    """What else rows are found by, for each in the order to look."""
    for row in _with_names(pks) if pks else ():
        document = row.document
        named = ", ".join(filter(None, [document.symbol, document.title, row.locator]))
        yield row.pk, _("Document"), document.language, named
        for source, names in (
            (_("Theme"), row.theme_names),
            (pgettext("whom an ask is about", "About"), row.group_names),
            (pgettext("who asks", "By"), row.maker_names),
        ):
            yield from ((row.pk, source, "en", name) for name in names)


def _with_names(pks: Collection[int]) -> Iterable[Any]:
    mine = {"recommendations": OuterRef("pk")}
    names = {
        "theme_names": ArraySubquery(Theme.objects.filter(**mine).values("name")),
        "group_names": ArraySubquery(AffectedGroup.objects.filter(**mine).values("name")),
        "maker_names": ArraySubquery(Organisation.objects.filter(**mine).values("name")),
    }
    shown = ("locator", "document__title", "document__symbol", "document__language")
    rows = Recommendation.objects.filter(pk__in=pks).select_related("document").annotate(**names)
    found: Iterable[Any] = rows.only(*shown)
    return found
