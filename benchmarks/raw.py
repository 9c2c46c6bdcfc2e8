"""The same counts in raw SQL: ten GROUP BYs, and one array of numbers for each record."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import connection

Counts = dict[str, dict[str, int]]
_FLAT = ["kind", "cycle", "mechanism", "year", "position", "status"]
_LINKED = {
    "theme": "SELECT t.code, count(*) FROM tracker_recommendationtheme l"
    " JOIN tracker_theme t ON t.id = l.theme_id {only} GROUP BY 1",
    "organisation": "SELECT o.slug, count(*) FROM tracker_recommendationmaker l"
    " JOIN tracker_organisation o ON o.id = l.maker_id {only} GROUP BY 1",
    "article": "SELECT t.code || '/' || a.slug, l.count FROM (SELECT article_id, count(*)"
    " FROM tracker_invocation l {only} GROUP BY 1) AS l JOIN tracker_article a"
    " ON a.id = l.article_id JOIN tracker_treaty t ON t.id = a.treaty_id",
    "treaty": "SELECT t.code, count(DISTINCT l.recommendation_id) FROM tracker_invocation l"
    " JOIN tracker_article a ON a.id = l.article_id JOIN tracker_treaty t"
    " ON t.id = a.treaty_id {only} GROUP BY 1",
}
FACETS = [*_FLAT, *_LINKED]
_HAVING = {
    **{name: f"SELECT id FROM limits.flat WHERE {name} = %s" for name in _FLAT},
    "theme": "SELECT recommendation_id FROM tracker_recommendationtheme l"
    " JOIN tracker_theme t ON t.id = l.theme_id WHERE t.code = %s",
    "organisation": "SELECT recommendation_id FROM tracker_recommendationmaker l"
    " JOIN tracker_organisation o ON o.id = l.maker_id WHERE o.slug = %s",
    "article": "SELECT recommendation_id FROM tracker_invocation l JOIN tracker_article a"
    " ON a.id = l.article_id JOIN tracker_treaty t ON t.id = a.treaty_id"
    " WHERE t.code || '/' || a.slug = %s",
    "treaty": "SELECT recommendation_id FROM tracker_invocation l JOIN tracker_article a"
    " ON a.id = l.article_id JOIN tracker_treaty t ON t.id = a.treaty_id WHERE t.code = %s",
}


def grouped(chosen: Mapping[str, str]) -> Counts:
    """How many of what has all the chosen values have each value: a GROUP BY for each facet."""
    found = " INTERSECT ".join(_HAVING[name] for name in chosen)
    values = list(chosen.values())
    own = f"WHERE id IN ({found})" if chosen else ""
    linked = f"WHERE l.recommendation_id IN ({found})" if chosen else ""
    queries = {name: f"SELECT {name}, count(*) FROM limits.flat {own} GROUP BY 1" for name in _FLAT}
    queries |= {name: query.format(only=linked) for name, query in _LINKED.items()}
    with connection.cursor() as cursor:
        counts = {}
        for name, query in queries.items():
            cursor.execute(query, values)
            counts[name] = dict(cursor.fetchall())
    return counts


def unnested(chosen: Mapping[str, str]) -> Counts:
    """The same from the arrays, in one query."""
    tags = "SELECT id FROM limits.value WHERE " + " OR ".join(
        "(facet = %s AND value = %s)" for _ in chosen
    )
    only = f"WHERE tags @> ARRAY({tags})" if chosen else ""
    query = (
        "SELECT facet, value, n FROM (SELECT tag, count(*) AS n FROM limits.tagged,"
        f" unnest(tags) AS tag {only} GROUP BY 1) AS counted JOIN limits.value v ON v.id = tag"
    )
    counts: Counts = {name: {} for name in FACETS}
    with connection.cursor() as cursor:
        cursor.execute(query, [part for pair in chosen.items() for part in pair])
        for facet, value, count in cursor.fetchall():
            counts[facet][value] = count
    return counts
