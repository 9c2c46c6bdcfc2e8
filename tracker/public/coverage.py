from __future__ import annotations

from django.http import HttpRequest

from tracker.filters.coverage import CHOICES, coverage_of, read_shape
from tracker.filters.misread import wrong_choices

from . import about_lists
from .page import AsOf, Context, public_page


@public_page("public/coverage.html", section="treaties", parameters=CHOICES)
def coverage(request: HttpRequest, as_of: AsOf) -> Context:
    shape = read_shape(request.GET)
    found = coverage_of(shape, as_of)
    return {
        "about": about_lists.coverage(found),
        "shape": shape,
        "choices": CHOICES,
        "coverage": found,
        "wrong": wrong_choices(shape.errors),
    }
