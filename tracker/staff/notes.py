from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from tracker.filters.record import form_lists
from tracker.forms.notes import PublicNoteForm
from tracker.models import Amendment, Note, Recommendation
from tracker.permissions import Permission

from .decorators import StaffRequest, staff_view


@staff_view(Permission.RECORD)
def public_note(request: StaffRequest, reference: str, key: str = "") -> HttpResponse:
    """Write a note for everyone beside a record, or correct or take out one (`key`)."""
    recommendation = get_object_or_404(Recommendation, reference=reference)
    beside = Note.objects.public().filter(subjects__recommendation=recommendation)
    note = get_object_or_404(beside, key=key) if key else None
    data = request.POST if request.method == "POST" else None
    form = PublicNoteForm(data, recommendation=recommendation, note=note)
    if data is not None and form.propose(by=request.user):
        waits = isinstance(form.result, Amendment)
        done = "The note waits for a second person." if waits else "Saved beside the draft."
        messages.success(request, done)
        return redirect(f"{reverse('staff:recommendation', args=[reference])}#notes")
    context = {"form": form, "recommendation": recommendation, "note": note}
    return render(request, "staff/recommendation/note.html", context | form_lists())
