"""One row of an import put right by a person, or cut into the limbs of what it asks."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from django.db.models import Max

from tracker.models import Import, StagedRow, User
from tracker.permissions import Permission

from .base import Conflict, action
from .locks import held, held_now
from .staged_rows import Staged

# From asks, as rows keep them, to what would become of them, and what they add to the import.
Check: TypeAlias = Callable[
    [StagedRow, Sequence[Mapping[str, Any]], Sequence[int]],
    tuple[Sequence[Staged], Mapping[str, Sequence[Mapping[str, Any]]]],
]
_KEY = 80  # characters that the key of a row has


def mark_of(row: StagedRow) -> str:
    """Names what a row asks and whether it is taken, so that a later change is noticed."""
    said = json.dumps([row.ask, row.is_chosen], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


@action(Permission.RECORD)
def mend_row(
    *, row: StagedRow, ask: Mapping[str, Any], is_chosen: bool, seen: str, check: Check, by: User
) -> StagedRow:
    """
    Put another ask in the place of what a row was understood to ask, and check the row anew.

    `seen` is the mark of the row that the person read. Raises Conflict if the row has changed since
    or the import is not staged any more.
    """
    imported, row = _held(row, seen)
    (staged,), additions = check(row, [_decided(ask, is_chosen)], [row.number])
    _take(row, staged)
    row.is_chosen = is_chosen and _is_decided(row)
    row.save()
    _add(imported, additions)
    return row


@action(Permission.RECORD)
def split_row(
    *, row: StagedRow, asks: Sequence[Mapping[str, Any]], seen: str, check: Check, by: User
) -> list[StagedRow]:
    """
    Cut a row into the limbs of what it asks: the first stays in its place, the others come last.

    Each has the place and the cells of the whole. The first keeps its key, by which the passage is
    known again; the others have keys of their own. All are taken but possible duplicates, which
    wait for a decision. Raises Conflict as `mend_row`.
    """
    imported, row = _held(row, seen)
    last = imported.rows.aggregate(last=Max("number"))["last"]
    numbers = [row.number, *range(last + 1, last + len(asks))]
    limbs = [
        {**_decided(ask, True), "key": _key_of_limb(row.key, nth)}
        for nth, ask in enumerate(asks, 1)
    ]
    staged, additions = check(row, limbs, numbers)
    rows = [row, *(_copy(row, number) for number in numbers[1:])]
    for limb, found in zip(rows, staged, strict=True):
        _take(limb, found)
        limb.is_chosen = _is_decided(limb)
        limb.save()
    _add(imported, additions)
    return rows


def _held(row: StagedRow, seen: str) -> tuple[Import, StagedRow]:
    """The import and the row as they are now, kept from everybody else."""
    imported = held_now(row.imported)
    if imported.stage != Import.Stage.STAGED:
        raise Conflict("This import does not wait any more: no row of it can be changed.", imported)
    now = held(imported.rows.filter(number=row.number)).first()
    if now is None:
        raise Conflict("This row is gone: the file was read anew meanwhile.", imported)
    now.imported = imported
    if mark_of(now) != seen:
        raise Conflict("Somebody has changed this row meanwhile.", now)
    return imported, now


def _decided(ask: Mapping[str, Any], is_chosen: bool) -> dict[str, Any]:
    """What a person takes along is an ask, however it was found."""
    return {name: value for name, value in ask.items() if name != "is_sure" or not is_chosen}


def _is_decided(row: StagedRow) -> bool:
    """A possible duplicate waits until somebody has decided that it is another ask."""
    return row.outcome != StagedRow.Outcome.DUPLICATE


def _key_of_limb(key: str, nth: int) -> str:
    return f"{key[: _KEY - 4]}-{nth}" if key and nth > 1 else key


def _take(row: StagedRow, staged: Staged) -> None:
    for name in ("key", "outcome", "expected"):
        setattr(row, name, getattr(staged, name))
    row.ask, row.values = dict(staged.ask), dict(staged.values)
    row.faults, row.differences = list(staged.faults), list(staged.differences)
    row.record_id = staged.record


def _copy(row: StagedRow, number: int) -> StagedRow:
    return StagedRow(imported=row.imported, number=number, place=row.place, raw=row.raw)


def _add(imported: Import, additions: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """What a row names that is not recorded yet comes with the import, once."""
    added = dict(imported.additions)
    for kind, several in additions.items():
        known = {one["slug"] for one in added.get(kind, [])}
        added[kind] = [*added.get(kind, []), *(one for one in several if one["slug"] not in known)]
    if added != imported.additions:
        imported.additions = added
        imported.save()
