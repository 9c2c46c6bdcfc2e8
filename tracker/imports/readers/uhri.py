"""
The Universal Human Rights Index of OHCHR: its workbook, and its whole as JSON.

One record is one passage of a UN document: a concern or recommendation of a treaty body or special
procedure, or a recommendation of the UPR with its States and position. Both files say the same
under other names: a workbook has several values in a cell one a line after “- ”, JSON has arrays.
The JSON of everything has some 400 MB in one array; it is read record by record, and what is not
about the State is not kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import IO

from tracker.imports.asks import Ask, Fault, Reading, Refused, Wanted
from tracker.imports.opening.tables import Opened, Tables, sheets_of
from tracker.imports.readers.cells import is_state, not_read, rows_of, stream_of
from tracker.imports.readers.days import day_of
from tracker.imports.readers.index_json import Progress, records
from tracker.imports.readers.passages import passage_of, without_states
from tracker.imports.words import clean, folded

Rows = Iterable[tuple[str, Mapping[str, str]]]

_NAMES = {  # as folded headings of the workbook and names in JSON have them
    "text": ("text",),
    "countries": ("countries", "countriesconcerned"),
    "body": ("body", "recommendingbody"),
    "symbol": ("symbol", "documentsymbol"),
    "themes": ("themes",),
    "groups": ("affectedpersons",),
    "sdgs": ("sdgs",),
    "published": ("publicationdate", "documentpublicationdate"),
    "states": ("uprrecommendingcountry", "uprrecommendingstates"),
    "position": ("uprpositions", "uprposition"),
    "type": ("annotationtype", "type"),
    "key": ("annotationid", "ohchrannotationid"),
    "session": ("uprsession",),
    "cycle": ("uprcycle",),
}
_MEANING = {name: field for field, names in _NAMES.items() for name in names}
_NEEDED = {"text", "countries", "key"}
_KINDS = {
    "recommendations": "recommendation",
    "recommendation": "recommendation",
    "concernsobservations": "concern",
    "concerns": "concern",
    "observations": "concern",
}


def has_its_headings(headings: Iterable[str]) -> bool:
    """Whether a table is a workbook of the Index."""
    return {_field(heading) for heading in headings} >= _NEEDED


def read(opened: Opened, wanted: Wanted, progress: Progress | None = None) -> Reading:
    """What a file of the Index asks of the wanted State: its workbook, a CSV of it, or JSON."""
    if opened.kind == "json":
        with stream_of(opened) as file:
            return read_json(file, wanted, progress=progress)
    return read_tables(sheets_of(opened, wanted.encoding), wanted)


def read_tables(tables: Tables, wanted: Wanted) -> Reading:
    """What the tables of a file ask which have the headings of the Index."""
    sheets = [sheet for sheet in tables.sheets if has_its_headings(sheet.headings)]
    if not sheets:
        raise Refused(
            "This table is no export of the Universal Human Rights Index: its headings are others."
            " Let its kind be found, or choose another one."
        )
    reading = read_rows(rows_of(sheets), wanted)
    reading.told[:0] = [*tables.told, *not_read(tables.sheets, sheets)]
    return reading


def read_json(file: IO[bytes], wanted: Wanted, *, progress: Progress | None = None) -> Reading:
    """
    What the Index as JSON asks of the wanted State, read as a stream: memory does not grow with it.

    Raises Refused for a file that breaks off, that is no JSON, or that holds something else than
    the records of the Index.
    """
    left_out: Counter[str] = Counter()
    rows = records(file, _Wanted(wanted.state, left_out).is_about, progress or _silent)
    return Reading(source="uhri", asks=list(_asks(rows)), left_out=left_out)


def read_rows(rows: Rows, wanted: Wanted) -> Reading:
    """What a workbook of the Index asks of the wanted State, from its cells by heading."""
    left_out: Counter[str] = Counter()
    asks = list(_asks(_about(rows, _Wanted(wanted.state, left_out))))
    return Reading(source="uhri", asks=asks, left_out=left_out)


def asks_from(rows: Rows, wanted: Wanted) -> Iterator[Ask]:
    """An ask for each row about the wanted State; rows of a file, or as they were staged."""
    return _asks(_about(rows, _Wanted(wanted.state, Counter())))


class _Wanted:
    """Tells which records are about a State, and counts the others."""

    def __init__(self, state: str, left_out: Counter[str]) -> None:
        self._state, self._left_out = state, left_out
        self._known: dict[str, bool] = {}

    def is_about(self, countries: list[str]) -> bool:
        for country in countries:
            if country not in self._known:
                self._known[country] = is_state(country, self._state)
            if self._known[country]:
                return True
        self._left_out[countries[0] if countries else ""] += 1
        return False


def _about(rows: Rows, about: _Wanted) -> Rows:
    """The rows about a State; empty ones are not counted with the others."""
    for place, raw in rows:
        countries = _values(raw.get(_headings(raw).get("countries", ""), ""))
        if any(raw.values()) and about.is_about(countries):
            yield place, raw


def _asks(rows: Rows) -> Iterator[Ask]:
    for place, raw in rows:
        headings = _headings(raw)
        yield _ask(place, raw, {name: raw[at] for name, at in headings.items()}, headings)


def _ask(
    place: str, raw: Mapping[str, str], cells: Mapping[str, str], headings: Mapping[str, str]
) -> Ask:
    faults: list[Fault] = []
    body = ", ".join(_values(cells.get("body", "")))
    is_upr = folded(body) in ("upr", "universalperiodicreview") or bool(cells.get("states"))
    states = _values(cells.get("states", ""))
    passage = passage_of(cells.get("text", ""))
    session = _number(cells.get("session", ""))
    return Ask(
        place=place,
        raw=raw,
        key=clean(cells.get("key", "")).casefold(),
        text=without_states(passage.text, states) if is_upr else passage.text,
        title=passage.heading,
        kind=_kind(cells.get("type", ""), headings.get("type", ""), faults),
        locator=passage.locator,
        mechanism="UPR" if is_upr else body,
        session=session,
        cycle="" if session else _one(cells.get("cycle", "")),
        document=_one(cells.get("symbol", "")),
        published_on=_published(cells.get("published", ""), headings, faults),
        made_by=states if is_upr else [body] if body else [],
        themes=_values(cells.get("themes", "")),
        groups=_values(cells.get("groups", "")),
        sdgs=_values(cells.get("sdgs", "")),
        position=_position(cells.get("position", ""), headings, faults),
        faults=faults,
    )


def _kind(cell: str, heading: str, faults: list[Fault]) -> str:
    said = _values(cell)
    kinds = {_KINDS.get(folded(word), "") for word in said}
    if "" in kinds:
        faults.append(
            Fault(
                what=f"Unknown type “{', '.join(said)}”",
                expected="Recommendations, or Concerns/Observations.",
                mend="Write one of the two, or leave the row out.",
                column=heading,
                found=", ".join(said),
            )
        )
        return ""
    return "recommendation" if "recommendation" in kinds or not kinds else kinds.pop()


def _published(cell: str, headings: Mapping[str, str], faults: list[Fault]) -> str:
    said = _one(cell)
    day = day_of(said) if said else ""
    if day is None:
        faults.append(
            Fault(
                what=f"“{said}” is no date",
                expected="A day, such as 2024-07-04, or Excel’s number of one.",
                mend="Correct the date, or empty the cell.",
                column=headings["published"],
                found=said,
            )
        )
    return day or ""


def _position(cell: str, headings: Mapping[str, str], faults: list[Fault]) -> str:
    positions = list(dict.fromkeys(_values(cell)))
    if len(positions) > 1:
        said = ", ".join(positions)
        faults.append(
            Fault(
                what=f"Several positions on one recommendation: {said}",
                expected="One position: Supported or Noted.",
                mend="Leave the one that holds, or empty the cell and record the answer by hand.",
                column=headings["position"],
                field="position",
                found=said,
            )
        )
    return positions[0] if len(positions) == 1 else ""


def _values(cell: str) -> list[str]:
    """The values of a cell: one a line, with or without “- ” before it."""
    lines = (clean(line) for line in cell.splitlines())
    return [word for line in lines if (word := line.removeprefix("- ").strip(" -"))]


def _one(cell: str) -> str:
    return next(iter(_values(cell)), "")


def _number(cell: str) -> int | None:
    digits = "".join(c if c.isdecimal() and c.isascii() else " " for c in cell).split()
    return int(digits[0]) if digits and len(digits[0]) < 4 else None


def _headings(raw: Mapping[str, str]) -> dict[str, str]:
    """Which heading of a row holds each field."""
    return {field: heading for heading in raw if (field := _field(heading))}


@lru_cache(maxsize=1000)
def _field(heading: str) -> str:
    return _MEANING.get(folded(heading).replace("reccomending", "recommending"), "")


def _silent(_: str) -> None:
    """Nobody listens."""
