"""SQL of ours that only reads, where Django's queries cannot say it: COPY, joins of groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db import connection, transaction

PIECE = 1 << 16  # bytes
BATCH = 1000  # rows
MEMORY = "32MB"  # for each sort of a large export, so that it stays off the disk

Row = tuple[Any, ...]


def fetched(query: str, params: Sequence[Any] | Mapping[str, Any] | None = None) -> list[Row]:
    """All rows of a query; without `params` a percent sign in it means itself."""
    with connection.cursor() as cursor:
        cursor.execute(query, params)
        rows: list[Row] = cursor.fetchall()
    return rows


def streamed(query: str) -> Iterator[Row]:
    """The rows of a query, a few in memory at a time."""
    with transaction.atomic(), connection.chunked_cursor() as cursor:
        cursor.execute(query)
        while rows := cursor.fetchmany(BATCH):
            yield from rows


def copied(query: str, options: str) -> Iterator[bytes]:
    """What COPY sends for a query, in pieces of whole rows."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('work_mem', %s, true)", [MEMORY])
        with cursor.copy(f"COPY ({query}) TO STDOUT {options}") as rows:
            piece = bytearray()
            for row in rows:
                piece += row
                if len(piece) >= PIECE:
                    yield bytes(piece)
                    piece.clear()
            yield bytes(piece)


def written_out(query: str, params: Sequence[Any]) -> str:
    """A query with its parameters in it, as the driver quotes them."""
    with connection.cursor() as cursor:
        text: str = cursor.mogrify(query, params)
    return text
