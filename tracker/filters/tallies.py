"""Counts of public asks, each the length of the list that the browse page gives for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from django.db.models import Model
from django.http import QueryDict

from .facets import BY_NAME, FACETS
from .finding import Counts, find
from .indexes import current_index
from .recommendations import RecommendationFilter

Row = TypeVar("Row", bound=Model)


def asks_by_value(on: dt.date, facet: str = "", **only: Iterable[str]) -> Counts:
    """
    For each facet how many public asks of a day have each value, among those with `only`.

    Counts of a single `facet` are quicker: with `only` they are counted anew, page by page.
    """
    if index := current_index():
        chosen = {name: list(values) for name, values in only.items()}
        return index.counts(chosen, on, of=[BY_NAME[facet]] if facet else FACETS)
    query = QueryDict(mutable=True)
    for name, values in only.items():
        query.setlist(name, list(values))
    return find(RecommendationFilter(query, on=on)).counts()


def counted(
    rows: Iterable[Row], name: str, counts: Mapping[str, int], value: Callable[[Row], str]
) -> list[Row]:
    """Rows that each know, under `name`, how many asks have their value."""
    found = list(rows)
    for row in found:
        setattr(row, name, counts.get(value(row), 0))
    return found
