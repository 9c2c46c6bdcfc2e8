from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from tracker.filters.lineage import lineage_of
from tracker.filters.recommendations import public_recommendations, withdrawn_recommendations

from . import about_lists
from .page import AsOf, Context, Moved, public_page


@public_page("public/lineage/detail.html", section="recommendations")
def lineage(request: HttpRequest, as_of: AsOf, reference: str) -> Context:
    found = public_recommendations(as_of.day).filter(reference=reference).first()
    if found is None:
        tombstone = get_object_or_404(withdrawn_recommendations(), reference=reference)
        raise Moved(tombstone.get_absolute_url())
    told = lineage_of(found.pk, as_of.day)
    return {"about": about_lists.lineage(found, told), "recommendation": found, "lineage": told}
