from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from tracker.filters.developments import public_developments, withdrawn_developments
from tracker.filters.documents import shown_documents
from tracker.filters.editions import with_edition
from tracker.filters.notes import public_notes
from tracker.filters.recommendations import public_recommendations

from . import about
from .page import AsOf, Context, public_page


@public_page("public/development/list.html", section="developments", parameters=["page"])
def development_list(request: HttpRequest, as_of: AsOf) -> Context:
    rows = public_developments(as_of.day)
    return {"page": Paginator(rows, 40).get_page(request.GET.get("page"))}


@public_page("public/development/detail.html", section="developments")
def development(request: HttpRequest, as_of: AsOf, slug: str) -> Context:
    rows = public_developments(as_of.day)
    rows = rows.prefetch_related(Prefetch("sources", shown_documents()))
    found = with_edition(rows).filter(slug=slug).first()
    if not found:
        tombstone = get_object_or_404(withdrawn_developments(), slug=slug)
        return {"development": tombstone, "is_withdrawn": True}
    asks = public_recommendations(as_of.day).for_listing().filter(developments=found)
    return {
        "about": about.development(found),
        "development": found,
        "recommendations": asks,
        "notes": public_notes(found),
    }
