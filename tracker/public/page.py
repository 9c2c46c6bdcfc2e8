"""What every public page shares: a day it is asked about, a version, no cookie."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.views.decorators.http import require_safe

from tracker.filters.as_of import AsOf as AsOf
from tracker.filters.as_of import read_as_of
from tracker.filters.questions import renamed
from tracker.filters.versions import data_version, etag
from tracker.lib.release import release

CACHE_CONTROL = "public, max-age=0, s-maxage=2"  # seconds: a proxy asks again after that
Context = dict[str, Any]
Page = Callable[..., Context]


def public_page(
    template: str, *, section: str = "", parameters: Collection[str] = (), partial: str = ""
) -> Callable[[Page], Callable[..., HttpResponse]]:
    """
    A page from a function of the request, the day asked about and the address, to a context.
    It understands `as_of` and the `parameters` that it names; anything else is answered with 400
    and words about it, beside today's state or the nearest page. htmx gets the `partial` alone.
    What the reader has already is not made again (304).
    """
    known = {"as_of", *parameters}

    def decorate(page: Page) -> Callable[..., HttpResponse]:
        @require_safe
        @wraps(page)
        def view(request: HttpRequest, **address: str) -> HttpResponse:
            if fresh := renamed(request.GET):
                return HttpResponsePermanentRedirect(f"{request.path}?{fresh.urlencode()}")
            as_of = read_as_of(request.GET, today=timezone.localdate())
            part = f"#{partial}" if partial and _swaps(request) else ""

            def make() -> HttpResponse:
                context = page(request, as_of, **address)
                refused = [*_unknown(request.GET, known), *_beyond(request.GET, context)]
                context |= {"as_of": as_of, "section": section, "refused": refused}
                is_wrong = as_of.error or refused or context.get("is_refused")
                return render(request, template + part, context, status=400 if is_wrong else 200)

            response = _unless_known(request, part, make)
            if partial:
                patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
            return response

        return view

    return decorate


def _swaps(request: HttpRequest) -> bool:
    """Whether htmx asks for a part; when it goes back in the history it wants the whole page."""
    htmx = request.htmx  # type: ignore[attr-defined]
    return bool(htmx) and not htmx.history_restore_request


def _unless_known(
    request: HttpRequest, part: str, make: Callable[[], HttpResponse]
) -> HttpResponse:
    """What `make` answers, or 304 if the reader has it: it changes with the data and the site."""
    tag = etag(data_version(), timezone.localdate(), release(), part)
    response = get_conditional_response(request, etag=tag) or make()
    if response.status_code != 400:
        response.headers["ETag"] = tag
        response.headers["Cache-Control"] = CACHE_CONTROL
    return response


def _unknown(query: QueryDict, known: Collection[str]) -> list[str]:
    names = sorted(set(query) - set(known))
    return [f"This page has no parameter called “{name[:60]}”." for name in names]


def _beyond(query: QueryDict, context: Context) -> list[str]:
    """What is wrong with the number of a page of a list, which Django takes for the nearest."""
    given, page = query.get("page", "").strip(), context.get("page")
    if not given or page is None or given == str(page.number):
        return []
    return [f"There is no page “{given[:30]}”: the last is {page.paginator.num_pages}."]
