from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from tracker.filters.reviews import all_cycles
from tracker.forms.records import keep_back
from tracker.forms.reviews import ReviewCycleForm, cycle_form
from tracker.models import ReviewCycle
from tracker.permissions import Permission

from .decorators import StaffRequest, staff_view


@staff_view(Permission.RECORD)
def new(request: StaffRequest) -> HttpResponse:
    """Enter a review that was held or is to come, beside those there are."""
    form = ReviewCycleForm(request.POST if request.method == "POST" else None)
    if form.record(by=request.user):
        messages.success(request, f"Entered: {form.result}.")
        return redirect("staff:cycle_edit", form.result.slug)
    return render(request, "staff/review/form.html", {"form": form, "cycles": all_cycles()})


@staff_view(Permission.RECORD)
def edit(request: StaffRequest, slug: str) -> HttpResponse:
    """Change what is said of a review."""
    cycle = get_object_or_404(ReviewCycle, slug=slug)
    form = cycle_form(cycle, request.POST if request.method == "POST" else None)
    if form.revise(cycle, by=request.user):
        messages.success(request, "Saved.")
        return redirect("staff:cycle_edit", slug)
    context = {"form": form, "cycle": cycle, "cycles": all_cycles()}
    context["kept_back"] = keep_back(form, request.user)
    return render(request, "staff/review/form.html", context)
