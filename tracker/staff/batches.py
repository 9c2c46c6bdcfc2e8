"""Many rows of a table of answers at once: filled in, pasted, and undone."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from tracker.actions.answers import SUBSTANCE
from tracker.actions.batches import undo_batch, why_not_undo
from tracker.filters.batches import batches_in, last_batch_of, rows_of
from tracker.forms.base import ActionForm
from tracker.forms.batches import BatchForm, FillForm
from tracker.forms.pasted import paste_form
from tracker.forms.responses import OWN
from tracker.forms.tables import Table
from tracker.models import Batch, Document, ReviewCycle
from tracker.permissions import Permission

from .decorators import StaffRequest, staff_view


def find_table(request: StaffRequest, cycle: str, document: str) -> Table:
    """The table that an address names, or Http404."""
    return Table(
        get_object_or_404(ReviewCycle, slug=cycle),
        get_object_or_404(Document, slug=document),
        request.GET,
    )


def _posted(request: StaffRequest) -> object:
    return request.POST if request.method == "POST" else None


@staff_view(Permission.RECORD)
def fill(request: StaffRequest, cycle: str, document: str) -> HttpResponse:
    """The same for every chosen row: filled in, looked at, then recorded."""
    table = find_table(request, cycle, document)
    return _step(request, FillForm(_posted(request), table=table), "staff/batch/fill.html")


@staff_view(Permission.RECORD)
def paste(request: StaffRequest, cycle: str, document: str) -> HttpResponse:
    """A block from a spreadsheet: pasted, looked at, then recorded."""
    table = find_table(request, cycle, document)
    form = paste_form(_posted(request), request.GET, table=table)
    return _step(request, form, "staff/batch/paste.html")


def _step(request: StaffRequest, form: BatchForm, template: str) -> HttpResponse:
    if "save" in request.POST and form.record(by=request.user):
        if form.recorded and form.recorded.batch:
            messages.success(request, f"Saved as drafts: {form.written}.")
            return _to(form.recorded.batch)
        messages.warning(request, "Nothing was saved: every row says this already.")
        return redirect("staff:sheet", form.table.cycle.slug, form.table.document.slug)
    if request.method == "POST" and "save" not in request.POST:
        form.preview(by=request.user)
    return render(request, template, {"form": form, "table": form.table})


def _to(batch: Batch) -> HttpResponse:
    return redirect("staff:batch", batch.cycle.slug, batch.document.slug, batch.key)


@staff_view(Permission.RECORD)
def last_batch(request: StaffRequest) -> HttpResponse:
    """To what I recorded at once last, where it can be undone."""
    if found := last_batch_of(request.user):
        return _to(found)
    messages.info(request, "You have saved no rows together that could be undone.")
    return redirect("staff:home")


@staff_view(Permission.RECORD)
def batches(request: StaffRequest, cycle: str, document: str) -> HttpResponse:
    """What was recorded at once in a table, the newest first."""
    table = find_table(request, cycle, document)
    rows = batches_in(table.cycle, table.document)
    page = Paginator(rows, 50).get_page(request.GET.get("page"))
    return render(request, "staff/batch/list.html", {"table": table, "page": page})


@staff_view(Permission.RECORD)
def batch(request: StaffRequest, cycle: str, document: str, key: str) -> HttpResponse:
    """What one batch wrote, row by row, and what became of it."""
    table = find_table(request, cycle, document)
    found = get_object_or_404(batches_in(table.cycle, table.document), key=key)
    context = {
        "table": table,
        "batch": found,
        "rows": rows_of(found, SUBSTANCE, of_new=[*OWN, "responded_on"]),
        "why_not_undo": why_not_undo(found, request.user),
    }
    return render(request, "staff/batch/detail.html", context)


@staff_view(Permission.RECORD)
@require_POST
def undo(request: StaffRequest, cycle: str, document: str, key: str) -> HttpResponse:
    """Return the rows of a batch to what they were before."""
    table = find_table(request, cycle, document)
    found = get_object_or_404(batches_in(table.cycle, table.document), key=key)
    form = ActionForm(request.POST)
    if form.apply(undo_batch, batch=found, by=request.user):
        messages.success(request, "Undone. Each row says below what became of it.")
    for error in form.non_field_errors():
        messages.error(request, f"Not undone. {error}")
    return redirect(f"{reverse('staff:batch', args=[cycle, document, key])}")
