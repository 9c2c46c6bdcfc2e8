"""Within another action: what rows of a file say, let go once nothing here needs it any more."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from tracker.models import Import, StagedRow

Outcome = StagedRow.Outcome
_CELLS: dict[str, Any] = {"raw": {}, "ask": {}}
_ALL: dict[str, Any] = {**_CELLS, "values": {}, "differences": [], "faults": []}


def forget_unwritten(imported: Import) -> None:
    """
    Within another action: let go of what was not written when an import was confirmed.

    Rows with errors stay whole, so that they can be downloaded and corrected. Of unchanged rows
    their values stay, with which a newer copy is compared; of running text its passage too.
    """
    rows = imported.rows.exclude(outcome=Outcome.ERROR)
    rows.filter(is_written=False).exclude(left_because="").update(**_ALL)
    is_text = imported.source == Import.Source.SUBMISSION
    cells = {"ask": {}} if is_text else _CELLS
    rows.filter(outcome=Outcome.UNCHANGED, left_because="").update(**cells)


def forget_undone(imported: Import) -> None:
    """
    Within another action: let go of what rows say once an import was undone.

    What was written and taken back stays as the record has it; what stayed, as it came.
    """
    imported.rows.filter(is_written=False).update(**_ALL)
    has_stayed = Q(is_written=True) & ~Q(left_because="")
    imported.rows.exclude(has_stayed).update(**_CELLS)
