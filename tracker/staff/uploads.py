"""A file that is sent from a page: answered at once if it is short, else line by line."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html

from tracker.filters.import_columns import is_understood
from tracker.forms.imports import UploadForm
from tracker.imports.asks import Refused, Wanted
from tracker.imports.opening.files import Opened, open_file
from tracker.imports.uploads import Upload
from tracker.models import Import

from .decorators import StaffRequest

_LINES = "<!-- lines -->"
_ALIVE = "<!-- still reading -->\n"  # so that nothing on the way thinks that the page is over


def answer_to_upload(request: StaffRequest, form: UploadForm) -> HttpResponseBase | None:
    """Where the rows of the file can be seen, or how far it is; None with the form's errors."""
    if not form.is_valid() or (opened := _opened(form)) is None:
        return None
    upload = Upload(opened, wanted=_wanted(form), settings=form.said, by=request.user)
    try:
        if upload.is_short():
            return redirect(_address(upload.stage()))
    except (Refused, ValidationError) as refused:
        form.add_error("file", _said(refused))
        return None
    return told_line_by_line(request, upload, opened.name)


def _opened(form: UploadForm) -> Opened | None:
    file = form.cleaned_data["file"]
    try:
        opened = open_file(file.file, file.name, settings.UPLOAD_LIMIT)
    except Refused as refused:
        form.add_error("file", str(refused))
        return None
    return opened if form.is_new(opened.sha256) else None


def _wanted(form: UploadForm) -> Wanted:
    given = form.cleaned_data
    return Wanted(state=given["state"].name, encoding=given["encoding"], source=given["source"])


def told_line_by_line(request: StaffRequest, upload: Upload, name: str) -> StreamingHttpResponse:
    """A page that grows while the file is read, and then leads to its rows."""
    page = render_to_string("staff/import/reading.html", {"name": name, "lines": _LINES}, request)
    return StreamingHttpResponse(_growing(page, upload), headers={"X-Accel-Buffering": "no"})


def _growing(page: str, upload: Upload) -> Iterator[str]:
    head, tail = page.split(_LINES)
    yield head
    try:
        for line in upload.lines():
            yield format_html("<li>{}</li>\n", line) if line else _ALIVE
        context = {"address": _address(upload.stage())}
    except (Refused, ValidationError) as refused:
        context = {"refused": _said(refused)}
    yield f"</ol>{render_to_string('staff/import/read.html', context)}{tail}"


def _address(imported: Import) -> str:
    """Where to go on: to the rows, or first to the columns of a table that is not understood."""
    page = "import" if is_understood(imported) else "import_columns"
    return reverse(f"staff:{page}", args=[imported.key])


def _said(refused: Refused | ValidationError) -> str:
    return " ".join(refused.messages) if isinstance(refused, ValidationError) else str(refused)
