"""What a recommendation has several of, or what holds on a day: grouped, one row for each."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import F, QuerySet

from tracker.models import Assessment, Relation, Response, State

from .tables import FOUND, as_sql

# Sorted by a small number rather than by words: half the time of a large export.
_MAKERS = """
    SELECT linked.recommendation_id AS of,
           array_agg(maker.name ORDER BY place) AS names,
           array_agg(maker.slug ORDER BY place) AS codes,
           array_agg(maker.kind ORDER BY place) AS kinds,
           array_agg(DISTINCT maker.regional_group) FILTER (WHERE maker.regional_group <> '')
               AS regions
    FROM tracker_recommendationmaker AS linked
    JOIN (SELECT id, name, slug, kind, regional_group,
                 row_number() OVER (ORDER BY name)::int AS place
          FROM tracker_organisation) AS maker ON maker.id = linked.maker_id
    {only} GROUP BY 1
"""
_INVOCATIONS = """
    SELECT linked.recommendation_id AS of,
           array_agg(article.label ORDER BY place) AS articles,
           array_agg(article.code ORDER BY place) AS codes,
           array_agg(linked.basis ORDER BY place) AS bases,
           array_agg(DISTINCT article.treaty) AS treaties
    FROM tracker_invocation AS linked
    JOIN (SELECT a.id, t.short_name AS treaty,
                 t.short_name || CASE a.number WHEN '' THEN ' (as a whole)'
                                 ELSE ' ' || a.number END AS label,
                 t.code || CASE a.number WHEN '' THEN '' ELSE '/' || a.slug END AS code,
                 row_number() OVER (ORDER BY t.sort_order, t.short_name, a."order")::int AS place
          FROM tracker_article AS a JOIN tracker_treaty AS t ON t.id = a.treaty_id)
         AS article ON article.id = linked.article_id
    {only} GROUP BY 1
"""
_WORDS = """
    SELECT linked.recommendation_id AS of,
           array_agg(word.name ORDER BY place) AS names,
           array_agg(word.code ORDER BY place) AS codes
    FROM {links} AS linked
    JOIN (SELECT id, name, code, row_number() OVER (ORDER BY sort_order, name)::int AS place
          FROM {words}) AS word ON word.id = linked.{word}_id
    {only} GROUP BY 1
"""


def _only(narrow: bool) -> str:
    return "WHERE linked.recommendation_id IN (SELECT id FROM found)" if narrow else ""


def makers(on: dt.date, narrow: bool) -> str:
    """Who made it, by name."""
    return _MAKERS.format(only=_only(narrow))


def invocations(on: dt.date, narrow: bool) -> str:
    """The articles it invokes, in the order of treaties and articles."""
    return _INVOCATIONS.format(only=_only(narrow))


def themes(on: dt.date, narrow: bool) -> str:
    """What it is about."""
    tables = {"links": "tracker_recommendationtheme", "words": "tracker_theme", "word": "theme"}
    return _WORDS.format(only=_only(narrow), **tables)


def groups(on: dt.date, narrow: bool) -> str:
    """Whom it is about."""
    tables = {
        "links": "tracker_recommendationgroup",
        "words": "tracker_affectedgroup",
        "word": "group",
    }
    return _WORDS.format(only=_only(narrow), **tables)


def answer(on: dt.date, narrow: bool) -> str:
    """What China had last answered by the day: the rule of `with_position`, for all at once."""
    rows = _latest(Response.objects.in_force(on=on), narrow)
    return as_sql(rows.values("position", "responded_on", of=F("recommendation_id")))


def judgement(on: dt.date, narrow: bool) -> str:
    """Our assessment that held on the day: the rule of `with_status`, for all at once."""
    rows = _latest(Assessment.objects.ours().in_force(on=on), narrow)
    found = rows.values("status", "as_of", of=F("recommendation_id"), who=F("assessor__name"))
    return as_sql(found)


def _latest(rows: Any, narrow: bool) -> QuerySet[Any]:
    rows = rows.filter(recommendation__in=FOUND) if narrow else rows
    latest: QuerySet[Any] = rows.order_by("recommendation_id", *rows.latest_first().query.order_by)
    return latest.distinct("recommendation_id")


def whole(on: dt.date, narrow: bool) -> str:
    """The item that a limb is part of, if that is public."""
    rows = Relation.objects.filter(
        kind=Relation.Kind.PART_OF, to_recommendation__state=State.PUBLISHED
    )
    rows = rows.filter(from_recommendation__in=FOUND) if narrow else rows
    found = rows.order_by().values(
        of=F("from_recommendation_id"), item=F("to_recommendation__reference")
    )
    return as_sql(found)
