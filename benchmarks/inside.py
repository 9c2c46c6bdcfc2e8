"""
What is measured in the process, on the database of DATABASE_URL; written as JSON.

First of all: whether the counts are right. A wrong one ends the run.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import django
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from . import raw
from .timing import Samples, interleaved

COMPARED, LONGEST = 60, 60.0  # filters, seconds
ROUNDS, BUDGET = 15, 8.0
TREATY = {"treaty": "treaty-3"}


def main() -> None:
    from tracker.filters.index import FacetIndex

    started, day = time.perf_counter(), dt.datetime.now(dt.UTC).date()
    index = FacetIndex.build(drafts=False)
    build = Samples([time.perf_counter() - started])
    found: dict[str, Any] = {"compared": compared(index, day), "facets": len(index.day(day).counts)}
    found |= counts(index, day)
    found["build"] = _told(build)
    found["edit"] = _told(Samples(list(edits(index, day))))
    found["queries"], found["export query"] = queries(), export_query(index, day)
    print(json.dumps(found))


def compared(index: Any, day: dt.date) -> int:
    """Counts of random filters, ours and raw SQL's; gives how many filters were compared."""
    rng = random.Random(1)
    values = {name: sorted(index.day(day).counts[name]) for name in raw.FACETS}
    asked: list[dict[str, str]] = [{}]
    while len(asked) < COMPARED:
        names = rng.sample(raw.FACETS, rng.randint(1, 3))
        asked.append({name: rng.choice(values[name]) for name in names})
    deadline = time.monotonic() + LONGEST
    for number, chosen in enumerate(asked):
        if time.monotonic() > deadline:
            return number
        ours = index.counts({name: [value] for name, value in chosen.items()}, day)
        theirs = (
            [raw.unnested(chosen)] if number % 10 else [raw.unnested(chosen), raw.grouped(chosen)]
        )
        for name in raw.FACETS:
            mine = {value: count for value, count in ours[name].items() if count}
            if name not in chosen and any(mine != counted[name] for counted in theirs):
                sys.exit(f"Wrong counts of {name} for {chosen}")
    return len(asked)


def counts(index: Any, day: dt.date) -> dict[str, Any]:
    """The counts of the facets that raw SQL counts too, of everything and of one treaty."""
    there = index.day(day)
    chosen = {name: [value] for name, value in TREATY.items()}
    samples = interleaved(
        {
            "all": lambda: index.counts({}, day),
            "all anew": lambda: replace(there).counts_of(raw.FACETS),
            "all grouped": lambda: raw.grouped({}),
            "all unnested": lambda: raw.unnested({}),
            "treaty": lambda: index.counts(chosen, day),
            "treaty grouped": lambda: raw.grouped(TREATY),
            "treaty unnested": lambda: raw.unnested(TREATY),
        },
        rounds=ROUNDS,
        budget=BUDGET,
    )
    return {f"counts {name}": _told(kept) for name, kept in samples.items()}


def edits(index: Any, day: dt.date) -> Iterator[float]:
    """How long it takes to follow one committed edit, the next day's counts included."""
    for pk in range(11, 21):
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE tracker_recommendation SET action_strength = action_strength %% 5 + 1"
                " WHERE id = %s",
                [pk],
            )
        started = time.perf_counter()
        index = index.followed()
        index.day(day)
        yield time.perf_counter() - started


def queries() -> int:
    """The most queries that one of some recommendations' pages takes."""
    client = Client(headers={"x-forwarded-proto": "https", "host": settings.ALLOWED_HOSTS[0]})
    most = 0
    for number in (1, 77, 4999, 10_000):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"/en/recommendations/R-{number:04}/").status_code == 200
        most = max(most, len(asked))
    return most


def export_query(index: Any, day: dt.date) -> str:
    """The joined query of everything as the export has it, cells as they are."""
    from tracker.exports.recommendations import RECOMMENDATIONS
    from tracker.exports.tables import cells_query

    everything = index.day(day).universe
    keys = index.cut(everything, 0, len(everything))
    return cells_query(RECOMMENDATIONS, keys, day, guard=False)


def _told(samples: Samples) -> dict[str, float]:
    return {"median": samples.median, "n": samples.n}


if __name__ == "__main__":
    django.setup()
    main()
