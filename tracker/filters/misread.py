"""What a page does not understand of its address, told to a reader with what was perhaps meant."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext

from .facets import BY_NAME
from .questions import nearest, twice
from .recommendations import RecommendationFilter


@dataclass(frozen=True)
class Misread:
    """
    A part of a question that is not answered.

    `about` is the label of its field, if it has one; `meant` the nearest thing that makes sense, in
    words, and `query` the question that asks for it instead.
    """

    message: str
    about: str = ""
    meant: str = ""
    query: str = ""


def unknown_names(query: QueryDict, known: Collection[str]) -> list[Misread]:
    """Each parameter that a page does not have."""
    return [
        _unknown_name(query, name, nearest(name, known)) for name in sorted(set(query) - set(known))
    ]


def _unknown_name(query: QueryDict, name: str, meant: str) -> Misread:
    told = gettext("This page has no parameter called “{name}”.").format(name=name[:60])
    if not meant:
        return Misread(told)
    fresh = query.copy()
    fresh.setlist(meant, [*fresh.getlist(meant), *fresh.pop(name)])
    return Misread(told, meant=meant, query=fresh.urlencode())


def repeated(query: QueryDict, known: Collection[str]) -> list[Misread]:
    """Each parameter given several times where one is meant: only facets take several values."""
    single = sorted(set(known) - BY_NAME.keys())
    told = gettext("“{name}” is given more than once.")
    return [Misread(told.format(name=found.parameter)) for found in twice(query, single)]


def beyond(query: QueryDict, page: Any) -> list[Misread]:
    """What is wrong with the number of a page of a list, which Django takes for the nearest."""
    given = query.get("page", "").strip()
    if not given or page is None or given == str(page.number):
        return []
    told = gettext("There is no page “{given}”: the last is {last}.")
    told = told.format(given=given[:30], last=page.paginator.num_pages)
    meant = gettext("page {number}").format(number=page.number)
    return [Misread(told, meant=meant, query=_with(query, "page", [page.number]))]


def misread(asked: RecommendationFilter) -> list[Misread]:
    """What makes no sense in a question about recommendations."""
    asked.is_valid()
    found: list[Misread] = []
    for name, messages in asked.form.errors.items():
        label = str(asked.form.fields[name].label)
        if name in BY_NAME:
            found += _wrong_values(asked, name, label)
        else:
            found += [Misread(str(message), label) for message in messages]
    return found


def _wrong_values(asked: RecommendationFilter, name: str, label: str) -> Iterable[Misread]:
    words = {str(value): str(word) for value, word in asked.form.fields[name].choices}
    given = asked.data.getlist(name)
    for wrong in given:
        if wrong in words:
            continue
        told = gettext("“{given}” is not one of the values here.").format(given=wrong[:40])
        meant = nearest(wrong, words) or _by_word(wrong, words)
        values = [meant if value == wrong else value for value in given]
        query = _with(asked.data, name, dict.fromkeys(values)) if meant else ""
        yield Misread(told, label, words.get(meant, ""), query)


def _by_word(given: str, words: Mapping[str, str]) -> str:
    """The value whose word looks most like what is given."""
    values = {word: value for value, word in words.items()}
    return values.get(nearest(given, values), "")


def wrong_choices(errors: Mapping[str, str]) -> list[Misread]:
    """Choices about the shape of a page that there are not, by the label of their field."""
    return [Misread(told, label) for label, told in errors.items()]


def _with(query: QueryDict, name: str, values: Iterable[object]) -> str:
    """The query with these values of a parameter instead of its own."""
    fresh = query.copy()
    fresh.setlist(name, [str(value) for value in values])
    return fresh.urlencode()
