"""The columns of a table that was brought in: what they hold, and what was said of others alike."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.models import ColumnMapping, Import

_EXAMPLES, _LOOKED_AT = 3, 60
_TEXTS = {Import.Source.MATRIX, Import.Source.REPORT, Import.Source.SUBMISSION}


def headings_of(imported: Import) -> list[str]:
    """The headings of a table in their order."""
    said = imported.settings
    return list(said.get("proposed", {}).get("headings") or said.get("headings") or ())


def has_columns(imported: Import) -> bool:
    """Whether its rows are those of a table, so that a workbook of them can be read again."""
    return imported.source not in _TEXTS


def is_understood(imported: Import) -> bool:
    """Whether a column of a table is known to hold what is asked; of no table: always."""
    if imported.source != Import.Source.TABLE:
        return True
    said = imported.settings
    columns = said.get("columns") or said.get("proposed", {}).get("columns") or {}
    return "text" in columns.values()


def examples_of(imported: Import, headings: Sequence[str]) -> dict[str, list[str]]:
    """Some filled cells of each column, by its heading; one query."""
    found: dict[str, dict[str, None]] = {heading: {} for heading in headings}
    rows = imported.rows.order_by("number").values_list("raw", flat=True)
    for raw in rows[:_LOOKED_AT]:
        for heading, cells in found.items():
            cell = str(raw.get(heading, "")).strip()
            if cell and len(cells) < _EXAMPLES:
                cells[cell] = None
    return {heading: list(cells) for heading, cells in found.items()}


def remembered(headings: Sequence[str]) -> ColumnMapping | None:
    """What was said last of a table with these headings."""
    rows = ColumnMapping.objects.filter(signature=ColumnMapping.signature_of(headings))
    return rows.select_related("organisation").order_by("-pk").first() if headings else None


def meanings_of(imported: Import, headings: Sequence[str]) -> dict[str, str]:
    """What each heading is taken for: as somebody said, or remembered, or as its words suggest."""
    said = imported.settings
    known = remembered(headings)
    first = said.get("columns") or (known and known.columns)
    return dict(first or said.get("proposed", {}).get("columns") or {})
