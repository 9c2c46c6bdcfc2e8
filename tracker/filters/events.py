"""The history events of a record, and what they say in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models

from tracker.models import Development, FormerAddress, Organisation, Recommendation, User
from tracker.models.wording import TranslationsField

from .faces import label_of, plain_words, value_words
from .tracked import event_model, named, sources

_WORKFLOW = {
    "id", "key", "slug", "version", "search_vector", "recorded_at", "recorded_by", "submitted_at",
    "submitted_by", "approved_at", "approved_by", "withdrawn_at", "withdrawn_by",
    "assessment", "base_version", "supersedes",
}  # fmt: skip
_GONE = "(no longer there)"


def events_of(record: models.Model) -> list[Any]:
    """Every event that tells of a record or of what belongs to it, in the order of time."""
    keys = [record.pk, *_merged_into(record)]
    found = [
        event
        for model, column in sources(type(record))
        for event in event_model(model)
        ._default_manager.filter(**{f"{column}__in": keys})
        .order_by("pk")
    ]
    return sorted(found, key=lambda event: (event.pgh_created_at, step_of(event)))


def _merged_into(record: models.Model) -> Iterable[int]:
    """The organisations that were merged into this one: its history is theirs too."""
    if not isinstance(record, Organisation):
        return []
    slugs = FormerAddress.objects.filter(organisation=record).values("slug")
    events = event_model(Organisation)._default_manager.filter(slug__in=slugs)
    return set(events.values_list("pgh_obj_id", flat=True))


def step_of(event: Any) -> str:
    """What groups the events of one action; an event that none made is a step by itself."""
    return str(event.pgh_context_id or f"{event._meta.db_table}-{event.pgh_id}")


def tracked_of(event: Any) -> Any:
    """The model whose row an event tells of."""
    return event._meta.get_field("pgh_obj").related_model


class Names:
    """What foreign keys and people in events are called, each table asked once."""

    def __init__(self, events: list[Any]) -> None:
        wanted: dict[Any, set[int]] = {User: set()}
        for event in events:
            if who := (event.pgh_context or {}).get("user"):
                wanted[User].add(who)
            for column in columns(event):
                if column.is_relation and (key := getattr(event, column.attname)):
                    wanted.setdefault(column.related_model, set()).add(key)
        self._known = {model: self._fetch(model, keys) for model, keys in wanted.items()}

    @staticmethod
    def _fetch(model: Any, keys: set[int]) -> dict[int, str]:
        found = {key: str(row) for key, row in named(model).in_bulk(keys).items()}
        return found | _last_names(model, keys - found.keys())

    def of(self, model: Any, key: int | None) -> str:
        return self._known.get(model, {}).get(key, _GONE) if key else ""

    def who(self, event: Any) -> str:
        """Who did it; "" if no action of the application did."""
        return self.of(User, (event.pgh_context or {}).get("user"))


def _last_names(model: Any, keys: set[int]) -> dict[int, str]:
    """What rows that are gone were called at the end."""
    if not keys or not hasattr(model, "events"):
        return {}
    kept: Any = event_model(model)
    names = {column.attname for column in kept._meta.concrete_fields}
    names &= {column.attname for column in model._meta.concrete_fields}
    return {
        event.pgh_obj_id: str(model(**{name: getattr(event, name) for name in names}))
        for event in kept.objects.filter(pgh_obj_id__in=keys).order_by("pgh_id")
    }


def columns(event: Any) -> list[Any]:
    """What an event tells that people want to read."""
    return [
        column
        for column in event._meta.fields
        if not column.name.startswith("pgh_") and column.name not in _WORKFLOW
    ]


def column_words(event: Any, column: Any, names: Names) -> str:
    """What an event says in one column."""
    if column.is_relation:
        return names.of(column.related_model, getattr(event, column.attname))
    value = getattr(event, column.name)
    if isinstance(value, dict) and not isinstance(column, TranslationsField):
        model = Development if getattr(event, "development_id", None) else Recommendation
        said = (
            f"{label_of(model, name)}: {plain_words(model, name, plain)}"
            for name, plain in value.items()
        )
        return "\n".join(said)
    return value_words(column, value)


_JOINED = {
    "recommendation maker": "asker",
    "recommendation theme": "theme",
    "recommendation group": "affected group",
    "development recommendation": "link to a development",
    "development source": "further source",
    "document author": "author",
    "norm article": "article",
    "note source": "source",
    "note subject": "record it stands beside",
    "organisation member": "member",
    "response": "answer",
    "invocation": "article invoked",
    "amendment": "proposed change",
    "citation": "article cited",
}
_JOINED_TO_A_DEVELOPMENT = {"development recommendation": "recommendation it bears on"}


def row_words(model: Any, own: Any) -> str:
    """What a row is called in the history of a record of the model `own`."""
    words = str(model._meta.verbose_name)
    joined = own._meta.model_name == "development" and _JOINED_TO_A_DEVELOPMENT.get(words)
    return joined or _JOINED.get(words, words)
