"""What goes wrong under /api/ is said in JSON, whatever it is."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.views import defaults
from rest_framework.exceptions import APIException
from rest_framework.views import exception_handler

from tracker.filters.questions import Refusal
from tracker.lib.open_answers import OPEN_PATH

log = logging.getLogger(__name__)


def told(refusals: Iterable[Refusal], status: int, **more: Any) -> JsonResponse:
    """Errors by parameter, each with a message and the nearest thing that would be right."""
    errors = {
        refusal.parameter: {"message": refusal.message, "did_you_mean": refusal.nearest or None}
        for refusal in refusals
    }
    return JsonResponse({"errors": errors, **more}, status=status)


def not_found(request: HttpRequest, **_: Any) -> JsonResponse:
    """The answer at every address under the API that is none."""
    nearest = "" if request.path.endswith("/") else f"{request.path[:200]}/"
    return told([Refusal("address", "There is nothing at this address.", nearest)], 404)


def answered(error: Exception, context: dict[str, Any]) -> HttpResponseBase | None:
    """REST framework's handler: its own errors (405 and the like) in our shape."""
    found = exception_handler(error, context)
    if found is None or not isinstance(error, APIException):
        return None
    answer = told([Refusal("request", str(error.detail))], found.status_code)
    for name, value in found.headers.items():
        if name != "Content-Type":
            answer.headers[name] = value
    return answer


def server_error(request: HttpRequest) -> HttpResponseBase:
    """Django's handler500: JSON under /api/, else the page."""
    if request.path.startswith(OPEN_PATH):
        return told([Refusal("server", "The server failed; the failure is recorded.")], 500)
    return defaults.server_error(request)
