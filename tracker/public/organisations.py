from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from tracker.filters.documents import public_documents
from tracker.filters.notes import public_notes
from tracker.filters.organisations import asking_organisations
from tracker.filters.recommendations import public_recommendations
from tracker.filters.tallies import Tallies
from tracker.filters.uptake import ngo_asks, taken_up_by, totals_of
from tracker.models import FormerAddress, Organisation

from .page import AsOf, Context, Moved, public_page


@public_page("public/organisation/list.html", section="organisations", is_kept=True)
def organisation_list(request: HttpRequest, as_of: AsOf) -> Context:
    return {"organisations": asking_organisations(Tallies(as_of.day, as_of.known_at))}


@public_page("public/organisation/detail.html", section="organisations", is_kept=True)
def organisation(request: HttpRequest, as_of: AsOf, slug: str) -> Context:
    rows = Organisation.objects.prefetch_related("members", "member_of")
    found = rows.filter(slug=slug).first()
    if found is None:
        former = get_object_or_404(FormerAddress.objects.select_related("organisation"), slug=slug)
        raise Moved(former.organisation.get_absolute_url())
    asked = public_recommendations(as_of.day, known_at=as_of.known_at)
    asked = asked.for_listing(as_of.known_at).filter(made_by=found)
    return {
        "organisation": found,
        "recommendations": asked,
        "uptake": totals_of(ngo_asks(as_of.day).filter(made_by=found), as_of.day),
        "taken_up": taken_up_by(found, as_of.day),
        "documents": public_documents(as_of.day).filter(authors=found),
        "notes": public_notes(found),
    }
