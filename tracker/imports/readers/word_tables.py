"""
The tables of a Word file, cell by cell, with what stands outside of them.

A .docx is a zip with XML in it. Its tables are read in one pass over that XML, straight through:
python-docx looks for each cell of a row anew, and gives a merged cell once for each column. What an
attack needs is refused before it can do harm: a document type (entities, other files), more than a
document can be.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from xml.parsers import expat

from tracker.imports.asks import Refused

_WORD = re.compile(  # as it is written, and as the strict form has it
    r"http://schemas\.openxmlformats\.org/wordprocessingml/2006/main "
    r"|http://purl\.oclc\.org/ooxml/wordprocessingml/main "
)
_BODY = "word/document.xml"
_MARGINS = re.compile(r"word/(?:header|footer)\d*\.xml")
_MOST_BYTES, _MOST_ELEMENTS = 32_000_000, 400_000
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_BROKEN = (
    "This is no Word file that can be read: it is broken or not complete. Open it in Word, save it"
    " anew as .docx, and choose it again."
)


@dataclass(slots=True)
class Row:
    """
    A row, as text by column, a paragraph on each line; its place counts from 1.

    A cell that is merged over several columns stands in the first of them and leaves the others
    empty. One that goes on from the row above is None.
    """

    table: int
    number: int
    cells: list[str | None]


@dataclass(slots=True)
class WordTables:
    """Rows of all tables in their order, and the paragraphs of page headers and of the body."""

    rows: list[Row] = field(default_factory=list)
    margins: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)


def tables_of(data: bytes) -> WordTables:
    """All of a Word file; Refused if it is broken, too large, or made to do harm."""
    found = WordTables()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if _BODY not in names:
                raise Refused(_BROKEN)
            body = _Parts(archive, _BODY)
            found.rows, found.paragraphs = body.rows, body.paragraphs
            for name in sorted(filter(_MARGINS.fullmatch, names))[:20]:
                found.margins += _Parts(archive, name).paragraphs
    except Refused:
        raise
    except Exception as error:  # of zip, of each compression in it, and of XML
        raise Refused(_BROKEN) from error
    return found


class _Parts:
    """One XML file of a .docx, read as a stream of elements: paragraphs, and rows of tables."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self.rows: list[Row] = []
        self.paragraphs: list[str] = []
        self._text: list[str] = []  # of the paragraph, or of the cell with all that is in it
        self._is_text = False
        self._tables = self._tables_open = self._unseen = self._elements = 0
        self._row = Row(0, 0, [])
        self._span, self._goes_on = 1, False
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._letters
        size = 0
        with archive.open(name) as part:
            while piece := part.read(65_536):
                size += len(piece)
                if size > _MOST_BYTES:
                    raise Refused(_too_large(name))
                parser.Parse(piece, False)
        parser.Parse(b"", True)

    def _start(self, name: str, given: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > _MOST_ELEMENTS:
            raise Refused(_too_large(_BODY))
        local = _local(name)
        self._unseen += _is_unseen(name, local)
        if local in _BREAKS and not self._unseen:
            self._text.append(_BREAKS[local])
        elif step := _STARTS.get(local):
            step(self, {_local(key): value for key, value in given.items()})

    def _end(self, name: str) -> None:
        local = _local(name)
        self._unseen -= _is_unseen(name, local)
        if step := _ENDS.get(local):
            step(self)

    def _letters(self, letters: str) -> None:
        if self._is_text and not self._unseen:
            self._text.append(letters)

    def _begin_table(self, _: dict[str, str]) -> None:
        self._tables_open += 1
        if self._tables_open == 1:
            self._tables += 1
            self._row = Row(self._tables, 0, [])

    def _end_table(self) -> None:
        self._tables_open -= 1

    def _begin_row(self, _: dict[str, str]) -> None:
        if self._tables_open == 1:
            self._row = Row(self._tables, self._row.number + 1, [])

    def _end_row(self) -> None:
        if self._tables_open == 1:
            self.rows.append(self._row)

    def _skip(self, given: dict[str, str]) -> None:
        if self._tables_open == 1:
            self._row.cells += [""] * _count(given, 0)

    def _begin_cell(self, _: dict[str, str]) -> None:
        if self._tables_open == 1:
            self._text, self._span, self._goes_on = [], 1, False

    def _merge_across(self, given: dict[str, str]) -> None:
        if self._tables_open == 1:
            self._span = _count(given, 1)

    def _merge_down(self, given: dict[str, str]) -> None:
        if self._tables_open == 1:
            self._goes_on = given.get("val") != "restart"

    def _end_cell(self) -> None:
        if self._tables_open == 1:
            text = "".join(self._text).strip()
            self._row.cells.append(None if self._goes_on else text)
            self._row.cells += [""] * (self._span - 1)
            self._text = []

    def _begin_text(self, _: dict[str, str]) -> None:
        self._is_text = True

    def _end_text(self) -> None:
        self._is_text = False

    def _end_paragraph(self) -> None:
        if self._tables_open:
            self._text.append("\n")
        else:
            self.paragraphs.append("".join(self._text).strip())
            self._text = []


_STARTS: dict[str, Callable[[_Parts, dict[str, str]], None]] = {
    "tbl": _Parts._begin_table,
    "tr": _Parts._begin_row,
    "gridBefore": _Parts._skip,
    "tc": _Parts._begin_cell,
    "gridSpan": _Parts._merge_across,
    "vMerge": _Parts._merge_down,
    "t": _Parts._begin_text,
}
_ENDS: dict[str, Callable[[_Parts], None]] = {
    "tbl": _Parts._end_table,
    "tr": _Parts._end_row,
    "tc": _Parts._end_cell,
    "t": _Parts._end_text,
    "p": _Parts._end_paragraph,
}


@lru_cache(maxsize=4096)
def _local(name: str) -> str:
    """The name of an element or attribute of Word's; "" for those of anybody else."""
    found = _WORD.match(name)
    return name[found.end() :] if found else ""


def _is_unseen(name: str, local: str) -> bool:
    """Whether nobody sees what is in it: crossed out, moved, or the same for old programs."""
    return local in ("del", "moveFrom") or name.endswith(" Fallback")


def _count(given: dict[str, str], least: int) -> int:
    """How many columns an element speaks of; Word knows no more than 63."""
    value = given.get("val", "")
    return max(least, min(int(value), 63)) if value.isdecimal() and len(value) < 4 else least


def _too_large(name: str) -> str:
    most = f"{_MOST_BYTES // 1_000_000} MB or {_MOST_ELEMENTS:,} elements"
    return f"This Word file holds more than a document can be ({name} is over {most})."


def _refuse_doctype(*_: object) -> None:
    raise Refused(
        "This Word file names a document type of its own, as no program writes it. Open it in Word,"
        " save it anew as .docx, and choose it again."
    )
