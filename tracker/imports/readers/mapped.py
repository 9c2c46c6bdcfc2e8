"""
Any other table: a person says what each heading means, and is proposed what its words suggest.

What was said is remembered for an organisation, by the `signature` of the headings.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from tracker.imports.asks import OUR_HEADINGS, Ask, Fault, Reading, Refused, Wanted
from tracker.imports.opening.tables import Opened, Tables, sheets_of
from tracker.imports.readers.cells import is_state, not_read, rows_of
from tracker.imports.readers.days import day_of
from tracker.imports.readers.meanings import MEANINGS, SEVERAL, SKIP, kind_of, language_of, proposed
from tracker.imports.words import clean, folded
from tracker.lib.states import state_named

Rows = Iterable[tuple[str, Mapping[str, str]]]
Columns = Mapping[str, str]

_NOTE = "Named in a column of the table that was brought in, beside the ask."
_COMMA = re.compile(r"\s*(?:,\s*and\b|,|、|，|\band\b)\s*")
_ANSWERS = {"words": "words", "category": "category", "answered_on": "responded_on"}


def headings_of(headings: Iterable[str]) -> list[str]:
    """The headings that mean something of the table's own, without those that we added."""
    return [heading for heading in headings if heading not in OUR_HEADINGS]


def signature(headings: Iterable[str]) -> str:
    """What names tables with the same headings in the same order, however they are spaced."""
    plain = "\x1f".join(" ".join(heading.casefold().split()) for heading in headings_of(headings))
    return hashlib.sha256(plain.encode()).hexdigest()


def missing(columns: Columns) -> str:
    """What a mapping lacks for a table to be read, in a sentence; "" if it lacks nothing."""
    unknown = sorted(set(columns.values()) - set(MEANINGS))
    if unknown:
        return f"“{unknown[0]}” is nothing that a column can mean."
    if "text" not in columns.values():
        return "Say which column holds what is asked: without its text no row can be read."
    single = [meaning for meaning in MEANINGS if meaning not in SEVERAL | {SKIP}]
    for meaning in single:
        headings = [heading for heading, said in columns.items() if said == meaning]
        if len(headings) > 1:
            named = " and ".join(f"“{heading}”" for heading in headings)
            return f"{named} are both said to be “{MEANINGS[meaning]}”. Choose one of them."
    return ""


def read_rows(rows: Rows, wanted: Wanted) -> Reading:
    """
    What a table asks of the wanted State; `proposed` says how its columns were understood.

    Where nobody has said what the columns mean, their headings are asked. Raises Refused if no
    column holds the text.
    """
    reading = Reading(source="table")
    columns: dict[str, str] = {}
    by_meaning: dict[str, list[str]] = {}
    for place, raw in rows:
        if not columns:
            columns = _understood(raw, wanted)
            by_meaning = {said: [] for said in MEANINGS}
            for heading, said in columns.items():
                by_meaning[said].append(heading)
        if not any(raw.get(heading, "").strip() for heading in headings_of(raw)):
            continue
        ask = _Row(place, raw, by_meaning).ask()
        if ask.state and not is_state(ask.state, wanted.state):
            reading.left_out[ask.state] += 1
        else:
            reading.asks.append(ask)
    reading.proposed["columns"] = columns
    return reading


def read(opened: Opened, wanted: Wanted, progress: object = None) -> Reading:
    """The first sheet whose columns are understood, and all others with the same headings."""
    return read_tables(sheets_of(opened, wanted.encoding), wanted)


def read_tables(tables: Tables, wanted: Wanted) -> Reading:
    """
    The first sheet whose columns are understood, and all others with the same headings.

    If none is, the cells of the first are given as they are, for a person to say what they mean.
    """
    known = [sheet for sheet in tables.sheets if not missing(_columns(sheet.headings, wanted))]
    first = (known or tables.sheets)[0]
    alike = [sheet for sheet in tables.sheets if sheet.headings == first.headings]
    rows = rows_of(alike)
    reading = read_rows(rows, wanted) if known else _not_understood(rows, wanted)
    reading.told[:0] = [*tables.told, *not_read(tables.sheets, alike)]
    reading.proposed |= {"headings": headings_of(first.headings), "encoding": tables.encoding}
    return reading


def _understood(raw: Mapping[str, str], wanted: Wanted) -> dict[str, str]:
    columns = _columns(raw, wanted)
    if why := missing(columns):
        raise Refused(f"{why} The columns are: {', '.join(headings_of(raw))}.")
    return columns


def _not_understood(rows: Rows, wanted: Wanted) -> Reading:
    """The cells alone: which column holds what is asked, a person has to say."""
    reading = Reading(source="table")
    for place, raw in rows:
        reading.proposed.setdefault("columns", _columns(raw, wanted))
        reading.asks.append(Ask(place=place, raw=raw))
    reading.told.append(missing(reading.proposed.get("columns", {})))
    return reading


def _columns(headings: Iterable[str], wanted: Wanted) -> dict[str, str]:
    """What each heading means: as somebody said, or else as its words suggest."""
    said = {heading: meaning for heading, meaning in wanted.columns.items() if heading in headings}
    return said or proposed(headings_of(headings))


def asks_from(rows: Rows, wanted: Wanted) -> Iterator[Ask]:
    """An ask for each row about the wanted State; rows of a file, or as they were staged."""
    return iter(read_rows(rows, wanted).asks)


@dataclass
class _Row:
    """A row, and what its cells mean."""

    place: str
    raw: Mapping[str, str]
    headings: Mapping[str, list[str]]  # by what they mean
    faults: list[Fault] = field(default_factory=list)

    def ask(self) -> Ask:
        text, made_by = self._word("text"), self._makers()
        locator, session = self._word("locator"), self._session()
        return Ask(
            place=self.place,
            raw=self.raw,
            key=self._key(text, made_by, locator, session),
            text=text,
            title=self._word("title"),
            kind=self._known("kind"),
            language=self._known("language"),
            locator=locator,
            state=self._word("state"),
            mechanism=self._word("mechanism"),
            session=session,
            cycle=self._word("cycle"),
            document=self._word("document"),
            made_on=self._day("made_on"),
            made_by=made_by,
            themes=self._list("themes"),
            groups=self._list("groups"),
            sdgs=self._list("sdgs"),
            strength=self._strength(),
            articles=[{"article": one, "basis": "inferred", "note": _NOTE}
                      for one in self._list("articles")],
            position=self._word("position"),
            answer=self._answer(),
            faults=self.faults,
        )  # fmt: skip

    def _key(self, text: str, made_by: list[str], locator: str, session: int | None) -> str:
        """The table's own number with what tells tables apart, or else what the row says."""
        table = _named(frozenset(self.raw))  # staged cells have no order
        if number := self._word("key"):
            return f"{table}-{number}" if len(number) < 60 else f"{table}-{_digest(number)}"
        words = [text, *sorted(made_by), locator, str(session or self._word("cycle"))]
        return f"{table}-{_digest(' '.join(map(folded, words)))}"

    def _cells(self, meaning: str) -> Iterator[tuple[str, str]]:
        """The filled cells that mean this, with their headings."""
        for heading in self.headings[meaning]:
            if (cell := self.raw.get(heading, "")).strip():
                yield heading, cell

    def _word(self, meaning: str) -> str:
        for heading in self.headings[meaning]:
            if word := clean(self.raw.get(heading, "")):
                return word
        return ""

    def _list(self, meaning: str) -> list[str]:
        """The values of all cells that mean this, parted by semicolons and line ends."""
        parts = [part for _, cell in self._cells(meaning) for part in _parts(cell)]
        return list(dict.fromkeys(parts))

    def _makers(self) -> list[str]:
        """Who asks: several between commas too where each is a State, “Canada, Norway and Peru”."""
        makers: list[str] = []
        for name in self._list("made_by"):
            parts = [part for part in _COMMA.split(name) if part]
            makers += parts if len(parts) > 1 and all(map(state_named, parts)) else [name]
        return list(dict.fromkeys(makers))

    def _known(self, meaning: str) -> str:
        """A word from a fixed list as records have it; a fault if it is none."""
        for heading, cell in self._cells(meaning):
            value = (kind_of if meaning == "kind" else language_of)(cell)
            if value:
                return value
            self._fault(heading, cell, *_FIXED[meaning])
        return ""

    def _day(self, meaning: str) -> str:
        for heading, cell in self._cells(meaning):
            if day := day_of(cell):
                return day
            self._fault(heading, cell, *_DATE)
        return ""

    def _session(self) -> int | None:
        return self._number("session", 999, _SESSION)

    def _strength(self) -> int | None:
        return self._number("strength", 5, _STRENGTH)

    def _number(self, meaning: str, most: int, expected: tuple[str, str]) -> int | None:
        """The first number of a cell: “Session 17” is 17, “4 - General action” is 4."""
        for heading, cell in self._cells(meaning):
            digits = "".join(c if c in "0123456789" else " " for c in clean(cell)).split()
            if digits and len(digits[0]) <= len(str(most)) and 1 <= int(digits[0]) <= most:
                return int(digits[0])
            self._fault(heading, cell, *expected)
        return None

    def _answer(self) -> dict[str, str]:
        """What China said beside its position; the date alone is no answer."""
        said = {name: self._word(meaning) for meaning, name in _ANSWERS.items()}
        if not any((said["words"], said["category"], self._word("position"))):
            return {}
        said["responded_on"] = self._day("answered_on")
        return {name: word for name, word in said.items() if word}

    def _fault(self, heading: str, cell: str, expected: str, mend: str) -> None:
        found = clean(cell)
        what = f"“{found[:80]}” is not understood in “{heading}”"
        meant = next(said for said, headings in self.headings.items() if heading in headings)
        self.faults.append(
            Fault(what=what, expected=expected, mend=mend, column=heading, found=found, field=meant)
        )


_DATE = (
    "A day, a month or a year: 2024-07-04, 2024-07 or 2024.",
    "Write the date with the year first; 4/7/2024 may be in April or in July.",
)
_SESSION = ("The number of a session, such as 45.", "Write the number, or empty the cell.")
_STRENGTH = ("A number from 1 to 5.", "Write the number, or empty the cell.")
_FIXED = {
    "kind": (
        "Recommendation, question, request or concern.",
        "Write one of these words, or empty the cell for a recommendation.",
    ),
    "language": (
        "A language such as English, Korean or zh-Hans.",
        "Write one that is known here, or empty the cell for English.",
    ),
}


_clean = lru_cache(maxsize=10_000)(clean)


@lru_cache(maxsize=10_000)
def _parts(cell: str) -> tuple[str, ...]:
    """The values of a cell, parted by semicolons and line ends; most say what others say too."""
    parts = (
        _clean(part).removeprefix("- ").removeprefix("• ").strip()
        for line in cell.splitlines()
        for part in line.replace("；", ";").split(";")
    )
    return tuple(part for part in parts if part)


@lru_cache(maxsize=100)
def _named(headings: frozenset[str]) -> str:
    """What tells a table from others in the keys of its rows."""
    return signature(sorted(headings_of(headings)))[:12]


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:32]
