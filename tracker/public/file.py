"""What every file of public data shares: a question in full, a version, English, no cookie."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import wraps

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
)
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext

from tracker.filters.questions import Refused, read_question, renamed, unknown
from tracker.filters.versions import data_version, etag
from tracker.lib.languages import in_data_language
from tracker.lib.open_answers import CACHE_CONTROL, known, read_only

File = Callable[..., HttpResponseBase]


def public_file(*shape: str, also: Collection[str] = ()) -> Callable[[File], File]:
    """
    A file from a function of the request and the question it asks; `also` are its own parameters.

    A question that makes no sense is refused with 400 in plain text; old parameter names lead to
    the new address; an answer that the reader has already is not made again (304). `shape` is
    what the file's look depends on besides the data.
    """

    def decorate(make: File) -> File:
        @in_data_language
        @read_only
        @wraps(make)
        def view(request: HttpRequest, **address: str) -> HttpResponseBase:
            if fresh := renamed(request.GET):
                return HttpResponsePermanentRedirect(f"{request.path}?{fresh.urlencode()}")
            today, version = timezone.localdate(), data_version()
            try:
                question = read_question(request.GET, today=today, also=also)
                tag = etag(version, today, request.get_full_path(), *shape)
                answer = known(request, tag) or make(request, question, **address)
            except Refused as refused:
                return refusal(refused)
            answer.headers["ETag"] = tag
            answer.headers["Cache-Control"] = CACHE_CONTROL
            return answer

        return view

    return decorate


def fixed_file(*shape: str) -> Callable[[File], File]:
    """The same for a file that takes no question: whatever is asked of it is refused with 400."""

    def decorate(make: File) -> File:
        @in_data_language
        @read_only
        @wraps(make)
        def view(request: HttpRequest, **address: str) -> HttpResponseBase:
            if refusals := unknown(request.GET, ()):
                return refusal(Refused(refusals))
            tag = etag(data_version(), timezone.localdate(), request.get_full_path(), *shape)
            answer = known(request, tag) or make(request, **address)
            answer.headers["ETag"] = tag
            answer.headers["Cache-Control"] = CACHE_CONTROL
            return answer

        return view

    return decorate


def refusal(refused: Refused) -> HttpResponse:
    """What was not understood, a line each."""
    told = gettext("Part of the question was not understood, so there is no answer to it.")
    lines = [told, ""]
    lines += [str(refused_) for refused_ in refused.refusals]
    plain = "text/plain; charset=utf-8"
    return HttpResponse("\n".join(lines) + "\n", status=400, content_type=plain)
