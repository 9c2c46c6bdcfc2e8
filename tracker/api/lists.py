"""The lists of the API, all answered in one way."""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.utils import timezone
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from tracker.exports.catalogue import ASKED, REFERENCES, Asked, Reference
from tracker.filters.questions import (
    Refusal,
    Refused,
    read_day,
    read_question,
    renamed,
    unknown,
)
from tracker.filters.versions import data_version, etag
from tracker.lib.open_answers import CACHE_CONTROL, known

from .answers import PAGING, page_answer, read_paging
from .errors import told
from .schema import described_list

Keys = Sequence[int]


class AlwaysJson(BaseContentNegotiation):
    """There is one form; whoever asks for another still gets this one rather than none."""

    def select_parser(self, request: Request, parsers: Sequence[Any]) -> Any:
        return parsers[0] if parsers else None

    def select_renderer(
        self, request: Request, renderers: Sequence[Any], format_suffix: str | None = None
    ) -> tuple[Any, str]:
        return renderers[0], renderers[0].media_type


class Instead(Exception):  # noqa: N818 - it is an answer rather than a fault
    """Another answer than the one that was asked for: there is no such page, it was withdrawn."""

    def __init__(self, answer: HttpResponse) -> None:
        self.answer = answer
        super().__init__(str(answer.status_code))


class OpenView(ABC, APIView):
    """
    Read-only, for everyone alike: nobody is asked who they are.

    A subclass says with `asked` what it will answer; it may raise Refused, or Instead of an answer
    give another.
    """

    authentication_classes: list[Any] = []
    permission_classes: list[Any] = []
    renderer_classes = [JSONRenderer]
    content_negotiation_class = AlwaysJson
    http_method_names = ["get", "head"]
    shape: tuple[str, ...] = ()

    @abstractmethod
    def asked(
        self, request: HttpRequest, today: dt.date, version: str, **address: str
    ) -> Callable[[], HttpResponse]:
        """What will make the answer; nothing is made if the reader has it already."""

    def get(self, request: Request, **address: str) -> HttpResponseBase:
        plain: HttpRequest = request._request
        if fresh := renamed(plain.GET):
            return HttpResponsePermanentRedirect(f"{plain.path}?{fresh.urlencode()}")
        today, version = timezone.localdate(), data_version()
        try:
            make = self.asked(plain, today, version, **address)
        except Refused as refused:
            return told(refused.refusals, 400)
        except Instead as instead:
            return instead.answer
        tag = etag(version, today, plain.get_full_path(), *self.shape)
        answer = known(plain, tag) or make()
        answer.headers["ETag"] = tag
        answer.headers["Cache-Control"] = CACHE_CONTROL
        return answer


class ListView(OpenView):
    """One page of a list."""

    listed: Asked | Reference

    def keys(self, query: QueryDict, today: dt.date) -> tuple[Keys, dt.date]:
        if isinstance(self.listed, Asked):
            question = read_question(query, today=today, also=PAGING)
            return self.listed.keys(question), question.as_of.day
        if wrong := unknown(query, ["as_of", *PAGING]):
            raise Refused(wrong)
        day = read_day(query, today=today).day
        return self.listed.keys(day), day

    def asked(
        self, request: HttpRequest, today: dt.date, version: str, **address: str
    ) -> Callable[[], HttpResponse]:
        paging = read_paging(request.GET)
        keys, day = self.keys(request.GET, today)
        if paging.page > paging.pages(len(keys)):
            pages = f"There are {paging.pages(len(keys))} pages of this size."
            raise Instead(told([Refusal("page", pages)], 404))
        return partial(page_answer, request, self.listed.table, keys, paging, day, version)


def view_of(listed: Asked | Reference) -> Any:
    """The view of a list, with its description in OpenAPI."""
    name = listed.table.name.title()
    shape = tuple(column.name for column in listed.table.columns)
    view = type(f"{name}View", (ListView,), {"listed": listed, "shape": shape})
    return described_list(listed)(view).as_view()


_LISTS: list[Asked | Reference] = [*ASKED, *REFERENCES]
VIEWS = {listed.table.name: view_of(listed) for listed in _LISTS}
