"""What every public page shares: the day it is asked about, and an answer that sets no cookie."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
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
    template: str, *, section: str = "", partial: str = ""
) -> Callable[[Page], Callable[..., HttpResponse]]:
    """
    A page from a function of the request, the day asked about and the address, to a context.

    A day that makes no sense is answered with 400 and today's state, so that no machine takes it
    for an answer about that day. htmx gets the `partial` alone, if the page names one.
    """

    def decorate(page: Page) -> Callable[..., HttpResponse]:
        @require_safe
        @wraps(page)
        def view(request: HttpRequest, **address: str) -> HttpResponse:
            if fresh := renamed(request.GET):
                return HttpResponsePermanentRedirect(f"{request.path}?{fresh.urlencode()}")
            as_of = read_as_of(request.GET, today=timezone.localdate())
            context = page(request, as_of, **address)
            context |= {"as_of": as_of, "section": section}
            status = 400 if as_of.error or context.get("is_refused") else 200
            part = f"#{partial}" if partial and request.htmx else ""  # type: ignore[attr-defined]
            response = render(request, template + part, context, status=status)
            if partial:
                patch_vary_headers(response, ["HX-Request"])
            return response

        return view

    return decorate
