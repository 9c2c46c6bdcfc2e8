from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, QueryDict

from tracker.exports.catalogue import TABLES
from tracker.filters.data import count_everything
from tracker.filters.questions import RENAMED
from tracker.filters.recommendations import RecommendationFilter
from tracker.filters.versions import data_version

from .exports import downloads
from .page import AsOf, Context, public_page

EXAMPLES = [
    ("What was asked under article 3 of the Convention against Torture", "article=cat/3"),
    ("What China has not replied to", "reply=missing"),
    ("What had been asked, answered and assessed by the end of 2023", "as_of=2023-12-31"),
]


@public_page("public/data/data.html", section="data")
def data(request: HttpRequest, as_of: AsOf) -> Context:
    asked = RecommendationFilter(QueryDict(), on=as_of.day)
    return {
        "tables": TABLES,
        "downloads": downloads(asked, count_everything(asked)),
        "parameters": [(name, field.label) for name, field in asked.form.fields.items()],
        "renamed": RENAMED,
        "examples": EXAMPLES,
        "base_url": settings.BASE_URL,
        "version": data_version(),
    }
