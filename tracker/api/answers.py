"""What every answer of the API shares: a version, a page, and JSON straight from the database."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict

from tracker.exports.tables import Table, objects
from tracker.filters.questions import Refusal, Refused, twice

LICENCE = "CC BY 4.0"
SIZE, MOST = 100, 1000
PAGING = ("page", "size")
_DIGITS = 9


@dataclass(frozen=True)
class Paging:
    """Which page, and how many rows it has."""

    page: int
    size: int

    def cut(self, keys: Sequence[int]) -> Sequence[int]:
        return keys[(self.page - 1) * self.size : self.page * self.size]

    def pages(self, total: int) -> int:
        return max(1, -(-total // self.size))


def read_paging(query: QueryDict) -> Paging:
    """`page` from 1, `size` from 1 to 1000; raises Refused for anything else."""
    page, size = _number(query, "page", 1), _number(query, "size", SIZE)
    refusals = twice(query, PAGING)
    if not page:
        refusals.append(Refusal("page", "Give a whole number from 1 on."))
    if not 1 <= size <= MOST:
        refusals.append(Refusal("size", f"Give a whole number from 1 to {MOST}."))
    if refusals:
        raise Refused(refusals)
    return Paging(page, size)


def _number(query: QueryDict, name: str, default: int) -> int:
    text = query.get(name, str(default))
    fine = text.isascii() and text.isdecimal() and len(text) <= _DIGITS
    return int(text) if fine else 0


def page_answer(
    request: HttpRequest,
    table: Table,
    keys: Sequence[int],
    paging: Paging,
    on: dt.date,
    version: str,
) -> HttpResponse:
    """One page of a list; the rows are the database's own JSON."""
    pages = paging.pages(len(keys))
    head = {
        "count": len(keys),
        "page": paging.page,
        "pages": pages,
        "size": paging.size,
        "next": _link(request, paging.page + 1) if paging.page < pages else None,
        "previous": _link(request, paging.page - 1) if paging.page > 1 else None,
        "as_of": on.isoformat(),
        "data_version": version,
        "licence": LICENCE,
    }
    rows = objects(table, paging.cut(keys), on)
    return _json(head, {"results": rows})


def record_answer(row: str, lists: dict[str, list[str]], on: dt.date, version: str) -> HttpResponse:
    """One record, with the lists that belong to it."""
    head = {**json.loads(row), "as_of": on.isoformat(), "data_version": version, "licence": LICENCE}
    return _json(head, lists)


def _json(head: Mapping[str, object], lists: dict[str, list[str]]) -> HttpResponse:
    text = json.dumps(head, ensure_ascii=False)[:-1]
    for name, rows in lists.items():
        text += f', "{name}": [{",".join(rows)}]'
    return HttpResponse(text + "}", content_type="application/json")


def _link(request: HttpRequest, page: int) -> str:
    query = request.GET.copy()
    query["page"] = str(page)
    return f"{settings.BASE_URL}{request.path}?{query.urlencode()}"
