"""Languages of public pages: the one that an address asks for, and the same page in another."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation

DATA = "en"  # the language of data, files, the API and the workspace
Answer = TypeVar("Answer", bound=HttpResponseBase)
CODES = tuple(code for code, _ in settings.LANGUAGES)


def tag(code: str) -> str:
    """A language as HTML and HTTP name it: `zh-Hans` for `zh-hans`."""
    language, _, script = code.partition("-")
    return f"{language}-{script.title()}" if script else language


def language_of(path: str) -> str:
    """The language that the address of a public page begins with, else an empty text."""
    first = path.split("/", 2)[1] if path.startswith("/") else ""
    return first if first in CODES else ""


def in_language(path: str, code: str) -> str:
    """The address of the same page in another language; of the first page if it is in none."""
    own = language_of(path)
    return f"/{code}/{path.removeprefix(f'/{own}/')}" if own and path != f"/{own}" else f"/{code}/"


def in_data_language(view: Callable[..., Answer]) -> Callable[..., Answer]:
    """A view whose answer is in the language of data, with such addresses, wherever it is asked."""

    @wraps(view)
    def answered(request: HttpRequest, **address: str) -> Answer:
        with translation.override(DATA):
            response = view(request, **address)
        response.headers.setdefault("Content-Language", tag(DATA))
        return response

    return answered


def languages_by_address(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """
    Middleware: a public page answers in the language that its address names, all else in English.

    Neither a cookie nor what the browser prefers is asked, so that an address is one page.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        language = language_of(request.path_info)
        with translation.override(language or DATA):
            response = get_response(request)
        if language:
            response.headers.setdefault("Content-Language", tag(language))
        return response

    return middleware
