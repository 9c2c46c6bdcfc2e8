"""What the cells of a pasted block are: headings, columns, and lines with numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from tracker.lib.blocks import Cells, read_block

from .columns import COLUMNS, REFERENCE, column_of
from .responses import OWN
from .vocabulary import is_position


@dataclass(frozen=True)
class Block:
    """
    `columns` names what each cell of a line is, "" for one that is not read; `lines` are numbered
    as they were pasted; `unread` are headings that no column has.
    """

    columns: list[str]
    lines: list[tuple[int, dict[str, str]]]
    unread: list[str]

    @property
    def names_rows(self) -> bool:
        return REFERENCE in self.columns


def block_of(text: str, *, column: str, is_row: Callable[[str], bool]) -> Block:
    """
    The block that a text holds. Headings decide what its columns are; without any they begin at
    `column`, after one in which most cells name a row (`is_row`).

    Raises ValidationError if two headings are the same, or if there are more cells than columns.
    """
    cells = _cells(text, is_row)
    headings = _headings(cells[0])
    if not headings:
        columns = _columns(cells, column, is_row)
        return Block(columns, _lines(cells, columns, first=1), [])
    if twice := {name for name in headings if name and headings.count(name) > 1}:
        raise ValidationError(f"Two columns are headed “{COLUMNS[min(twice)]}”: keep one.")
    unread = [cell for cell, name in zip(cells[0], headings, strict=True) if cell and not name]
    return Block(headings, _lines(cells[1:], headings, first=2), unread)


def _headings(first: list[str]) -> list[str]:
    """
    What the cells of a first line head, "" where nothing; an empty list if they are no headings.

    They are if two, or all that hold anything, are known, and none is rather an answer: `No` alone
    says that China does not accept, but beside `Position` it heads numbers.
    """
    found = [column_of(cell) for cell in first]
    known = [cell for cell, name in zip(first, found, strict=True) if name]
    others = [cell for cell, name in zip(first, found, strict=True) if cell and not name]
    is_answer = any(map(is_position, others)) or all(map(is_position, known))
    return [] if is_answer or (len(known) < 2 and others) else found


def _cells(text: str, is_row: Callable[[str], bool]) -> Cells:
    """
    Cells between tabs; between commas or semicolons if they then begin as a table does, and all
    lines but empty ones have as many.
    """
    if "\t" not in text:
        for separator in ",;":
            cells = read_block(text, separator)
            first = cells[0]
            is_even = all(len(row) == len(first) for row in cells if row != [""])
            if len(first) > 1 and is_even and (_headings(first) or is_row(first[0])):
                return cells
    return read_block(text)


def _columns(cells: Cells, column: str, is_row: Callable[[str], bool]) -> list[str]:
    firsts = [row[0] for row in cells if len(row) > 1 and row[0]]
    named = [REFERENCE] if sum(map(is_row, firsts)) * 2 > len(firsts) else []
    own = OWN[OWN.index(column) :]
    widest = max(map(len, cells))
    if widest > len(named) + len(own):
        raise ValidationError(
            f"The block has {widest - len(named)} columns of answers, but from "
            f"“{COLUMNS[own[0]]}” on there are {len(own)}. Paste fewer, or put headings above them."
        )
    return [*named, *own]


def _lines(cells: Cells, columns: list[str], *, first: int) -> list[tuple[int, dict[str, str]]]:
    return [(number, _line(row, columns)) for number, row in enumerate(cells, first)]


def _line(row: Iterable[str], columns: list[str]) -> dict[str, str]:
    """The cells that say something, by column; beyond the last heading there is none."""
    return {name: cell for name, cell in zip(columns, row, strict=False) if name and cell}
