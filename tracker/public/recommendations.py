from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from tracker.filters.articles import with_treaties
from tracker.filters.cited import links_in
from tracker.filters.claims import claim_in
from tracker.filters.developments import public_developments
from tracker.filters.editions import with_edition
from tracker.filters.excerpts import excerpts_of
from tracker.filters.finding import find, rows_of
from tracker.filters.lineage import FOLLOWED
from tracker.filters.listing import SHAPE, SIZES, VIEWS, Listing, panels, read_listing
from tracker.filters.misread import misread, wrong_choices
from tracker.filters.notes import public_notes
from tracker.filters.recommendations import (
    RecommendationFilter,
    changed_after,
    public_recommendations,
    withdrawn_recommendations,
)
from tracker.filters.relations import public_ties
from tracker.filters.sorts import unweighed
from tracker.filters.timelines import (
    public_assessments,
    public_responses,
    sources_of,
    timeline,
    with_withdrawals,
    withdrawn_entries,
)
from tracker.filters.translations import with_translations
from tracker.models import Recommendation

from . import about
from .exports import downloads
from .page import AsOf, Context, public_page


@public_page(
    "public/recommendation/list.html",
    section="recommendations",
    parameters=[*RecommendationFilter.base_filters, *SHAPE],
    partial="answer",
    is_kept=True,
)
def recommendation_list(request: HttpRequest, as_of: AsOf) -> Context:
    asked = RecommendationFilter(
        request.GET, on=as_of.day, today=as_of.today, known_at=as_of.known_at
    )
    return _answer(asked, read_listing(request.GET, asked.words), as_of)


def _answer(asked: RecommendationFilter, listing: Listing, as_of: AsOf) -> Context:
    """What is found, the page of it that is asked for, and what else could be asked."""
    found = find(asked)
    page = Paginator(range(found.total), listing.size).get_page(listing.page)
    start, stop = max(page.start_index() - 1, 0), page.end_index()
    rows = rows_of(asked, found, start, stop, sort=listing.sort)
    return {
        "about": about.question(asked, found.total),
        "filter": asked,
        "listing": listing,
        "total": found.total,
        "downloads": downloads(asked, found.total),
        "page": page,
        "rows": rows,
        "excerpts": {} if as_of.known_at else excerpts_of(asked, rows),
        "panels": panels(asked, found.counts(), listing),
        "dropped": asked.narrowed_by(found.without()) if not found.total else [],
        "today": 0 if found.total else _found_today(asked, as_of),
        "wrong": [*misread(asked), *wrong_choices(listing.errors)],
        "most_weighed": unweighed(listing.sort, found.total),
        "sizes": SIZES,
        "views": VIEWS,
    }


def _found_today(asked: RecommendationFilter, as_of: AsOf) -> int:
    """How many there are by now of what had not been asked by an earlier day."""
    if as_of.is_today:
        return 0
    return find(RecommendationFilter(asked.data, on=as_of.today)).total


@public_page("public/recommendation/detail.html", section="recommendations", is_kept=True)
def recommendation(request: HttpRequest, as_of: AsOf, reference: str) -> Context:
    day, known_at = as_of.day, as_of.known_at
    rows = public_recommendations(day, known_at=known_at).filter(reference=reference)
    told = with_treaties(with_translations(with_edition(rows.for_page(known_at))))
    found = with_withdrawals(told, day, known_at).first()
    if not found:
        tombstone = get_object_or_404(withdrawn_recommendations(), reference=reference)
        return {"recommendation": tombstone, "is_withdrawn": True}
    return _page_of(found, as_of)


def _page_of(found: Recommendation, as_of: AsOf) -> Context:
    """What became of it by the day, and how it stands to others."""
    day, known_at = as_of.day, as_of.known_at
    responses = list(public_responses(found, day, known_at))
    assessments = list(public_assessments(found, day, known_at))
    bearing = public_developments(day, known_at).filter(recommendations=found)
    ties = public_ties(found, day, known_at)  # they load who made it, too
    steps = timeline(found, responses=responses, assessments=assessments, developments=bearing)
    response = responses[0] if responses else None
    assessment = next((row for row in assessments if row.is_ours), None)
    return {
        "about": about.recommendation(found),
        "recommendation": found,
        "links": links_in(found),
        "steps": steps,
        "sources": sources_of(steps),
        "claim": claim_in(found, response, assessment, steps),
        "response": response,
        "assessment": assessment,
        "withdrawn": withdrawn_entries(found),
        "ties": ties,
        "has_lineage": any(tie.relation.kind in FOLLOWED for tie in ties),
        "changed_since": changed_after(found, known_at) if known_at else None,
        "notes": public_notes(found),
    }
