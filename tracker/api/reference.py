"""Where a person finds their way about the API, without a script."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from drf_spectacular.generators import SchemaGenerator

from tracker.exports.catalogue import TABLES
from tracker.lib.open_answers import CACHE_CONTROL, read_only

from .answers import MOST
from .guide import guide


@cache
def description() -> dict[str, Any]:
    """The API in OpenAPI 3."""
    generator: Any = SchemaGenerator
    found: dict[str, Any] = generator().get_schema(request=None, public=True)
    return found


@read_only
def schema(request: HttpRequest) -> JsonResponse:
    """The description for programs."""
    return JsonResponse(description(), headers={"Cache-Control": CACHE_CONTROL})


@read_only
def root(request: HttpRequest) -> JsonResponse:
    """Where everything is."""
    names = [*(table.name for table in TABLES), "schema", "reference"]
    addresses = {name: f"{settings.BASE_URL}{reverse(f'api:{name}')}" for name in names}
    return JsonResponse(addresses, headers={"Cache-Control": CACHE_CONTROL})


@read_only
def reference(request: HttpRequest) -> HttpResponse:
    """The description for people, as a page of this site."""
    context = {
        "guide": guide(description(), timezone.localdate()),
        "base_url": settings.BASE_URL,
        "most": MOST,
        "section": "data",
    }
    answer = render(request, "api/reference.html", context)
    answer.headers["Cache-Control"] = CACHE_CONTROL
    return answer
