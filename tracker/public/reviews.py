from __future__ import annotations

from django.db.models import Case, When
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from tracker.filters.documents import public_documents
from tracker.filters.notes import public_notes
from tracker.filters.recommendations import public_recommendations
from tracker.filters.reviews import (
    coming_milestones,
    cycles_to_come_too,
    public_cycles,
    totals_by,
    with_counts,
)
from tracker.models import Document

from . import about
from .page import AsOf, Context, public_page


@public_page("public/review/list.html", section="reviews")
def review_list(request: HttpRequest, as_of: AsOf) -> Context:
    return {
        "cycles": with_counts(public_cycles(as_of.day).prefetch_related("totals"), as_of.day),
        "milestones": coming_milestones(as_of.day),
    }


@public_page("public/review/detail.html", section="reviews")
def cycle(request: HttpRequest, as_of: AsOf, slug: str) -> Context:
    found = get_object_or_404(cycles_to_come_too(), slug=slug)
    rows = public_recommendations(as_of.day).for_listing().prefetch_related("document")
    rows = rows.filter(cycle=found)
    ngo_last = Case(When(document__kind=Document.Kind.NGO_SUBMISSION, then=1), default=0)
    [found] = with_counts([found], as_of.day)
    return {
        "about": about.cycle(found),
        "cycle": found,
        "recommendations": rows.order_by(ngo_last, "document", "reference"),
        "totals": totals_by(found, as_of.day),
        "documents": public_documents(as_of.day).filter(cycle=found),
        "milestones": found.milestones.prefetch_related("sources"),
        "notes": public_notes(found),
    }
