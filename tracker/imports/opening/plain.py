"""Files of letters alone, in whatever encoding: a table, running text, or JSON."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import islice
from typing import Literal

from tracker.imports.opening.harm import MOST_CELLS, MOST_ROWS, too_many_cells, too_many_rows
from tracker.lib.files import BROKEN, FileRefused

MOST_TEXT = 3 * 2**20  # bytes of running text: more than “War and Peace”
MOST_LINE = 200_000  # bytes of a line of it: a whole submission without a line end
DELIMITERS = ",;\t|"
_LOOKED_AT = 2**16  # letters that tell whether it is a table
_RECORDS = 200
_SHARE = 0.8  # of its records have as many cells as most of them: prose has no such number
_STRAY = 1_000  # letters to one stray control character; a program or a picture has far more
_CONTROL = bytes({*range(0x20), 0x7F} - set(b"\t\n\v\f\r\x1a"))
_MARKUP = re.compile(rb"<(!--|(!doctype|html|head|body|table|svg|\?xml)\b)", re.IGNORECASE)
_OUR_LINES = re.compile(rb'\{"reference":\s*"[RD]-[^"\n]*",\s*"address":')  # JSON Lines of ours
_KINDS = (
    "Choose a spreadsheet (.xlsx, .xls, .csv), a Word file (.docx), a PDF, a text (.txt), or JSON."
)


def text_kind(data: bytes) -> str:
    """
    “csv”, “text” or “json”: a list of objects, or an object on each line.

    Raises FileRefused for what is no text, or more than is read at once.
    """
    data = data.removeprefix(b"\xef\xbb\xbf")
    text = _letters(data)
    head = data[:4096].lstrip()
    if _MARKUP.match(head):
        raise FileRefused(
            "It is a web page or XML. Open it in a browser or a spreadsheet program, and save it "
            "as .docx or .xlsx."
        )
    if head.startswith(b"{\\rtf"):
        raise FileRefused("It is in Rich Text Format. Open it in Word and save it as .docx.")
    if _OUR_LINES.match(head):
        return "json"
    if re.match(rb'\{\s*(["}]|$)', head):
        raise FileRefused("It is JSON, but not a list of objects. Choose a file that is one.")
    if re.match(rb"\[\s*(\{|\[|\]|$)", head):
        return "json"
    delimiter = _delimiter(text)
    if delimiter:
        _must_be_bearable(text, delimiter)
        return "csv"
    _must_be_short(data)
    return "text"


def _letters(data: bytes) -> str:
    """Its letters, as far as a table needs them: what is not ASCII may be any letter."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            text = data.decode("utf-16")
        except UnicodeDecodeError:
            raise FileRefused(BROKEN) from None
        strays = len(text) - len(text.translate(dict.fromkeys(_CONTROL)))
        has_nul = "\0" in text
    else:
        text = data.decode("latin-1")
        strays = len(data) - len(data.translate(None, _CONTROL))
        has_nul = b"\0" in data
    if has_nul and strays * 3 > len(text):
        raise FileRefused(
            "It is of no kind that is taken here, or text in UTF-16 without its mark. "
            f"{_KINDS} Save text as UTF-8."
        )
    if has_nul or strays * _STRAY > len(text) + _STRAY:
        raise FileRefused(f"It is of no kind that is taken here. {_KINDS}")
    if not text.strip("\ufeff \t\r\n\v\f\x1a"):
        raise FileRefused("It holds nothing but blanks. Choose the file again.")
    return text


def _delimiter(text: str) -> str:
    """What parts the cells of a table; "" for running text."""
    return _even(text, csv.QUOTE_MINIMAL) or _even(text, csv.QUOTE_NONE)


def _even(text: str, quoting: Literal[0, 3]) -> str:
    """The delimiter that gives most rows as many cells; quotes may fail to close."""
    found: dict[str, tuple[float, int]] = {}
    for delimiter in DELIMITERS:
        widths = _widths(text[:_LOOKED_AT], delimiter, quoting)
        width, times = widths.most_common(1)[0] if widths else (0, 0)
        share = times / max(1, widths.total())
        if width > 1 and times > 1 and share >= _SHARE:
            found[delimiter] = (share, width)
    return max(found, key=lambda delimiter: found[delimiter], default="")


def _widths(text: str, delimiter: str, quoting: Literal[0, 3]) -> Counter[int]:
    """How many of the first records have how many cells; the last may be cut off."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting)
    try:
        widths = [len(row) for row in islice(rows, _RECORDS) if any(row)]
    except csv.Error:
        return Counter()
    whole = len(text) < _LOOKED_AT or len(widths) == _RECORDS
    return Counter(widths if whole or len(widths) < 3 else widths[:-1])


def _must_be_bearable(text: str, delimiter: str) -> None:
    """Count rows and cells as the reader of tables will, and stop at the first too many."""
    rows = cells = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for row in reader:
            rows += 1
            cells += len(row)
            if rows > MOST_ROWS:
                raise FileRefused(too_many_rows())
            if cells > MOST_CELLS:
                raise FileRefused(too_many_cells())
    except csv.Error:
        raise FileRefused(
            f"A cell that ends near line {reader.line_num:,} has more than "
            f"{csv.field_size_limit():,} letters. Look for a quotation mark that is not closed."
        ) from None


def _must_be_short(data: bytes) -> None:
    if len(data) > MOST_TEXT:
        raise FileRefused(
            f"It is running text of more than {MOST_TEXT // 2**20} MB. Take out what asks "
            "nothing, or split it."
        )
    longest = max(map(len, data.replace(b"\r", b"\n").split(b"\n")))
    if longest > MOST_LINE:
        raise FileRefused(
            f"It has a line of {longest:,} letters, and only {MOST_LINE:,} are read. Save it with "
            "line ends between its paragraphs."
        )
