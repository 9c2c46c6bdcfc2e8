"""What every public page shares: a day it is asked about, a version, no cookie."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import wraps
from typing import Any

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    QueryDict,
)
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.views.decorators.http import require_safe

from tracker.filters.as_of import AsOf as AsOf
from tracker.filters.as_of import read_days
from tracker.filters.misread import beyond, repeated, unknown_names
from tracker.filters.questions import tidied
from tracker.filters.versions import data_version, etag
from tracker.lib.release import release

CACHE_CONTROL = "public, max-age=0, s-maxage=2"  # seconds: a proxy asks again after that
ALWAYS = ("as_of", "published_on")
Context = dict[str, Any]
Page = Callable[..., Context]


class Moved(Exception):  # noqa: N818 - it is an answer rather than a fault
    """What was asked for has another address now, for good."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(path)


def public_page(
    template: str,
    *,
    section: str = "",
    parameters: Collection[str] = (),
    partial: str = "",
    is_kept: bool = False,
) -> Callable[[Page], Callable[..., HttpResponse]]:
    """
    A page from a function of the request, the day asked about and the address, to a context.
    It understands the days and the `parameters` that it names, each once unless it is a facet. The
    rest is refused with 400, as is what the context calls `wrong` (a list of Misread). Unless it
    `is_kept`, it says that it cannot tell what was published on a day. Blanks and marks of
    campaigns are left out of the address. htmx gets the `partial` alone, with the address to show.
    """

    def decorate(page: Page) -> Callable[..., HttpResponse]:
        @require_safe
        @wraps(page)
        def view(request: HttpRequest, **address: str) -> HttpResponse:
            part = f"#{partial}" if partial and _swaps(request) else ""
            if moved := _moved(request, is_part=bool(part)):
                return moved
            as_of = replace(read_days(request.GET, today=timezone.localdate()), is_kept=is_kept)

            def make() -> HttpResponse:
                context = {"section": section, "is_part": part} | page(request, as_of, **address)
                context |= _told(request.GET, {*ALWAYS, *parameters}, context, as_of)
                return _rendered(request, template + part, context)

            return _answered(request, part, make, has_part=bool(partial))

        return view

    return decorate


def _answered(
    request: HttpRequest, part: str, make: Callable[[], HttpResponse], *, has_part: bool
) -> HttpResponse:
    """The page, or its part; what the reader has already is not made again (304)."""
    response = _unless_known(request, part, make)
    return _for_htmx(request, response, is_part=bool(part)) if has_part else response


def _rendered(request: HttpRequest, template: str, context: Context) -> HttpResponse:
    return render(request, template, context, status=400 if context["is_refused"] else 200)


def _swaps(request: HttpRequest) -> bool:
    """Whether htmx asks for a part; when it goes back in the history it wants the whole page."""
    htmx = request.htmx  # type: ignore[attr-defined]
    return bool(htmx) and not htmx.history_restore_request


def _for_htmx(request: HttpRequest, response: HttpResponse, *, is_part: bool) -> HttpResponse:
    """What tells caches that there is a part too, and htmx which address to show for it."""
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    if is_part:
        response.headers["HX-Push-Url"] = _address(request.path, request.GET)
    return response


def _moved(request: HttpRequest, *, is_part: bool) -> HttpResponse | None:
    """Where the question has its tidy address, if not here; a part is answered as if it came so."""
    tidy = tidied(request.GET)
    if tidy is None:
        return None
    if not is_part:
        return HttpResponsePermanentRedirect(_address(request.path, tidy))
    request.GET = tidy  # type: ignore[assignment]  # what it links to is tidy too
    return None


def _address(path: str, query: QueryDict) -> str:
    return f"{path}?{query.urlencode()}" if query else path


def _unless_known(
    request: HttpRequest, part: str, make: Callable[[], HttpResponse]
) -> HttpResponse:
    """
    What `make` answers, or 304 if the reader has it: it changes with the data and the site.

    If it says that it has Moved, its new address.
    """
    tag = etag(data_version(), timezone.localdate(), release(), part)
    try:
        response = get_conditional_response(request, etag=tag) or make()
    except Moved as moved:
        response = HttpResponsePermanentRedirect(_address(moved.path, request.GET))
    if response.status_code != 400:
        response.headers["ETag"] = tag
        response.headers["Cache-Control"] = CACHE_CONTROL
    return response


def _told(query: QueryDict, known: Collection[str], context: Context, as_of: AsOf) -> Context:
    """The day that is answered, whether the question is refused, and why."""
    refused = [
        *unknown_names(query, known),
        *repeated(query, known),
        *context.get("wrong", []),
        *beyond(query, context.get("page")),
    ]
    is_refused = bool(refused or as_of.error or as_of.published_error)
    return {"as_of": as_of, "refused": refused, "is_refused": is_refused}
