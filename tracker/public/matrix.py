from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from tracker.exports.matrix import matrix_csv
from tracker.filters.as_of import read_as_of
from tracker.filters.matrix import CHOICES, matrix_of
from tracker.filters.recommendations import RecommendationFilter

from .page import AsOf, Context, public_page

EVERY = 10_000


@public_page("public/matrix.html", section="recommendations")
def matrix(request: HttpRequest, as_of: AsOf) -> Context:
    asked = RecommendationFilter(request.GET, on=as_of.day)
    crossed = matrix_of(asked, request.GET)
    return {
        "filter": asked,
        "matrix": crossed,
        "choices": CHOICES,
        "is_refused": not asked.is_valid() or bool(asked.unknown or crossed.errors),
    }


@require_safe
def matrix_file(request: HttpRequest) -> HttpResponse:
    """The matrix with every value, as CSV; 400 in words for a question that makes no sense."""
    as_of = read_as_of(request.GET, today=timezone.localdate())
    asked = RecommendationFilter(request.GET, on=as_of.day)
    crossed = matrix_of(asked, request.GET, most=EVERY)
    faults = [f"There is no parameter called {name}." for name in asked.unknown]
    faults += [f"{name}: {' '.join(texts)}" for name, texts in asked.errors.items()]
    faults += [f"{name}: {told}" for name, told in crossed.errors.items()]
    faults += [f"as_of: {as_of.error}"] if as_of.error else []
    if faults:
        told = "\n".join(faults)
        return HttpResponse(told, status=400, content_type="text/plain; charset=utf-8")
    named = f'attachment; filename="{crossed.rows.name}-by-{crossed.columns.name}.csv"'
    return HttpResponse(
        matrix_csv(crossed),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": named},
    )
