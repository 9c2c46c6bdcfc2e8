from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from tracker.filters.assignments import shares
from tracker.forms.assignments import handing_forms
from tracker.permissions import Permission

from .batches import find_table
from .decorators import StaffRequest, staff_view


@staff_view(Permission.RECORD)
def assign(request: StaffRequest, cycle: str, document: str) -> HttpResponse:
    """Say who means to log which rows of a table."""
    table = find_table(request, cycle, document)
    forms = handing_forms(table, request.POST if request.method == "POST" else None)
    for form in forms.values():
        if form.is_bound and form.hand(by=request.user):
            messages.success(request, form.said())
            return redirect(f"{reverse('staff:sheet', args=[cycle, document])}?{table.filter}")
    context = {"table": table, "forms": forms, "shares": shares(table.document)}
    return render(request, "staff/batch/assign.html", context)
