"""What a recommendation has several of, or what holds on a day: grouped, one row for each."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import F, QuerySet

from tracker.models import (
    Assessment,
    Organisation,
    RegionalGroup,
    Relation,
    Response,
    State,
)

from .columns import labelled, labels
from .tables import FOUND, as_sql

# Sorted by a small number rather than by words: half the time of a large export.
_MAKERS = """
    SELECT linked.recommendation_id AS of,
           array_agg(maker.name ORDER BY place) AS names,
           array_agg(maker.slug ORDER BY place) AS codes,
           array_agg(maker.kind ORDER BY place) AS kinds,
           array_agg(DISTINCT maker.region) FILTER (WHERE maker.region <> '') AS regions
    FROM tracker_recommendationmaker AS linked
    JOIN (SELECT id, name, slug, {kind} AS kind, {region} AS region,
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
_NORMS = """
    SELECT linked.recommendation_id AS of,
           array_agg(DISTINCT norm.name) AS names, array_agg(DISTINCT norm.slug) AS codes
    FROM tracker_invocation AS linked
    JOIN tracker_article AS a ON a.id = linked.article_id
    LEFT JOIN tracker_article AS b ON b.id = a.parent_id
    LEFT JOIN tracker_article AS c ON c.id = b.parent_id
    JOIN tracker_normarticle AS stated ON stated.article_id IN (a.id, b.id, c.id, c.parent_id)
    JOIN tracker_norm AS norm ON norm.id = stated.norm_id
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
    kind = labelled("kind", labels(Organisation.Kind))()
    region = labelled("regional_group", labels(RegionalGroup))()
    return _MAKERS.format(only=_only(narrow), kind=kind, region=region)


def invocations(on: dt.date, narrow: bool) -> str:
    """The articles it invokes, in the order of treaties and articles."""
    return _INVOCATIONS.format(only=_only(narrow))


def norms(on: dt.date, narrow: bool) -> str:
    """The norms that the articles state, or an article or treaty that they are part of."""
    return _NORMS.format(only=_only(narrow))


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


def taken_up(on: dt.date, narrow: bool) -> str:
    """What the UN or a State had asked by the day that takes up an NGO’s ask."""
    rows = Relation.objects.filter(
        kind=Relation.Kind.TAKES_UP,
        from_recommendation__state=State.PUBLISHED,
        from_recommendation__made_on__lte=on,
    )
    rows = rows.filter(to_recommendation__in=FOUND) if narrow else rows
    by = ArrayAgg("from_recommendation__reference", order_by="from_recommendation__reference")
    return as_sql(rows.order_by().values(of=F("to_recommendation_id")).annotate(by=by))


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
