"""Rows of a file that wait for a person, as they come from whoever compared them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError

from tracker.models import Import, StagedRow

from .copying import as_json, as_text, copy_rows

Outcome = StagedRow.Outcome
_NAMES = [
    "imported", "number", "place", "raw", "ask", "key", "values", "outcome", "faults",
    "differences", "record", "expected", "is_chosen", "is_written", "left_because",
]  # fmt: skip
_MOST = {"place": 120, "key": 80}  # characters


@dataclass(slots=True, kw_only=True)
class Staged:
    """
    One thing that a file asks, compared with what is recorded.

    `ask`, `values`, `faults` and `differences` are plain, as StagedRow keeps them; `record` is the
    primary key of the recommendation that it would change or may repeat, `expected` the version it
    was compared with. `is_chosen` None: by what became of it.
    """

    number: int
    place: str
    raw: Mapping[str, str] = field(default_factory=dict)
    ask: Mapping[str, Any] = field(default_factory=dict)
    key: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    outcome: str = Outcome.NEW
    faults: Sequence[Mapping[str, Any]] = ()
    differences: Sequence[Mapping[str, Any]] = ()
    record: int | None = None
    expected: int | None = None
    is_chosen: bool | None = None


def stage_rows(imported: Import, rows: Iterable[Staged], chosen: Mapping[int, bool]) -> None:
    """
    Within another action: keep rows for a person to read.

    `chosen` says by number which of them that person took or left before. Raises ValidationError
    if two have the same number, or one a place or key that is too long.
    """
    several = list(rows)
    _must_be_told_apart(several)
    copy_rows(StagedRow, _NAMES, (_line(imported, row, chosen) for row in several))


def choices_against_the_rule(imported: Import) -> dict[tuple[int, str], bool]:
    """By number and outcome: the rows that a person took or left otherwise than they came."""
    rows = imported.rows.values_list("number", "outcome", "is_chosen", "ask__is_sure")
    return {
        (number, outcome): is_chosen
        for number, outcome, is_chosen, is_sure in rows
        if is_chosen != _is_taken(outcome, {"is_sure": is_sure is not False})
    }


def _is_taken(outcome: str, ask: Mapping[str, Any]) -> bool:
    """Whether a row is taken as it comes: not what may be here already, nor what may be no ask."""
    return outcome != Outcome.DUPLICATE and bool(ask.get("is_sure", True))


def _must_be_told_apart(rows: Sequence[Staged]) -> None:
    if len({row.number for row in rows}) < len(rows):
        raise ValidationError("Two rows have the same number.")
    long = [
        f"{row.place[:40]}: its {name} has more than {most} characters."
        for row in rows
        for name, most in _MOST.items()
        if len(getattr(row, name)) > most
    ]
    if long:
        raise ValidationError(long)


def _json(value: Any) -> str:
    return as_json(value) if value else "{}" if isinstance(value, Mapping) else "[]"


def _line(imported: Import, row: Staged, chosen: Mapping[int, bool]) -> tuple[Any, ...]:
    is_chosen = row.is_chosen
    if is_chosen is None:
        is_chosen = chosen.get(row.number, _is_taken(row.outcome, row.ask))
    return (
        imported.pk, row.number, as_text(row.place), as_json(row.raw), as_json(row.ask),
        as_text(row.key), as_json(row.values), str(row.outcome), _json(row.faults),
        _json(row.differences), row.record, row.expected, is_chosen, False, "",
    )  # fmt: skip
