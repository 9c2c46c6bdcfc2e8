"""A block of cells as a spreadsheet puts it on the clipboard, or as a CSV file holds it."""

from __future__ import annotations

import re
from functools import cache

Cells = list[list[str]]


def read_block(text: str, separator: str = "\t") -> Cells:
    """
    The cells of a block, row by row, each without white space around it.

    A cell in quotation marks may hold separators, line ends and doubled marks. A mark that closes
    nowhere before a separator is part of the words, as it is when somebody quotes in a cell.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    rows: Cells = [[]]
    at = 0
    while at <= len(text):
        found = _cell(separator).match(text, at)
        assert found  # noqa: S101 - the pattern matches nothing, too
        quoted, plain = found.groups()
        rows[-1].append((plain if quoted is None else quoted.replace('""', '"')).strip())
        if text[found.end() : found.end() + 1] == "\n":
            rows.append([])
        at = found.end() + 1
    return rows


@cache
def _cell(separator: str) -> re.Pattern[str]:
    end = re.escape(separator)
    return re.compile(rf'"([^"]*(?:""[^"]*)*)"(?={end}|\n|\Z)|([^{end}\n]*)')
