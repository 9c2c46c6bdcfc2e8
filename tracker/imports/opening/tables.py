"""Any table as rows of texts: text with separators in any encoding, .xlsx and .xls."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Protocol

from tracker.imports.asks import Refused
from tracker.imports.opening import harm, workbook_process
from tracker.imports.opening.encodings import decoded
from tracker.imports.words import clean

MOST_ROWS, MOST_CELLS = harm.MOST_ROWS, harm.MOST_CELLS
_SEPARATORS = ",;\t|"
_PROBED = 50  # records that tell the separator
_HEAD = 20  # rows above the headings, at most
_MOST_NAMED = 5
_ENVIRONMENT = ("PATH", "LD_LIBRARY_PATH", "PYTHONPATH", "SYSTEMROOT")

Row = tuple[int, list[str]]


class Opened(Protocol):
    """A file whose kind is known: what `files` gives."""

    @property
    def kind(self) -> str: ...
    @property
    def data(self) -> bytes | None: ...
    @property
    def path(self) -> Path | None: ...


@dataclass(slots=True, kw_only=True)
class Sheet:
    """
    One table: its headings, no two the same, and its rows that are not empty.

    A row has its number as a spreadsheet program shows it, and a text for each heading.
    """

    name: str = ""
    headings: list[str]
    rows: list[Row]
    is_only: bool = True

    def place(self, number: int) -> str:
        """Where a row stands, in words."""
        return f"row {number}" if self.is_only else f"sheet {self.name}, row {number}"


@dataclass(slots=True, kw_only=True)
class Tables:
    """
    All tables of a file.

    `encoding` is "" for workbooks; where it is no Unicode, `previews` has some words as each
    encoding in question reads them. `told` is what a person should know.
    """

    sheets: list[Sheet]
    encoding: str = ""
    is_sure: bool = True
    told: list[str] = field(default_factory=list)
    previews: dict[str, list[str]] = field(default_factory=dict)


def sheets_of(opened: Opened, encoding: str = "") -> Tables:
    """The tables of a file; `encoding` as a person chose it, "" to find it."""
    data = opened.data
    if data is None:
        data = opened.path.read_bytes() if opened.path else b""
    if opened.kind in ("xlsx", "xls"):
        return workbook(data)
    if opened.kind in ("csv", "text"):
        return text_table(data, encoding)
    raise Refused("This file is no table. Choose a spreadsheet (.xlsx, .xls) or a CSV file.")


def workbook(data: bytes) -> Tables:
    """Every sheet of an .xlsx or .xls that holds something."""
    limits = [str(MOST_ROWS), str(MOST_CELLS)]
    done = subprocess.run(  # noqa: S603 - our own program, with numbers of ours
        [sys.executable, "-P", workbook_process.__file__, *limits],
        input=data,
        capture_output=True,
        check=False,
        env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
    )
    if done.returncode:
        raise Refused(
            "The spreadsheet could not be read: it is broken, or far too large. Open it in a "
            "spreadsheet program, save it anew as .xlsx, and choose that file."
        )
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise Refused(answer["refused"])
    told: list[str] = []
    sheets = [
        _sheet(name, enumerate(rows, top), left, told) for name, top, left, rows in answer["sheets"]
    ]
    return _tables(sheets, told=told)


def text_table(data: bytes, encoding: str = "") -> Tables:
    """The one table of a text file, whatever its encoding, separators and line ends."""
    found = decoded(data, encoding)
    told = list(found.told)
    sheet = _sheet("", enumerate(_records(found.text), 1), 1, told)
    tables = _tables([sheet], told=told)
    tables.encoding, tables.is_sure, tables.previews = (
        found.encoding, found.is_sure, found.previews,
    )  # fmt: skip
    return tables


def _tables(sheets: list[Sheet | None], *, told: list[str]) -> Tables:
    filled = [sheet for sheet in sheets if sheet]
    if not filled:
        raise Refused("This file holds no table: a row of headings with rows below it is needed.")
    for sheet in filled:
        sheet.is_only = len(filled) == 1
    return Tables(sheets=filled, told=told)


def _records(text: str) -> Iterator[list[str]]:
    separator, start = _separator(text)
    end = "\x00end"  # an open quotation mark would swallow this record too
    lines = _lines(text, start)
    records = csv.reader(_and_then(lines, end), delimiter=separator)
    last: list[str] = []
    number, cells = -1, 0
    try:
        for number, record in enumerate(records):
            if number:
                yield last
            last = record
            cells += len(record)
            if number > MOST_ROWS + 1 or cells > MOST_CELLS:
                raise Refused(str(workbook_process.too_large(MOST_ROWS, MOST_CELLS)))
    except csv.Error as fault:
        raise _unclosed(number + 2) from fault
    if last != [end]:
        raise _unclosed(number + 1)


def _unclosed(row: int) -> Refused:
    return Refused(
        f"Row {row:,} opens a quotation mark that is never closed, so that all that follows would "
        "be one cell. Close it, or open the file in a spreadsheet program and save it as .xlsx."
    )


def _lines(text: str, start: int = 0) -> Iterable[str]:
    lines = io.StringIO(text, newline="")  # its line ends stay: CR LF, LF and bare CR alike
    lines.seek(start)
    return lines


def _and_then(lines: Iterable[str], end: str) -> Iterator[str]:
    line = "\n"
    for line in lines:
        yield line
    if not line.endswith(("\r", "\n")):
        yield "\n"
    yield end


def _separator(text: str) -> tuple[str, int]:
    """The separator, and where the table starts: Excel's line `sep=;` says it itself."""
    if text[:4].lower() == "sep=" and text[4:5] in _SEPARATORS:
        return text[4], len(text[:8].splitlines(keepends=True)[0])
    return max(_SEPARATORS, key=lambda separator: _evenness(text, separator)), 0


def _evenness(text: str, separator: str) -> tuple[float, int]:
    """How many of the first records have as many cells as most have, and how many those are."""
    widths: Counter[int] = Counter()
    with suppress(csv.Error):  # told by who reads it all
        for record in islice(csv.reader(_lines(text), delimiter=separator), _PROBED):
            widths[len(record)] += 1
    del widths[0]
    if not widths:
        return 0, 0
    width, rows = max(widths.items(), key=lambda item: (item[0] > 1, item[1]))
    return (rows / widths.total() if width > 1 else 0), width


def _sheet(name: str, rows: Iterable[Row], left: int, told: list[str]) -> Sheet | None:
    """The sheet below its headings: the first row with more than one cell that says something."""
    filled = [(number, cells) for number, cells in rows if any(map(str.strip, cells))]
    if not filled:
        return None
    head = (index for index, (_, cells) in enumerate(filled[:_HEAD]) if _count(cells) > 1)
    at = next(head, 0)
    width = max(_width(cells) for _, cells in filled[at:])
    headings = _headings(filled[at][1], width, left)
    body = [(number, _fitted(cells, width)) for number, cells in filled[at + 1 :]]
    _tell_of_widths(name, _width(filled[at][1]), filled[at + 1 :], told)
    return Sheet(name=name, headings=headings, rows=body)


def _count(cells: list[str]) -> int:
    return sum(1 for cell in cells if cell.strip())


def _width(cells: list[str]) -> int:
    return max((index for index, cell in enumerate(cells, 1) if cell.strip()), default=0)


def _fitted(cells: list[str], width: int) -> list[str]:
    return cells if len(cells) == width else (cells + [""] * width)[:width]


def _headings(cells: list[str], width: int, left: int) -> list[str]:
    """Clean, each its own: a second “Rgrp” is “Rgrp (2)”, an empty one is “Column D”."""
    seen: set[str] = set()
    for index, cell in enumerate(_fitted(cells, width)):
        plain = heading = clean(cell) or f"Column {_letters(left + index)}"
        count = 1
        while heading in seen:
            count += 1
            heading = f"{plain} ({count})"
        seen.add(heading)
        cells = [*cells[:index], heading, *cells[index + 1 :]]
    return cells[:width]


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _tell_of_widths(name: str, width: int, rows: list[Row], told: list[str]) -> None:
    """Rows with more cells than there are headings: a separator may stand unquoted in a text."""
    wide = [f"{number:,}" for number, cells in rows if _width(cells) > width]
    if wide:
        named = ", ".join(wide[:_MOST_NAMED]) + (" and more" if len(wide) > _MOST_NAMED else "")
        where = f" of sheet {name}" if name else ""
        told.append(
            f"Cells stand beyond the last heading in {len(wide):,} "
            f"{'row' if len(wide) == 1 else 'rows'}{where} ({named}): their texts may hold a "
            "separator that is not quoted."
        )
