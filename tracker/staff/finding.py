from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator

from tracker.forms.search import SearchForm

from .decorators import StaffRequest


def found(request: StaffRequest, find: Callable[[str], Any], per_page: int = 30) -> dict[str, Any]:
    """What a page of staff/find.html shows: the words that the address has, and what fits them."""
    form = SearchForm(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    page = Paginator(find(words), per_page).get_page(request.GET.get("page"))
    return {"form": form, "page": page}
