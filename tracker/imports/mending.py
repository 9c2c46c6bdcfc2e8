"""Rows of an import that a person puts right one by one, checked anew as all others were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tracker.actions.staged_rows import Staged
from tracker.imports.asks import Ask
from tracker.imports.preparing import prepare
from tracker.models import StagedRow


def check(
    row: StagedRow, asks: Sequence[Mapping[str, Any]], numbers: Sequence[int]
) -> tuple[list[Staged], dict[str, list[Any]]]:
    """
    What would become of a row that asks something else, or of the limbs it is cut into.

    With what they add to the import: States and documents that are not recorded yet. Its cells are
    left out: what a person says is compared whatever the file said before.
    """
    imported = row.imported
    read = [Ask.from_json({**ask, "place": row.place, "mended": "by hand"}, {}) for ask in asks]
    staged, additions, _ = prepare(read, imported.source, imported.settings, numbers)
    return staged, additions
