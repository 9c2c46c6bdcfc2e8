"""What every public page shares: a day it is asked about, a version, no cookie."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    QueryDict,
)
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from tracker.filters.as_of import AsOf as AsOf
from tracker.filters.as_of import read_days
from tracker.filters.misread import beyond, repeated, unknown_names
from tracker.filters.questions import tidied
from tracker.filters.versions import data_version, etag
from tracker.lib.open_answers import known, read_only
from tracker.lib.release import release

from .reuse import reuse_of

CACHE_CONTROL = "public, max-age=0, s-maxage=2"  # seconds: a proxy asks again after that
ALWAYS = ("as_of", "published_on")
Context = dict[str, Any]
Page = Callable[..., Context]
View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Rules:
    """What a page understands, whether it can be as published on a day, and its menu's section."""

    parameters: Collection[str]
    is_kept: bool
    section: str


_RULES: dict[Page, Rules] = {}


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
) -> Callable[[Page], View]:
    """
    A page from a function of the request, the day asked about and the address, to a context.
    It understands the days and its `parameters`, each once unless it is a facet; the rest is
    refused (400), as is what the context calls `wrong` (a list of Misread). What it is `about` (an
    About) can be cited and shared. Unless it `is_kept`, it cannot be as published on a day.
    """

    def decorate(page: Page) -> View:
        _RULES[page] = Rules({*ALWAYS, *parameters}, is_kept, section)

        @read_only
        @wraps(page)
        def view(request: HttpRequest, **address: str) -> HttpResponse:
            part = f"#{partial}" if partial and _swaps(request) else ""
            if moved := _moved(request, is_part=bool(part)):
                return moved

            def make(version: str) -> HttpResponse:
                context = {"is_part": part} | _context(request, page, address, version)
                return _rendered(request, template + part, context)

            response = _unless_known(request, part, make)
            return _for_htmx(request, response, is_part=bool(part)) if partial else response

        return view

    return decorate


def _rendered(request: HttpRequest, template: str, context: Context) -> HttpResponse:
    return render(request, template, context, status=400 if context["is_refused"] else 200)


def page_as_file(
    view: View, write: View, kind: str, *shape: str, also: Collection[str] = ()
) -> View:
    """
    What a public page tells, as a file of some kind: `write(request, context, **own)`.

    It asks and refuses as the page does; `shape` names its own parts of the address, which `write`
    gets, and `also` its own parameters. A page that is about nothing has no files.
    """
    page = inspect.unwrap(view)

    @read_only
    def file(request: HttpRequest, **address: str) -> HttpResponse:
        if moved := _moved(request, is_part=False):
            return moved
        own = {name: address.pop(name) for name in shape}

        def make(version: str) -> HttpResponse:
            context = _context(request, page, address, version, also)
            if context["is_refused"]:
                return _refusal(context)
            if not context["reuse"].about:
                raise Http404
            return write(request, context, **own)

        return _unless_known(request, "/".join([kind, *own.values()]), make)

    return file


def _refusal(context: Context) -> HttpResponse:
    as_of = context["as_of"]
    told = [*(part.message for part in context["refused"]), as_of.error, as_of.published_error]
    plain = "text/plain; charset=utf-8"
    return HttpResponse("\n".join(filter(None, told)) + "\n", status=400, content_type=plain)


def _context(
    request: HttpRequest,
    page: Page,
    address: dict[str, str],
    version: str,
    also: Collection[str] = (),
) -> Context:
    rules = _RULES[page]
    as_of = replace(read_days(request.GET, today=timezone.localdate()), is_kept=rules.is_kept)
    context = {"section": rules.section} | page(request, as_of, **address)
    context |= _told(request.GET, {*rules.parameters, *also}, context, as_of)
    return context | {"reuse": reuse_of(request, context.get("about"), as_of, version)}


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
    request: HttpRequest, part: str, make: Callable[[str], HttpResponse]
) -> HttpResponse:
    """
    What `make` answers from the data's version, or 304 if the reader has it already.

    Its tag changes with the data and the site, and is of this address only, for whether there is
    anything at it is not asked again. If `make` says that it has Moved, its new address.
    """
    version = data_version()
    tag = etag(version, timezone.localdate(), release(), request.get_full_path(), part)
    try:
        response = known(request, tag) or make(version)
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
