"""A chart as one drawing that leaves the site: its bars and numbers, basis, day and source."""

from __future__ import annotations

from django.utils.translation import gettext

from .bars import Bar, Bars
from .drawing import Drawing, Shape, Text, box, wrapped

WIDTH, _EDGE, _INNER = 1000, 32, 936
_NUMBER_AT, _BARS_AT = 500, 520  # where numbers end and bars begin
_LONGEST = WIDTH - _EDGE - _BARS_AT
_ROW, _BAR = 34, 20
_TEXT, _SMALL, _HEAD = 17, 14, 26
_INK, _MUTED, _HAIRLINE = "#14181c", "#4a5260", "#d9dce1"
COLOURS = {  # those of static/css/tokens.css, by the look of a bar and the shape of a status
    "": "#3d5a80", "A": "#04308b", "B": "#1d94eb", "C": "#bb790a", "D": "#696d7e", "E": "#640d10",
    "not-assessed": "#696d7e",
}  # fmt: skip


def figure(chart: Bars, *credit: str) -> Drawing:
    """The chart with a line for each part of the credit."""
    marks: list[Text | Shape] = []
    y = _EDGE + _HEAD
    for line in wrapped(chart.finding, "serif", _HEAD, _INNER, 3):
        marks.append(Text(_EDGE, y, line, _HEAD, "serif"))
        y += round(_HEAD * 1.35)
    within = gettext("Counted here: {within}.").format(within=chart.within)
    for line in wrapped(within if chart.within else "", "sans", _TEXT, _INNER, 2):
        marks.append(Text(_EDGE, y, line, _TEXT, fill=_MUTED))
        y += 24
    y += 6
    for before, row in zip([None, *chart.rows], chart.rows, strict=False):
        if row.is_quiet and before and not before.is_quiet:
            marks.append(Shape(box(_EDGE, y, _INNER, 1), fill=_HAIRLINE))
        marks += _row(row, y)
        y += _ROW
    y += 8
    for line in _foot(chart, credit):
        y += 20
        marks.append(Text(_EDGE, y, line, _SMALL, fill=_MUTED))
    said = f"{chart.finding} " + "; ".join(f"{row.label}: {row.count}" for row in chart.rows)
    return Drawing(chart.title, said, WIDTH, y + _EDGE, marks)


def _foot(chart: Bars, credit: tuple[str, ...]) -> list[str]:
    basis = wrapped(chart.basis, "sans", _SMALL, _INNER, 4)
    lines = [wrapped(part, "sans", _SMALL, _INNER, 2) for part in credit]
    return [*basis, "", *(line for part in lines for line in part)]


def _row(row: Bar, y: int) -> list[Text | Shape]:
    """One row below `y`: the shape of a status, its label, its number, its bar."""
    middle, foot = y + _ROW // 2, y + _ROW // 2 + 6
    has_weight = row.count and not row.is_quiet
    fill, start = _INK if has_weight else _MUTED, _EDGE + (24 if row.shape else 0)
    [label] = wrapped(row.label, "sans", _TEXT, _NUMBER_AT - 60 - start, 1)
    font = "bold" if has_weight else "sans"
    marks: list[Text | Shape] = [
        *_shape(row.shape, _EDGE, middle - 7),
        Text(start, foot, label, _TEXT, fill=fill),
        Text(_NUMBER_AT, foot, str(row.count), _TEXT, font, fill, at_end=True),
    ]
    if row.width:
        length = _LONGEST * row.width / 100
        colour = COLOURS.get(row.shape, COLOURS[""])
        marks.append(Shape(box(_BARS_AT, middle - _BAR / 2, length, _BAR), colour))
    return marks


def _shape(status: str, x: float, y: float) -> list[Text | Shape]:
    """The shape of a status, 14 units wide; it tells what its colour tells."""
    colour = COLOURS.get(status, "")
    shapes: dict[str, list[Text | Shape]] = {
        "A": [Shape(box(x, y, 14, 14), colour)],
        "B": [Shape(((x + 7, y), (x + 14, y + 14), (x, y + 14)), colour)],
        "C": [Shape(((x + 7, y), (x + 14, y + 7), (x + 7, y + 14), (x, y + 7)), colour)],
        "D": [Shape(box(x + 1, y + 3, 12, 8), stroke=colour)],
        "E": [
            Shape(((x + 1, y + 1), (x + 13, y + 13)), stroke=colour, width=3),
            Shape(((x + 13, y + 1), (x + 1, y + 13)), stroke=colour, width=3),
        ],
        "not-assessed": [Shape(box(x + 1, y + 1, 12, 12), stroke=colour)],
    }
    return shapes.get(status, [])
