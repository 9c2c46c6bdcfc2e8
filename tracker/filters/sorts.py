"""The orders that recommendations can be listed in, the same at every door."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, Value, When
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _
from pyroaring import BitMap

from tracker.models import Position, Status
from tracker.models.recommendations import RecommendationQuerySet

from .index import FacetIndex
from .recommendations import RecommendationFilter, with_answers
from .relevance import ranked

SORTS = {
    "newest": _("Newest first"),
    "oldest": _("Oldest first"),
    "relevance": _("Best match first"),
    "reference": _("By reference"),
    "-reference": _("By reference, last first"),
    "position": _("By China’s position"),
    "-position": _("By China’s position, last first"),
    "status": _("By status"),
    "-status": _("By status, last first"),
}
RANKED = 1000  # recommendations; more are not weighed against each other
_SCALES: dict[str, list[str]] = {
    "position": [position.value for position in Position],
    "status": [status.value for status in Status],
}
_NEWEST = ["-made_on", "reference"]
_OLDEST = ["made_on", "-reference"]


def usual_sort(words: str) -> str:
    """The order without a `sort`: whoever gives words looks for what fits them best."""
    return "relevance" if words else "newest"


def meant_sort(given: str, words: str) -> str:
    """The order that a `sort` stands for; without words nothing matches better than another."""
    return usual_sort(words) if given in ("", "relevance") else given


def unweighed(sort: str, total: int) -> int:
    """The most that are weighed against each other, where `total` is more than that; else 0."""
    return RANKED if sort == "relevance" and total > RANKED else 0


def sorted_by_index(
    asked: RecommendationFilter, index: FacetIndex, found: BitMap, sort: str, start: int, stop: int
) -> list[int]:
    """Primary keys from `start` to `stop` of what is found."""
    name = sort.removeprefix("-")
    if name in _SCALES:
        return _by_value(asked, index, found, sort, start, stop)
    if name == "reference":
        return index.facts.order.by_reference.cut(found, start, stop, backwards=name != sort)
    if sort == "relevance" and not unweighed(sort, len(found)):
        key = asked.words, found.serialize()
        newest = index.cut(found, 0, len(found))
        return index.ranked(key, lambda: ranked(newest, asked.reading))[start:stop]
    return index.cut(found, start, stop, backwards=sort == "oldest")


def _by_value(
    asked: RecommendationFilter, index: FacetIndex, found: BitMap, sort: str, start: int, stop: int
) -> list[int]:
    """By the values of a scale; those with the same value newest first."""
    name = sort.removeprefix("-")
    values, scale = index.of(name, asked.on), _SCALES[name]
    keys: list[int] = []
    for value in scale if name == sort else reversed(scale):
        part = found & values.get(value, BitMap())
        keys += index.cut(part, max(start, 0), stop)
        start, stop = start - len(part), stop - len(part)
    return keys


def sorted_by_sql(
    asked: RecommendationFilter, rows: RecommendationQuerySet, sort: str, start: int, stop: int
) -> list[int]:
    """The same without an index."""
    if sort == "relevance":
        newest = _keys(rows.order_by(*_NEWEST))
        keys = newest if unweighed(sort, len(newest)) else ranked(newest, asked.reading)
        return keys[start:stop]
    if sort.removeprefix("-") in _SCALES:
        rows = with_answers(rows, asked.on, asked.known_at)
    return _keys(rows.order_by(*_sql_order(sort))[start:stop])


def _keys(rows: Any) -> list[int]:
    return list(rows.values_list("pk", flat=True))


def _sql_order(sort: str) -> list[Any]:
    name, is_backwards = sort.removeprefix("-"), sort.startswith("-")
    if name == "reference":
        length: Any = Length("reference")
        return [length.desc(), "-reference"] if is_backwards else [length, "reference"]
    if scale := _SCALES.get(name):
        whens = [When(**{name: value}, then=Value(at)) for at, value in enumerate(scale)]
        place: Any = Case(*whens)
        return [place.desc() if is_backwards else place, *_NEWEST]
    return _OLDEST if sort == "oldest" else _NEWEST
