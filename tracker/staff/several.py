from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from tracker.filters.record import form_lists
from tracker.filters.relations import limbs_of
from tracker.forms.several import Several, Split
from tracker.models import Recommendation
from tracker.permissions import Permission

from .decorators import StaffRequest, staff_view


@staff_view(Permission.RECORD)
def enter_several(request: StaffRequest) -> HttpResponse:
    """Enter many asks of one document as drafts: all of them, or none."""
    several = Several(request.POST if request.method == "POST" else None)
    if several.save(by=request.user):
        count = len(several.result)
        told = "1 ask was entered as a draft"
        if count > 1:
            told = f"{count} asks were entered as drafts"
        messages.success(request, f"{told}. Read them once more, then send them for approval.")
        return redirect(f"{reverse('staff:home')}#drafts")
    return render(request, "staff/several/enter.html", {"several": several} | form_lists())


@staff_view(Permission.RECORD)
def split(request: StaffRequest, reference: str) -> HttpResponse:
    """Enter each thing that an item asks as a limb of it."""
    rows = Recommendation.objects.select_related("document", "cycle")
    item = get_object_or_404(rows, reference=reference)
    table = Split(item, request.POST if request.method == "POST" else None)
    if table.save(by=request.user):
        told = f"Limbs entered as drafts: {len(table.result)}. Send them for approval together."
        messages.success(request, told)
        return redirect(f"{reverse('staff:recommendation', args=[reference])}#relations")
    context = {"table": table, "item": item, "limbs": limbs_of(item)}
    return render(request, "staff/several/split.html", context | form_lists())
