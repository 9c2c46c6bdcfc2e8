r"""
The functions behind `Searchable` and `Joined`; create them before the columns and indexes.

`tracker_searchable` folds as `tracker.lib.folding` does, but for the two ways of writing Chinese:
those are asked for together, so that no dictionary is needed here. A run of Korean or Chinese
(with the letters and digits in it) gives its 2-grams, each at its place, and its last character.
The parts are set apart by a control character, which is no space: no gram spans two of them.
"""

from django.db import migrations

_CJK = (
    r"\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003fffd"
    r"\u3041-\u3096\u30a1-\u30fa\u30fc\uac00-\ud7a3"
)
_CREATE = rf"""
CREATE FUNCTION tracker_joined(parts varchar[]) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT array_to_string(parts, E'\x1e') $$;

CREATE FUNCTION tracker_searchable(VARIADIC parts text[]) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
SELECT CASE WHEN folded !~ '[{_CJK}]' THEN to_tsvector('pg_catalog.english', folded) ELSE (
    to_tsvector('pg_catalog.english', regexp_replace(folded, '[{_CJK}]+', ' ', 'g'))
    || (
        SELECT string_agg(
            format('''%s%s'':%s', letter, following, least(before + place, 16383)), ' '
        )::tsvector
        FROM (
            SELECT found[1] AS run,
                sum(length(found[1]) + 1) OVER (ORDER BY number) - length(found[1]) AS before
            FROM regexp_matches(
                regexp_replace(
                    lower(folded),
                    '(?<=[{_CJK}])\s+(?=[{_CJK}0-9])|(?<=[0-9])\s+(?=[{_CJK}])', '', 'g'
                ),
                '[a-z0-9]*[{_CJK}][{_CJK}a-z0-9]*', 'g'
            ) WITH ORDINALITY AS runs(found, number)
        ) AS runs, LATERAL (
            SELECT letter, place, lead(letter) OVER (ORDER BY place) AS following
            FROM string_to_table(run, NULL) WITH ORDINALITY AS letters(letter, place)
        ) AS letters
    )
) END
FROM array_to_string(parts, E'\x1e') AS given, LATERAL (
    SELECT CASE WHEN octet_length(given) = length(given) OR given IS NFKC NORMALIZED THEN given
        ELSE normalize(given, NFKC) END AS folded
) AS folded
$$;
"""
_DROP = """
DROP FUNCTION tracker_searchable(VARIADIC text[]);
DROP FUNCTION tracker_joined(varchar[]);
"""

SEARCH_FUNCTIONS = migrations.RunSQL(_CREATE, _DROP)
# Without them the planner takes each rare lexeme for one in two hundred rows: an `or` of several
# then looks so common that it reads the whole table.
SEARCH_STATISTICS = migrations.RunSQL(
    "ALTER TABLE tracker_recommendation ALTER COLUMN search_vector SET STATISTICS 1000", ""
)
