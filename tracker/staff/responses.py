from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from tracker.forms.logs import LogForm
from tracker.forms.sheets import Row, Sheet
from tracker.models import Document, ReviewCycle
from tracker.permissions import Permission

from .decorators import StaffRequest, staff_view


@staff_view(Permission.RECORD)
def log(request: StaffRequest) -> HttpResponse:
    """Choose the review cycle and the reply document, once for all rows."""
    asked = "document" in request.GET
    form = LogForm(request.GET) if asked else LogForm(initial=request.GET.dict())
    if asked and form.is_valid():
        keys = [form.cleaned_data["cycle"].slug, form.cleaned_data["document"]]
        query = request.GET.copy()
        for name in ("cycle", "document"):
            query.pop(name, None)
        return redirect(f"{reverse('staff:sheet', args=keys)}?{query.urlencode()}")
    return render(request, "staff/response/log.html", {"form": form})


def _sheet(request: StaffRequest, cycle: str, document: str) -> Sheet:
    return Sheet(
        get_object_or_404(ReviewCycle, slug=cycle),
        get_object_or_404(Document, slug=document),
        request.GET,
    )


def _counted(request: StaffRequest, found: Sheet) -> dict[str, Any]:
    """The sheet, with how much of it is done and how many drafts of mine can be sent."""
    return {"sheet": found, "tally": found.tally(request.user)}


@staff_view(Permission.RECORD)
def sheet(request: StaffRequest, cycle: str, document: str) -> HttpResponse:
    """The table in which answers are logged."""
    return _render_sheet(request, _sheet(request, cycle, document))


def _render_sheet(request: StaffRequest, found: Sheet, changed: Row | None = None) -> HttpResponse:
    page, rows = found.page(changed)
    first_left = next((row.reference for row in rows if not row.answer), "")
    context = {"page": page, "rows": rows, "first_left": first_left}
    return render(request, "staff/response/sheet.html", _counted(request, found) | context)


@staff_view(Permission.RECORD)
def sheet_row(request: StaffRequest, cycle: str, document: str, reference: str) -> HttpResponse:
    """Save one row (POST), or take back what was typed in it (GET)."""
    found = _sheet(request, cycle, document)
    row = found.row(reference, request.POST if request.method == "POST" else None)
    if request.method == "POST":
        row = found.save(row, by=request.user)
    if request.htmx:
        return _render_rows(request, found, [row])
    if row.form.is_bound and row.form.errors:
        return _render_sheet(request, found, changed=row)
    if row.message:
        messages.success(request, f"{reference}: {row.message}")
    back = reverse("staff:sheet", args=[cycle, document])
    return redirect(f"{back}?{request.GET.urlencode()}#{reference}")


def _render_rows(request: StaffRequest, found: Sheet, rows: Sequence[Row]) -> HttpResponse:
    """Rows and the count, for a page that is open."""
    return render(request, "staff/response/swap.html", _counted(request, found) | {"rows": rows})


@staff_view(Permission.RECORD)
def sheet_news(request: StaffRequest, cycle: str, document: str) -> HttpResponse:
    """What colleagues have saved of the rows that are shown; 204 if nothing."""
    request.is_unattended = True
    found = _sheet(request, cycle, document)
    rows = found.news()
    if not rows and request.GET.get("left") == str(found.tally(request.user).left):
        return HttpResponse(status=204)
    return _render_rows(request, found, rows)
