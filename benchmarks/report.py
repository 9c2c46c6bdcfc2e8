"""The table, printed and written to docs/performance.md."""

from __future__ import annotations

import datetime as dt
import os
import platform
from collections.abc import Iterator

import psycopg

from .goals import Row, ms, rows
from .measure import Found
from .places import ROOT

FILE = ROOT / "docs" / "performance.md"
_HEAD = """# Performance

Written by `make bench`; do not edit. {date}, on {cores} cores ({machine}), Python {python}.
{sizes} synthetic recommendations, always the same ones: 20-80 words each, some Korean; 12 treaties
of 20 articles, 1-4 articles each; 300 organisations, 120 reviews, 30 themes; 1-3 answers and 1-5
assessments each.

- PostgreSQL {postgres}, `shared_buffers` {buffers}, everything else as it comes; the admin, raw SQL
  and COPY use the same one.
- Ours: gunicorn with one process and production settings, asked over HTTP, a new connection each
  time. Every list page has 100 rows and exact counts of all {facets} facets.
- Datasette: one SQLite file with indexes and FTS5, immutable, ten facets configured. With its
  default limits it leaves facets out; "in full" has the limits raised until it answers with all.
- admin: Django's changelist on our database, the same ten list filters with `show_facets`, no
  log-in.
- Raw SQL: the same counts of ten facets, the better of ten GROUP BYs and of one array of numbers a
  record (`unnest`); position and status worked out beforehand.
- COPY: the joined query of the export, without its guard against formulas, from a plain connection.
- Imports: a CSV of ten thousand asks with makers, themes, groups, articles and answers, into the
  largest database; ours reads, checks, compares with all records, stages and confirms. COPY writes
  the very rows that this wrote into the same tables, every trigger fires. django-import-export: a
  dry run and the import of the same columns, each row validated, in one transaction.
- The proxy: `docs/deploy/nginx.conf` without TLS and without the limit of requests, a cached page
  beside a file of the same bytes; requests sent ahead over one connection.
- Words: beside Datasette as it comes 1/12, and 1/8 where it was allowed to finish, which is quicker
  there than being stopped. They are searched anew each time; "asked again" is the answer from the
  process's memory.

Targets were asked in turn, round after round; medians with n, the first round left out. What takes
longer than the time set aside for it is asked once. A fixed loop beside them took {calibration},
from {fastest:.1f} to {slowest:.1f} ms: only ratios within one run mean anything. Before timing,
the counts of {compared} random filters at each size were equal to raw SQL's.

Not here: the first start of `make demo`.

"""


def write(found: Found) -> None:
    table = "\n".join(_lines(list(rows(found))))
    FILE.write_text(_HEAD.format(**_facts(found)) + table + "\n")
    print(table)
    for whom, why in found.missing.items():
        print(f"Not measured: {whom}: {why}")
    print(f"Written to {FILE.relative_to(ROOT)}")


def _facts(found: Found) -> dict[str, object]:
    loop = found.times["calibration", "", 0]
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        told = connection.execute(
            "SELECT current_setting('server_version'), current_setting('shared_buffers')"
        ).fetchone()
        assert told
    return {
        "date": dt.datetime.now(dt.UTC).date(),
        "postgres": told[0],
        "buffers": told[1],
        "cores": os.cpu_count(),
        "machine": platform.machine(),
        "python": platform.python_version(),
        "sizes": " / ".join(f"{size:,}" for size in found.sizes),
        "facets": found.facts["facets", found.sizes[0]],
        "calibration": ms(loop),
        "fastest": min(loop.seconds) * 1000,
        "slowest": max(loop.seconds) * 1000,
        "compared": found.facts["compared", found.sizes[0]],
    }


def _lines(found: list[Row]) -> Iterator[str]:
    yield "| What | Ours | Beside it | Ratio | Goal | |"
    yield "|---|---|---|---|---|---|"
    words = {True: "met", False: "**missed**", None: ""}
    for row in found:
        cells = (row.what, row.ours, row.other, row.ratio, row.goal, words[row.met])
        yield f"| {' | '.join(cells)} |"
