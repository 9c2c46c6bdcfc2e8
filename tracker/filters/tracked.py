"""Whose history a row tells: its own, or that of the record it belongs to."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.text import slugify

from tracker.models import (
    Amendment,
    Article,
    Assessment,
    Development,
    Evidence,
    Milestone,
    Recommendation,
    Relation,
    Response,
    ReviewCycle,
    Translation,
    Treaty,
    TreatyAction,
)

Model = type[models.Model]
_NAMES = {"reference", "slug", "code", "key"}
_JOINS: Any = Development._meta.get_field("recommendations")

# Rows with a history of their own, or with two owners, that the history of another record tells too
_ALSO: dict[Model, list[tuple[Model, str]]] = {
    Recommendation: [
        (Response, "recommendation"),
        (Assessment, "recommendation"),
        (Amendment, "recommendation"),
        (Evidence, "assessment__recommendation"),
        (Relation, "to_recommendation"),
        (Translation, "recommendation"),
        (_JOINS.remote_field.through, "recommendation"),
    ],
    Development: [(Amendment, "development"), (Translation, "development")],
    ReviewCycle: [(Milestone, "cycle")],
    Treaty: [(TreatyAction, "treaty")],
}


@cache
def tracked_models() -> list[Any]:
    """Every model whose changes are kept."""
    every = apps.get_app_config("tracker").get_models()
    return [model for model in every if hasattr(model, "pgh_event_model")]


@cache
def nouns() -> dict[str, Any]:
    """The models whose records have a history of their own, by the word for them in addresses."""
    return {noun_of(model): model for model in tracked_models() if model is Article or _key(model)}


def noun_of(model: Model) -> str:
    """`ReviewCycle` → `review-cycle`."""
    return slugify(str(model._meta.verbose_name))


def _key(model: Model) -> str:
    """The field by which addresses name a record; "" if none does."""
    own = (field.name for field in model._meta.fields if field.name in _NAMES and field.unique)
    return next(own, "")


def record_named(noun: str, key: str) -> models.Model | None:
    """The record that an address names: by reference, slug, code or key; `cat.3` for an article."""
    model = nouns().get(noun)
    if model is Article:
        treaty, _, number = key.partition(".")
        rows = Article.objects.select_related("treaty")
        return rows.filter(treaty__code=treaty, number=number).first()
    if model is None:
        return None
    found: models.Model | None = named(model).filter(**{_key(model): key}).first()
    return found


def named(model: Any) -> models.QuerySet[Any]:
    """The records of a model with all that their names are made of."""
    parts = {"treaty", "document", "recommendation", "development"}
    ends = {field.name for field in model._meta.fields if field.is_relation}
    rows: models.QuerySet[Any] = model._default_manager.all()
    return rows.select_related(*(parts & ends)) if parts & ends else rows


def event_model(model: Model) -> Model:
    """The model of a tracked model's events."""
    found: Any = model._meta.get_field("events").related_model
    return found  # type: ignore[no-any-return]


@cache
def owner_of(model: Model) -> tuple[Model, str] | None:
    """Whose history a row tells, and the column of its events that names that record."""
    own = set(nouns().values())
    if model in own:
        return model, "pgh_obj_id"
    ends = [field for field in model._meta.fields if field.related_model in own]
    return (ends[0].related_model, ends[0].attname) if ends else None  # type: ignore[return-value]


@cache
def sources(model: Model) -> list[tuple[Model, str]]:
    """Where the history of a model's records stands: rows, and what of their events names one."""
    parts = [(part, owner_of(part)) for part in tracked_models()]
    mine = [(part, owner[1]) for part, owner in parts if owner and owner[0] is model]
    return [*sorted(mine, key=lambda source: source[0] is not model), *_ALSO.get(model, [])]
