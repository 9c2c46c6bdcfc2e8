"""Reference data: one set of pages for all its nouns."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from tracker.filters.record import form_lists
from tracker.filters.reference import (
    find_rows,
    lines_of_reference,
    row_at,
    sizes,
)
from tracker.forms.reference import DeleteForm, new_form, reference_form
from tracker.models import REFERENCE_BY_NAME, ReferenceNoun
from tracker.models.uses import uses_of
from tracker.permissions import Permission

from .decorators import StaffRequest, staff_view
from .finding import found


@staff_view(Permission.WORKSPACE)
def index(request: StaffRequest) -> HttpResponse:
    """What there is of reference data."""
    return render(request, "staff/reference/index.html", {"nouns": sizes()} | _may(request))


@staff_view(Permission.WORKSPACE)
def rows(request: StaffRequest, noun: str) -> HttpResponse:
    """The rows of a noun, with how much uses each."""
    described = REFERENCE_BY_NAME[noun]
    context = found(request, partial(find_rows, described), per_page=50) | _may(request)
    lines = lines_of_reference(described, context["page"].object_list)
    context |= {"noun": described, "lines": lines}
    return render(request, "staff/reference/rows.html", context)


@staff_view(Permission.KEEP_REFERENCE)
def new(request: StaffRequest, noun: str) -> HttpResponse:
    """Enter a row."""
    described = _kept(noun)
    form = new_form(described, request.POST if request.method == "POST" else None)
    if form.record(by=request.user):
        messages.success(request, f"Entered: {form.result}.")
        return redirect("staff:reference_edit", noun, described.address(form.result))
    return render(
        request, "staff/reference/form.html", {"noun": described, "form": form} | form_lists()
    )


@staff_view(Permission.KEEP_REFERENCE)
def edit(request: StaffRequest, noun: str, row: str) -> HttpResponse:
    """Change what is said of a row."""
    described = _kept(noun)
    record = _row(described, row)
    form = reference_form(described, record, request.POST if request.method == "POST" else None)
    if form.revise(record, by=request.user):
        messages.success(request, "Saved.")
        return redirect("staff:reference_edit", noun, row)
    context = {"noun": described, "form": form, "row": record, "address": row}
    return render(
        request, "staff/reference/form.html", context | {"uses": uses_of(record)} | form_lists()
    )


@staff_view(Permission.KEEP_REFERENCE)
def delete(request: StaffRequest, noun: str, row: str) -> HttpResponse:
    """Take out a row that nothing uses."""
    described = REFERENCE_BY_NAME[noun]
    record = _row(described, row)
    form = DeleteForm(request.POST if request.method == "POST" else None)
    if form.take_out(described, record, by=request.user):
        messages.success(request, f"Taken out: {record}. Its history is kept.")
        return redirect("staff:reference_rows", noun)
    context = {"noun": described, "form": form, "row": record, "address": row}
    return render(request, "staff/reference/delete.html", context | {"uses": uses_of(record)})


def _kept(noun: str) -> ReferenceNoun:
    """A noun whose rows are entered and changed on these pages."""
    described = REFERENCE_BY_NAME[noun]
    if described.entered_at:
        raise Http404
    return described


def _row(noun: ReferenceNoun, address: str) -> Any:
    found = row_at(noun, address)
    if found is None:
        raise Http404
    return found


def _may(request: StaffRequest) -> dict[str, bool]:
    return {"may_keep": request.user.may(Permission.KEEP_REFERENCE)}
