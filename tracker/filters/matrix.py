"""Two facets crossed: how many asks have each pair of values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from pyroaring import BitMap

from .choices import not_one_of
from .facets import BY_NAME, NONE, Facet
from .finding import found_keys, values_of
from .recommendations import RecommendationFilter

AXES = ["treaty", "article", "organisation", "cycle", "theme", "position", "status"]
CHOICES = {name: BY_NAME[name].label for name in AXES}
MOST = 40


@dataclass(frozen=True)
class Line:
    """A row of the matrix: its value, its own count and its cells, zeros among them."""

    value: str
    label: str
    count: int
    query: str
    cells: list[Cell]


@dataclass(frozen=True)
class Cell:
    count: int
    query: str


@dataclass(frozen=True)
class Matrix:
    """
    `lines` of counts under `heads` (value, label, count); `totals` are a cell for each head and one
    for all. `left_out` says how many values are not shown. An ask with two values of a facet counts
    under both, so lines and sums differ.
    """

    rows: Facet
    columns: Facet
    heads: list[tuple[str, str, int]]
    lines: list[Line]
    totals: list[Cell]
    left_out: int
    errors: dict[str, str] = field(default_factory=dict)


def matrix_of(asked: RecommendationFilter, query: QueryDict, *, most: int = MOST) -> Matrix:
    """Cross the facets that `rows` and `columns` name over what is found, `most` values of each."""
    errors: dict[str, str] = {}
    rows = _axis(query, "rows", "article", errors)
    columns = _axis(query, "columns", "status", errors)
    if rows == columns:
        errors["columns"] = _("Choose two different things for rows and columns.")
        columns = next(BY_NAME[name] for name in ("status", "position") if name != rows.name)
    base = found_keys(asked)
    down, across = _known(asked, rows, base), _known(asked, columns, base)
    shown, heads = _most(down, most), _most(across, most)
    lines = [_line(asked, rows, row, columns, heads) for row in shown]
    left_out = len(down) - len(shown) + len(across) - len(heads)
    told = [(value, label, len(keys)) for value, label, keys in heads]
    totals = [Cell(count, _question(asked, columns, value).urlencode()) for value, _, count in told]
    totals.append(Cell(len(base), _question(asked).urlencode()))
    return Matrix(rows, columns, told, lines, totals, left_out, errors)


def _axis(query: QueryDict, name: str, usual: str, errors: dict[str, str]) -> Facet:
    chosen = query.get(name) or usual
    if chosen not in AXES:
        errors[name] = not_one_of(chosen, AXES)
        chosen = usual
    return BY_NAME[chosen]


Known = list[tuple[str, str, Any]]


def _known(asked: RecommendationFilter, facet: Facet, base: Any) -> Known:
    """
    The facet's values that occur among the found, in their order, with their keys.

    Of a facet that the question narrows only what it chose: a cell leads to its list by choosing
    one value, and that list must have as many as the cell says.
    """
    values = values_of(asked, facet)
    labels = asked.labels_of(facet)
    shown = asked.chosen.get(facet.name, [*labels])
    none = base - BitMap.union(BitMap(), *values.values())
    keys = {value: values[value] & base for value in labels if value in values} | {NONE: none}
    return [
        (value, labels[value], found)
        for value, found in keys.items()
        if len(found) and value in shown
    ]


def _most(known: Known, most: int) -> Known:
    """The most frequent values, in their own order."""
    best = sorted(known, key=lambda row: -len(row[2]))[:most]
    return [row for row in known if row in best]


def _line(asked: RecommendationFilter, rows: Facet, row: Any, columns: Facet, heads: Known) -> Line:
    value, label, keys = row
    query = _question(asked, rows, value)
    own, cells = query.urlencode(), []
    for head, _label, others in heads:
        query.setlist(columns.name, [head])
        cells.append(Cell(len(keys & others), query.urlencode()))
    return Line(value, label, len(keys), own, cells)


def _question(
    asked: RecommendationFilter, facet: Facet | None = None, value: str = ""
) -> QueryDict:
    """What is asked of the list that a number counts: one value of a facet, or all."""
    query: QueryDict = asked.data.copy()
    for name in ("rows", "columns", "page"):
        query.pop(name, None)
    if not asked.known_at:
        query.pop("published_on", None)
    if facet:
        query.setlist(facet.name, [value])
    return query
