from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from tracker.filters.finding import find, rows_of
from tracker.filters.listing import SIZES, SORTS, VIEWS, panels, read_listing
from tracker.filters.notes import public_notes
from tracker.filters.recommendations import (
    RecommendationFilter,
    public_recommendations,
    withdrawn_recommendation,
)
from tracker.filters.relations import public_ties
from tracker.filters.timelines import public_assessments, public_responses, timeline

from .page import AsOf, Context, public_page


@public_page("public/recommendation/list.html", section="recommendations", partial="answer")
def recommendation_list(request: HttpRequest, as_of: AsOf) -> Context:
    asked = RecommendationFilter(request.GET, on=as_of.day)
    listing, found = read_listing(request.GET), find(asked)
    page = Paginator(range(found.total), listing.size).get_page(listing.page)
    start, stop = max(page.start_index() - 1, 0), page.end_index()
    return {
        "filter": asked,
        "listing": listing,
        "total": found.total,
        "page": page,
        "rows": rows_of(found, start, stop, as_of.day, oldest=listing.is_oldest_first),
        "panels": panels(asked, found.counts(), listing),
        "dropped": asked.narrowed_by(found.without()) if not found.total else [],
        "is_refused": not asked.is_valid() or bool(asked.unknown or listing.errors),
        "sorts": SORTS,
        "sizes": SIZES,
        "views": VIEWS,
    }


@public_page("public/recommendation/detail.html", section="recommendations")
def recommendation(request: HttpRequest, as_of: AsOf, reference: str) -> Context:
    tombstone = withdrawn_recommendation(reference)
    if tombstone:
        return {"recommendation": tombstone, "is_withdrawn": True}
    rows = public_recommendations(as_of.day).for_listing().select_related("addressed_to")
    rows = rows.prefetch_related("themes", "affected_groups")
    found = get_object_or_404(rows, reference=reference)
    responses = list(public_responses(found, as_of.day))
    assessments = list(public_assessments(found, as_of.day))
    ties = public_ties(found, as_of.day)
    return {
        "recommendation": found,
        "steps": timeline(found, responses=responses, assessments=assessments, on=as_of.day),
        "response": responses[0] if responses else None,
        "assessment": next((row for row in assessments if row.status), None),
        "ties": ties,
        "notes": public_notes(found),
    }
