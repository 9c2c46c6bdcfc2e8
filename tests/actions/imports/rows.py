"""Rows of a file, as whoever compared them with the records gives them."""

from tracker.actions.imports import Staged, stage_import
from tracker.models import Import, StagedRow

Outcome = StagedRow.Outcome
FILE = {
    "source": Import.Source.UPR_INFO, "file_name": "asks.csv", "sha256": "a" * 64, "size": 1234,
    "settings": {}, "told": [], "additions": {},
}  # fmt: skip


def row(number, **said):
    """A staged row; what it says beside its number is up to the test."""
    return Staged(number=number, place=f"row {number}", **said)


def stage(*rows, by, **about):
    return stage_import(rows=rows, by=by, **FILE | about)


def staged(imported, *names):
    return list(imported.rows.order_by("number").values_list(*names))
