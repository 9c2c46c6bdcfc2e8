from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest

from tracker.filters.public_changes import PublicChanges

from . import about_lists
from .page import AsOf, Context, public_page

SIZE = 50


@public_page("public/changes.html", section="changes", parameters=["page"])
def change_list(request: HttpRequest, as_of: AsOf) -> Context:
    changes: Any = PublicChanges(as_of.day)
    page = Paginator(changes, SIZE).get_page(request.GET.get("page"))
    return {"about": about_lists.changes(page.paginator.count), "page": page}
