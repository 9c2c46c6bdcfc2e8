"""Files that are brought in: read, looked at, put right, confirmed, undone."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from tracker.actions.imports import (
    choose_rows,
    confirm_import,
    discard_import,
    undo_import,
    why_not_theirs,
)
from tracker.filters.import_columns import (
    examples_of,
    has_columns,
    headings_of,
    meanings_of,
    remembered,
)
from tracker.filters.imported import (
    answers_to_send,
    asks_to_send,
    changes_proposed,
    gone_on,
    reading_of,
)
from tracker.filters.imports import imports_listed, plan_of, read_before, tabs_of, with_counts
from tracker.filters.record import form_lists
from tracker.filters.staged_rows import Readable, faults_of, with_records
from tracker.forms.base import ActionForm
from tracker.forms.import_columns import ColumnsForm
from tracker.forms.imports import AgainForm, SettingsForm, UploadForm
from tracker.forms.staged_rows import (
    ChooseForm,
    ConfirmForm,
    DecideForm,
    NameForm,
    RowsForm,
)
from tracker.imports.errors import error_workbook
from tracker.imports.readers.mapped import missing
from tracker.imports.readers.meanings import MEANINGS
from tracker.imports.staging import restage
from tracker.models import Import, StagedRow
from tracker.permissions import Permission

from .decorators import StaffRequest, staff_view
from .uploads import answer_to_upload

PER_PAGE = 50


@staff_view(Permission.RECORD)
def imports(request: StaffRequest) -> HttpResponseBase:
    """Bring a file in, and find one that was brought in."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = UploadForm(*sent)
    if answer := answer_to_upload(request, form):
        return answer
    page = Paginator(imports_listed(), 30).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "lines": with_counts(page), **form_lists()}
    return render(request, "staff/import/list.html", context)


@staff_view(Permission.RECORD)
def detail(request: StaffRequest, key: str) -> HttpResponse:
    """What a file asks, row by row, and what would become of it."""
    return _page(request, _find(key))


def _find(key: str) -> Import:
    return get_object_or_404(imports_listed(), key=key)


def _page(request: StaffRequest, found: Import, mending: NameForm | None = None) -> HttpResponse:
    shown = RowsForm(request.GET, imported=found)
    page = Paginator(with_records(shown.found), PER_PAGE).get_page(request.GET.get("page"))
    is_mended = mending or shown.given("outcome") == StagedRow.Outcome.ERROR
    context = {
        "imported": found,
        "tabs": tabs_of(found),
        "shown": shown,
        "page": page,
        "rows": Readable(found).rows(page),
        "groups": _mended(found, mending) if is_mended else [],
        "has_columns": has_columns(found),
        "twins": read_before(found.sha256, apart_from=found),
        "asked": reading_of(found),
        "why_not_theirs": why_not_theirs(found, request.user),
    }
    return render(request, "staff/import/detail.html", context | _next(found) | _offered(context))


def _next(found: Import) -> dict[str, Any]:
    """What would be written, or what became of it."""
    if found.stage == Import.Stage.STAGED:
        return {"plan": plan_of(found)}
    return {
        "asks": asks_to_send(found),
        "answers": answers_to_send(found),
        "proposed": changes_proposed(found),
        "blocking": gone_on(found),
    }


def _offered(context: dict[str, Any]) -> dict[str, Any]:
    """What the fields of names offer, where the page has some."""
    return form_lists() if any(form for _, form in context["groups"]) else {}


def _mended(found: Import, mending: NameForm | None) -> list[tuple[Any, NameForm | None]]:
    """What is wrong, each with the form that mends a name for all of its rows."""
    forms = {mending.group.key: mending} if mending else {}
    return [
        (
            one,
            forms.get(one.key)
            or (NameForm(None, imported=found, group=one) if one.named else None),
        )
        for one in faults_of(found)
    ]


@staff_view(Permission.RECORD)
@require_POST
def choose(request: StaffRequest, key: str) -> HttpResponse:
    """Take rows along when the import is confirmed, or leave them out."""
    found = _find(key)
    form = ChooseForm(request.POST, shown=RowsForm(request.GET, imported=found))
    if form.apply(choose_rows, imported=found, by=request.user):
        messages.success(request, form.told)
    return _back(request, found, form)


@staff_view(Permission.RECORD)
@require_POST
def decide(request: StaffRequest, key: str) -> HttpResponse:
    """Say whether rows are the records that they are like, or other asks."""
    found = _find(key)
    form = DecideForm(request.POST, shown=RowsForm(request.GET, imported=found))
    if form.apply(restage, imported=found, by=request.user):
        told = "compared with their records" if form.verb == "same" else "entered as other asks"
        messages.success(request, f"Rows that are now {told}: {len(form.numbers):,}.")
    return _back(request, found, form)


@staff_view(Permission.RECORD)
@require_POST
def mend(request: StaffRequest, key: str, fault: str) -> HttpResponse:
    """Say once what an unknown name means, for all rows that have it."""
    found = _find(key)
    group = next((one for one in faults_of(found) if one.key == fault and one.named), None)
    if group is None:
        messages.info(request, "No row has this fault any more.")
        return redirect(f"{reverse('staff:import', args=[key])}?outcome=error")
    form = NameForm(request.POST, imported=found, group=group)
    if form.apply(restage, imported=found, by=request.user):
        messages.success(request, f"“{group.found}” is mended in every row that has it.")
        return _back(request, found, form)
    return _page(request, found, mending=form)


@staff_view(Permission.RECORD)
def settings(request: StaffRequest, key: str) -> HttpResponse:
    """How the file is read: changed for all of its rows."""
    found = _find(key)
    form = SettingsForm(request.POST if request.method == "POST" else None, imported=found)
    if form.apply(restage, imported=found, by=request.user):
        messages.success(request, "All rows were compared anew.")
        return redirect("staff:import", key)
    context = {"imported": found, "form": form, **form_lists()}
    return render(request, "staff/import/settings.html", context)


@staff_view(Permission.RECORD)
def columns(request: StaffRequest, key: str) -> HttpResponse:
    """What each column of a table means: changed for all of its rows."""
    found = _find(key)
    form = _columns_form(request, found)
    if form.apply(restage, imported=found, by=request.user):
        told = " It is remembered." if form.remember(by=request.user) else ""
        messages.success(request, f"All rows were read anew.{told}")
        return redirect("staff:import", key)
    context = {
        "imported": found,
        "form": form,
        "cells": examples_of(found, form.headings),
        "mapping": remembered(form.headings),
    }
    return render(request, "staff/import/columns.html", context | form_lists())


def _columns_form(request: StaffRequest, found: Import) -> ColumnsForm:
    headings = headings_of(found)
    return ColumnsForm(
        request.POST if request.method == "POST" else None,
        imported=found,
        headings=headings,
        known=MEANINGS,
        first=meanings_of(found, headings),
        lacks=missing,
    )


@staff_view(Permission.RECORD)
def confirm(request: StaffRequest, key: str) -> HttpResponse:
    """Write what an import asks, after saying exactly what that is."""
    found = _find(key)
    plan = plan_of(found)
    form = ConfirmForm(request.POST if request.method == "POST" else None, plan=plan)
    if form.apply(confirm_import, imported=found, by=request.user):
        messages.success(request, "Confirmed. Each row says below what became of it.")
        return redirect("staff:import", key)
    context = {"imported": found, "form": form, "plan": plan}
    return render(request, "staff/import/confirm.html", context)


@staff_view(Permission.RECORD)
@require_POST
def compare(request: StaffRequest, key: str) -> HttpResponse:
    """Compare all rows anew with what is recorded by now."""
    found = _find(key)
    form = AgainForm(request.POST, imported=found)
    if form.apply(restage, imported=found, by=request.user):
        messages.success(request, "All rows were compared anew. Look at them once more.")
    return _back(request, found, form)


@staff_view(Permission.RECORD)
def errors(request: StaffRequest, key: str) -> FileResponse:
    """The rows with errors, to be corrected and brought in again."""
    found = _find(key)
    name = f"errors-{found.read_at:%Y-%m-%d}.xlsx"
    return FileResponse(error_workbook(found), as_attachment=True, filename=name)


@staff_view(Permission.RECORD)
@require_POST
def discard(request: StaffRequest, key: str) -> HttpResponse:
    """Throw away what was read."""
    return _end(request, key, discard_import, "Thrown away. No record was changed.")


@staff_view(Permission.RECORD)
@require_POST
def undo(request: StaffRequest, key: str) -> HttpResponse:
    """Take back what an import wrote."""
    return _end(request, key, undo_import, "Undone. Each row says below what became of it.")


def _end(request: StaffRequest, key: str, action: Any, told: str) -> HttpResponse:
    found = _find(key)
    form = ActionForm(request.POST)
    if form.apply(action, imported=found, by=request.user):
        messages.success(request, told)
    return _back(request, found, form)


def _back(request: StaffRequest, found: Import, form: ActionForm) -> HttpResponse:
    """To the rows that the person was looking at, with what was refused."""
    for field in form.errors.values():
        for error in field:
            messages.error(request, str(error))
    query = request.GET.urlencode()
    return redirect(f"{reverse('staff:import', args=[found.key])}{'?' if query else ''}{query}")
