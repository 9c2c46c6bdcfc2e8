"""Drafts are read once more, with what they lack, and sent for approval together."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from tracker.filters.answers import drafts_to_send, returned_to
from tracker.filters.together import asks_to_send
from tracker.forms.relations import ReferenceForm
from tracker.forms.sending import Sending
from tracker.models import Document, ReviewCycle
from tracker.permissions import Permission

from .decorators import StaffRequest, staff_view


@staff_view(Permission.RECORD)
def sheet_send(request: StaffRequest, cycle: str, document: str) -> HttpResponse:
    """My drafts of a table, those aside that came back unchanged."""
    found = get_object_or_404(Document, slug=document)
    mine = (get_object_or_404(ReviewCycle, slug=cycle), found, request.user)
    back = f"{reverse('staff:sheet', args=[cycle, document])}?{request.GET.urlencode()}"
    sending = Sending("response", found, drafts_to_send(*mine), _posted(request))
    return _send(request, sending, back, stay=returned_to(*mine).count())


@staff_view(Permission.RECORD)
def asks_send(request: StaffRequest, document: str) -> HttpResponse:
    """My drafts of what a document asks, perhaps only an item and its limbs."""
    found = get_object_or_404(Document, slug=document)
    item = ReferenceForm({"reference": request.GET.get("item", "")}).record()
    sending = Sending(
        "recommendation", found, asks_to_send(found, request.user, item), _posted(request)
    )
    return _send(request, sending, reverse("staff:home"))


def _posted(request: StaffRequest) -> object:
    return request.POST if request.method == "POST" else None


def _send(request: StaffRequest, sending: Sending, back: str, *, stay: int = 0) -> HttpResponse:
    if request.method == "POST" and sending.send(by=request.user):
        told = f" Returned to you and not changed since, so not sent: {stay}." if stay else ""
        messages.success(request, sending.told + told)
        return redirect(back)
    context = {"sending": sending, "back": back, "stay": stay}
    return render(request, "staff/approval/send.html", context)
