"""Pages as entries of a bibliography."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from tracker.lib.bibliography import bibtex, ris

from .page import Context

WRITERS = {
    "bib": (bibtex, "application/x-bibtex; charset=utf-8"),
    "ris": (ris, "application/x-research-info-systems; charset=utf-8"),
}


def entry(request: HttpRequest, context: Context, form: str) -> HttpResponse:
    """What a page says of itself, as a file that programs for literature read."""
    if form not in WRITERS:
        raise Http404
    write, content_type = WRITERS[form]
    cited = context["reuse"].entry
    named = {"Content-Disposition": f'attachment; filename="{cited.key}.{form}"'}
    return HttpResponse(write(cited), content_type=content_type, headers=named)
