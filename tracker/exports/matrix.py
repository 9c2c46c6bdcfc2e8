"""A matrix as comma-separated values: one line a row, one column a value across."""

from __future__ import annotations

import csv
import io

from tracker.filters.matrix import Matrix

from .csv import BOM
from .guard import guarded


def matrix_csv(matrix: Matrix) -> str:
    """The whole table as text, with a BOM; labels that could be formulas are guarded."""
    out = io.StringIO(BOM)
    out.seek(0, io.SEEK_END)
    writer = csv.writer(out)
    heads = [guarded(label) for _, label, _ in matrix.heads]
    writer.writerow([f"{matrix.rows.label} / {matrix.columns.label}", *heads, "All"])
    for line in matrix.lines:
        counts = [cell.count for cell in line.cells]
        writer.writerow([guarded(line.label), *counts, line.count])
    return out.getvalue()
