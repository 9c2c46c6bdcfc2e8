"""Treaties, their articles, and the public asks that invoke them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from tracker.models import Article, Invocation, Treaty, TreatyAction
from tracker.models.recommendations import RecommendationQuerySet

from .recommendations import public_asks


def _public_invocations(on: dt.date, path: str = "invocations") -> Q:
    """Invocations by asks that are public and were made by a day, as seen from an article."""
    return Q(**{f"{path}__recommendation__in": public_asks(on).values("pk")})


def public_treaties(on: dt.date) -> QuerySet[Treaty]:
    """Every treaty, with how many public asks invoke it (`asks`)."""
    path = "articles__invocations"
    count = Count(f"{path}__recommendation", filter=_public_invocations(on, path), distinct=True)
    return Treaty.objects.annotate(asks=count)


def treaty_actions(treaty: Treaty, on: dt.date) -> list[TreatyAction]:
    """What had been done about a treaty by a day; what has no date, always."""
    begun = Q(done_on__isnull=True) | Q(done_on__lte=on)
    return list(treaty.actions.filter(begun).prefetch_related("sources"))


def articles_with_counts(treaty: Treaty, on: dt.date) -> QuerySet[Article]:
    """A treaty's numbered articles, each with its asks by basis: explicit, section, inferred."""
    public = _public_invocations(on)
    counts = {
        basis: Count("invocations", filter=public & Q(invocations__basis=basis), distinct=True)
        for basis in Invocation.Basis.values
    }
    rows = treaty.articles.exclude(number="").select_related("treaty", "parent")
    return rows.annotate(**counts).order_by("order")


def asks_invoking(
    asks: RecommendationQuerySet, articles: Iterable[Article]
) -> RecommendationQuerySet:
    """Those of `asks` that invoke one of these articles or a paragraph of one."""
    pks = [article.pk for article in articles]
    within = Q(article__in=pks) | Q(article__parent__in=pks) | Q(article__parent__parent__in=pks)
    return asks.filter(Exists(Invocation.objects.filter(within, recommendation=OuterRef("pk"))))
