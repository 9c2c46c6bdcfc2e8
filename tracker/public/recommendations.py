from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from tracker.filters.notes import public_notes
from tracker.filters.recommendations import (
    RecommendationFilter,
    public_asks,
    public_recommendations,
    withdrawn_recommendations,
)
from tracker.filters.relations import public_ties
from tracker.filters.timelines import public_assessments, public_responses, timeline
from tracker.models import Recommendation

from .page import AsOf, Context, public_page

PAGE = 25


@public_page(
    "public/recommendation/list.html",
    section="recommendations",
    parameters=[*RecommendationFilter.base_filters, "page"],
)
def recommendation_list(request: HttpRequest, as_of: AsOf) -> Context:
    found = RecommendationFilter(request.GET, public_asks(as_of.day).for_listing())
    page = Paginator(found.qs, PAGE).get_page(request.GET.get("page"))
    return {"filter": found, "page": page, "is_refused": not found.is_valid()}


@public_page("public/recommendation/detail.html", section="recommendations")
def recommendation(request: HttpRequest, as_of: AsOf, reference: str) -> Context:
    rows = public_recommendations(as_of.day).for_page().filter(reference=reference)
    found = rows.first()
    if not found:
        tombstone = get_object_or_404(withdrawn_recommendations(), reference=reference)
        return {"recommendation": tombstone, "is_withdrawn": True}
    return _page_of(found, as_of)


def _page_of(found: Recommendation, as_of: AsOf) -> Context:
    """What became of it by the day, and how it stands to others."""
    responses = list(public_responses(found, as_of.day))
    assessments = list(public_assessments(found, as_of.day))
    return {
        "recommendation": found,
        "steps": timeline(found, responses=responses, assessments=assessments, on=as_of.day),
        "response": responses[0] if responses else None,
        "assessment": next((row for row in assessments if row.status), None),
        "ties": public_ties(found, as_of.day),
        "notes": public_notes(found),
    }
