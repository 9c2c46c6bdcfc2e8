"""What refers to a row: found by asking the models themselves, so that none is forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Count, QuerySet

from .articles import Article

_WORDS = {  # of a row that refers to another: model and field, to what people call it
    "article.parent": ("paragraph", "paragraphs"),
    "assessment.assessor": ("assessment it made", "assessments it made"),
    "columnmapping.organisation": (
        "table whose columns are known",
        "tables whose columns are known",
    ),
    "documentauthor.author": ("document it wrote", "documents it wrote"),
    "formeraddress.organisation": ("former address", "former addresses"),
    "invocation.article": ("ask that invokes it", "asks that invoke it"),
    "normarticle.article": ("norm", "norms"),
    "notesubject": ("note beside it", "notes beside it"),
    "organisationmember.coalition": ("member", "members"),
    "organisationmember.member": ("coalition it belongs to", "coalitions it belongs to"),
    "recommendation.addressed_to": ("ask addressed to it", "asks addressed to it"),
    "recommendationgroup.group": ("ask", "asks"),
    "recommendationmaker.maker": ("ask it made", "asks it made"),
    "recommendationtheme.theme": ("ask", "asks"),
    "response.cycle": ("answer", "answers"),
}


@dataclass(frozen=True)
class Use:
    """How many rows of one sort refer to a row, in words."""

    count: int
    words: str


def references_to(model: type[models.Model], *, owned: bool = False) -> list[Any]:
    """
    The foreign keys that point at a model, of rows that people keep.

    Without `owned` those are left out that join a row to what it lists itself: they go with it.
    """
    lists: Sequence[Any] = model._meta.many_to_many
    own = {field.remote_field.through: field.m2m_field_name() for field in lists}
    related: Sequence[Any] = model._meta.get_fields(include_hidden=True)
    return [
        found.field
        for found in related
        if found.auto_created
        and not found.concrete
        and (found.one_to_many or found.one_to_one)
        and not hasattr(found.related_model, "pgh_tracked_model")
        and (owned or own.get(found.related_model) != found.field.name)
    ]


def referring(field: Any) -> QuerySet[Any]:
    """The rows of a foreign key; a treaty's own root article is part of the treaty."""
    rows: QuerySet[Any] = field.model._default_manager.order_by()
    return rows.exclude(number="") if field.model is Article and field.name == "treaty" else rows


def uses_of(row: models.Model, *, owned: bool = False) -> list[Use]:
    """What refers to a row, each sort counted."""
    counted = (
        (field, referring(field).filter(**{field.name: row}).count())
        for field in references_to(type(row), owned=owned)
    )
    return [Use(count, use_words(field, count)) for field, count in counted if count]


def counted_uses(model: type[models.Model], rows: Iterable[models.Model]) -> dict[int, int]:
    """
    By primary key, how many rows refer to each of some; a query for each sort of reference.

    Empty if nothing can refer to such a row.
    """
    keys, references = [row.pk for row in rows], references_to(model)
    counts = dict.fromkeys(keys if references else [], 0)
    for field in references:
        found = referring(field).filter(**{f"{field.name}__in": keys})
        for key, count in found.values_list(field.name).annotate(Count("pk")):
            counts[key] += count
    return counts


def use_words(field: Any, count: int) -> str:
    meta = field.model._meta
    name = f"{meta.model_name}.{field.name}"
    one, many = (
        _WORDS.get(name)
        or _WORDS.get(str(meta.model_name))
        or (str(meta.verbose_name), str(meta.verbose_name_plural))
    )
    return one if count == 1 else many
