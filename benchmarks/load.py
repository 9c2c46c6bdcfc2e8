"""
Fill the database of DATABASE_URL:  python -m benchmarks.load SIZE

Migrated by the project, loaded by COPY. Indexes other than primary keys are made after the rows;
triggers, foreign keys among them, rest meanwhile. Column checks do not.
"""

from __future__ import annotations

import sys
import time

import django
from django.core.management import call_command
from django.db import connection, transaction

BIG = [
    "tracker_recommendation", "tracker_recommendationmaker", "tracker_recommendationtheme",
    "tracker_recommendationgroup", "tracker_invocation", "tracker_response", "tracker_assessment",
    "tracker_evidence",
]  # fmt: skip
_CONSTRAINTS = """
    SELECT format('ALTER TABLE %%I DROP CONSTRAINT %%I', conrelid::regclass, conname),
           format('ALTER TABLE %%I ADD CONSTRAINT %%I %%s', conrelid::regclass, conname,
                  pg_get_constraintdef(oid))
    FROM pg_constraint WHERE contype = 'u' AND conrelid = ANY (%s::regclass[])
"""
_INDEXES = """
    SELECT format('DROP INDEX %%I', indexrelid::regclass), pg_get_indexdef(indexrelid)
    FROM pg_index WHERE NOT indisprimary AND indrelid = ANY (%s::regclass[])
        AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
"""
# Beside the tables, for the raw SQL that our counts are compared with: what holds today, and every
# value of ten facets as one array of numbers, the best design in SQL that we know.
_LIMITS = """
    CREATE SCHEMA limits;
    CREATE TABLE limits.flat AS
    SELECT r.id, r.kind, c.slug AS cycle, m.code AS mechanism, left(r.made_on, 4) AS year,
        (SELECT position FROM tracker_response a WHERE a.recommendation_id = r.id
            ORDER BY responded_on DESC, recorded_at DESC, a.id DESC LIMIT 1) AS position,
        (SELECT status FROM tracker_assessment a WHERE a.recommendation_id = r.id
            ORDER BY as_of DESC, recorded_at DESC, a.id DESC LIMIT 1) AS status
    FROM tracker_recommendation r JOIN tracker_reviewcycle c ON c.id = r.cycle_id
    JOIN tracker_mechanism m ON m.id = c.mechanism_id;
    ALTER TABLE limits.flat ADD PRIMARY KEY (id);
    CREATE TABLE limits.pair AS
        SELECT id AS rec, 'kind' AS facet, kind AS value FROM limits.flat
        UNION ALL SELECT id, 'cycle', cycle FROM limits.flat
        UNION ALL SELECT id, 'mechanism', mechanism FROM limits.flat
        UNION ALL SELECT id, 'year', year FROM limits.flat
        UNION ALL SELECT id, 'position', position FROM limits.flat
        UNION ALL SELECT id, 'status', status FROM limits.flat
        UNION ALL SELECT l.recommendation_id, 'theme', t.code FROM tracker_recommendationtheme l
            JOIN tracker_theme t ON t.id = l.theme_id
        UNION ALL SELECT l.recommendation_id, 'organisation', o.slug
            FROM tracker_recommendationmaker l JOIN tracker_organisation o ON o.id = l.maker_id
        UNION ALL SELECT i.recommendation_id, 'article', t.code || '/' || a.slug
            FROM tracker_invocation i JOIN tracker_article a ON a.id = i.article_id
            JOIN tracker_treaty t ON t.id = a.treaty_id
        UNION ALL SELECT DISTINCT i.recommendation_id, 'treaty', t.code
            FROM tracker_invocation i JOIN tracker_article a ON a.id = i.article_id
            JOIN tracker_treaty t ON t.id = a.treaty_id;
    CREATE TABLE limits.value AS
        SELECT (row_number() OVER (ORDER BY facet, value))::int AS id, facet, value
        FROM (SELECT DISTINCT facet, value FROM limits.pair) AS found;
    CREATE TABLE limits.tagged AS
        SELECT rec::int AS id, array_agg(v.id) AS tags
        FROM limits.pair JOIN limits.value v USING (facet, value) GROUP BY rec;
    DROP TABLE limits.pair;
    CREATE INDEX ON limits.tagged USING gin (tags);
"""


def main(size: int) -> None:
    started = time.monotonic()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    from . import records, reference

    _run("SET session_replication_role = replica", "SET maintenance_work_mem = '512MB'",
         "SET synchronous_commit = off", "SET work_mem = '256MB'")  # fmt: skip
    with transaction.atomic():
        again = _drop_indexes()
        reference.make()
        for lines in records.chunks(size):
            for table, rows in lines.items():
                _copy(f"tracker_{table}", records.COLUMNS[table], rows)
        _run(*again)
    _run(
        "SELECT setval(pg_get_serial_sequence(name, 'id'), 100000000) FROM unnest(ARRAY["
        "'tracker_recommendation', 'tracker_assessment']) AS name",
        "INSERT INTO tracker_change (recommendation_id, is_indexed, is_public)"
        " VALUES (NULL, true, true)",
        "ANALYZE",
        _LIMITS,
        "VACUUM ANALYZE",
    )
    print(f"Loaded {size:,} recommendations in {time.monotonic() - started:.0f} s", flush=True)


def _run(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _drop_indexes() -> list[str]:
    """Take the indexes of the big tables off; gives the statements that make them again."""
    with connection.cursor() as cursor:
        found = []
        for query in (_CONSTRAINTS, _INDEXES):
            cursor.execute(query, [BIG])
            found += cursor.fetchall()
        for drop, _ in found:
            cursor.execute(drop)
    return [make for _, make in found]


def _copy(table: str, columns: list[str], rows: list[str]) -> None:
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy,
    ):
        copy.write("".join(rows))


if __name__ == "__main__":
    django.setup()
    main(int(sys.argv[1]))
