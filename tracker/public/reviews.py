from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Case, QuerySet, When
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from tracker.filters.developments import developments_about
from tracker.filters.documents import public_documents
from tracker.filters.notes import public_notes
from tracker.filters.recommendations import public_recommendations
from tracker.filters.reviews import (
    coming_milestones,
    cycles_to_come_too,
    public_cycles,
    timetable_of,
    totals_by,
    with_counts,
)
from tracker.filters.since import since_earlier
from tracker.filters.tallies import Tallies
from tracker.models import Document, Recommendation, ReviewCycle

from . import about
from .page import AsOf, Context, public_page
from .standing import standing

SIZE = 100  # asks of a page
LATEST = 5


@public_page("public/review/list.html", section="reviews", is_kept=True)
def review_list(request: HttpRequest, as_of: AsOf) -> Context:
    cycles = public_cycles(as_of).prefetch_related("totals")
    return {
        "cycles": with_counts(cycles, Tallies(as_of.day, as_of.known_at)),
        "milestones": coming_milestones(as_of),
    }


@public_page("public/review/detail.html", section="reviews", parameters=["page"], is_kept=True)
def cycle(request: HttpRequest, as_of: AsOf, slug: str) -> Context:
    found = _counted(slug, as_of)
    page = Paginator(_asked(found, as_of), SIZE).get_page(request.GET.get("page"))
    return {
        "about": about.cycle(found),
        "cycle": found,
        "page": page,
        "recommendations": page.object_list,
        "since": since_earlier(found, as_of),
        **_held(found, as_of),
        "documents": public_documents(as_of.day).filter(cycle=found).prefetch_related(None),
        "developments": developments_about(as_of.day, as_of.known_at, cycle=found)[:LATEST],
        "notes": public_notes(found),
        **standing(as_of, cycle=slug),
    }


def _counted(slug: str, as_of: AsOf) -> ReviewCycle:
    """The review, which knows what was asked and answered in it."""
    found = get_object_or_404(cycles_to_come_too(), slug=slug)
    return with_counts([found], Tallies(as_of.day, as_of.known_at))[0]


def _held(found: ReviewCycle, as_of: AsOf) -> Context:
    """When the review was held, and its official totals."""
    return {"milestones": timetable_of(found, as_of), "totals": totals_by(found, as_of.day)}


def _asked(found: ReviewCycle, as_of: AsOf) -> QuerySet[Recommendation]:
    """What was asked in a review, document by document, those of NGOs last."""
    rows = public_recommendations(as_of.day, known_at=as_of.known_at).filter(cycle=found)
    rows = rows.for_listing(as_of.known_at).select_related("document")
    ngo_last = Case(When(document__kind=Document.Kind.NGO_SUBMISSION, then=1), default=0)
    return rows.order_by(ngo_last, "document", "reference")
