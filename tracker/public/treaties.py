from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from tracker.filters.notes import public_notes
from tracker.filters.recommendations import public_asks
from tracker.filters.tallies import Tallies
from tracker.filters.treaties import (
    articles_with_counts,
    asks_invoking,
    citations_of,
    public_treaties,
    sorted_actions,
    treaties_with_counts,
    treaty_actions,
)
from tracker.models import Article, Norm

from . import about
from .page import AsOf, Context, public_page


@public_page("public/treaty/list.html", section="treaties", is_kept=True)
def treaty_list(request: HttpRequest, as_of: AsOf) -> Context:
    tallies = Tallies(as_of.day, as_of.known_at)
    treaties = treaties_with_counts(public_treaties(as_of.day), tallies)
    return {"treaties": treaties, "norms": Norm.objects.all()}


@public_page("public/treaty/detail.html", section="treaties", is_kept=True)
def treaty(request: HttpRequest, as_of: AsOf, code: str) -> Context:
    found = get_object_or_404(public_treaties(as_of.day), code=code)
    actions = treaty_actions(found, as_of)
    tallies = Tallies(as_of.day, as_of.known_at)
    [found] = treaties_with_counts([found], tallies)
    return {
        "about": about.treaty(found),
        "treaty": found,
        **sorted_actions(actions),
        "mechanisms": found.mechanisms.all(),
        "articles": articles_with_counts(found, tallies),
        "notes": public_notes(found) | public_notes(*actions) if actions else public_notes(found),
    }


@public_page("public/treaty/article.html", section="treaties", is_kept=True)
def article(request: HttpRequest, as_of: AsOf, code: str, slug: str) -> Context:
    rows = Article.objects.exclude(number="").select_related("treaty", "parent__treaty")
    rows = rows.prefetch_related("norms", "paragraphs__treaty")
    found = get_object_or_404(rows, treaty__code=code, slug=slug)
    asks = public_asks(as_of.day, known_at=as_of.known_at).for_listing(as_of.known_at)
    asks = asks_invoking(asks, [found])
    return {
        "about": about.article(found, asks),
        "article": found,
        "asks": asks,
        "citations": citations_of(found, as_of.day),
        "notes": public_notes(found),
    }


@public_page("public/treaty/norm.html", section="treaties", is_kept=True)
def norm(request: HttpRequest, as_of: AsOf, slug: str) -> Context:
    found = get_object_or_404(Norm, slug=slug)
    articles = found.articles.select_related("treaty").order_by("treaty__sort_order", "order")
    asks = public_asks(as_of.day, known_at=as_of.known_at).for_listing(as_of.known_at)
    asks = asks_invoking(asks, articles)
    return {"about": about.norm(found, asks), "norm": found, "articles": articles, "asks": asks}
