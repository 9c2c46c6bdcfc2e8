"""A question to a door that gives data: understood in full, or refused with what to write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from django.http import QueryDict
from django.utils.translation import gettext

from .as_of import AsOf, read_as_of
from .facets import BY_NAME
from .organisations import present_addresses
from .recommendations import RecommendationFilter
from .sorts import SORTS, meant_sort

RENAMED = {  # what a parameter was called once, or what people try first
    "search": "q",
    "query": "q",
    "since": "changed_since",
    "org": "organisation",
    "organization": "organisation",
    "document_kind": "document",
    "regional_group": "region",
    "affected_group": "group",
    "review": "cycle",
}
BY_ORGANISATION = {"organisation", "state"}  # parameters whose values are organisations
ALWAYS = ("as_of", "sort")
MARKS = {"fbclid", "gclid", "mc_cid", "mc_eid", "ref"}  # put into addresses by those who share them


@dataclass(frozen=True)
class Refusal:
    """What is wrong with one parameter, and the nearest thing that would be right, if any."""

    parameter: str
    message: str
    nearest: str = ""

    def __str__(self) -> str:
        told = f"{self.parameter}: {self.message}"
        if not self.nearest:
            return told
        hint = gettext("Did you mean “{nearest}”?").format(nearest=self.nearest)
        return f"{told} {hint}"


class Refused(Exception):  # noqa: N818 - it is an answer rather than a fault
    """A question that makes no sense; `refusals` says why, parameter by parameter."""

    def __init__(self, refusals: list[Refusal]) -> None:
        self.refusals = refusals
        super().__init__("; ".join(map(str, refusals)))


@dataclass(frozen=True)
class Question:
    """What is asked of all recommendations: which, as of when, in which order of SORTS."""

    asked: RecommendationFilter
    as_of: AsOf
    sort: str


def renamed(query: QueryDict) -> QueryDict | None:
    """
    The query with what is named otherwise by now replaced, or None if nothing is.

    That is parameters, and organisations that were merged into another.
    """
    fresh = QueryDict(mutable=True)
    for name, values in query.lists():
        target = RENAMED.get(name, name)
        fresh.setlist(target, fresh.getlist(target) + values)
    for name in BY_ORGANISATION & fresh.keys():
        values, present = fresh.getlist(name), present_addresses(fresh.getlist(name))
        if present != values:
            fresh.setlist(name, list(dict.fromkeys(present)))
    return None if fresh == query else fresh


def asking(query: QueryDict) -> QueryDict:
    """The query without its blanks: what a form leaves open asks nothing."""
    fresh = QueryDict(mutable=True)
    for name, values in query.lists():
        if filled := [value for value in values if value.strip()]:
            fresh.setlist(name, filled)
    return fresh


def tidied(query: QueryDict) -> QueryDict | None:
    """The query as a page writes it: no blanks, marks or old names; None if it is that already."""
    fresh = asking(renamed(query) or query)
    for name in [*fresh]:
        if name in MARKS or name.startswith("utm_"):
            del fresh[name]
    return None if fresh == query else fresh


def read_question(query: QueryDict, *, today: dt.date, also: Collection[str] = ()) -> Question:
    """
    The question that a query asks; `also` are parameters of the door itself. Blanks ask nothing.

    Raises Refused for a parameter that is unknown, given twice where one is meant, or whose value
    means nothing.
    """
    given, query = query, asking(query)
    as_of = read_day(query, today=today)
    asked = RecommendationFilter(query, on=as_of.day, today=today)
    single = ["q", "changed_since", "sort", *also]
    known = [*asked.form.fields, *ALWAYS, *also]
    refusals = [*unknown(given, known), *twice(query, single), *_wrong(asked)]
    sort = query.get("sort", "")
    if sort and sort not in SORTS:
        refusals.append(_wrong_value("sort", sort, SORTS))
    if refusals:
        raise Refused(refusals)
    return Question(asked, as_of, meant_sort(sort, asked.words))


def read_day(query: QueryDict, *, today: dt.date) -> AsOf:
    """The day asked about; raises Refused for one that makes no sense."""
    refusals = twice(query, ["as_of"])
    as_of = read_as_of(query, today=today)
    if as_of.error:
        refusals.append(Refusal("as_of", as_of.error))
    if refusals:
        raise Refused(refusals)
    return as_of


def unknown(query: QueryDict, known: Collection[str]) -> list[Refusal]:
    """A refusal for each parameter that means nothing here."""
    message = gettext("There is no such parameter here.")
    return [
        Refusal(name[:60], message, nearest(name, known)) for name in query if name not in known
    ]


def twice(query: QueryDict, single: Iterable[str]) -> list[Refusal]:
    """A refusal for each parameter that is given several times where one is meant."""
    message = gettext("It is given more than once.")
    return [Refusal(name, message) for name in single if len(query.getlist(name)) > 1]


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like this one; empty if none does."""
    folded = {other.lower(): other for other in reversed([*known])}
    found = get_close_matches(word[:60].lower(), folded, n=1, cutoff=0.5)
    return folded[found[0]] if found else ""


def _wrong(asked: RecommendationFilter) -> Iterable[Refusal]:
    if asked.is_valid():
        return
    for name, messages in asked.form.errors.items():
        if name not in BY_NAME:
            yield Refusal(name, " ".join(map(str, messages)))
            continue
        values = [str(value) for value, _ in asked.form.fields[name].choices]
        for given in asked.data.getlist(name):
            if given not in values:
                yield _wrong_value(name, given, values)


def _wrong_value(name: str, given: str, values: Iterable[str]) -> Refusal:
    shown = "".join(char for char in given[:40] if char.isprintable())
    told = gettext("“{given}” is not one of its values.").format(given=shown)
    return Refusal(name, told, nearest(given, values))
