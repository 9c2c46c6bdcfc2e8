import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

EVENTS = [
    model._meta.db_table
    for model in apps.get_app_config("tracker").get_models()
    if hasattr(model, "pgh_tracked_model")
]
COUNT = " UNION ALL ".join(f"SELECT '{table}', count(*) FROM {table}" for table in EVENTS)  # noqa: S608


def traces() -> dict[str, int]:
    """How many events each kind of record has: every change of a row leaves one."""
    with connection.cursor() as cursor:
        cursor.execute(COUNT)
        return dict(cursor.fetchall())


@pytest.fixture
def refused() -> Callable[..., Any]:
    """The action raises, and leaves no trace: no row and no event."""

    @contextlib.contextmanager
    def refuse(error: type[Exception], match: str | None = None) -> Iterator[Any]:
        before = traces()
        with pytest.raises(error, match=match) as raised:
            yield raised
        assert traces() == before

    return refuse
