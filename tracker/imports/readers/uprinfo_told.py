"""What a person should know of UPR Info's rows on a State: each count with what it counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from tracker.imports.asks import Ask, Reading
from tracker.imports.words import folded
from tracker.lib.states import state_named

_MOST_STATES = 8
_NO_POSITION = "without a known position"


def told_of(reading: Reading, state: str) -> list[str]:
    """Sentences on the rows and the asks of a reading; on other States if there is none."""
    if not reading.asks:
        others = sorted(reading.left_out)
        named = ", ".join(others[:_MOST_STATES])
        named += " …" if len(others) > _MOST_STATES else ""
        return [f"No row is on {state}. There are rows on {named}." if others else "No rows."]
    sessions: dict[int | None, list[Ask]] = {}
    for ask in reading.asks:
        sessions.setdefault(ask.session, []).append(ask)
    told = [
        _counted(asks, f"on {state}{_in(session)}")
        for session, asks in sorted(sessions.items(), key=lambda item: item[0] or 0)
    ]
    told.append(
        "UPR Info has a row for each recommending State; rows with the same words and position are "
        "one recommendation here. The UN numbers recommendations in yet another way, so that its "
        "count of the same review differs from both."
    )
    return [*told, *_renamed(reading.asks), *_twice(reading.asks)]


def _in(session: int | None) -> str:
    return f" in session {session}" if session else " without a session"


def _counted(asks: list[Ask], where: str) -> str:
    rows: Counter[str] = Counter()
    made: Counter[str] = Counter()
    for ask in asks:
        rows[ask.position or _NO_POSITION] += ask.rows
        made[ask.position or _NO_POSITION] += 1
    ones = "1 row" if rows.total() == 1 else f"{rows.total():,} rows"
    makes = "1 recommendation" if made.total() == 1 else f"{made.total():,} recommendations"
    return (
        f"{ones} {where}, one for each recommending State: {_listed(rows)}. "
        f"They make {makes}: {_listed(made)}."
    )


def _listed(counts: Counter[str]) -> str:
    order = ["Supported", "Noted", _NO_POSITION]
    return " + ".join(f"{counts[name]:,} {name}" for name in order if counts[name])


def _renamed(asks: Iterable[Ask]) -> Iterator[str]:
    """States that have another name here than in the file."""
    names = Counter(name for ask in asks for name in _makers(ask))
    found = [
        f"“{name}” is {state.name} here ({count:,} {'row' if count == 1 else 'rows'})"
        for name, count in sorted(names.items())
        if (state := state_named(name)) and folded(name) not in _usual(state.name)
    ]
    if found:
        yield f"States that the file names otherwise: {', '.join(found)}."


def _usual(name: str) -> set[str]:
    """A name, and what stands before its brackets: “Iran” needs no word."""
    return {folded(name), folded(name.partition(" (")[0])}


def _makers(ask: Ask) -> list[str]:
    """Its recommending States, once for each row."""
    cells = ask.raw.get("RS") or ask.raw.get("From") or "\n".join(ask.made_by)
    names = [" ".join(line.split()) for line in cells.strip().split("\n")]
    return names if set(names) == set(ask.made_by) else ask.made_by


def _twice(asks: Iterable[Ask]) -> Iterator[str]:
    """Rows that add nothing, and rows that are one ask and yet differ."""
    sound = [ask for ask in asks if not ask.faults]
    if count := sum(max(ask.rows - len(ask.made_by), 0) for ask in sound):
        rows = "1 row repeats" if count == 1 else f"{count:,} rows repeat"
        yield f"{rows} the words of another row by the same State."
    differing = [ask.place for ask in sound if "\n" in ask.raw.get("Action", "").strip()]
    if differing:
        yield (
            "Rows with the same words differ in their action category, and the first was taken: "
            f"{'; '.join(differing[:_MOST_STATES])}."
        )
