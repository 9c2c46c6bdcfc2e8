from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from tracker.filters.documents import find_documents
from tracker.forms.documents import DocumentForm, document_form
from tracker.forms.records import keep_back
from tracker.models import Document
from tracker.permissions import Permission

from .decorators import StaffRequest, staff_view
from .finding import found


@staff_view(Permission.WORKSPACE)
def find(request: StaffRequest) -> HttpResponse:
    """Find a source, public or not."""
    return render(request, "staff/document/find.html", found(request, find_documents))


@staff_view(Permission.RECORD)
def new(request: StaffRequest) -> HttpResponse:
    """Enter a source, so that records can name it."""
    form = DocumentForm(*_typed(request), initial={"url": request.GET.get("url", "")})
    if form.record(by=request.user):
        name = form.result.symbol or form.result.slug
        messages.success(request, f"Entered. In other forms, call it {name}.")
        return redirect("staff:document_edit", form.result.slug)
    return render(request, "staff/document/form.html", {"form": form})


@staff_view(Permission.RECORD)
def edit(request: StaffRequest, slug: str) -> HttpResponse:
    """Change what is said of a source."""
    document = get_object_or_404(Document.objects.select_related("cycle"), slug=slug)
    form = document_form(document, *_typed(request))
    if form.revise(document, by=request.user):
        messages.success(request, "Saved.")
        return redirect("staff:document_edit", slug)
    kept_back = keep_back(form, request.user)
    context = {"form": form, "document": document, "kept_back": kept_back}
    return render(request, "staff/document/form.html", context)


def _typed(request: StaffRequest) -> tuple[Any, Any]:
    """What was typed and which files were chosen, once something was sent."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)
