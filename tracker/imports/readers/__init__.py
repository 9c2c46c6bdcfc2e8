"""Which reader reads a file: told by what the file holds, or said by a person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from tracker.filters.articles import known_treaties
from tracker.imports.asks import Ask, Reading, Refused, Wanted
from tracker.imports.opening.files import Opened
from tracker.imports.opening.tables import Tables, sheets_of
from tracker.imports.readers import mapped, matrices, own, reports, submissions, uhri, uprinfo
from tracker.imports.readers.cells import Cells, Place
from tracker.models import Import, Organisation, StagedRow

Progress = Callable[[str], None]
Source = Import.Source
_TABLES: dict[str, Any] = {  # readers of tables, the surest first
    Source.OWN: own,
    Source.UHRI: uhri,
    Source.UPR_INFO: uprinfo,
    Source.TABLE: mapped,
}
_DOCUMENTS: dict[str, Any] = {  # readers of running text, the surest first
    Source.MATRIX: matrices,
    Source.REPORT: reports,
    Source.SUBMISSION: submissions,
}
_IS_TABLE = {"csv", "xlsx", "xls"}


def read(opened: Opened, wanted: Wanted, *, progress: Progress | None = None) -> Reading:
    """All that a file asks of the wanted State, by the reader that knows its form."""
    told = progress or _silent
    if opened.kind in _IS_TABLE:
        told("Reading the table …")
        return _of_tables(sheets_of(opened, wanted.encoding), wanted)
    if opened.kind == "json":
        reader = own if own.is_its_json_lines(_beginning(opened)) else uhri
        reading: Reading = reader.read(opened, wanted, told)
        return reading
    told("Reading the text …")
    source = wanted.source or _source_of(opened)
    if source not in _DOCUMENTS:
        raise Refused(
            f"This file holds running text, and cannot be read as “{Source(source).label}”. "
            "Let its kind be found, or choose another one."
        )
    if source == Source.SUBMISSION:
        return submissions.read(
            opened, wanted, told, treaties=known_treaties(), organisations=_organisations()
        )
    found: Reading = _DOCUMENTS[source].read(opened, wanted, told)
    return found


def _organisations() -> list[str]:
    """What the organisations here are called, to be looked for on the cover of a submission."""
    rows = Organisation.objects.exclude(kind=Organisation.Kind.STATE)
    return [name for row in rows for name in (row.name, row.acronym, *row.aliases) if name]


def _of_tables(tables: Tables, wanted: Wanted) -> Reading:
    source = wanted.source or _source_of_tables(tables)
    if source not in _TABLES:
        raise Refused(
            f"This file holds a table, and cannot be read as “{Source(source).label}”. "
            "Let its kind be found, or choose another one."
        )
    reading: Reading = _TABLES[source].read_tables(tables, wanted)
    reading.proposed.setdefault("encoding", tables.encoding)
    if tables.previews:
        reading.proposed["previews"] = tables.previews
    return reading


def _source_of_tables(tables: Tables) -> str:
    """The first reader that knows the headings of a sheet; else a person says what they mean."""
    for source, reader in _TABLES.items():
        known = getattr(reader, "has_its_headings", None)
        if known and any(known(sheet.headings) for sheet in tables.sheets):
            return source
    return Source.TABLE


def _source_of(opened: Opened) -> str:
    for source, reader in _DOCUMENTS.items():
        known = getattr(reader, "recognises", None)
        if known and known(opened):
            return source
    return Source.SUBMISSION


def _beginning(opened: Opened) -> bytes:
    if opened.data is not None:
        return opened.data[:4096]
    if opened.path is None:
        return b""
    with opened.path.open("rb") as file:
        return file.read(4096)


def reread(
    source: str,
    stored: Sequence[StagedRow],
    settings: Mapping[str, Any],
    before: Mapping[str, Any],
    mended: Mapping[int, Mapping[str, str]],
) -> Reading:
    """
    Asks anew from staged raw cells, in another encoding, with other columns, or with mended cells.

    Rows of running text have no cells: of these only what was `mended` is read anew.
    """
    if source not in _TABLES:
        return Reading(source=source, asks=[_mended(row, mended) for row in stored])
    wanted = Wanted(
        state=settings.get("state_name", Wanted().state),
        columns=settings.get("columns", {}),
        encoding=settings.get("encoding", ""),
    )
    reader = _TABLES[source]
    knows = getattr(reader, "has_its_headings", None)
    cells = _cells(stored, before.get("encoding", ""), wanted.encoding, mended, knows)
    reading: Reading = reader.read_rows(cells, wanted)
    return reading


def is_table(source: str) -> bool:
    """Whether files of this kind have cells, which can be read again."""
    return source in _TABLES


def _cells(
    stored: Sequence[StagedRow],
    old: str,
    new: str,
    mended: Mapping[int, Mapping[str, str]],
    knows: Callable[[Iterable[str]], bool] | None,
) -> Iterator[tuple[Place, Cells]]:
    heads: dict[str, str] | None = None
    for row in stored:
        raw = {**row.raw, **mended.get(row.number, {})}
        if new and old and new != old:
            if heads is None or not heads.keys() >= raw.keys():
                heads = _headings(raw, old, new, knows)
            raw = {heads[head]: _as(cell, old, new) for head, cell in raw.items()}
        yield row.place, raw


def _headings(
    raw: Iterable[str], old: str, new: str, knows: Callable[[Iterable[str]], bool] | None
) -> dict[str, str]:
    """Headings in another encoding; as they are where that would garble them."""
    kept = {head: head for head in raw}
    heads = {head: _as(head, old, new) for head in kept}
    is_broken = any("\ufffd" in head for head in heads.values()) or len(set(heads.values())) < len(
        heads
    )
    is_lost = knows is not None and knows(kept) and not knows(heads.values())
    return kept if is_broken or is_lost or all(map(str.isascii, kept)) else heads


def _as(text: str, old: str, new: str) -> str:
    """A text that was read in one encoding, in another; as it is where that cannot be."""
    try:
        return text.encode(old).decode(new, "replace")
    except (UnicodeError, LookupError):
        return text


def _mended(row: StagedRow, mended: Mapping[int, Mapping[str, str]]) -> Ask:
    return Ask.from_json({**row.ask, **mended.get(row.number, {})}, row.raw)


def _silent(_: str) -> None:
    """Nobody listens."""
