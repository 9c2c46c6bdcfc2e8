from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from tracker.filters.editions import with_edition
from tracker.filters.excerpts import excerpts_of
from tracker.filters.finding import find, rows_of
from tracker.filters.listing import SHAPE, SIZES, VIEWS, Listing, panels, read_listing
from tracker.filters.misread import misread, wrong_choices
from tracker.filters.notes import public_notes
from tracker.filters.recommendations import (
    RecommendationFilter,
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
from tracker.models import Recommendation

from . import about
from .exports import downloads
from .page import AsOf, Context, public_page


@public_page(
    "public/recommendation/list.html",
    section="recommendations",
    parameters=[*RecommendationFilter.base_filters, *SHAPE],
    partial="answer",
)
def recommendation_list(request: HttpRequest, as_of: AsOf) -> Context:
    asked = RecommendationFilter(request.GET, on=as_of.day, today=as_of.today)
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
        "excerpts": excerpts_of(asked, rows),
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


@public_page("public/recommendation/detail.html", section="recommendations")
def recommendation(request: HttpRequest, as_of: AsOf, reference: str) -> Context:
    rows = public_recommendations(as_of.day).for_page().filter(reference=reference)
    found = with_withdrawals(with_edition(rows), as_of.day).first()
    if not found:
        tombstone = get_object_or_404(withdrawn_recommendations(), reference=reference)
        return {"recommendation": tombstone, "is_withdrawn": True}
    return _page_of(found, as_of)


def _page_of(found: Recommendation, as_of: AsOf) -> Context:
    """What became of it by the day, and how it stands to others."""
    responses = list(public_responses(found, as_of.day))
    assessments = list(public_assessments(found, as_of.day))
    ties = public_ties(found, as_of.day)  # they load who made it, too
    steps = timeline(found, responses=responses, assessments=assessments, on=as_of.day)
    return {
        "about": about.recommendation(found),
        "recommendation": found,
        "steps": steps,
        "sources": sources_of(steps),
        "response": responses[0] if responses else None,
        "assessment": next((row for row in assessments if row.status), None),
        "withdrawn": withdrawn_entries(found),
        "ties": ties,
        "notes": public_notes(found),
    }
