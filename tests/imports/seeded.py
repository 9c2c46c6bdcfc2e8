"""
Tables of 1,000 rows with exactly 37 errors, one in a row, and where each of them stands.

The same every time: in UPR Info's form, and as a table of somebody's own. The words are ours.
"""

from __future__ import annotations

import csv
import io
import random
from dataclasses import dataclass

ROWS, ERRORS = 1_000, 37
_WAYS = ("by law", "in practice", "at the border", "in its courts", "with the UN", "without delay")
_THINGS = ("return", "detention", "trafficking", "registration", "schooling", "family unity")
_STATES = ("Norway", "Canada", "Czechia", "Uruguay", "Ghana", "Japan", "Peru", "Austria")


@dataclass(frozen=True)
class Error:
    """What is wrong in one cell: the column's heading, the field it means, what is found there."""

    column: str
    field: str
    cell: str
    found: str = ""
    row: int = 0


@dataclass(frozen=True)
class Seeded:
    """A CSV file, and its errors in the order of its rows."""

    data: bytes
    errors: list[Error]


def uprinfo() -> Seeded:
    """As UPR Info exports it: semicolons, two pairs of equal headings."""
    heads = ["SuR", "Rgrp", "Org", "Recommendation", "RS", "Rgrp", "Org", "Response", "Action",
             "Issue", "Session"]  # fmt: skip
    wrong = [
        *_times(4, "Recommendation", "text", ""),
        *_times(5, "Response", "position", "Maybe"),
        *_times(3, "Response", "position", ""),
        *_times(3, "Session", "session", ""),
        *_times(2, "Session", "session", "seventeen"),
        *_times(4, "Session", "session", "44", "session 44"),
        *_times(4, "Action", "strength", "7"),
        *_times(6, "RS", "made_by", "Atlantis"),
        *_times(3, "RS", "made_by", "Unknown"),
        *_times(3, "RS", "made_by", ""),
    ]
    return _seeded(heads, wrong, ";", lambda number: {
        "SuR": "China", "Recommendation": _text(number), "RS": _maker(number),
        "Response": "Noted" if number % 3 else "Supported", "Action": str(number % 5 + 1),
        "Issue": "Migrants,Detention", "Session": "17",
    })  # fmt: skip


def table() -> Seeded:
    """As somebody keeps it: headings of their own, a day and articles in each row."""
    heads = ["No", "Recommendation", "Recommended by", "Date", "Articles", "Position", "Kind",
             "Language", "Session", "Strength", "Paragraph"]  # fmt: skip
    long = "186.1 to " + "186.2, " * 30
    wrong = [
        *_times(3, "Recommendation", "text", ""),
        *_times(3, "Recommended by", "made_by", "Atlantis"),
        *_times(2, "Recommended by", "made_by", "Norway; Lemuria", "Lemuria"),
        *_times(2, "Recommended by", "made_by", ""),
        *_times(2, "Date", "made_on", "31/02/2013"),
        *_times(2, "Date", "made_on", "4/7/2013"),
        *_times(1, "Date", "made_on", "soon"),
        *_times(3, "Articles", "articles", "CAT 3bis"),
        *_times(2, "Articles", "articles", "CEDAW 99"),
        *_times(1, "Articles", "articles", "CAT 3; CAT 444", "CAT 444"),
        *_times(3, "Position", "position", "Perhaps"),
        *_times(2, "Kind", "kind", "Poem"),
        *_times(2, "Language", "language", "Klingon"),
        *_times(2, "Session", "session", "many"),
        *_times(2, "Session", "session", "44", "session 44"),
        *_times(2, "Strength", "strength", "9"),
        *_times(1, "Strength", "strength", "strong"),
        *_times(2, "Paragraph", "locator", long, long[:60] + "…"),
    ]
    return _seeded(heads, wrong, ",", lambda number: {
        "No": str(number), "Recommendation": _text(number), "Recommended by": _maker(number),
        "Date": "2013-10-22", "Articles": "CAT 3" if number % 2 else "", "Position": "Noted",
        "Kind": "Recommendation", "Language": "English", "Session": "17", "Strength": "4",
        "Paragraph": f"186.{number}",
    })  # fmt: skip


def _times(count, column, field, cell, found=""):
    return [Error(column, field, cell, found or cell)] * count


def _text(number):
    way, thing = _WAYS[number % 6], _THINGS[number // 6 % 6]
    return f"Change what it does about {thing} {way}, step {number} of {ROWS}"


def _maker(number):
    return _STATES[number % 8]


def _seeded(heads, wrong, separator, row_of):
    assert len(wrong) == ERRORS
    chance = random.Random(ERRORS)  # noqa: S311 - it has to repeat itself
    numbers = sorted(chance.sample(range(1, ROWS + 1), ERRORS))
    chance.shuffle(wrong)
    at = dict(zip(numbers, wrong, strict=True))
    held = io.StringIO(newline="")
    writer = csv.writer(held, delimiter=separator, lineterminator="\r\n")
    writer.writerow(heads)
    for number in range(1, ROWS + 1):
        row = row_of(number)
        if error := at.get(number):
            row[error.column] = error.cell
        writer.writerow([row.pop(head, "") for head in heads])
    errors = [
        Error(error.column, error.field, error.cell, error.found, number + 1)
        for number, error in at.items()
    ]
    return Seeded(held.getvalue().encode("utf-8-sig"), errors)
