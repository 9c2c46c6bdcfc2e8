from __future__ import annotations

import re

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from tracker.filters.developments import (
    begun_in,
    developments_by_year,
    public_developments,
    withdrawn_developments,
)
from tracker.filters.documents import documents_by
from tracker.filters.editions import with_edition
from tracker.filters.misread import wrong_choices
from tracker.filters.notes import public_notes
from tracker.filters.recommendations import public_recommendations
from tracker.filters.translations import with_translations

from . import about
from .page import AsOf, Context, public_page

YEAR = re.compile(r"\d{4}", re.ASCII)


@public_page(
    "public/development/list.html",
    section="developments",
    parameters=["page", "year"],
    is_kept=True,
)
def development_list(request: HttpRequest, as_of: AsOf) -> Context:
    rows, given = public_developments(as_of.day, as_of.known_at), request.GET.get("year", "")
    by_year = sorted(developments_by_year(rows).items(), reverse=True)
    year = given if YEAR.fullmatch(given) else ""
    wrong = _("“{given}” is no year.").format(given=given[:30])
    errors = {} if year == given else {_("Year"): wrong}
    shown = begun_in(rows, year) if year else rows
    page = Paginator(shown, 40).get_page(request.GET.get("page"))
    return {
        "page": page,
        "year": year,
        "years": by_year,
        "kept": {"year": year} if year else {},
        "wrong": wrong_choices(errors),
    }


@public_page("public/development/detail.html", section="developments", is_kept=True)
def development(request: HttpRequest, as_of: AsOf, slug: str) -> Context:
    rows = public_developments(as_of.day, as_of.known_at)
    rows = rows.prefetch_related(Prefetch("sources", documents_by(as_of.day)))
    found = with_translations(with_edition(rows)).filter(slug=slug).first()
    if not found:
        tombstone = get_object_or_404(withdrawn_developments(), slug=slug)
        return {"development": tombstone, "is_withdrawn": True}
    asks = public_recommendations(as_of.day, known_at=as_of.known_at)
    asks = asks.for_listing(as_of.known_at).filter(developments=found)
    return {
        "about": about.development(found),
        "development": found,
        "recommendations": asks,
        "notes": public_notes(found),
    }
