"""
OHCHR's “Thematic list of recommendations” (Word): what a State was asked in a review of the UPR,
by theme, with its position on each.

Four columns, of which the first two are the same in every cycle; whose review it is stands in the
page header alone. Heads and the third column differ: codes before the themes in the second cycle,
none in the third, affected persons and SDGs below them or in the fourth column.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tracker.imports.asks import Ask, Reading, Refused, Wanted
from tracker.imports.opening.files import Opened
from tracker.imports.readers.numbering import asks_of, counted
from tracker.imports.readers.reviews import Review, is_of, review_in
from tracker.imports.readers.word_tables import Row, WordTables, tables_of
from tracker.imports.words import clean, folded

Progress = Callable[[str], None]

_HEADS = {  # how the head of a column begins, or what is in it
    "recommendation": re.compile(r"^recommendations?\b", re.IGNORECASE),
    "position": re.compile(r"^position\b", re.IGNORECASE),
    "themes": re.compile(r"\bthemes?\b", re.IGNORECASE),
    "sdgs": re.compile(r"\bSDGs?\b|sustainable development goals", re.IGNORECASE),
}
_THEME = re.compile(r"^theme\s*:\s*", re.IGNORECASE)
_CODE = re.compile(r"^[A-Z]\d{1,2}\s+(?=\S)")
_NUMBER = re.compile(r"^(\d{1,3})\s*\.\s*(\d{1,4})(?!\d)[.)]?\s*")
_SOURCE = re.compile(r"\bsources?\s+of\s+(?:the\s+)?position\s*:?", re.IGNORECASE)
_SYMBOL = re.compile(r"\bA/[A-Z]+(?:/\d+)+(?:/(?:Add|Corr|Rev)\.\s?\d+)*")
_PARAGRAPH = re.compile(
    r"\bpara(?:graph)?s?\b\.?\s*(\d{1,3}(?:\s?\([a-z]\))?(?:\s?(?:[-–,]|and)\s?\d{1,3})*)",
    re.IGNORECASE,
)
_SECTIONS = {
    "sdgs": re.compile(
        r"^(?:relevant\s+)?(?:SDGs?|sustainable development goals)\s*(?::\s*|$)", re.I
    ),
    "groups": re.compile(
        r"^(?:affected\s+(?:persons|groups)|groups?\s+of\s+persons|persons\s+affected)\s*(?::\s*|$)",
        re.I,
    ),
    "themes": re.compile(r"^(?:full\s+list\s+of\s+)?themes?\s*:\s*", re.IGNORECASE),
}
_LONGEST_THEME = 160  # characters, where no “Theme:” is before it
_DASH = re.compile(r"^[-–—•·]\s*")


@dataclass(slots=True)
class _Item:
    """One numbered recommendation as the list has it."""

    place: str
    number: str
    text: str
    position: str
    symbol: str
    paragraph: str
    lists: dict[str, list[str]]
    raw: dict[str, str]


@dataclass(slots=True)
class _Table:
    """What the rows above say of the rows below: which column is what, and the theme."""

    heads: list[str] = field(default_factory=list)
    columns: dict[str, int] = field(default_factory=dict)
    theme: str = ""
    above: list[str] = field(default_factory=list)


def recognises(opened: Opened) -> bool:
    """Whether a file is such a list: a Word file with a table that has its heads."""
    try:
        return opened.kind == "docx" and any(map(_columns, _tables(opened).rows))
    except Refused:
        return False


def read(opened: Opened, wanted: Wanted, progress: Progress | None = None) -> Reading:
    """
    All recommendations of the list, if it is of the review of the State that is wanted.

    An item in which several States ask different things is an ask for each, numbered in brackets.
    Refused if the file is broken, or no such list.
    """
    found = _tables(opened)
    items = list(_items(found.rows))
    if not items:
        raise Refused(
            "This Word file holds no thematic list of recommendations: no table with the heads"
            " “Recommendation” and “Position”. Choose the list that OHCHR publishes for the review,"
            " or import the file as a submission."
        )
    if progress:
        progress(f"Read {len(items):,} numbered recommendations.")
    review = _review(found)
    reading = Reading(source="matrix", proposed=_proposed(items, review))
    if review.state and not is_of(review.state, wanted.state):
        reading.left_out[review.state] = len(items)
        reading.told = [review.other_than(wanted.state)]
        return reading
    document = str(reading.proposed.get("document", ""))
    for item in items:
        given = _given(item, document)
        reading.asks += asks_of(
            item.text, number=item.number, review=review, state=wanted.state, given=given
        )
    reading.told = list(_told(items, reading.asks, review, wanted))
    return reading


def _tables(opened: Opened) -> WordTables:
    return tables_of(opened.data or b"")


def _review(found: WordTables) -> Review:
    """Whose review it is, and which: from the page header, or else from above the table."""
    above = found.paragraphs[:50]
    for text in [*found.margins, " ".join(found.margins), *above, " ".join(above)]:
        if review := review_in(clean(text)):
            return review
    return Review()


def _items(rows: Iterable[Row]) -> Iterator[_Item]:
    table = _Table()
    for row in rows:
        if columns := _columns(row):
            table = _Table([clean(cell or "") for cell in row.cells], columns, table.theme)
        elif table.columns:
            cells = [
                (table.above[at] if at < len(table.above) else "") if cell is None else cell
                for at, cell in enumerate(row.cells)
            ]
            goes_on = row.cells and row.cells[0] is None
            table.above = cells
            if theme := _theme(cells):
                table.theme = theme
            elif any(cells) and not goes_on:
                yield from _in_row(row, cells, table)


def _columns(row: Row) -> dict[str, int]:
    """Which column is what, if this row is the head of such a list."""
    found: dict[str, int] = {}
    for at, cell in enumerate(row.cells):
        for name, head in _HEADS.items():
            if name not in found and at not in found.values() and head.search(clean(cell or "")):
                found[name] = at
    return found if {"recommendation", "position"} <= found.keys() else {}


def _theme(cells: list[str]) -> str:
    """The theme of the rows below, if this row names one; its code is left out."""
    text = clean(cells[0]) if cells else ""
    if any(cells[1:]) or not text or _NUMBER.match(text):
        return ""
    named = _THEME.sub("", text)
    is_theme = named != text or (len(text) < _LONGEST_THEME and text[-1] not in ";.)")
    return _CODE.sub("", named) if is_theme else ""


def _in_row(row: Row, cells: list[str], table: _Table) -> Iterator[_Item]:
    """The recommendation of a row; those of a cell that holds several numbers."""
    raw = {head or f"column {at}": text for at, (head, text) in enumerate(_pairs(table, cells), 1)}
    if table.theme:
        raw["Theme"] = table.theme
    whole = _cell(cells, table, "recommendation")
    words, _, source = _parted(whole)
    symbol, paragraph = _source(source)
    for text in _numbered(words):
        number = _NUMBER.match(text)
        yield _Item(
            place=f"table {row.table}, row {row.number}",
            number=f"{number[1]}.{number[2]}" if number else "",
            text=text[number.end() :] if number else text,
            position=clean(_cell(cells, table, "position")),
            symbol=symbol,
            paragraph=paragraph,
            lists=_lists(cells, table),
            raw=raw,
        )


def _pairs(table: _Table, cells: list[str]) -> Iterator[tuple[str, str]]:
    for at, text in enumerate(cells):
        yield (table.heads[at] if at < len(table.heads) else "", text)


def _cell(cells: list[str], table: _Table, name: str) -> str:
    at = table.columns.get(name, len(cells))
    return cells[at] if at < len(cells) else ""


def _parted(cell: str) -> tuple[str, str, str]:
    found = _SOURCE.search(cell)
    return (cell[: found.start()], found[0], cell[found.end() :]) if found else (cell, "", "")


def _numbered(words: str) -> list[str]:
    """The text, cut where a line begins with a further number of the same paragraph."""
    texts: list[str] = []
    for line in filter(None, map(clean, words.splitlines())):
        number = _NUMBER.match(line)
        first = _NUMBER.match(texts[0]) if texts else None
        if texts and not (number and first and number[1] == first[1]):
            texts[-1] += f" {line}"
        else:
            texts.append(line)
    return texts or [""]


def _source(words: str) -> tuple[str, str]:
    """The document that states the position, and where: `A/HRC/59/15/Add.1`, `para. 3`."""
    words = clean(words)
    symbol = _SYMBOL.search(words)
    paragraph = _PARAGRAPH.search(words[symbol.end() :] if symbol else words)
    named = symbol[0].replace(" ", "") if symbol else ""
    return named, f"para. {paragraph[1]}" if paragraph else ""


def _lists(cells: list[str], table: _Table) -> dict[str, list[str]]:
    """Themes, affected persons and SDGs, each as it is called without its code or dash."""
    found: dict[str, list[str]] = {"themes": [table.theme] if table.theme else []}
    for column in ("themes", "sdgs"):
        name = column
        for line in map(clean, _cell(cells, table, column).splitlines()):
            for section, head in _SECTIONS.items():
                if head.match(line):
                    name, line = section, head.sub("", line)
            words = _DASH.sub("", line)
            words = _CODE.sub("", words) if name == "themes" else words
            known = found.setdefault(name, [])
            if words and folded(words) not in map(folded, known):
                known.append(words)
    return found


def _given(item: _Item, document: str) -> dict[str, Any]:
    """What the list says of an item besides its text."""
    return {
        "place": item.place,
        "raw": item.raw,
        "document": document,
        "position": item.position,
        "answer": _answer(item),
        **item.lists,
    }


def _answer(item: _Item) -> dict[str, str]:
    if not item.position:
        return {}
    said = {"document": item.symbol, "locator": item.paragraph}
    return {name: words for name, words in said.items() if words}


def _proposed(items: list[_Item], review: Review) -> dict[str, object]:
    """The document that states the asks, the one with the positions, and the review."""
    symbols = Counter(item.symbol for item in items if item.symbol)
    replies = symbols.most_common(1)[0][0] if symbols else ""
    said = {
        "document": re.sub(r"/(?:Add|Corr|Rev)\.\d+.*$", "", replies),
        "reply_document": replies,
        "state": review.state,
        "cycle_number": review.cycle,
        "session": review.session,
    }
    return {name: value for name, value in said.items() if value}


def _told(items: list[_Item], asks: list[Ask], review: Review, wanted: Wanted) -> Iterator[str]:
    if not review.state:
        yield (
            "The page header does not say whose review this list is of; it is read as one of"
            f" {wanted.state}."
        )
    positions = Counter(item.position or "no position" for item in items)
    split = ", ".join(f"{count:,} {position}" for position, count in positions.most_common())
    yield f"The list numbers {len(items):,} recommendations: {split}."
    yield from counted(Counter(item.number for item in items), asks)
    if bare := sum(not item.symbol for item in items):
        yield f"{bare:,} of them name no document for the position."
