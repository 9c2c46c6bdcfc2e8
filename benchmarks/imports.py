"""
Ten thousand rows of a spreadsheet, imported; written as JSON.

    DATABASE_URL=… python -m benchmarks.imports     on a database that is thrown away afterwards

Ours: the file opened and read, its rows checked, compared with every record, staged, confirmed.
Beside it: COPY of the very rows that this wrote, into the same tables with all their triggers, and
django-import-export with the same work, on fewer rows.
"""

from __future__ import annotations

import io
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django
from django.db import connection

from .grid import count_on
from .timing import Samples

ROWS, ROUNDS, FEWER = 10_000, 3, 300
_AWAY = 10_000_000  # so far from the rows they were copied from are the keys of copies


def main(rows: int = ROWS, rounds: int = ROUNDS) -> None:
    count_on()
    ours, copied = Samples(), Samples()
    parts: dict[str, Samples] = {}
    fewest = rows
    import_once(0, file(0, 200), {})  # what a process reads once
    for seed in range(1, rounds + 1):
        data = file(seed, rows)
        before = time.perf_counter()
        imported = import_once(seed, data, parts)
        ours.seconds.append(time.perf_counter() - before)
        became = Counter(imported.rows.values_list("outcome", flat=True))
        # Texts of so few words are like one of the records by chance: those wait for a person.
        assert became["new"] > 0.85 * rows, became
        fewest = min(fewest, became["new"])
        pieces = dict(written(imported.pk))
        before = time.perf_counter()
        copy_in(pieces)
        copied.seconds.append(time.perf_counter() - before)
    told = {"import": ours, "import COPY": copied} | parts
    found: dict[str, Any] = {what: {"median": s.median, "n": s.n} for what, s in told.items()}
    print(json.dumps(found | {"import rows": fewest} | of_the_peer()))


def file(seed: int, rows: int) -> bytes:
    from . import import_file

    return import_file.as_csv(import_file.rows(seed, rows))


def import_once(seed: int, data: bytes, parts: dict[str, Samples]) -> Any:
    """All of one file, from its bytes to committed records."""
    from tracker.actions.imports import confirm_import
    from tracker.imports.asks import Wanted
    from tracker.imports.opening.files import open_file
    from tracker.imports.staging import stage
    from tracker.models import User
    from tracker.permissions import Role

    from . import import_file

    by, _ = User.objects.get_or_create(email="import@example.org", role=Role.CONTRIBUTOR)
    begun = time.perf_counter()
    opened = open_file(io.BytesIO(data), "asks.csv", len(data))
    wanted = Wanted(columns=import_file.COLUMNS, source="table")
    imported = stage(opened, wanted=wanted, settings=import_file.settings(seed), by=by)
    staged = time.perf_counter()
    imported = confirm_import(imported=imported, by=by)
    parts.setdefault("import staged", Samples()).seconds.append(staged - begun)
    parts.setdefault("import confirmed", Samples()).seconds.append(time.perf_counter() - staged)
    return imported


def written(imported: int) -> Iterator[tuple[str, bytes]]:
    """By COPY statement, what an import wrote, as text under other keys."""
    from tracker.models import Invocation, Recommendation, Response, SourceKey

    names = ("made_by", "themes", "affected_groups")
    links = [Recommendation._meta.get_field(name).remote_field.through for name in names]  # type: ignore[union-attr]
    rows = "SELECT record_id FROM tracker_stagedrow WHERE is_written AND"
    wrote = f"{rows} imported_id = {imported}"
    for model in (Recommendation, *links, Invocation, Response, SourceKey):
        columns = [
            field.column
            for field in model._meta.concrete_fields
            if not field.generated and (model is Recommendation or not field.primary_key)
        ]
        values = ", ".join(_moved(column) for column in columns)
        which = "id" if model is Recommendation else "recommendation_id"
        query = f"SELECT {values} FROM {model._meta.db_table} WHERE {which} IN ({wrote})"
        said = ", ".join(f'"{column}"' for column in columns)
        with connection.cursor() as cursor, cursor.copy(f"COPY ({query}) TO STDOUT") as copy:
            yield f"COPY {model._meta.db_table} ({said}) FROM STDIN", b"".join(copy)


def _moved(column: str) -> str:
    """A column of a copy: its keys are others, all else is the same."""
    if column in ("id", "recommendation_id"):
        return f'"{column}" + {_AWAY}'
    if column == "reference":
        return "'D-' || substr(md5(reference), 1, 8)"
    return f"\"{column}\" || 'c'" if column == "key" else f'"{column}"'


def copy_in(pieces: dict[str, bytes]) -> None:
    """What a program without a word to say about its rows would do."""
    from django.db import transaction

    with transaction.atomic(), connection.cursor() as cursor:
        for statement, rows in pieces.items():
            with cursor.copy(statement) as copy:
                copy.write(rows)


def of_the_peer() -> dict[str, Any]:
    """How long django-import-export takes for fewer rows; why not, if it cannot be had."""
    from .places import PEERS

    found = next((PEERS / "lib").glob("python3*/site-packages/import_export"), None)
    if found is None:
        return {"import peer": None}
    sys.path.append(str(Path(found).parent))
    from . import import_file, import_peer

    data = import_file.rows(99, FEWER)
    before = time.perf_counter()
    import_peer.import_all(data)
    took = time.perf_counter() - before
    return {"import peer": {"median": took, "n": 1}, "import peer rows": FEWER}


if __name__ == "__main__":
    django.setup()
    main(*(int(number) for number in sys.argv[1:]))
