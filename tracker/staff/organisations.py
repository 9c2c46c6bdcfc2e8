from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from tracker.actions.mergers import merger_of
from tracker.forms.mergers import MergeForm, PairForm, differing
from tracker.permissions import Permission

from .decorators import StaffRequest, staff_view


@staff_view(Permission.KEEP_REFERENCE)
def merge(request: StaffRequest) -> HttpResponse:
    """Choose two organisations that are the same body, read what merging does, and merge them."""
    chosen = request.GET if {"keep", "fold"} <= request.GET.keys() else None
    pair = PairForm(chosen, initial=request.GET.dict())
    merger = merger_of(**pair.cleaned_data) if pair.is_valid() else None
    form = MergeForm(request.POST if request.method == "POST" else None)
    if merger and form.merge(merger, by=request.user):
        messages.success(request, f"Merged. {merger.fold} is another name of {merger.keep} now.")
        return redirect("staff:record_history", "organisation", merger.keep.slug)
    rows = differing(merger) if merger else []
    context = {"pair": pair, "form": form, "merger": merger, "differing": rows}
    return render(request, "staff/organisation/merge.html", context)
