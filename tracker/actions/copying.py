"""Many rows at once, by COPY: as fast as PostgreSQL takes them, and every trigger fires."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models

_ENCODED = json.JSONEncoder(ensure_ascii=False).encode
_LOST = "\ufffd"  # stands for what the database cannot keep


def copy_rows(
    model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """
    Within another action: add rows of a model, each the values of the named fields in their order.

    Nothing is validated but by the database: IntegrityError or DataError says what broke. Values
    are plain: text, numbers, moments, keys of other rows, JSON as text.
    """
    columns = ", ".join(f'"{model._meta.get_field(name).column}"' for name in names)  # type: ignore[union-attr]
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        # No wrapper of Django's sees COPY: a statement before it brings the history its context.
        cursor.execute("VALUES (1)")
        with (
            connection.wrap_database_errors,
            cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy,
        ):
            for row in rows:
                copy.write_row(row)


def next_keys(model: type[models.Model], count: int) -> list[int]:
    """Within another action: primary keys for rows that are still to be added, in their order."""
    found = "SELECT array_agg(nextval(sequence)) FROM generate_series(1, %s), "
    found += "(SELECT pg_get_serial_sequence(%s, %s)::regclass AS sequence OFFSET 0) AS its"
    with connection.cursor() as cursor:
        cursor.execute(found, [count, model._meta.db_table, model._meta.pk.column])
        (keys,) = cursor.fetchone()
    return sorted(keys or [])


def as_json(value: Any) -> str:
    """A value as a JSON column takes it; what that refuses, NUL and half letters, is marked."""
    text = _ENCODED(value)
    if "\\u0000" not in text and _is_whole(text):
        return text
    return _ENCODED(_mended(value))


def as_text(value: str) -> str:
    """The same of text."""
    return value.replace("\x00", _LOST).encode("utf-8", "replace").decode()


def _is_whole(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return as_text(value)
    if isinstance(value, dict):
        return {as_text(name): _mended(item) for name, item in value.items()}
    return [_mended(item) for item in value] if isinstance(value, list | tuple) else value
