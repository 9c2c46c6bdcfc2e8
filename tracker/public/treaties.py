from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from tracker.filters.notes import public_notes
from tracker.filters.recommendations import public_asks
from tracker.filters.treaties import (
    articles_with_counts,
    asks_invoking,
    citations_of,
    public_treaties,
    treaties_with_counts,
    treaty_actions,
)
from tracker.models import Article, Norm

from . import about
from .page import AsOf, Context, public_page


@public_page("public/treaty/list.html", section="treaties")
def treaty_list(request: HttpRequest, as_of: AsOf) -> Context:
    treaties = treaties_with_counts(public_treaties(as_of.day), as_of.day)
    return {"treaties": treaties, "norms": Norm.objects.all()}


@public_page("public/treaty/detail.html", section="treaties")
def treaty(request: HttpRequest, as_of: AsOf, code: str) -> Context:
    found = get_object_or_404(public_treaties(as_of.day), code=code)
    actions = treaty_actions(found, as_of.day)
    [found] = treaties_with_counts([found], as_of.day)
    return {
        "about": about.treaty(found),
        "treaty": found,
        "actions": actions,
        "articles": articles_with_counts(found, as_of.day),
        "notes": public_notes(found) | public_notes(*actions) if actions else public_notes(found),
    }


@public_page("public/treaty/article.html", section="treaties")
def article(request: HttpRequest, as_of: AsOf, code: str, slug: str) -> Context:
    rows = Article.objects.exclude(number="").select_related("treaty", "parent__treaty")
    rows = rows.prefetch_related("norms", "paragraphs__treaty")
    found = get_object_or_404(rows, treaty__code=code, slug=slug)
    asks = asks_invoking(public_asks(as_of.day).for_listing(), [found])
    return {
        "about": about.article(found, asks),
        "article": found,
        "asks": asks,
        "citations": citations_of(found, as_of.day),
        "notes": public_notes(found),
    }


@public_page("public/treaty/norm.html", section="treaties")
def norm(request: HttpRequest, as_of: AsOf, slug: str) -> Context:
    found = get_object_or_404(Norm, slug=slug)
    articles = found.articles.select_related("treaty").order_by("treaty__sort_order", "order")
    asks = asks_invoking(public_asks(as_of.day).for_listing(), articles)
    return {"about": about.norm(found, asks), "norm": found, "articles": articles, "asks": asks}
