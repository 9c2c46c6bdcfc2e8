"""From a file to rows that a person reads, and again whenever they have said more about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from tracker.actions.base import Conflict
from tracker.actions.imports import restage_import, stage_import
from tracker.actions.locks import held
from tracker.filters.organisation_names import OrganisationNames
from tracker.imports.asks import Ask, Reading, Refused, Wanted
from tracker.imports.numbers import followed, numbers_of
from tracker.imports.opening.files import Opened
from tracker.imports.preparing import prepare, recheck
from tracker.imports.readers import is_table, read, reread
from tracker.models import Import, StagedRow, User

__all__ = ["recheck", "restage", "stage"]

Progress = Callable[[str], None]
_PROPOSED = ("cycle", "document", "replies", "made_on", "answered_on", "made_by")


def stage(
    opened: Opened,
    *,
    wanted: Wanted,
    settings: Mapping[str, Any],
    by: User,
    progress: Progress | None = None,
) -> Import:
    """
    Read a file, check and compare what it asks, and stage it; nothing of it becomes a record yet.

    `settings` are what a person has said of the file (see Import.settings); what they left out is
    taken from the file where it says so. Raises Refused if it cannot be read.
    """
    reading = read(opened, wanted, progress=progress)
    told = progress or _silent
    told(f"Comparing {len(reading.asks):,} asks with what is recorded …")
    return stage_reading(reading, opened, wanted=wanted, settings=settings, by=by)


def stage_reading(
    reading: Reading, opened: Opened, *, wanted: Wanted, settings: Mapping[str, Any], by: User
) -> Import:
    """Check, compare and stage what was read of a file."""
    settings = settings_of(reading, wanted, settings)
    rows, additions, noticed = prepare(reading.asks, reading.source, settings)
    return stage_import(
        source=reading.source,
        file_name=opened.name[:200],
        sha256=opened.sha256,
        size=opened.size,
        settings=settings,
        told=[*_told(reading), *noticed],
        additions=additions,
        rows=rows,
        by=by,
    )


def settings_of(reading: Reading, wanted: Wanted, given: Mapping[str, Any]) -> dict[str, Any]:
    """What a person said, and where they said nothing what the file says of itself."""
    proposed = {name: value for name, value in reading.proposed.items() if name in _PROPOSED}
    proposed["made_by"] = _known_makers(proposed.get("made_by", []))
    proposed = {name: value for name, value in proposed.items() if value}
    said = {name: value for name, value in given.items() if value not in ("", None, [])}
    kept = {
        "encoding": wanted.encoding or reading.proposed.get("encoding", ""),
        "columns": dict(wanted.columns),
        "proposed": reading.proposed,
    }
    kept["file_told"] = _told(reading)
    kept["headings"] = list(reading.asks[0].raw) if reading.asks else []
    return {**proposed, **said, **{name: value for name, value in kept.items() if value}}


def _known_makers(names: Sequence[str]) -> list[str]:
    """Who is called so here; nobody, unless all are known: a person says who asks then."""
    known = OrganisationNames()
    if not names or not all(map(known.knows, names)):
        return []
    return sorted({known.read(name)[0].slug for name in names})


@transaction.atomic
def restage(
    imported: Import,
    *,
    settings: Mapping[str, Any],
    by: User,
    mended: Mapping[int, Mapping[str, str]] | None = None,
) -> Import:
    """
    Check and compare the staged rows anew, under other settings or with `mended` raw cells.

    Where the encoding or the meaning of columns changed, or cells were mended, asks are read again
    from the raw cells, without the file. Raises ValidationError if they cannot be read so, or if
    that would lose what somebody put right by hand; Conflict if somebody else had the file read or
    compared anew since `imported` was looked up.
    """
    _hold(imported)
    stored = list(imported.rows.order_by("number"))
    if mended or _is_read_otherwise(imported.settings, settings):
        reading = _reread(imported, stored, settings, mended or {})
        asks, told = reading.asks, _told(reading)
        numbers = numbers_of(asks, stored)
        settings = followed(settings, stored, numbers)
    else:
        asks = [Ask.from_json(row.ask, row.raw) for row in stored]
        numbers, told = [row.number for row in stored], imported.settings.get("file_told", [])
    rows, additions, noticed = prepare(asks, imported.source, settings, numbers)
    return restage_import(
        imported=imported,
        settings={**settings, "file_told": told},
        told=[*told, *noticed],
        additions=additions,
        rows=rows,
        by=by,
    )


def _is_read_otherwise(before: Mapping[str, Any], settings: Mapping[str, Any]) -> bool:
    return any(settings.get(name) != before.get(name) for name in ("encoding", "columns"))


def _hold(imported: Import) -> None:
    """Keep everybody else from the rows; Conflict if they were read anew meanwhile."""
    rows = held(Import.objects.filter(pk=imported.pk))
    if rows.values_list("read_at", flat=True).first() != imported.read_at:
        raise Conflict(
            "Somebody else had this file read or compared anew meanwhile. Look at its rows as they "
            "are now, and say it again.",
            imported,
        )


def _reread(
    imported: Import,
    stored: Sequence[StagedRow],
    settings: Mapping[str, Any],
    mended: Mapping[int, Mapping[str, str]],
) -> Reading:
    count = sum(1 for row in stored if row.ask.get("mended"))
    if count and is_table(imported.source):
        rows = "1 row was" if count == 1 else f"{count:,} rows were"
        raise ValidationError(
            f"{rows} put right by hand, and would be lost if the cells were read anew. Leave the "
            "letters and the columns as they are, or bring the file in again to read it otherwise."
        )
    try:
        reading = reread(imported.source, stored, settings, imported.settings, mended)
    except Refused as refused:
        raise ValidationError(str(refused)) from None
    if stored and not reading.asks:
        raise ValidationError("Read so, no row is left: its words would be others. Choose again.")
    return reading


def _told(reading: Reading) -> list[str]:
    return [*reading.told, *reading.says_left_out()]


def _silent(_: str) -> None:
    """Nobody listens."""
