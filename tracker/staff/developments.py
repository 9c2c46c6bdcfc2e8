from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from tracker.actions.publication import submit
from tracker.filters.record import form_lists
from tracker.forms.developments import DevelopmentForm, development_form
from tracker.forms.search import SearchForm
from tracker.models import Amendment, Development
from tracker.permissions import Permission

from .decorators import StaffRequest, staff_view


@staff_view(Permission.RECORD)
def new(request: StaffRequest) -> HttpResponse:
    """Record something dated that bears on recommendations."""
    first = {"recommendations": _asked(request, "about"), "document": _asked(request, "document")}
    form = DevelopmentForm(request.POST if request.method == "POST" else None, initial=first)
    if form.record(by=request.user):
        return _saved(request, form.result)
    return render(request, "staff/development/form.html", {"form": form} | form_lists())


@staff_view(Permission.RECORD)
def edit(request: StaffRequest, slug: str) -> HttpResponse:
    """Change a development at once, or propose a change of what is published."""
    development = get_object_or_404(Development.objects.select_related("document"), slug=slug)
    form = development_form(development, request.POST if request.method == "POST" else None)
    if form.revise(development, by=request.user):
        return _saved(request, form.result)
    context = {
        "form": form,
        "development": development,
        "returned": form.returned,
    }
    return render(request, "staff/development/form.html", context | form_lists())


def _asked(request: StaffRequest, name: str) -> str:
    """What the address gives the form to start with."""
    words = SearchForm({"q": request.GET.get(name, "")})
    return words.cleaned_data["q"] if words.is_valid() else ""


def _saved(request: StaffRequest, development: Development | Amendment) -> HttpResponse:
    if isinstance(development, Amendment):
        messages.success(request, "The change waits for a second person.")
        return redirect("staff:approval", "amendment", development.key)
    if "send" in request.POST:
        submit(records=[development], by=request.user)
        messages.success(request, "Sent for approval. A second person reads it now.")
    else:
        messages.success(request, "Saved as a draft. Send it for approval when it is ready.")
    return redirect("staff:approval", "development", development.slug)
