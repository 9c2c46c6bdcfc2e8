from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext as _

from tracker.filters.claims import claims_between, claims_on

from .page import AsOf, Context, public_page

SIZE = 20


@public_page("public/claims.html", section="recommendations", parameters=["page"])
def claims(request: HttpRequest, as_of: AsOf) -> Context:
    made = claims_on(as_of)
    page = Paginator(range(made.total), SIZE).get_page(request.GET.get("page"))
    start, stop = max(page.start_index() - 1, 0), page.end_index()
    return {
        "made": made,
        "page": page,
        "claims": claims_between(made, start, stop),
        "tallies": [(_("By treaty"), made.by("treaty")), (_("By theme"), made.by("theme"))],
    }
