"""One row of an import: looked at beside its place in the file, put right, cut into limbs."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from tracker.filters.neighbours import neighbours_of, staged_row
from tracker.filters.record import form_lists
from tracker.forms.mended_rows import RowEdit
from tracker.imports.mending import check
from tracker.models import Import, StagedRow
from tracker.permissions import Permission

from .decorators import StaffRequest, staff_view
from .imports import PER_PAGE


@staff_view(Permission.RECORD)
def mend(request: StaffRequest, key: str, number: int) -> HttpResponse:
    """Put a row of an import right, or cut it into limbs."""
    row = get_object_or_404(staged_row(key), number=number)
    if row.imported.stage != Import.Stage.STAGED and request.method != "POST":
        messages.info(request, "This import does not wait any more: its rows stay as they are.")
        return redirect(_among_all(row))
    edit = RowEdit(row, request.POST if request.method == "POST" else None)
    if edit.save(check, by=request.user):
        return _saved(request, edit)
    context = {"edit": edit, "row": row, "near": neighbours_of(row)}
    return render(request, "staff/import/mend.html", context | form_lists())


def _among_all(row: StagedRow) -> str:
    """Where a row stands on the pages of its import."""
    before = StagedRow.objects.filter(imported=row.imported_id, number__lt=row.number).count()
    page = before // PER_PAGE + 1
    return f"{reverse('staff:import', args=[row.imported.key])}?page={page}#row-{row.number}"


def _saved(request: StaffRequest, edit: RowEdit) -> HttpResponse:
    row = edit.result[0]
    messages.success(request, edit.told)
    for article in edit.merged:
        messages.info(request, f"{article} stood in more than one row. It was kept once.")
    after = neighbours_of(row).after if edit.goes_on else row.number
    if after is None:
        messages.info(request, "That was the last row.")
        return redirect("staff:import", row.imported.key)
    return redirect("staff:staged_row", row.imported.key, after)
