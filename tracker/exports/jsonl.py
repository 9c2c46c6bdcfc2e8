"""JSON Lines: one object a line, with the types that the data dictionary says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from tracker.lib.reading import copied

from .tables import Table, objects_query


def jsonl_pieces(table: Table, keys: Sequence[int], on: dt.date) -> Iterator[bytes]:
    """
    The file in pieces of whole lines.

    COPY's text form doubles backslashes and has nothing else to escape in JSON on one line.
    """
    if keys:
        for piece in copied(objects_query(table, keys, on), ""):
            yield piece.replace(rb"\\", b"\\")
