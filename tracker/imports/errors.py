"""The rows with errors as a workbook: their own cells with what is wrong, to come in again."""

from __future__ import annotations

from collections.abc import Iterable
from tempfile import TemporaryFile
from typing import IO

from xlsxwriter import Workbook

from tracker.imports.asks import OUR_HEADINGS
from tracker.models import Import, StagedRow

_LONGEST = 32_767  # characters that a cell holds
_WIDTH = 24


def error_workbook(imported: Import) -> IO[bytes]:
    """
    An open temporary file with a sheet of the rows that have errors, as the file had them.

    Every text is written as a text: never a formula, a link or a number.
    """
    file = TemporaryFile()  # noqa: SIM115 - the response closes it
    rows = list(imported.rows.filter(outcome=StagedRow.Outcome.ERROR).order_by("number"))
    headings = headings_of(imported, rows)
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(file, options) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet("Rows with errors")
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(headings) + len(OUR_HEADINGS) - 1, _WIDTH)
        for place, heading in enumerate([*headings, *OUR_HEADINGS]):
            sheet.write_string(0, place, heading[:_LONGEST], bold)
        for line, row in enumerate(rows, start=1):
            cells = [str(row.raw.get(heading, "")) for heading in headings]
            for place, cell in enumerate([*cells, *_wrong(row)]):
                sheet.write_string(line, place, cell[:_LONGEST], wrapped)
    file.seek(0)
    return file


def headings_of(imported: Import, rows: Iterable[StagedRow]) -> list[str]:
    """The headings of the file in their order; those that only some rows have come last."""
    known = list(imported.settings.get("headings", ()))
    return list(dict.fromkeys([*known, *(heading for row in rows for heading in row.raw)]))


def _wrong(row: StagedRow) -> list[str]:
    """What is wrong in a row, what would have been right, and what to do; under OUR_HEADINGS."""
    return [
        "\n".join(dict.fromkeys(str(fault.get(name, "")) for fault in row.faults))
        for name in ("what", "expected", "mend")
    ]
