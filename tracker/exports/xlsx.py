"""An Excel workbook: the rows, and a second sheet that says what they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from tempfile import TemporaryFile
from typing import IO, Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tracker.lib.reading import streamed

from .columns import Kind
from .tables import Table, cells_query

MOST_ROWS = 1_048_575  # that a sheet holds, below its header
LONGEST = 32_767  # characters that a cell holds
CUT = " … [cut: a cell holds no more; the CSV has all]"
Facts = Sequence[tuple[str, str]]


def xlsx_file(table: Table, keys: Sequence[int], on: dt.date, facts: Facts) -> IO[bytes]:
    """
    The workbook as an open temporary file, at its beginning.

    Rows go from the database to the disk one by one, so memory stays flat. Every text is written
    as a text: never a formula, a link or a number. `facts` fill the second sheet.
    """
    file = TemporaryFile()  # noqa: SIM115 - the response closes it
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    rows = streamed(cells_query(table, keys, on, guard=False)) if keys else ()
    with Workbook(file, options) as book:
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        _write_rows(book.add_worksheet(str(table.title)[:31]), head, table, rows)
        _write_facts(book.add_worksheet("About"), head, facts, table)
    file.seek(0)
    return file


def _write_rows(
    sheet: Worksheet, head: Format, table: Table, rows: Iterable[Sequence[Any]]
) -> None:
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width)
    sheet.freeze_panes(1, 1)
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column.name, head)
    numbers = [column.kind is Kind.NUMBER for column in table.columns]
    line = 0
    for line, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            if value is None:
                continue
            if numbers[place]:
                sheet.write_number(line, place, value)
            else:
                sheet.write_string(line, place, _fitting(value))
    sheet.autofilter(0, 0, line, len(table.columns) - 1)


def _write_facts(sheet: Worksheet, head: Format, facts: Facts, table: Table) -> None:
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 100)
    for line, (name, told) in enumerate(facts):
        sheet.write_string(line, 0, name, head)
        sheet.write_string(line, 1, _fitting(told))
    for line, column in enumerate(table.columns, start=len(facts) + 1):
        sheet.write_string(line, 0, column.name, head)
        sheet.write_string(line, 1, str(column.meaning))


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT
