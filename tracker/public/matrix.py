from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from tracker.exports.matrix import matrix_csv
from tracker.filters.matrix import CHOICES, matrix_of
from tracker.filters.misread import misread, wrong_choices
from tracker.filters.questions import Question, Refusal, Refused
from tracker.filters.recommendations import RecommendationFilter

from . import about_lists
from .file import public_file
from .page import ALWAYS, AsOf, Context, public_page

AXES = ("rows", "columns")
EVERY = 10_000


@public_page(
    "public/matrix.html",
    section="recommendations",
    parameters=[*RecommendationFilter.base_filters, *AXES],
    is_kept=True,
)
def matrix(request: HttpRequest, as_of: AsOf) -> Context:
    asked = RecommendationFilter(
        request.GET, on=as_of.day, today=as_of.today, known_at=as_of.known_at
    )
    crossed = matrix_of(asked, request.GET)
    return {
        "about": about_lists.matrix(asked, crossed),
        "filter": asked,
        "matrix": crossed,
        "choices": CHOICES,
        "shape": (*AXES, *ALWAYS),
        "wrong": [*misread(asked), *wrong_choices(_labelled(crossed.errors))],
    }


def _labelled(errors: dict[str, str]) -> dict[str, str]:
    """What is wrong, by what the reader sees at the field."""
    labels = {"rows": _("Rows"), "columns": _("Columns")}
    return {labels[name]: told for name, told in errors.items()}


@public_file(also=AXES)
def matrix_file(request: HttpRequest, question: Question) -> HttpResponse:
    """The matrix with every value, as CSV."""
    crossed = matrix_of(question.asked, request.GET, most=EVERY)
    if crossed.errors:
        raise Refused([Refusal(name, told) for name, told in crossed.errors.items()])
    named = f'attachment; filename="{crossed.rows.name}-by-{crossed.columns.name}.csv"'
    return HttpResponse(
        matrix_csv(crossed),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": named},
    )
