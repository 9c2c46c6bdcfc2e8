"""What every public page shares: the day it is asked about, and an answer that sets no cookie."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from tracker.filters.as_of import AsOf as AsOf
from tracker.filters.as_of import read_as_of
from tracker.filters.questions import renamed

Context = dict[str, Any]
Page = Callable[..., Context]


def public_page(
    template: str, *, section: str = "", parameters: Collection[str] = (), partial: str = ""
) -> Callable[[Page], Callable[..., HttpResponse]]:
    """
    A page from a function of the request, the day asked about and the address, to a context.

    It understands `as_of` and the `parameters` that it names. Anything else is answered with 400
    and words about it, so that no machine takes the page for an answer to what was asked; a day
    that makes no sense also with today's state, a page that there is not with the nearest.
    htmx gets the `partial` alone, if the page names one.
    """
    known = {"as_of", *parameters}

    def decorate(page: Page) -> Callable[..., HttpResponse]:
        @require_safe
        @wraps(page)
        def view(request: HttpRequest, **address: str) -> HttpResponse:
            if fresh := renamed(request.GET):
                return HttpResponsePermanentRedirect(f"{request.path}?{fresh.urlencode()}")
            as_of = read_as_of(request.GET, today=timezone.localdate())
            context = page(request, as_of, **address)
            refused = [*_unknown(request.GET, known), *_beyond(request.GET, context)]
            context |= {"as_of": as_of, "section": section, "refused": refused}
            status = 400 if as_of.error or refused or context.get("is_refused") else 200
            part = f"#{partial}" if partial and _swaps(request) else ""
            response = render(request, template + part, context, status=status)
            if partial:
                patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
            return response

        return view

    return decorate


def _swaps(request: HttpRequest) -> bool:
    """Whether htmx asks for a part; when it goes back in the history it wants the whole page."""
    htmx = request.htmx  # type: ignore[attr-defined]
    return bool(htmx) and not htmx.history_restore_request


def _unknown(query: QueryDict, known: Collection[str]) -> list[str]:
    names = sorted(set(query) - set(known))
    return [f"This page has no parameter called “{name[:60]}”." for name in names]


def _beyond(query: QueryDict, context: Context) -> list[str]:
    """What is wrong with the number of a page of a list, which Django takes for the nearest."""
    given, page = query.get("page", "").strip(), context.get("page")
    if not given or page is None or given == str(page.number):
        return []
    return [f"There is no page “{given[:30]}”: the last is {page.paginator.num_pages}."]
