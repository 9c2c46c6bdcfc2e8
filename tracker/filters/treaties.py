"""Treaties, their articles, and the public asks that invoke them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce

from tracker.models import Article, Citation, Invocation, Treaty, TreatyAction
from tracker.models.recommendations import RecommendationQuerySet

from .base import count_of
from .documents import public_documents, shown_documents
from .recommendations import public_asks


def _public_invocations(on: dt.date, path: str = "invocations") -> Q:
    """Invocations by asks that are public and were made by a day, as seen from an article."""
    return Q(**{f"{path}__recommendation__in": public_asks(on).values("pk")})


def public_treaties(on: dt.date) -> QuerySet[Treaty]:
    """Every treaty adopted by a day, with how many public asks invoke it (`asks`)."""
    path = "articles__invocations"
    count = Count(f"{path}__recommendation", filter=_public_invocations(on, path), distinct=True)
    adopted = Q(adopted_on__isnull=True) | Q(adopted_on__lte=on)
    return Treaty.objects.filter(adopted).annotate(asks=count)


def treaty_actions(treaty: Treaty, on: dt.date) -> list[TreatyAction]:
    """What had been done about a treaty by a day; what has no date, always."""
    begun = Q(done_on__isnull=True) | Q(done_on__lte=on)
    sources = Prefetch("sources", shown_documents())
    return list(treaty.actions.filter(begun).prefetch_related(sources))


def articles_with_counts(treaty: Treaty, on: dt.date) -> QuerySet[Article]:
    """
    A treaty's numbered articles, each with its asks by basis: explicit, section, inferred.

    `asks` counts those of its paragraphs too, on any basis.
    """
    public = _public_invocations(on)
    counts = {
        basis: Count("invocations", filter=public & Q(invocations__basis=basis), distinct=True)
        for basis in Invocation.Basis.values
    }
    rows = treaty.articles.exclude(number="").select_related("treaty", "parent")
    return rows.annotate(asks=_asks_within(public_asks(on)), **counts).order_by("order")


def articles_invoked_most(asks: RecommendationQuerySet, top: int) -> QuerySet[Article]:
    """The numbered articles that most of `asks` invoke, paragraphs included (`asks`)."""
    articles = Article.objects.exclude(number="").annotate(asks=_asks_within(asks))
    ranked = articles.filter(asks__gt=0).order_by("-asks", "treaty__sort_order", "order")
    return ranked.select_related("treaty")[:top]


def _asks_within(asks: RecommendationQuerySet) -> Coalesce:
    """How many of `asks` invoke an article or a paragraph of it, to annotate articles."""
    rows = Invocation.objects.filter(_within(OuterRef("pk")), recommendation__in=asks.values("pk"))
    return count_of(rows, "recommendation")


def _within(articles: Any) -> Q:
    """Invocations of an article (or, with a list, of any) or of a paragraph of it."""
    suffix = "__in" if isinstance(articles, list) else ""
    paths = ("article", "article__parent", "article__parent__parent")
    found = Q()
    for path in paths:
        found |= Q(**{f"{path}{suffix}": articles})
    return found


def asks_invoking(
    asks: RecommendationQuerySet, articles: Iterable[Article]
) -> RecommendationQuerySet:
    """Those of `asks` that invoke one of these articles or a paragraph of one."""
    within = _within([article.pk for article in articles])
    return asks.filter(Exists(Invocation.objects.filter(within, recommendation=OuterRef("pk"))))


def citations_of(article: Article, on: dt.date) -> list[Citation]:
    """Where documents published by a day cite an article, apart from their asks."""
    rows = article.citations.filter(document__in=public_documents(on).values("pk"))
    return list(rows.select_related("document"))
