"""
This tracker's own files: CSV, Excel and JSON Lines, corrected by somebody and brought back.

What is read are the columns that hold facts of a record. The others say what follows from other
records (answers, assessments, addresses); `derived` tells where somebody has changed one of those.
Cells count to the letter: nothing is made clean, so that what nobody changed is no difference.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from typing import IO, Any

from tracker.exports.guard import unguarded
from tracker.exports.recommendations import COLUMNS
from tracker.exports.xlsx import CUT
from tracker.imports.asks import OUR_HEADINGS, Ask, Fault, Reading, Refused, Wanted
from tracker.imports.opening.tables import Opened, Sheet, Tables, sheets_of
from tracker.imports.readers.cells import rows_of, stream_of
from tracker.imports.readers.days import day_of
from tracker.imports.readers.own_words import (
    CERTAINTIES,
    KINDS,
    TEXT_KINDS,
    unknown,
    word_of,
    yes_or_no,
)
from tracker.imports.words import folded
from tracker.models import Invocation

Rows = Iterable[tuple[str, Mapping[str, str]]]

NAMES = {column.name for column in COLUMNS}
_TELLING = {"reference", "title", "text"}  # headings that others have too, but with so many of ours
_FEWEST = 8
_ABOUT = "About"  # the second sheet of our workbooks
_LISTS = {  # of a record, where its names and where its codes stand
    "made_by": ("made_by", "made_by_codes"),
    "themes": ("themes", "theme_codes"),
    "affected_groups": ("affected_groups", "group_codes"),
    "invocations": ("articles", "article_codes"),
}
_MAY_BE_EMPTY: dict[str, tuple[Any, tuple[str, ...]]] = {  # what an emptied cell says
    "cycle": (None, ("cycle", "cycle_code")),
    "locator": ("", ("locator",)),
    "action_strength": (None, ("action_strength",)),
    "themes": ([], _LISTS["themes"]),
    "affected_groups": ([], _LISTS["affected_groups"]),
    "invocations": ([], _LISTS["invocations"]),
}
_LINE = re.compile(rb'\{"reference":\s*"[^"\n]*",\s*"address":')
_WHOLE = re.compile(r" \(as a whole\)$")


def has_its_headings(headings: Iterable[str]) -> bool:
    """Whether a table is an export of this tracker, of recommendations."""
    known = NAMES & {heading.strip() for heading in headings}
    return known >= _TELLING and len(known) >= _FEWEST


def is_its_json_lines(beginning: bytes) -> bool:
    """Whether a file that begins like this is an export of this tracker as JSON Lines."""
    start = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()
    return _LINE.match(start) is not None


def read(opened: Opened, wanted: Wanted, progress: object = None) -> Reading:
    """All that an export of ours asks: a CSV, a workbook, or JSON Lines."""
    if opened.kind == "json":
        with stream_of(opened) as file:
            return read_json_lines(file, wanted)
    return read_tables(sheets_of(opened, wanted.encoding), wanted)


def read_tables(tables: Tables, wanted: Wanted) -> Reading:
    """All that the tables of a file ask which have our headings."""
    sheets = [sheet for sheet in tables.sheets if has_its_headings(sheet.headings)]
    if not sheets:
        raise Refused(
            "This table is no export of this tracker: its headings are others. Let its kind be"
            " found, or choose another one."
        )
    is_csv = bool(tables.encoding)
    is_ours = any(_is_ours(sheet) for sheet in tables.sheets)
    rows = ((place, as_written(cells, is_csv, is_ours)) for place, cells in rows_of(sheets))
    reading = read_rows(rows, wanted)
    reading.told[:0] = tables.told
    return reading


def _is_ours(sheet: Sheet) -> bool:
    """Whether a workbook was written here rather than made of a CSV of ours."""
    return sheet.name == _ABOUT or set(OUR_HEADINGS) <= set(sheet.headings)


def read_rows(rows: Rows, wanted: Wanted) -> Reading:
    """All that a table of ours asks, from its cells by heading."""
    reading = Reading(source="own")
    others: dict[str, None] = {}
    headings: list[str] = []
    for place, raw in rows:
        if headings != list(raw):
            headings = list(raw)
            others |= dict.fromkeys(heading for heading in raw if heading.strip() not in NAMES)
        if any(raw.values()):
            reading.asks.append(_ask(place, raw))
    if others:
        named = ", ".join(f"“{heading}”" for heading in others)
        reading.told.append(f"Not read, because the tracker has no such column: {named}.")
    return reading


def asks_from(rows: Rows, wanted: Wanted) -> Iterator[Ask]:
    """An ask for each row; rows of a file, or as they were staged."""
    return (_ask(place, raw) for place, raw in rows if any(raw.values()))


def read_json_lines(file: IO[bytes], wanted: Wanted) -> Reading:
    """All that a file of JSON Lines asks; Refused with its line where one is no object."""
    return read_rows(_objects(file), wanted)


def as_written(cells: Mapping[str, str], is_csv: bool, is_ours: bool) -> dict[str, str]:
    """
    The cells of a file without what the file's kind did to them.

    A CSV guards what looks like a formula, and a workbook made of it keeps that; our own workbooks
    (`is_ours`) do not guard.
    """
    if is_ours and not is_csv:
        return dict(cells)
    return {
        heading: unguarded(cell) if cell[:1] == "'" else cell for heading, cell in cells.items()
    }


def _objects(file: IO[bytes]) -> Iterator[tuple[str, dict[str, str]]]:
    for number, line in enumerate(file, start=1):
        text = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if not text.strip():
            continue
        try:
            record = json.loads(text)
            if not isinstance(record, dict):
                raise TypeError
            whole = json.dumps(record, ensure_ascii=False).encode()  # half a letter raises
            if b"\\u0000" in whole:
                raise ValueError
        except (ValueError, TypeError, RecursionError):
            raise Refused(
                f"Line {number:,} is no JSON object. The export of this tracker has one on each"
                " line: download it anew, or mend the line; nothing was taken over."
            ) from None
        yield f"line {number:,}", {str(name): _cell(value) for name, value in record.items()}


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(_cell, value))
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return "" if value is None else str(value)


def _ask(place: str, raw: Mapping[str, str]) -> Ask:
    cells = {heading.strip(): cell for heading, cell in raw.items()}
    reference = cells.get("reference", "").strip()
    faults: list[Fault] = []
    text = cells.get("text", "")
    if text.endswith(CUT):
        text = ""  # `derived` knows whether the record has all of it
    made_on = cells.get("made_on", "").strip()
    return Ask(
        place=place,
        raw=raw,
        key="" if reference else _key(cells),
        reference=reference,
        text=text,
        title=cells.get("title", ""),
        kind=word_of(cells, "kind", KINDS, faults),
        text_kind=word_of(cells, "text_kind", TEXT_KINDS, faults),
        language=cells.get("language", "").strip(),
        locator=cells.get("locator", ""),
        cycle=cells.get("cycle_code", "").strip() or cells.get("cycle", ""),
        document=cells.get("document_symbol", "") or cells.get("document", ""),
        made_on=day_of(made_on) or made_on,
        made_by=_list(cells, "made_by"),
        themes=_list(cells, "themes"),
        groups=_list(cells, "affected_groups"),
        strength=_strength(cells, faults),
        articles=_articles(cells, faults),
        others=_others(cells, faults, is_new=not reference),
        faults=faults,
    )


def _key(cells: Mapping[str, str]) -> str:
    """What names a new row, so that the same file again finds what it became."""
    words = [folded(cells.get(name, "")) for name in ("title", "text", "made_by", "locator")]
    return f"new-{hashlib.sha256(' '.join(words).encode()).hexdigest()[:32]}"


def _others(cells: Mapping[str, str], faults: list[Fault], *, is_new: bool) -> dict[str, Any]:
    """What has no place of its own in an ask; and what a cell that was emptied says: nothing."""
    found: dict[str, Any] = {}
    if code := cells.get("addressed_to_code", "").strip():
        found["addressed_to"] = code
    if certainty := word_of(cells, "certainty", CERTAINTIES, faults):
        found["certainty"] = certainty
    if cells.get("names_north_koreans", "").strip():
        found["names_north_koreans"] = yes_or_no(cells, "names_north_koreans", faults)
    if is_new:
        return found
    if code := cells.get("cycle_code", "").strip():
        found["cycle"] = code
    return found | {
        name: copy(nothing)
        for name, (nothing, columns) in _MAY_BE_EMPTY.items()
        if _are_empty(cells, *columns)
    }


def _are_empty(cells: Mapping[str, str], *names: str) -> bool:
    """Whether a file has these columns, and nothing in them: not the same as no column."""
    there = [name for name in names if name in cells]
    return bool(there) and not any(cells[name].strip() for name in there)


def _list(cells: Mapping[str, str], name: str) -> list[str]:
    """Codes where there are some, else names."""
    names, codes = _LISTS[name]
    cell = cells.get(codes, "").strip() or cells.get(names, "")
    return list(dict.fromkeys(word for part in cell.split(";") if (word := part.strip())))


def _articles(cells: Mapping[str, str], faults: list[Fault]) -> list[dict[str, str]]:
    """Articles with their bases, which stand in the same order, where there are any."""
    articles = [article_of(code) for code in _list(cells, "invocations")]
    bases = [base.strip() for base in cells.get("bases", "").split(";") if base.strip()]
    bases = [base.casefold() for base in bases]
    known = Invocation.Basis.values
    faults += [unknown("bases", base, known) for base in sorted(set(bases) - set(known))]
    if len(set(bases)) == 1:
        bases = bases[:1] * len(articles)
    if bases and len(bases) != len(articles):
        bases = []
        faults.append(
            Fault(
                what="There are not as many bases as articles",
                expected="A basis for each article, in the same order.",
                mend="Add or take out bases, so that there are as many as articles.",
                column="bases",
                found=cells["bases"],
            )
        )
    pairs = zip(articles, bases, strict=False)
    found = [{"article": article, "basis": basis} for article, basis in pairs]
    return found or [{"article": article} for article in articles]


def article_of(code: str) -> str:
    """A code as exports write it, as people do: `refugees/1a-2` is `refugees 1a(2)`."""
    if "/" not in code:
        return _WHOLE.sub("", code)
    treaty, _, slug = code.partition("/")
    number, *limbs = slug.split("-")
    return f"{treaty} {number}{''.join(f'({limb})' for limb in limbs)}"


def _strength(cells: Mapping[str, str], faults: list[Fault]) -> int | None:
    said = cells.get("action_strength", "").strip()
    if not said:
        return None
    if said.isascii() and said.isdigit() and len(said) == 1:
        return int(said)
    faults.append(unknown("action_strength", said, list("12345")))
    return None
