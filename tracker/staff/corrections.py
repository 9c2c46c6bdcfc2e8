from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from tracker.actions.publication import submit
from tracker.filters.workspace import records
from tracker.forms.corrections import Correction
from tracker.permissions import Permission

from .decorators import StaffRequest, staff_view


@staff_view(Permission.RECORD)
def correct_answer(request: StaffRequest, key: str) -> HttpResponse:
    """Change one answer of China, without the table of all that its document holds."""
    answer = get_object_or_404(records("response"), key=key)
    correction = Correction(answer, request.POST if request.method == "POST" else None)
    if correction.save(by=request.user):
        saved = correction.form.result
        sent = "send" in request.POST and submit(records=[saved], by=request.user)
        messages.success(request, "Sent for approval." if sent else "Saved as a draft.")
        return redirect("staff:approval", "response", saved.key)
    context = {"answer": answer, "correction": correction, "form": correction.form}
    return render(request, "staff/response/correct.html", context)
