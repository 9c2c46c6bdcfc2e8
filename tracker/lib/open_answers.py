"""Answers that anyone may have: no cookie in them, and readable by any site's script."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
OPEN_PATH = "/api/"
CACHE_CONTROL = "public, max-age=60"
_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match, Accept, Accept-Language",
    "Access-Control-Max-Age": "86400",
}
_OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Content-Disposition",
}


def read_only(view: View) -> View:
    """
    A view that refuses all but GET and HEAD with 405.

    It changes nothing, so it has nothing to guard against forged requests: asked first, the guard
    would refuse with 403 and set its cookie.
    """
    return csrf_exempt(require_safe(view))


def known(request: HttpRequest, tag: str) -> HttpResponse | None:
    """
    304 if the reader has the answer of this tag already, without a look at whether there is one.

    A `*` names no answer that the reader could have had, so it is no condition.
    """
    if request.headers.get("If-None-Match", "").strip() == "*":
        return None
    return get_conditional_response(request, etag=tag)


def open_answers(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """
    Middleware, to stand outside of the sessions.

    Whatever a shared cache may keep carries no cookie: a member of staff who is logged in asks for
    it like anybody else. What is under /api/ answers every origin.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        is_open = request.path.startswith(OPEN_PATH)
        if is_open and request.method == "OPTIONS":
            return HttpResponse(status=204, headers={**_OPEN, **_PREFLIGHT})
        response = get_response(request)
        if is_open or "public" in response.headers.get("Cache-Control", ""):
            response.cookies.clear()
            _vary_without_cookie(response)
            opened(response)
        return response

    return middleware


def _vary_without_cookie(response: HttpResponseBase) -> None:
    kept = [name for name in response.headers.get("Vary", "").split(", ") if name != "Cookie"]
    response.headers["Vary"] = ", ".join(kept)
    if not response.headers["Vary"]:
        del response.headers["Vary"]


def opened(response: HttpResponseBase) -> None:
    """Let scripts of any site read the answer; it depends on no cookie."""
    for name, value in _OPEN.items():
        response.headers[name] = value
