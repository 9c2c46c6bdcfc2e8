"""What was done to a record, by whom, when and why: its history events, read as steps."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.db import models
from django.db.models import Q

from tracker.models import (
    Amendment,
    Assessment,
    Development,
    Evidence,
    Invocation,
    Recommendation,
    Relation,
    Response,
    User,
)

from .faces import label_of, plain_words, value_words

ACTIONS = {
    "record_response": "recorded an answer of China",
    "record_batch": "recorded answers to several rows at once",
    "undo_batch": "undid a batch of answers",
    "assess_status": "assessed the status",
    "record_development": "recorded a development",
    "revise_development": "changed a development",
    "draft_recommendation": "entered the recommendation",
    "edit_recommendation": "changed the recommendation or proposed a change",
    "submit": "sent for approval",
    "approve": "approved",
    "return_to_author": "returned to the author",
    "withdraw": "withdrew",
    "discard": "discarded a draft",
    "load_fixtures": "loaded from the data files",
    "commit_import": "imported",
}
_WORKFLOW = {
    "id", "key", "slug", "version", "search_vector", "recorded_at", "recorded_by", "submitted_at",
    "submitted_by", "approved_at", "approved_by", "withdrawn_at", "withdrawn_by",
    "assessment", "base_version", "supersedes",
}  # fmt: skip


@dataclass(frozen=True)
class Change:
    """One field, before and after."""

    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Part:
    """What became of one row: which, and its changes."""

    what: str
    verb: str
    changes: list[Change]


@dataclass(frozen=True)
class Step:
    """One thing a person did, with all that it changed."""

    at: dt.datetime
    who: str
    did: str
    reason: str
    parts: list[Part] = field(default_factory=list)

    @property
    def summary(self) -> str:
        """Its parts in a line, those of one sort counted together."""
        sorts = Counter(f"{part.what} {part.verb}" for part in self.parts)
        said = (words + (f" ({count})" if count > 1 else "") for words, count in sorts.items())
        return "; ".join(said).capitalize()


def history_of(record: Recommendation | Development) -> list[Step]:
    """Every step in time order; one that no action made says that it came past the application."""
    found = _events(record) if isinstance(record, Recommendation) else _events_of(record)
    events = sorted(found, key=lambda event: (event.pgh_created_at, str(event.pgh_context_id)))
    names = _Names(events, str(record._meta.model_name))
    before: dict[tuple[type, int], Any] = {}
    steps = []
    for _, group in groupby(events, key=lambda event: event.pgh_context_id or event):
        together = list(group)
        parts = [_part(event, before, names) for event in together]
        steps.append(_step(together[0], [part for part in parts if part], names))
    return steps


def _events(recommendation: Recommendation) -> Iterable[Any]:
    mine = {"recommendation_id": recommendation.pk}
    sources: list[tuple[type[models.Model], Q]] = [
        (Recommendation, Q(pgh_obj_id=recommendation.pk)),
        *((model, Q(**mine)) for model in (Invocation, Response, Assessment, Amendment)),
        *((through, Q(**mine)) for through in _joins()),
        (Evidence, Q(assessment__recommendation=recommendation)),
        (
            Relation,
            Q(from_recommendation_id=recommendation.pk) | Q(to_recommendation_id=recommendation.pk),
        ),
    ]
    return _read(sources)


def _events_of(development: Development) -> Iterable[Any]:
    mine = Q(development_id=development.pk)
    fields: list[Any] = [
        Development._meta.get_field(name) for name in ("recommendations", "sources")
    ]
    joins = [(field.remote_field.through, mine) for field in fields]
    return _read([(Development, Q(pgh_obj_id=development.pk)), *joins])


def _read(sources: Iterable[tuple[type[models.Model], Q]]) -> Iterable[Any]:
    for model, condition in sources:
        yield from event_model(model)._default_manager.filter(condition).order_by("pgh_id")


def _joins() -> list[type[models.Model]]:
    names = ["made_by", "themes", "affected_groups"]
    fields: list[Any] = [Recommendation._meta.get_field(name) for name in names]
    fields.append(Development._meta.get_field("recommendations"))
    return [field.remote_field.through for field in fields]


def event_model(model: type[models.Model]) -> type[models.Model]:
    """The model of a tracked model's events."""
    found: Any = model._meta.get_field("events").related_model
    return found  # type: ignore[no-any-return]


class _Names:
    """
    What foreign keys and people in events are called, each table asked once.

    `own` is the column that names the record whose history this is; it says nothing there.
    """

    def __init__(self, events: list[Any], own: str) -> None:
        self.own = own
        wanted: dict[Any, set[int]] = {User: set()}
        for event in events:
            if who := (event.pgh_context or {}).get("user"):
                wanted[User].add(who)
            for column in _columns(event):
                if column.is_relation and (key := getattr(event, column.attname)):
                    wanted.setdefault(column.related_model, set()).add(key)
        self._known = {model: self._fetch(model, keys) for model, keys in wanted.items()}

    @staticmethod
    def _fetch(model: Any, keys: set[int]) -> dict[int, str]:
        rows = model._default_manager.all()
        names = {f.name for f in model._meta.fields if f.is_relation}
        rows = rows.select_related(*(names & {"treaty", "document", "recommendation"}) or [None])
        return {key: str(row) for key, row in rows.in_bulk(keys).items()}

    def of(self, model: Any, key: int | None) -> str:
        return self._known.get(model, {}).get(key, "") if key else ""


def _columns(event: Any) -> list[Any]:
    return [
        column
        for column in event._meta.fields
        if not column.name.startswith("pgh_") and column.name not in _WORKFLOW
    ]


def _part(event: Any, before: dict[tuple[type, int], Any], names: _Names) -> Part | None:
    row = (type(event), event.pgh_obj_id)
    earlier, before[row] = before.get(row), event
    tracked = event._meta.get_field("pgh_obj").related_model
    what = _joined(str(tracked._meta.verbose_name), names.own)
    if event.pgh_label == "delete":
        return Part(what, "removed", _changes(event, None, names, gone=True))
    changes = _changes(event, earlier, names)
    if not changes:
        return None
    return Part(what, "changed" if earlier else "added", changes)


_JOINED = {
    "recommendation maker": "asker",
    "recommendation theme": "theme",
    "recommendation group": "affected group",
    "development recommendation": "link to a development",
    "response": "answer",
    "invocation": "article invoked",
    "amendment": "proposed change",
}
_JOINED_TO_A_DEVELOPMENT = {
    "development recommendation": "recommendation it bears on",
    "development source": "further source",
}


def _joined(what: str, own: str) -> str:
    words = _JOINED_TO_A_DEVELOPMENT if own == "development" else _JOINED
    return words.get(what, what)


def _changes(event: Any, earlier: Any, names: _Names, *, gone: bool = False) -> list[Change]:
    found = []
    for column in _columns(event):
        if column.name == names.own:
            continue
        new = _words(event, column, names)
        old = _words(earlier, column, names) if earlier else ""
        if gone:
            old, new = new, ""
        if old != new:
            label = str(column.verbose_name)
            found.append(Change(label[:1].upper() + label[1:], old, new))
    return found


def _words(event: Any, column: Any, names: _Names) -> str:
    if column.is_relation:
        return names.of(column.related_model, getattr(event, column.attname))
    value = getattr(event, column.name)
    if isinstance(value, dict):
        said = (
            f"{label_of(Recommendation, name)}: {plain_words(Recommendation, name, plain)}"
            for name, plain in value.items()
        )
        return "\n".join(said)
    return value_words(column, value)


def _step(event: Any, parts: list[Part], names: _Names) -> Step:
    context = event.pgh_context or {}
    action = context.get("action", "")
    return Step(
        at=event.pgh_created_at,
        who=names.of(User, context.get("user")) or "Somebody past the application",
        did=ACTIONS.get(action, action.replace("_", " ") or "changed the database"),
        reason=context.get("reason", ""),
        parts=parts,
    )
