from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Model
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from tracker.filters.as_of import read_as_of
from tracker.filters.history import history_of
from tracker.filters.past import as_it_was, compared, versions_of
from tracker.filters.tracked import record_named
from tracker.forms.days import DayForm
from tracker.forms.history import CompareForm
from tracker.permissions import Permission

from .decorators import StaffRequest, staff_view


def _found(noun: str, key: str) -> Model:
    record = record_named(noun, key)
    if record is None:
        raise Http404
    return record


def _render(request: StaffRequest, record: Model, page: str, **context: Any) -> HttpResponse:
    return render(request, f"staff/history/{page}.html", {"record": record, "page": page} | context)


@staff_view(Permission.WORKSPACE)
def record_history(request: StaffRequest, noun: str, key: str) -> HttpResponse:
    """Everything that was done to a record."""
    record = _found(noun, key)
    return _render(request, record, "steps", steps=history_of(record))


@staff_view(Permission.WORKSPACE)
def record_compare(request: StaffRequest, noun: str, key: str) -> HttpResponse:
    """Two versions of a record, field by field."""
    record = _found(noun, key)
    form = CompareForm(versions_of(record), request.GET)
    chosen = form.chosen
    lines = compared(*chosen) if chosen else []
    differing = [line for line in lines if line.changed]
    same = [line for line in lines if not line.changed]
    found = {"chosen": chosen, "differing": differing, "same": same}
    return _render(request, record, "compare", form=form, **found)


@staff_view(Permission.WORKSPACE)
def record_as_of(request: StaffRequest, noun: str, key: str) -> HttpResponse:
    """A record as it was at the end of a day."""
    record = _found(noun, key)
    as_of = read_as_of(request.GET, today=timezone.localdate())
    versions = versions_of(record)
    shown = as_it_was(versions, as_of.day)
    return _render(request, record, "as_of", as_of=as_of, version=shown, versions=versions)


def history(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Everything that was done to a recommendation."""
    return record_history(request, "recommendation", reference)


def development_history(request: StaffRequest, slug: str) -> HttpResponseBase:
    """Everything that was done to a development."""
    return record_history(request, "development", slug)


@staff_view(Permission.WORKSPACE)
def day(request: StaffRequest) -> HttpResponse:
    """Everything that everybody did on a day."""
    form = DayForm(request.GET, today=timezone.localdate())
    steps: Any = form.steps  # sliced and counted like a list
    page = Paginator(steps, 40).get_page(request.GET.get("page"))
    return render(request, "staff/history/day.html", {"form": form, "page": page})
