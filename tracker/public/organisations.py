from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from tracker.filters.documents import public_documents
from tracker.filters.notes import public_notes
from tracker.filters.organisations import asking_organisations
from tracker.filters.recommendations import public_asks
from tracker.filters.scopes import by_review
from tracker.filters.tallies import Tallies
from tracker.filters.uptake import ngo_asks, taken_up_by, totals_of
from tracker.models import FormerAddress, Organisation

from . import about
from .page import AsOf, Context, Moved, public_page
from .standing import standing

SIZE = 50  # asks of a page


@public_page("public/organisation/list.html", section="organisations", is_kept=True)
def organisation_list(request: HttpRequest, as_of: AsOf) -> Context:
    return {"organisations": asking_organisations(Tallies(as_of.day, as_of.known_at))}


@public_page("public/organisation/detail.html", section="organisations", parameters=["page"])
def organisation(request: HttpRequest, as_of: AsOf, slug: str) -> Context:
    found = _named(slug)
    asked = by_review(public_asks(as_of.day).for_listing().filter(made_by=found))
    page = Paginator(asked, SIZE).get_page(request.GET.get("page"))
    return {
        "about": about.organisation(found, page.paginator.count),
        "organisation": found,
        "page": page,
        "recommendations": page.object_list,
        "uptake": totals_of(ngo_asks(as_of.day).filter(made_by=found), as_of.day),
        "taken_up": taken_up_by(found, as_of.day),
        "documents": public_documents(as_of.day).filter(authors=found),
        "notes": public_notes(found),
        **standing(as_of, organisation=slug),
    }


def _named(slug: str) -> Organisation:
    """The organisation; raises Moved if it was merged into another, to whose page that leads."""
    rows = Organisation.objects.prefetch_related("members", "member_of")
    if found := rows.filter(slug=slug).first():
        return found
    former = get_object_or_404(FormerAddress.objects.select_related("organisation"), slug=slug)
    raise Moved(former.organisation.get_absolute_url())
