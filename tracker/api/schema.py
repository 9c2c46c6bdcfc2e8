"""The API's description in OpenAPI 3, made from the columns and the facets."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from django.utils.translation import override
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import (
    OpenApiParameter,
    OpenApiResponse,
    extend_schema,
    extend_schema_view,
    inline_serializer,
)
from rest_framework import serializers

from tracker.exports.assessments import ASSESSMENTS
from tracker.exports.catalogue import PARTS, TABLES, Asked, Reference
from tracker.exports.columns import Column, Kind
from tracker.exports.notes import NOTES
from tracker.exports.recommendations import RECOMMENDATIONS
from tracker.exports.relations import RELATIONS
from tracker.exports.responses import RESPONSES
from tracker.exports.tables import Table
from tracker.filters.facets import FACETS, NONE, Facet
from tracker.filters.facts import audience
from tracker.filters.sorts import RANKED, SORTS
from tracker.lib.english import in_english

from .answers import MOST, SIZE

FIXED = {  # facets whose values are the same whatever the data; the others' are codes of records
    "basis", "asked_by", "region", "document", "kind", "position", "reply", "status",
    "assessed", "taken_up", "strength", "names",
}  # fmt: skip
_NULLABLE: dict[str, Any] = {"allow_null": True}


def _field(column: Column) -> serializers.Field:
    told = column.meaning
    if column.kind is Kind.LIST:
        return serializers.ListField(child=serializers.CharField(), help_text=told)
    if column.kind is Kind.NUMBER:
        return serializers.IntegerField(help_text=told, **_NULLABLE)
    if column.kind is Kind.BOOLEAN:
        return serializers.BooleanField(help_text=told)
    if column.kind is Kind.MOMENT:
        return serializers.DateTimeField(help_text=told, **_NULLABLE)
    return serializers.CharField(help_text=told, **_NULLABLE)


def _page(table: Table) -> Any:
    number, link = serializers.IntegerField, serializers.URLField
    return inline_serializer(
        f"{table.name.title()}Page",
        {
            "count": number(help_text="How many rows there are on all pages."),
            "page": number(),
            "pages": number(),
            "size": number(),
            "next": link(allow_null=True),
            "previous": link(allow_null=True),
            "as_of": serializers.DateField(help_text="The day that was asked about."),
            "data_version": serializers.CharField(help_text="Another one after each change."),
            "licence": serializers.CharField(),
            "results": _rows(table.name)(many=True),
        },
    )


@cache
def _rows(name: str) -> Any:
    """The serializer class of a list's rows: one object, so that it has one name."""
    table = next(table for table in (*TABLES, *PARTS) if table.name == name)
    fields = {column.name: _field(column) for column in table.columns}
    return type(f"{name.title()}Row", (serializers.Serializer,), fields)


@cache
def _errors() -> Any:
    """The serializer of what was wrong."""
    error = inline_serializer(
        "Error",
        {
            "message": serializers.CharField(),
            "did_you_mean": serializers.CharField(allow_null=True),
        },
    )
    named = serializers.DictField(child=error, help_text="By parameter.")
    return type(inline_serializer("Errors", {"errors": named}))


def _parameter(name: str, told: str, **more: Any) -> OpenApiParameter:
    return OpenApiParameter(name, description=told, **{"type": OpenApiTypes.STR, **more})


def _facet(facet: Facet) -> OpenApiParameter:
    if facet.name in FIXED:
        words = {**facet.words_among(audience(drafts=False)), NONE: facet.none}
        values = "; ".join(f"`{value}` {label}" for value, label in words.items())
        told = f"{facet.label}. {values}."
        return _parameter(facet.name, told, many=True, enum=list(words))
    told = f"{facet.label}: codes as in the lists, or `{NONE}` for none recorded."
    return _parameter(facet.name, told, many=True)


# A form sends a field that was left blank too, and that asks for nothing.
_DAY = {"type": "string", "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$"}
AS_OF = _parameter(
    "as_of", "Ask what held on this day, as in `2023-12-31`; today without it.", type=_DAY
)
PAGE = _parameter(
    "page",
    "Which page; the first without it.",
    type={"type": "integer", "minimum": 1, "default": 1},
)
SIZE_ = _parameter(
    "size",
    f"Rows a page; {SIZE} without it.",
    type={"type": "integer", "minimum": 1, "maximum": MOST, "default": SIZE},
)


_ORDERS = (
    "`newest` or `oldest` first, best match first (`relevance`), by `reference`, `position` or"
    " `status`, each with a minus the other way round. With words it is the best match first unless"
    f" another is asked for, up to {RANKED:,} recommendations; more than that, and anything without"
    " words, is listed newest first. Answers and assessments are newest or oldest first."
)


def _filter() -> list[OpenApiParameter]:
    return [
        _parameter("q", "Words, as the search box takes them."),
        _parameter(
            "changed_since",
            "Published, answered or assessed on this day or after, as in `2024-01-31`.",
            type=_DAY,
        ),
        *map(_facet, FACETS),
        _parameter("sort", f"The order: {_ORDERS}", enum=list(SORTS)),
    ]  # fmt: skip


def _responses(success: Any) -> dict[int, Any]:
    errors = _errors()
    return {
        200: OpenApiResponse(success, description="What was asked for."),
        301: OpenApiResponse(description="A parameter had an old name: the new address."),
        304: OpenApiResponse(description="Still what the `ETag` in `If-None-Match` stands for."),
        400: OpenApiResponse(errors, description="A parameter or a value means nothing."),
        404: OpenApiResponse(errors, description="There is no such page or record."),
    }


def described_list(listed: Asked | Reference) -> Callable[[Any], Any]:
    """Describe the view of a list."""
    table = listed.table
    title, meaning = in_english([table.title, table.meaning])
    with override("en"):
        own = _filter() if isinstance(listed, Asked) else []
    described = extend_schema(
        operation_id=f"{table.name}_list",
        summary=title,
        description=meaning,
        tags=[title],
        parameters=[*own, AS_OF, PAGE, SIZE_],
        responses=_responses(_page(table)),
    )
    return extend_schema_view(get=described)


def described_record(view: Any) -> Any:
    """Describe the view of one recommendation."""
    fields = {column.name: _field(column) for column in RECOMMENDATIONS.columns}
    fields |= {
        "as_of": serializers.DateField(help_text="The day that was asked about."),
        "data_version": serializers.CharField(help_text="Another one after each change."),
        "licence": serializers.CharField(),
        "responses": _rows(RESPONSES.name)(many=True),
        "assessments": _rows(ASSESSMENTS.name)(many=True),
        "relations": _rows(RELATIONS.name)(many=True),
        "notes": _rows(NOTES.name)(many=True),
    }
    responses = _responses(inline_serializer("Recommendation", fields))
    responses[410] = OpenApiResponse(_errors(), description="It was withdrawn, and why.")
    described = extend_schema(
        operation_id="recommendation",
        summary="One recommendation",
        description="With the answers to it, the assessments of it, how it stands to others, and"
        " the notes beside it.",
        tags=[*in_english([RECOMMENDATIONS.title])],
        parameters=[
            OpenApiParameter(
                "reference",
                {"type": "string", "pattern": "^R-[0-9]{4,12}$"},
                OpenApiParameter.PATH,
                description="The tracker’s own number, for example `R-0042`.",
            ),
            AS_OF,
        ],
        responses=responses,
    )
    return extend_schema_view(get=described)(view)
