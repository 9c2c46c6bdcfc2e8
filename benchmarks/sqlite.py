"""
The same data as one SQLite file:  python -m benchmarks.sqlite FILE

What a data person would hand to Datasette: one row a recommendation, lists as JSON, an index on
what is faceted, full-text search over title and text.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from pathlib import Path
from typing import Any

import psycopg

TABLE = "recommendations"
SCALARS = ["kind", "cycle", "mechanism", "year", "position", "status"]
LISTS = ["treaties", "articles", "themes", "organisations"]
_QUERY = """
    SELECT r.id, r.reference, r.title, r.text, r.made_on, f.kind, f.cycle, f.mechanism, f.year,
        f.position, f.status, invoked.treaties, invoked.articles, themed.codes, made.codes
    FROM tracker_recommendation r JOIN limits.flat f ON f.id = r.id
    JOIN (SELECT recommendation_id, json_agg(DISTINCT t.code)::text AS treaties,
            json_agg(t.code || '/' || a.slug)::text AS articles
        FROM tracker_invocation i JOIN tracker_article a ON a.id = i.article_id
        JOIN tracker_treaty t ON t.id = a.treaty_id GROUP BY 1) AS invoked
        ON invoked.recommendation_id = r.id
    JOIN (SELECT recommendation_id, json_agg(code)::text AS codes
        FROM tracker_recommendationtheme l JOIN tracker_theme t ON t.id = l.theme_id GROUP BY 1)
        AS themed ON themed.recommendation_id = r.id
    JOIN (SELECT recommendation_id, json_agg(slug)::text AS codes
        FROM tracker_recommendationmaker l JOIN tracker_organisation o ON o.id = l.maker_id
        GROUP BY 1) AS made ON made.recommendation_id = r.id
    ORDER BY r.id
"""


def metadata() -> dict[str, Any]:
    """How Datasette is told to show it."""
    facets = [*SCALARS, *({"array": name} for name in LISTS)]
    table = {"facets": facets, "sort_desc": "made_on", "fts_table": f"{TABLE}_fts"}
    return {"databases": {"bench": {"tables": {TABLE: table}}}}


def make(file: Path) -> None:
    columns = ["id", "reference", "title", "text", "made_on", *SCALARS, *LISTS]
    typed = ["id INTEGER PRIMARY KEY", *(f"{name} TEXT" for name in columns[1:])]
    target = sqlite3.connect(file)
    target.execute("PRAGMA journal_mode = off")
    target.execute("PRAGMA synchronous = off")
    target.execute(f"CREATE TABLE {TABLE} ({', '.join(typed)})")
    marks = ", ".join("?" for _ in columns)
    with psycopg.connect(os.environ["DATABASE_URL"]) as source:
        rows = source.cursor("rows").execute(_QUERY)
        target.executemany(f"INSERT INTO {TABLE} VALUES ({marks})", rows)
    for name in ["made_on", *SCALARS]:
        target.execute(f"CREATE INDEX {TABLE}_{name} ON {TABLE} ({name})")
    target.execute(
        f"CREATE VIRTUAL TABLE {TABLE}_fts"
        f" USING fts5(title, text, content={TABLE}, content_rowid=id)"
    )
    target.execute(f"INSERT INTO {TABLE}_fts({TABLE}_fts) VALUES ('rebuild')")
    target.execute("ANALYZE")
    target.commit()
    target.close()


if __name__ == "__main__":
    new = Path(sys.argv[1]).with_suffix(".new")
    new.unlink(missing_ok=True)
    make(new)
    new.with_name("metadata.json").write_text(json.dumps(metadata()))
    new.rename(sys.argv[1])
