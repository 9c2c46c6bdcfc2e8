"""The API's description as a page shows it: made from OpenAPI, and from the words of the facets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from tracker.exports.catalogue import ASKED, PARTS, TABLES
from tracker.exports.tables import Table
from tracker.filters.data import reference_for_example
from tracker.filters.facets import BY_NAME
from tracker.filters.recommendations import RecommendationFilter
from tracker.filters.sorts import SORTS

FEW = 6  # values that stand in a line
Told = Mapping[str, Any]


@dataclass(frozen=True)
class Parameter:
    """One parameter: what it takes, what it means, and its values with their words, if fixed."""

    name: str
    type: str
    meaning: str
    values: dict[str, str]

    @property
    def is_long(self) -> bool:
        return len(self.values) > FEW


@dataclass(frozen=True)
class Call:
    """One thing that can be asked: where, with what, what comes (`holds`), and how it may look."""

    name: str
    title: str
    meaning: str
    path: str
    takes_filter: bool
    own: list[Parameter]
    holds: list[Table]
    examples: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Guide:
    """The filter, which three lists share, and every call."""

    filter: list[Parameter]
    calls: list[Call]


def guide(description: Told, today: dt.date) -> Guide:
    """The description for people; `description` is the one for programs."""
    asked = RecommendationFilter(QueryDict(), on=today)
    told = [(path, methods["get"]) for path, methods in description["paths"].items()]
    shared = {name: one for _, call in told for name, one in _filter_of(call)}
    return Guide(
        [_parameter(one, asked) for one in shared.values()],
        [_call(path, call, asked) for path, call in sorted(told, key=_place)],
    )


def _place(told: tuple[str, Told]) -> tuple[int, int]:
    """Lists in the order of the dictionary, a record after its list."""
    path, _ = told
    first = [at for at, table in enumerate(TABLES) if path.startswith(reverse(f"api:{table.name}"))]
    return min(first, default=len(TABLES)), len(path)


def _filter_of(call: Told) -> Iterator[tuple[str, Told]]:
    """The parameters that are the filter's."""
    known = {*RecommendationFilter.base_filters, "sort"}
    for parameter in call.get("parameters", []):
        if parameter["name"] in known:
            yield parameter["name"], parameter


def _call(path: str, call: Told, asked: RecommendationFilter) -> Call:
    shared = dict(_filter_of(call))
    own = [one for one in call.get("parameters", []) if one["name"] not in shared]
    tables = {table.name: table for table in TABLES}
    name = call["operationId"].removesuffix("_list")
    record = [*(listed.table for listed in ASKED), *PARTS]
    return Call(
        name=name,
        title=call["summary"],
        meaning=call["description"],
        path=path,
        takes_filter=bool(shared),
        own=[_parameter(one, asked) for one in own],
        holds=[tables[name]] if name in tables else record,
        examples=[*_examples(name, path, asked)],
    )


def _parameter(told: Told, asked: RecommendationFilter) -> Parameter:
    name, schema = told["name"], told["schema"]
    if facet := BY_NAME.get(name):
        return Parameter(name, "any values", f"{facet.label}.", asked.labels_of(facet))
    values = {value: str(words) for value, words in SORTS.items()} if name == "sort" else {}
    return Parameter(name, _type(schema), told["description"], values)


def _type(schema: Told) -> str:
    if schema["type"] == "integer":
        most = f" to {schema['maximum']:,}" if "maximum" in schema else " on"
        return f"number, {schema['minimum']}{most}"
    if "enum" in schema:
        return "one value"
    return "day" if "[0-9]{4}-" in schema.get("pattern", "") else "text"


def _examples(name: str, path: str, asked: RecommendationFilter) -> Iterator[tuple[str, str]]:
    """Questions that this site has an answer to, with their addresses."""
    treaty, label = next(iter(asked.words_of(BY_NAME["treaty"]).items()), ("none", "no treaty"))
    if name == "recommendations":
        yield f"What was asked under {label}, five to a page", f"{path}?treaty={treaty}&size=5"
        yield "What China was to answer, and left without a reply", f"{path}?reply=no-reply"
        yield "What speaks of forced return, the best match first", f"{path}?q=forced+return"
        yield "What had been asked by the end of 2023, as it stood", f"{path}?as_of=2023-12-31"
    elif name == "recommendation":
        if known := reference_for_example(asked):
            yield "One record with all that belongs to it", path.replace("{reference}", known)
    elif name in {listed.table.name for listed in ASKED}:
        yield f"Those to what was asked under {label}", f"{path}?treaty={treaty}"
        yield "All of them, the oldest first", f"{path}?sort=oldest"
    else:
        yield "All of it, a hundred rows a page", reverse(f"api:{name}")
