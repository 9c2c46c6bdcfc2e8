"""Treaties, their articles, and the public asks that invoke them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from tracker.models import Article, Citation, Invocation, Treaty, TreatyAction
from tracker.models.recommendations import RecommendationQuerySet

from .as_of import AsOf
from .documents import documents_by, public_documents
from .recommendations import public_asks
from .tallies import Tallies, counted


def public_treaties(on: dt.date) -> QuerySet[Treaty]:
    """Every treaty adopted by a day."""
    return Treaty.objects.filter(Q(adopted_on__isnull=True) | Q(adopted_on__lte=on))


def treaties_with_counts(treaties: Iterable[Treaty], tallies: Tallies) -> list[Treaty]:
    """Treaties that know how many public asks invoke them or one of their articles (`asks`)."""
    return counted(treaties, "asks", tallies.of("treaty"), lambda treaty: treaty.code)


def treaty_actions(treaty: Treaty, as_of: AsOf) -> list[TreatyAction]:
    """What had been done about a treaty by a day; what has no date is told today only."""
    begun = Q(done_on__lte=as_of.day)
    if as_of.is_today:
        begun |= Q(done_on__isnull=True)
    sources = Prefetch("sources", documents_by(as_of.day))
    return list(treaty.actions.filter(begun).prefetch_related(sources))


_REFUSALS = {
    TreatyAction.Kind.RESERVATION,
    TreatyAction.Kind.DECLARATION,
    TreatyAction.Kind.NOT_PARTY,
}


def sorted_actions(actions: Iterable[TreatyAction]) -> dict[str, list[TreatyAction]]:
    """Acts by which a treaty came to bind, and apart from them what was not accepted of it."""
    acts: dict[str, list[TreatyAction]] = {"acts": [], "refusals": []}
    for action in actions:
        acts["refusals" if action.kind in _REFUSALS else "acts"].append(action)
    return acts


def articles_with_counts(treaty: Treaty, tallies: Tallies) -> list[Article]:
    """
    A treaty's numbered articles, each with its asks by basis: explicit, section, inferred.

    `asks` counts those of its paragraphs too, on any basis.
    """
    asks = public_asks(tallies.on, known_at=tallies.known_at)
    public = Q(invocations__recommendation__in=asks.order_by().values("pk"))
    counts = {
        basis: Count("invocations", filter=public & Q(invocations__basis=basis), distinct=True)
        for basis in Invocation.Basis.values
    }
    rows = treaty.articles.exclude(number="").select_related("treaty", "parent")
    return _with_asks(rows.annotate(**counts).order_by("order"), tallies)


def articles_invoked_most(tallies: Tallies, top: int) -> list[Article]:
    """The numbered articles that most public asks invoke, paragraphs included (`asks`)."""
    rows = Article.objects.exclude(number="").select_related("treaty")
    articles = _with_asks(rows.order_by("treaty__sort_order", "order"), tallies)
    ranked = sorted(articles, key=lambda article: -article.asks)  # type: ignore[attr-defined]
    return [article for article in ranked[:top] if article.asks]  # type: ignore[attr-defined]


def _with_asks(articles: QuerySet[Article], tallies: Tallies) -> list[Article]:
    counts = tallies.of("article")
    return counted(articles, "asks", counts, lambda row: f"{row.treaty.code}/{row.slug}")


def _within(articles: list[int]) -> Q:
    """Invocations of any of these articles or of a paragraph of one."""
    found = Q()
    for path in ("article", "article__parent", "article__parent__parent"):
        found |= Q(**{f"{path}__in": articles})
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
