"""The paragraphs of a Word document, with the numbers that Word gives them and its tables."""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from tracker.imports.asks import Refused

from .paragraphs import Paragraph, plain

_HEADING = re.compile(r"(?:heading|titre|제목|标题)\s*(\d)", re.IGNORECASE)
_ASKS = re.compile(
    r"recommend|question|\basks?\b|request|suggest|demand|권고|제언|요구|질문|建议|問題|问题|请求",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(?:no\.?|nr\.?|#|number|item|번호|序号|编号)\s*", re.IGNORECASE)
_BROKEN = (
    "This Word document cannot be read: it is broken or not whole. Open it in a word processor, "
    "save it anew as .docx and choose that file."
)


def of_word(data: bytes) -> list[Paragraph]:
    """The paragraphs of a .docx; raises Refused if it is broken."""
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
        return [*_Reader(document).paragraphs()]
    except (KeyError, IndexError, ValueError, TypeError, zipfile.BadZipFile, AttributeError,
            SyntaxError, RecursionError):  # fmt: skip
        raise Refused(_BROKEN) from None


class _Reader:
    """Goes through a document once, counting its lists as Word does."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.formats = _formats(document)
        self.counts: dict[str, dict[int, int]] = defaultdict(dict)
        self.styles: dict[str | None, tuple[str, Any]] = {}  # python-docx looks through all of them
        self.number = self.tables = 0

    def paragraphs(self) -> Iterator[Paragraph]:
        for block in self.document.iter_inner_content():
            if hasattr(block, "rows"):
                self.tables += 1
                yield from self._table(block)
            else:
                self.number += 1
                yield from self._one(block, f"paragraph {self.number}")

    def _one(self, block: Any, place: str) -> Iterator[Paragraph]:
        text = plain(block.text)
        if not text:
            return
        style, _ = self._style(block)
        heading = _HEADING.search(style)
        level = 1 if style == "Title" else int(heading[1]) if heading else 0
        mark, is_item = self._mark(block, style)
        yield Paragraph(
            text, place, f"par. {self.number}", block.text.strip(), mark, level, is_item
        )

    def _mark(self, block: Any, style: str) -> tuple[str, bool]:
        """The number that Word shows before a paragraph, and whether it is an item of a list."""
        found = _found(block._p, "./w:pPr/w:numPr") or self._style(block)[1]
        if not found:
            return "", style.startswith("List")
        number = _value(found[0], "w:numId")
        level = int(_value(found[0], "w:ilvl") or 0)
        if number in ("", "0"):
            return "", False
        counts = self.counts[number]
        counts[level] = counts.get(level, 0) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        kind = self.formats.get((number, level), "bullet")
        return _written(kind, counts[level]), True

    def _style(self, block: Any) -> tuple[str, Any]:
        """The name of a paragraph's style, and the number that it gives to each of its kind."""
        named = block._p.style
        if named not in self.styles:
            style = block.style
            found = [] if style is None else _found(style.element, "./w:pPr/w:numPr")
            self.styles[named] = str(style.name or "") if style is not None else "", found
        return self.styles[named]

    def _table(self, table: Any) -> Iterator[Paragraph]:
        """The cells of a column that holds asks as items; those of another table as paragraphs."""
        rows = _rows(table)
        if not rows or not rows[0]:
            return
        column = next((at for at, name in enumerate(rows[0]) if _ASKS.search(name)), None)
        if column is None or len(rows[0]) < 2 or len(rows[0][column]) > 60:
            yield from self._layout(rows)
            return
        numbered = next((n for n, name in enumerate(rows[0]) if _NUMBERS.fullmatch(name)), None)
        for at, cells in enumerate(rows[1:], 2):
            if column < len(cells) and cells[column]:
                mark = cells[numbered] if numbered is not None else str(at - 1)
                place = f"table {self.tables}, row {at}"
                whole = " | ".join(cells)
                yield Paragraph(
                    cells[column], place, place, whole, f"{mark.rstrip('.')}.", 0, True,
                    rows[0][column],
                )  # fmt: skip

    def _layout(self, rows: list[list[str]]) -> Iterator[Paragraph]:
        for at, cells in enumerate(rows, 1):
            for text in dict.fromkeys(filter(None, cells)):
                place = f"table {self.tables}, row {at}"
                yield Paragraph(text, place, place, text)


def _rows(table: Any) -> list[list[str]]:
    """
    The texts of a table, one for each column that a cell goes over, and again in each row.

    python-docx looks for the cell above from row to row anew: at 300 rows that takes seconds.
    """
    from docx.table import _Cell

    rows: list[list[str]] = []
    for row in table._tbl.tr_lst:
        above = rows[-1] if rows else []
        cells: list[str] = []
        for cell in row.tc_lst:
            if cell.vMerge == "continue":
                text = above[len(cells)] if len(cells) < len(above) else ""
            else:
                text = " ".join(plain(_Cell(cell, table).text).split())
            cells += [text] * cell.grid_span
        rows.append(cells)
    return rows


def _found(element: Any, path: str) -> Any:
    """What a path leads to; elements that python-docx has no class for know no prefixes."""
    from docx.oxml.ns import nsmap
    from docx.oxml.xmlchemy import BaseOxmlElement

    if isinstance(element, BaseOxmlElement):
        return element.xpath(path)
    return element.xpath(path, namespaces=nsmap)


def _value(element: Any, name: str) -> str:
    found = _found(element, f"./{name}/@w:val")
    return str(found[0]) if found else ""


def _formats(document: Any) -> dict[tuple[str, int], str]:
    """The format of each level of each list: decimal, lowerLetter, bullet …"""
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError, AttributeError):
        return {}
    abstract: dict[str, dict[int, str]] = {}
    for one in _found(root, "./w:abstractNum"):
        levels = {int(_found(lvl, "string(@w:ilvl)")): _value(lvl, "w:numFmt")
                  for lvl in _found(one, "./w:lvl")}  # fmt: skip
        abstract[_found(one, "string(@w:abstractNumId)")] = levels
    return {
        (_found(num, "string(@w:numId)"), level): kind
        for num in _found(root, "./w:num")
        for level, kind in abstract.get(_value(num, "w:abstractNumId"), {}).items()
    }


def _written(kind: str, count: int) -> str:
    """A number of a list as Word writes it; a dot after it, and • for what has none."""
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26)
        return f"{letter.upper() if kind == 'upperLetter' else letter}."
    if kind in ("lowerRoman", "upperRoman"):
        roman = _roman(count)
        return f"{roman if kind == 'upperRoman' else roman.lower()}."
    return "•" if kind in ("bullet", "none") else f"{count}."


def _roman(number: int) -> str:
    signs = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    written = ""
    for value, sign in signs:
        written += sign * (number // value)
        number %= value
    return written
