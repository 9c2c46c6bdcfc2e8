from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from tracker.filters.history import history_of
from tracker.models import Development, Recommendation
from tracker.permissions import Permission

from .decorators import StaffRequest, staff_view


@staff_view(Permission.WORKSPACE)
def history(request: StaffRequest, reference: str) -> HttpResponse:
    """Everything that was done to a record."""
    recommendation = get_object_or_404(Recommendation, reference=reference)
    context = {"recommendation": recommendation, "steps": history_of(recommendation)}
    return render(request, "staff/recommendation/history.html", context)


@staff_view(Permission.WORKSPACE)
def development_history(request: StaffRequest, slug: str) -> HttpResponse:
    """Everything that was done to a development."""
    development = get_object_or_404(Development, slug=slug)
    context = {"development": development, "steps": history_of(development)}
    return render(request, "staff/development/history.html", context)
