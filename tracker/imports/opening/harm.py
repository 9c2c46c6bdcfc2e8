"""What an Office file may hold and still be read: looked at before any parser sees it."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from tracker.lib.files import BROKEN, HAS_MACROS, LOCKED, FileRefused
from tracker.lib.old_office import NotWhole, OldOffice

MOST_ROWS = 50_000  # of all sheets; five times the largest part of UPR Info's database
MOST_CELLS = 500_000  # of the used ranges: a parser holds each, empty ones too, some 50 MB
MOST_PARAGRAPHS = 20_000  # a report of 1,000 pages has as many; each takes 0.1 ms to read
MOST_SPAN = 63  # columns that a cell of a Word table can go over; python-docx repeats it for each
MOST_TAGS = 4_000_000  # of all parts together; 500,000 cells with a value have four each
MOST_RECORDS = 1_000_000  # of an .xls: a record for each cell, and some for each row
_ENCODINGS = {b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"}
_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']*)""")
_DECLARATION = re.compile(rb"<!(DOCTYPE|ENTITY)\b")
_PARAGRAPH = re.compile(rb"<(?:\w+:)?p[\s/>]")
_SPAN = re.compile(
    rb"""<(?:\w+:)?(?:gridSpan|gridBefore|gridAfter)\b[^>]*?\bval\s*=\s*["']([^"']*)"""
)
_CELL = re.compile(rb"""<(?:\w+:)?(c|row)(?=[\s/>])((?>[^>"'/]+|"[^"]*"|'[^']*'|/(?!>))*+)(/?)>""")
_AT = re.compile(rb"""(?<![\w:])r\s*=\s*["']([^"']*)["']""")
_PLACE = re.compile(rb"\$?([A-Za-z]{0,3})\$?(\d{1,7})")
_BIFF_CELLS = {0x0203, 0x0204, 0x0205, 0x0006, 0x027E, 0x00BD, 0x00FD, 0x00D6}
_BIFF_SHEET, _BIFF_LOCKED, _BIFF_NUMBERS, _BIFF_WORDS = 0x0809, 0x002F, 0x00BD, 0x00FC


def too_many_rows() -> str:
    return (
        f"It has more than {MOST_ROWS:,} rows. Split it and bring in one part after the other, or "
        "delete what lies below the table."
    )


def too_many_cells() -> str:
    return (
        f"Its sheets have more than {MOST_CELLS:,} cells. Split it, or delete what lies beside and "
        "below the table."
    )


class LookThrough:
    """Given each part of a docx or xlsx, it counts; and refuses what would make a parser suffer."""

    def __init__(self) -> None:
        self.tags = self.paragraphs = self.rows = self.cells = 0

    def __call__(self, name: str, content: bytes) -> None:
        if name.lower().endswith(".svg"):  # a picture: no parser of ours opens it
            return
        plain = _in_ascii(content)
        if not plain:
            return
        if _DECLARATION.search(plain):
            raise FileRefused(
                "It defines entities of its own (DOCTYPE), as no Office program does. Open it, "
                "save it anew and choose the new file."
            )
        if b"sheetData" in plain:
            self._sheet(plain)
        elif name.startswith("word/"):
            self._text(plain)
        self.tags += plain.count(b"<")
        if self.tags > MOST_TAGS:
            raise FileRefused("It has more in it than a report of 1,000 pages. Split it.")

    def _text(self, content: bytes) -> None:
        self.paragraphs += sum(1 for _ in _PARAGRAPH.finditer(content))
        if self.paragraphs > MOST_PARAGRAPHS:
            raise FileRefused(
                f"It has more than {MOST_PARAGRAPHS:,} paragraphs. Split it, or delete the empty "
                "ones."
            )
        for span in _SPAN.findall(content):
            if not span.isdigit() or len(span) > 4 or int(span) > MOST_SPAN:
                raise FileRefused(BROKEN)

    def _sheet(self, content: bytes) -> None:
        used = Used()
        for what, attributes, is_closed in _CELL.findall(content):
            used.see(what, attributes, is_empty=bool(is_closed))
            if used.cells > MOST_CELLS:
                raise FileRefused(too_many_cells())
        self.rows += used.rows
        self.cells += max(used.cells, used.rows * used.columns)
        if self.rows > MOST_ROWS:
            raise FileRefused(too_many_rows())
        if self.cells > MOST_CELLS:
            raise FileRefused(too_many_cells())


class Used:
    """The range of a sheet that has values, as its cells are seen one after the other."""

    def __init__(self) -> None:
        self.cells = self.columns = 0
        self._first = self._last = self._row = self._column = 0

    @property
    def rows(self) -> int:
        return self._last - self._first + 1 if self._first else 0

    def see(self, what: bytes, attributes: bytes, *, is_empty: bool) -> None:
        """A row or cell; where it does not say its place, it follows the one before."""
        at = _AT.search(attributes)
        place = _PLACE.fullmatch(at[1]) if at else None
        if at and not place:
            raise FileRefused(BROKEN)
        if what == b"row":
            self._row = int(place[2]) if place else self._row + 1
            self._column = 0
            return
        self._column = _number_of(place[1]) if place else self._column + 1
        if place:
            self._row = int(place[2])
        if not is_empty:
            self.take(self._row, self._column)

    def take(self, row: int, column: int) -> None:
        """A cell with a value, counted from 1."""
        self.cells += 1
        self.columns = max(self.columns, column)
        self._first = min(self._first or row, row)
        self._last = max(self._last, row)


def old_workbook_kind(data: bytes) -> str:
    """“xls”, or FileRefused: an old Word file, one with a password, or more than can be read."""
    try:
        held = OldOffice(data)
        names = set(held.entries)
        if "EncryptedPackage" in names:
            raise FileRefused(LOCKED)
        if "WordDocument" in names:
            raise FileRefused("It is a Word file of before 2007 (.doc). Open it, save it as .docx.")
        stream = next((name for name in ("Workbook", "Book") if name in names), "")
        if not stream:
            raise FileRefused("It is neither of Word nor of Excel. Save it as .docx or .xlsx.")
        if "_VBA_PROJECT_CUR" in names:
            raise FileRefused(HAS_MACROS)
        _must_be_small(held.read(stream))
    except (NotWhole, struct.error):
        raise FileRefused(BROKEN) from None
    return "xls"


def _must_be_small(stream: bytes) -> None:
    sheets = [Used()]
    for kind, body in _records(stream):
        if kind == _BIFF_SHEET:
            sheets.append(Used())
        elif kind in _BIFF_CELLS:
            row, column = struct.unpack_from("<HH", body)
            # a record of several numbers tells the last of its columns at its end
            last = struct.unpack("<H", body[-2:])[0] if kind == _BIFF_NUMBERS else column
            sheets[-1].take(row + 1, last + 1)
        elif kind == _BIFF_LOCKED:
            raise FileRefused(LOCKED)
        elif kind == _BIFF_WORDS and struct.unpack_from("<I", body, 4)[0] > len(stream):
            raise FileRefused(BROKEN)
    if sum(used.rows * used.columns for used in sheets) > MOST_CELLS:
        raise FileRefused(too_many_cells())
    if sum(used.rows for used in sheets) > MOST_ROWS:
        raise FileRefused(too_many_rows())


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    """The records of a workbook ([MS-XLS] 2.1.4): a kind, a length, and as many bytes."""
    at = 0
    for _ in range(MOST_RECORDS):
        if at + 4 > len(stream):
            return
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length
    raise FileRefused(too_many_cells())


def _in_ascii(content: bytes) -> bytes:
    """XML as bytes that patterns can read; b"" for what is none. A rare encoding is refused."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        content = content.decode("utf-16").encode()
    content = content.removeprefix(b"\xef\xbb\xbf")
    head = content[:512].lstrip()
    if head.startswith((b"<\0", b"\0<", b"\0\0\0<", b"Lo\xa7\x94")):  # UTF-16, UTF-32, EBCDIC
        raise FileRefused(BROKEN)
    if not head.startswith(b"<"):
        return b""
    named = _ENCODING.match(head)
    if named and named[1].lower() not in _ENCODINGS:
        raise FileRefused(BROKEN)
    return content


def _number_of(letters: bytes) -> int:
    """A column by its letters: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
