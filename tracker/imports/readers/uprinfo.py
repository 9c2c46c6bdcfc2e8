"""
UPR Info's database, as its exports of 2015 and 2018 have it: .csv and .xls.

A row there is one recommendation by one State: what five States recommended together stands in five
rows. Here it is one ask with five makers. Both counts are told, each with what it counts.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from tracker.imports.asks import Ask, Fault, Reading, Refused, Wanted
from tracker.imports.opening.tables import Tables
from tracker.imports.readers.cells import Place, not_read, rows_of
from tracker.imports.readers.uprinfo_told import told_of
from tracker.imports.words import clean, folded
from tracker.lib.states import State, state_named

SOURCE = "upr-info"
POSITIONS = {"supported": "Supported", "accepted": "Supported", "noted": "Noted"}
_COLUMNS = {
    "state": ("sur", "to"),
    "maker": ("rs", "from"),
    "text": ("recommendation", "text"),
    "response": ("response",),
    "session": ("session",),
    "action": ("action",),
    "issue": ("issue",),
}
_NEEDED = ("state", "maker", "text", "response", "session")
# What the export of 2015 calls otherwise than that of 2018: the same tag, not another one.
_RENAMED_ISSUES = {
    "NHRI": "National Human Rights Institution",
    "Right to water": "Right to water and sanitation",
}
_SESSION = re.compile(r"([1-9][0-9]?)(?:\.0*)?")
_ACTION = re.compile(r"([1-5])(?:\.0*)?")
_PLACE = re.compile(r"(.*?)row (\d+)")
_MOST_PLACES = 6
_UNKNOWN = frozenset({"", "unknown"})

Rows = Iterable[tuple[Place, Mapping[str, str]]]


@dataclass(slots=True)
class _Row:
    """One row on the wanted State, its words clean."""

    place: str
    raw: Mapping[str, str]
    text: str
    makers: list[str]  # one; several where the row was told of as one ask before
    response: str
    session: str
    action: str
    issues: list[str] = field(default_factory=list)
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def position(self) -> str:
        return POSITIONS.get(self.response.casefold(), "")


def has_its_headings(headings: Iterable[str]) -> bool:
    """Whether a table with these headings is an export of UPR Info."""
    return all(name in _columns(tuple(headings)) for name in _NEEDED)


def read_tables(tables: Tables, wanted: Wanted) -> Reading:
    """What the tables of a file ask of the wanted State; Refused if none is of UPR Info's form."""
    sheets = [sheet for sheet in tables.sheets if has_its_headings(sheet.headings)]
    if not sheets:
        raise Refused(
            "This is no export of UPR Info: columns for the State under review (SuR or To), the "
            "recommending State (RS or From), the words, Response and Session are needed."
        )
    reading = read_rows(rows_of(sheets), wanted)
    reading.told[:0] = [*tables.told, *not_read(tables.sheets, sheets)]
    return reading


def read_rows(rows: Rows, wanted: Wanted) -> Reading:
    """
    What rows ask of the wanted State, from their cells by heading.

    Rows with the same words in the same session, and the same position, are one ask. Its own cells
    may be read again: where its rows differ they stand in one cell, a line each.
    """
    reading = Reading(source=SOURCE)
    asks: defaultdict[tuple[str, str, str], list[_Row]] = defaultdict(list)
    answers: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    about = state_named(wanted.state)
    for place, raw in rows:
        name = _name(raw[_columns(tuple(raw))["state"]])
        if name == wanted.state or (about and state_named(name) == about):
            row = _row(place, raw)
            said = row.session.casefold(), folded(row.text) or place
            asks[*said, row.position or row.response].append(row)
            answers[said][row.position or row.response] += len(row.makers)
        else:
            reading.left_out[name] += 1
    for (session, words, answer), alike in asks.items():
        key = _key(about, wanted, session, words)
        if answer != _usual(answers[session, words]):
            key = f"{key}-{folded(answer)[:12] or 'none'}"
        reading.asks.append(_ask(key, alike))
    reading.told += told_of(reading, wanted.state)
    return reading


def _usual(answers: Counter[str]) -> str:
    """
    The answer that most States got to the same words, or nearly always the only one.

    Others have their answer in the key, so that one odd row does not change what all are called.
    """
    return max(answers, key=lambda answer: (answers[answer], answer))


@lru_cache(maxsize=64)
def _columns(headings: tuple[str, ...]) -> Mapping[str, str]:
    """The heading of each column that we know by its meaning."""
    plain = {clean(heading).casefold(): heading for heading in reversed(headings)}
    return {
        meaning: plain[name]
        for meaning, names in _COLUMNS.items()
        for name in names
        if name in plain
    }


_name = lru_cache(maxsize=1024)(clean)


@lru_cache(maxsize=1024)
def _makers(cell: str) -> list[str]:
    """The State of a row; a line each where the rows of one ask stand in one cell."""
    if state_named(clean(cell)):
        return [clean(cell)]
    return [clean(line) for line in cell.strip().split("\n")]


@lru_cache(maxsize=1024)
def _issue(tag: str) -> str:
    return _RENAMED_ISSUES.get(clean(tag), clean(tag))


@lru_cache(maxsize=1024)
def _is_nobody(maker: str) -> bool:
    return folded(maker) in _UNKNOWN


def _row(place: str, raw: Mapping[str, str]) -> _Row:
    columns = _columns(tuple(raw))
    said = {meaning: raw[heading] for meaning, heading in columns.items()}
    tags = said.get("issue", "").replace("\n", ",").split(",")
    return _Row(
        place=place,
        raw=raw,
        text=clean(said["text"]),
        makers=_makers(said["maker"]),
        response=_name(said["response"]),
        session=_name(said["session"]),
        action=said.get("action", "").strip().split("\n")[0].strip(),
        issues=[_issue(tag) for tag in tags if tag],
        columns=columns,
    )


def _key(about: State | None, wanted: Wanted, session: str, words: str) -> str:
    """What names a recommendation in every copy of the database: there is no number in it."""
    state = about.slug if about else folded(wanted.state)[:30]
    number = _SESSION.fullmatch(session)
    digest = hashlib.sha256(words.encode()).hexdigest()[:20]
    return f"{state[:40]}-{number[1] if number else 'x'}-{digest}"


def _ask(key: str, rows: list[_Row]) -> Ask:
    first = rows[0]
    session, action = _SESSION.fullmatch(first.session), _ACTION.fullmatch(first.action)
    makers = [maker for row in rows for maker in row.makers]
    return Ask(
        place=_place([row.place for row in rows]),
        raw=_raw(rows),
        key=key,
        text=first.text,
        mechanism="UPR",
        session=int(session[1]) if session else None,
        made_by=list(dict.fromkeys(name for name in makers if not _is_nobody(name))),
        themes=list(dict.fromkeys(tag for row in rows for tag in row.issues if tag)),
        strength=int(action[1]) if action else None,
        position=first.position,
        rows=len(makers),
        faults=list(_faults(first, makers)),
    )


def _place(places: list[str]) -> str:
    """“rows 12, 15 and 16”, “sheet Data, rows 2, 3, 4, 5, 6 and 9 others”."""
    matches = [_PLACE.fullmatch(place) for place in places]
    fronts = {match[1] for match in matches if match}
    if len(places) == 1 or None in matches or len(fronts) > 1:
        return "; ".join(places)[:120]
    numbers = [match[2] for match in matches if match]
    if len(numbers) > _MOST_PLACES:
        rest = len(numbers) - _MOST_PLACES + 1
        numbers = [*numbers[: _MOST_PLACES - 1], f"{rest} others"]
    return f"{fronts.pop()}rows {', '.join(numbers[:-1])} and {numbers[-1]}"


def _raw(rows: list[_Row]) -> Mapping[str, str]:
    """The cells of all its rows: where they differ, and for the States, one line for each row."""
    first = rows[0]
    if len(rows) == 1:
        return first.raw
    cells: dict[str, str] = {}
    for heading, cell in first.raw.items():
        others = [row.raw.get(heading, "") for row in rows]
        is_same = all(other == cell for other in others) or heading == first.columns["text"]
        cells[heading] = cell if is_same else "\n".join(map(clean, others))
    cells[first.columns["maker"]] = "\n".join(maker for row in rows for maker in row.makers)
    return cells


def _faults(row: _Row, makers: list[str]) -> Iterator[Fault]:
    columns = row.columns
    if not row.text:
        yield Fault(
            what="No words of a recommendation",
            expected="What is recommended, in words.",
            mend="Write the words into the cell, or leave the row out.",
            column=columns["text"],
            field="text",
        )
    if not row.position:
        yield Fault(
            what=f"Unknown position “{row.response}”" if row.response else "No position",
            expected="Supported (or Accepted), or Noted.",
            mend="Look into the State's reply to the report, and write Supported or Noted.",
            column=columns["response"],
            field="position",
            found=row.response,
        )
    if not _SESSION.fullmatch(row.session):
        yield Fault(
            what=f"Unknown session “{row.session}”" if row.session else "No session",
            expected="The number of the session of the UPR Working Group, such as 17.",
            mend="Write the session in which the State was reviewed, as in its other rows.",
            column=columns["session"],
            field="session",
            found=row.session,
        )
    yield from _lesser_faults(row, makers)


def _lesser_faults(row: _Row, makers: list[str]) -> Iterator[Fault]:
    if row.action and not _ACTION.fullmatch(row.action):
        yield Fault(
            what=f"Unknown action category “{row.action}”",
            expected="A number from 1 (minimal action) to 5 (specific action), or nothing.",
            mend="Write the number, or empty the cell.",
            column=row.columns["action"],
            field="strength",
            found=row.action,
        )
    unknown = [maker for maker in makers if _is_nobody(maker)]
    if unknown:
        yield Fault(
            what="Unknown recommending State",
            expected="The name of the State that recommends it.",
            mend="Look it up in the report of the Working Group, and write its name into the cell.",
            column=row.columns["maker"],
            found=unknown[0],
            field="made_by",
        )
