from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from tracker.filters.developments import public_developments
from tracker.filters.documents import public_documents, whole_documents
from tracker.filters.notes import public_notes
from tracker.filters.recommendations import public_recommendations
from tracker.filters.uptake import ngo_asks, totals_of

from . import about
from .page import AsOf, Context, public_page


@public_page("public/document/list.html")
def document_list(request: HttpRequest, as_of: AsOf) -> Context:
    return {"documents": public_documents(as_of.day)}


@public_page("public/document/detail.html", is_kept=True)
def document(request: HttpRequest, as_of: AsOf, slug: str) -> Context:
    # On any day: what is shown of a day may be known from a source that came out later.
    found = get_object_or_404(whole_documents(), slug=slug)
    asks = public_recommendations(as_of.day, known_at=as_of.known_at)
    asks = asks.for_listing(as_of.known_at).filter(document=found).order_by("reference")
    developments = public_developments(as_of.day, as_of.known_at).filter(document=found)
    return {
        "about": about.document(found, asks, developments),
        "document": found,
        "recommendations": asks,
        "uptake": totals_of(ngo_asks(as_of.day).filter(document=found), as_of.day),
        "developments": developments,
        "notes": public_notes(found),
    }
