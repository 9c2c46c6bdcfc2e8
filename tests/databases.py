"""Databases beside the empty one of the tests: copies, made in a tenth of a second."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

from tracker.filters import indexes

ROOT = Path(__file__).parent.parent
SEEDED_FROM = ["fixtures/*.yaml", "tracker/migrations/*.py", "tracker/actions/*.py"]


@contextmanager
def using(name: str) -> Iterator[None]:
    """Let every connection that is opened from now on, in any thread, lead to another database."""
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual


def copy(source: str, name: str) -> None:
    """Make `name` a copy of `source`, whatever it was and whoever is still connected to it."""
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
    indexes.forget()


def keep(name: str, fill: Callable[[], None]) -> None:
    """Make `name` a filled copy of the test database, unless it is one of the same making."""
    making = fingerprint()
    if _comment(name) == making:
        return
    usual = connection.settings_dict["NAME"]
    connection.close()
    copy(usual, name)
    with using(name):
        fill()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"COMMENT ON DATABASE \"{name}\" IS '{making}'")


def fingerprint() -> str:
    """Changes whenever what fills the database does."""
    files = sorted(path for pattern in SEEDED_FROM for path in ROOT.glob(pattern))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


class Copy:
    """A copy of a database for tests that really write: made anew once something was written."""

    def __init__(self, source: str, name: str) -> None:
        self._source, self._name = source, name
        self._made_at: int | None = None

    def fresh(self) -> str:
        """The copy's name; the copy is as its source is."""
        if self._made_at is None or self._made_at != last_change():
            copy(self._source, self._name)
            self._made_at = last_change()
        return self._name


def last_change() -> int:
    """A number that grows when anything is written; reading leaves it as it is."""
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
        return int(cursor.fetchone()[0])


def _comment(name: str) -> str | None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s",
            [name],
        )
        row = cursor.fetchone()
    return row and row[0]
