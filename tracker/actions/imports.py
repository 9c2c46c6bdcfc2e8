"""What came in a file: staged for a person to read, confirmed in one step, undone in another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from tracker.models import ColumnMapping, Import, Organisation, StagedRow, User
from tracker.permissions import Permission

from .base import Conflict, action
from .confirming import write_chosen
from .forgetting import forget_undone, forget_unwritten
from .locks import held_now
from .staged_rows import Staged, choices_against_the_rule, stage_rows
from .undoing import take_back

__all__ = [
    "Staged",
    "choose_rows",
    "confirm_import",
    "discard_import",
    "remember_columns",
    "restage_import",
    "stage_import",
    "undo_import",
]

Stage = Import.Stage
_BECAME = {
    Stage.CONFIRMED: "This import was confirmed already.",
    Stage.DISCARDED: "This import was thrown away.",
    Stage.UNDONE: "This import was undone.",
}


@action(Permission.RECORD)
def stage_import(
    *,
    source: str,
    file_name: str,
    sha256: str,
    size: int,
    settings: Mapping[str, Any],
    told: Sequence[str],
    additions: Mapping[str, Any],
    rows: Iterable[Staged],
    by: User,
) -> Import:
    """
    Keep what a file asks, row by row, for a person to read; no record changes.

    Raises ValidationError, keyed by field, if it breaks a rule of Import.
    """
    imported = Import(source=source, file_name=file_name, sha256=sha256, size=size, read_by=by)
    _read(imported, settings, told, additions)
    stage_rows(imported, rows, {})
    return imported


@action(Permission.RECORD)
def restage_import(
    *,
    imported: Import,
    settings: Mapping[str, Any],
    told: Sequence[str],
    additions: Mapping[str, Any],
    rows: Sequence[Staged],
    by: User,
) -> Import:
    """
    Put rows that were read or compared anew in the place of those that are staged.

    What a person took or left stays so for each row that comes out as before. Raises Conflict if
    the import is not staged any more.
    """
    imported = _held_while_staged(imported)
    before = choices_against_the_rule(imported)
    chosen = {
        row.number: before[row.number, row.outcome]
        for row in rows
        if (row.number, row.outcome) in before
    }
    imported.rows.all().delete()
    imported.read_at, imported.read_by = timezone.now(), by
    _read(imported, settings, told, additions)
    stage_rows(imported, rows, chosen)
    return imported


@action(Permission.RECORD)
def choose_rows(*, imported: Import, numbers: Collection[int], is_chosen: bool, by: User) -> int:
    """
    Say which rows confirming takes along, or leaves; says how many that changed.

    A possible duplicate is not taken before somebody has decided that it is another ask. Raises
    Conflict if the import is not staged any more.
    """
    imported = _held_while_staged(imported)
    rows = imported.rows.filter(number__in=list(numbers)).exclude(is_chosen=is_chosen)
    if is_chosen:
        rows = rows.exclude(outcome=StagedRow.Outcome.DUPLICATE)
    return rows.update(is_chosen=is_chosen)


@action(Permission.RECORD)
def discard_import(*, imported: Import, by: User) -> Import:
    """
    Throw away what was staged, its rows with it.

    Raises Conflict if the import is not staged any more, PermissionDenied if it is somebody else's.
    """
    imported = _held_while_staged(imported)
    must_be_theirs(imported, by)
    imported.rows.all().delete()
    _end(imported, Stage.DISCARDED, by)
    return imported


@action(Permission.RECORD)
def confirm_import(
    *, imported: Import, by: User, reason: str = "", clean_only: bool = False
) -> Import:
    """
    Write the chosen rows: what is new as drafts, what is changed as far as each record allows.

    A draft is changed at once, a published record by an amendment and a published answer by a
    correction: both need a `reason`. With `clean_only` rows with errors stay behind, else there may
    be none. Raises ValidationError for what breaks a rule, and Conflict if the import is not staged
    any more or if something has changed since it was read; then nothing is written.
    """
    imported = _held_while_staged(imported)
    write_chosen(imported, by=by, reason=reason, clean_only=clean_only)
    forget_unwritten(imported)
    imported.stage = Stage.CONFIRMED
    imported.confirmed_at, imported.confirmed_by = timezone.now(), by
    imported.save()
    return imported


@action(Permission.RECORD)
def undo_import(*, imported: Import, by: User) -> Import:
    """
    Take back what an import wrote, but for what somebody has touched since: its row says why.

    Drafts are withdrawn, changed ones get their former values, changes that wait go. Raises
    Conflict if it was not confirmed, PermissionDenied if it is somebody else's.
    """
    imported = held_now(imported)
    if imported.stage != Stage.CONFIRMED:
        raise Conflict(_BECAME.get(Stage(imported.stage), "It is not confirmed yet."), imported)
    must_be_theirs(imported, by)
    take_back(imported, by=by)
    forget_undone(imported)
    _end(imported, Stage.UNDONE, by)
    return imported


@action(Permission.RECORD)
def remember_columns(
    *,
    organisation: Organisation,
    headings: Sequence[str],
    columns: Mapping[str, str],
    by: User,
) -> ColumnMapping:
    """
    Keep which field each heading of an organisation's table means, for the next with the same.

    Raises ValidationError, keyed by field, if a column is named that the table has not.
    """
    if others := sorted(set(columns) - set(headings)):
        raise ValidationError({"columns": f"The table has no column “{others[0]}”."})
    signature = ColumnMapping.signature_of(headings)
    rows = ColumnMapping.objects.select_for_update()
    mapping = rows.filter(organisation=organisation, signature=signature).first()
    mapping = mapping or ColumnMapping(organisation=organisation, signature=signature)
    mapping.headings, mapping.columns = list(headings), dict(columns)
    mapping.full_clean()
    mapping.save()
    return mapping


def why_not_theirs(imported: Import, by: User) -> str:
    """Why this person neither throws away nor undoes an import; "" if they may."""
    if by.pk in {imported.read_by_id, imported.confirmed_by_id} or by.may(Permission.APPROVE):
        return ""
    return "Only its author or a coordinator does this."


def must_be_theirs(imported: Import, by: User) -> None:
    """PermissionDenied if an import is somebody else's."""
    if why := why_not_theirs(imported, by):
        raise PermissionDenied(why)


def _read(
    imported: Import,
    settings: Mapping[str, Any],
    told: Sequence[str],
    additions: Mapping[str, Any],
) -> None:
    imported.settings, imported.told = dict(settings), list(told)
    imported.additions = dict(additions)
    imported.full_clean(exclude={"key"})
    imported.save()


def _held_while_staged(imported: Import) -> Import:
    imported = held_now(imported)
    if imported.stage != Stage.STAGED:
        raise Conflict(_BECAME[Stage(imported.stage)], imported)
    return imported


def _end(imported: Import, stage: Stage, by: User) -> None:
    imported.stage = stage
    imported.ended_at, imported.ended_by = timezone.now(), by
    imported.save()
