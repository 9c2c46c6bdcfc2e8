"""Reference data as the workspace lists it, finds it, and tells its history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q, QuerySet

from tracker.models import REFERENCE, Article, ReferenceNoun
from tracker.models.fields import PartialDateField
from tracker.models.search import Joined
from tracker.models.uses import counted_uses

from .faces import field_words


@dataclass(frozen=True)
class Line:
    """
    A row of a list: its address, what it is called, what is said of it, and how much uses it.

    `uses` is None where nothing can refer to such a row.
    """

    row: models.Model
    address: str
    words: str
    uses: int | None


def sizes() -> list[tuple[ReferenceNoun, int]]:
    """Every noun with how many rows it has."""
    return [(noun, find_rows(noun).count()) for noun in REFERENCE]


def find_rows(noun: ReferenceNoun, words: str = "") -> QuerySet[Any]:
    """Rows that have every word somewhere, in the order of the noun; of articles the numbered."""
    model: Any = noun.model
    rows: QuerySet[Any] = model._default_manager.select_related(*_needed(model) or (None,))
    if model is Article:
        rows = rows.exclude(number="")
    lists = [name for name in noun.search if _is_list(model, name)]
    rows = rows.alias(**{f"{name}_words": Joined(name) for name in lists})
    places = [f"{name}_words" if name in lists else name for name in noun.search]
    for word in words.split():
        held = Q()
        for place in places:
            held |= Q(**{f"{place}__icontains": word})
        rows = rows.filter(held)
    return rows.order_by(*model._meta.ordering, "pk")


def _needed(model: type[models.Model]) -> list[str]:
    """What a line says through foreign keys; an article's parent is named with its treaty."""
    keys = [field for field in model._meta.fields if field.is_relation]
    return [f.name + ("__treaty" if f.related_model is Article else "") for f in keys]


def _is_list(model: type[models.Model], name: str) -> bool:
    return "__" not in name and isinstance(model._meta.get_field(name), ArrayField)


def lines_of_reference(noun: ReferenceNoun, rows: Iterable[models.Model]) -> list[Line]:
    """A page of a list; as many queries for one row as for many."""
    rows = list(rows)
    uses = counted_uses(noun.model, rows)
    fields = [noun.model._meta.get_field(name) for name in noun.line]
    return [
        Line(
            row,
            noun.address(row),
            " · ".join(_said(row, fields)),
            uses.get(row.pk),
        )
        for row in rows
    ]


def _said(row: models.Model, fields: Iterable[Any]) -> Iterable[str]:
    """What its fields say beside what it is called."""
    said = (_in_a_line(row, field) for field in fields)
    return (words for words in said if words and words != str(row))


def _in_a_line(row: models.Model, field: Any) -> str:
    """A field's words; a date with what it is the date of."""
    words = ", ".join(field_words(row, field).split("\n"))
    is_dated = words and isinstance(field, PartialDateField) and field.verbose_name != "date"
    return f"{field.verbose_name} {words}" if is_dated else words


def row_at(noun: ReferenceNoun, address: str) -> Any:
    """The row that an address names, or None."""
    parts = address.split("/", len(noun.key) - 1)
    if len(parts) != len(noun.key):
        return None
    return find_rows(noun).filter(**dict(zip(noun.key, parts, strict=True))).first()
