from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from tracker.filters.documents import public_documents
from tracker.filters.notes import public_notes
from tracker.filters.organisations import asking_organisations
from tracker.filters.recommendations import public_recommendations
from tracker.models import FormerAddress, Organisation

from . import about
from .page import AsOf, Context, Moved, public_page


@public_page("public/organisation/list.html", section="organisations")
def organisation_list(request: HttpRequest, as_of: AsOf) -> Context:
    return {"organisations": asking_organisations(as_of.day)}


@public_page("public/organisation/detail.html", section="organisations")
def organisation(request: HttpRequest, as_of: AsOf, slug: str) -> Context:
    rows = Organisation.objects.prefetch_related("members", "member_of")
    found = rows.filter(slug=slug).first()
    if found is None:
        former = get_object_or_404(FormerAddress.objects.select_related("organisation"), slug=slug)
        raise Moved(former.organisation.get_absolute_url())
    asked = public_recommendations(as_of.day).for_listing().filter(made_by=found)
    return {
        "about": about.organisation(found, asked),
        "organisation": found,
        "recommendations": asked,
        "documents": public_documents(as_of.day).filter(authors=found),
        "notes": public_notes(found),
    }
