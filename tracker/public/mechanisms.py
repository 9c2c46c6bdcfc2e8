from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from tracker.filters.mechanisms import cycles_of, mechanisms_with_counts, milestones_of
from tracker.models import Mechanism

from . import about_lists
from .page import AsOf, Context, public_page
from .standing import portrait


@public_page("public/mechanism/list.html", section="reviews")
def mechanism_list(request: HttpRequest, as_of: AsOf) -> Context:
    return {"mechanisms": mechanisms_with_counts(as_of)}


@public_page("public/mechanism/detail.html", section="reviews")
def mechanism(request: HttpRequest, as_of: AsOf, code: str) -> Context:
    found = get_object_or_404(Mechanism.objects.select_related("treaty"), code=code)
    shown = portrait(as_of, mechanism=code)
    return {
        "about": about_lists.mechanism(found, shown),
        "mechanism": found,
        "cycles": cycles_of(found, as_of),
        "milestones": milestones_of(found, as_of),
        **shown,
    }
