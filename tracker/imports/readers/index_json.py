"""
The Universal Human Rights Index as JSON: some 400 MB in one array, read record by record.

Each record is decoded by itself, out of a piece of the file: memory does not grow with the file,
and a record that is nested or long beyond reason is refused before it is held.
"""

from __future__ import annotations

import codecs
import io
import json
import re
from collections.abc import Callable, Iterator
from typing import IO, Any

from tracker.imports.asks import Refused
from tracker.imports.readers.cells import Cells
from tracker.imports.words import clean

Progress = Callable[[str], None]

_EVERY = 20_000  # records between two words of progress
_PIECE = 2**20  # bytes
_LONGEST = 8 * 2**20  # letters of one record
_BLANK = re.compile(r"[ \t\r\n]*")
_decoder = json.JSONDecoder()
_NOT_ITS_JSON = (
    "This JSON does not hold the records of the Universal Human Rights Index: one array of objects"
    " was expected, each with an AnnotationId. Download the export of the Index anew."
)


def is_its_json(beginning: bytes) -> bool:
    """Whether a file that begins like this is the Index as JSON."""
    start = beginning.removeprefix(codecs.BOM_UTF8).lstrip()
    return start[:1] == b"[" and b'"AnnotationId"' in start and b'"Countries"' in start


def records(
    file: IO[bytes], is_about: Callable[[list[str]], bool], progress: Progress
) -> Iterator[tuple[str, Cells]]:
    """
    The records of the array whose States are wanted, as cells that the workbook would have.

    `is_about` is asked with the States of each. Raises Refused for a file that breaks off, that is
    no JSON, or that holds something else than the records of the Index.
    """
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    number = 0
    for number, record in enumerate(_Array(file).items(), start=1):
        if not isinstance(record, dict) or (number == 1 and "AnnotationId" not in record):
            raise Refused(_NOT_ITS_JSON)
        if number % _EVERY == 0:
            progress(f"Read {number:,} records{_of(file, size)} …")
        countries = record.get("Countries")
        states = countries if isinstance(countries, list) else [countries]
        if is_about([clean(state) for state in map(_cell, states) if state]):
            yield f"record {number:,}", {name: _cell(value) for name, value in record.items()}
    if not number:
        raise Refused(_NOT_ITS_JSON)


class _Array:
    """An array in a file, of which no more than one item and one piece are held."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._decode = file, codecs.getincrementaldecoder("utf-8-sig")().decode
        self._text, self._at, self._is_over, self._number = "", 0, False, 0

    def items(self) -> Iterator[Any]:
        """Each item; Refused where there is no array, or it is broken."""
        mark = self._mark()
        if mark != "[":
            raise Refused(_NOT_ITS_JSON if mark else self._why())
        if self._mark() == "]":
            return
        self._at -= 1
        while True:
            yield self._item()
            self._number += 1
            mark = self._mark()
            if mark == "]":
                return
            if mark != ",":
                raise Refused(self._why())

    def _mark(self) -> str:
        """The next character that is not blank; "" at the end of the file."""
        while True:
            self._at = _blank_to(self._text, self._at)
            if self._at < len(self._text):
                self._at += 1
                return self._text[self._at - 1]
            if not self._more():
                return ""

    def _item(self) -> Any:
        """The next item; a piece more is read until it is whole, or too long to be one."""
        while True:
            self._at = _blank_to(self._text, self._at)
            try:
                item, end = _decoder.raw_decode(self._text, self._at)
            except (ValueError, RecursionError) as error:
                is_deep = isinstance(error, RecursionError)
                if is_deep or len(self._text) - self._at > _LONGEST or not self._more():
                    raise Refused(self._why()) from None
                continue
            if end < len(self._text) or not self._more():  # a number may go on in the next piece
                self._at = end
                return item

    def _more(self) -> bool:
        """Read another piece, and drop what was read before; False if there is none."""
        if self._is_over:
            return False
        piece = self._file.read(_PIECE)
        self._is_over = not piece
        try:
            self._text = self._text[self._at :] + self._decode(piece, final=not piece)
        except UnicodeDecodeError:
            raise Refused(self._why()) from None
        self._at = 0
        return True

    def _why(self) -> str:
        where = f"after {self._number:,} records" if self._number else "at its beginning"
        if self._is_over:
            return f"The file breaks off {where}. Download it anew; nothing was taken over."
        return f"The file is no whole JSON {where}. Download it anew; nothing was taken over."


def _blank_to(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _of(file: IO[bytes], size: int) -> str:
    return f", {100 * file.tell() // size} % of the file" if size else ""


def _cell(value: Any) -> str:
    """A value of JSON as a cell: an array one a line after “- ”."""
    if isinstance(value, list):
        return "\n".join(f"- {' '.join(_cell(item).split())}" for item in value if _is_word(item))
    return str(value).replace("\x00", "") if _is_word(value) else ""


def _is_word(value: Any) -> bool:
    return isinstance(value, str | int | float)
