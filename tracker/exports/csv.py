"""Comma-separated values, as PostgreSQL itself writes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from tracker.lib.reading import copied

from .tables import Table, cells_query

BOM = "\ufeff"  # without it Excel takes Korean and Chinese for something else


def csv_pieces(table: Table, keys: Sequence[int], on: dt.date) -> Iterator[bytes]:
    """The file in pieces, the header at once; cells that could be formulas are guarded."""
    yield (BOM + ",".join(column.name for column in table.columns) + "\n").encode()
    if keys:
        yield from copied(cells_query(table, keys, on, guard=True), "(FORMAT csv)")
