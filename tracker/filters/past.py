"""A record as it was after a step or on a day, rebuilt from its history events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db import models
from django.utils import timezone

from .events import (
    Names,
    column_words,
    columns,
    events_of,
    row_words,
    step_of,
    tracked_of,
)
from .faces import Line, field_label
from .history import PAST_THE_APPLICATION, did_words
from .tracked import owner_of

Told = dict[str, str]


@dataclass(frozen=True)
class Version:
    """What a record said after a step, in words by field; nothing once its row was removed."""

    number: int
    at: dt.datetime
    who: str
    did: str
    told: Told

    @property
    def lines(self) -> list[Line]:
        return [Line(label, words) for label, words in self.told.items() if words]


def versions_of(record: models.Model) -> list[Version]:
    """A record after each of its steps, from the first; with what only belongs to it."""
    events = [event for event in events_of(record) if _belongs(event, record)]
    names = Names(events)
    rows: dict[tuple[type, int], Any] = {}
    found = []
    for number, (_, group) in enumerate(groupby(events, key=step_of), start=1):
        together = list(group)
        for event in together:
            _replay(event, rows)
        first = together[0]
        did = did_words((first.pgh_context or {}).get("action", ""))
        who = names.who(first) or PAST_THE_APPLICATION
        told = _told(rows.values(), record, names)
        found.append(Version(number, first.pgh_created_at, who, did, told))
    return found


def as_it_was(versions: Iterable[Version], day: dt.date) -> Version | None:
    """The last version by the end of a day; None if the record was not there yet."""
    begun = [v for v in versions if timezone.localtime(v.at).date() <= day]
    return begun[-1] if begun else None


def compared(old: Version, new: Version) -> list[Line]:
    """Every field of two versions, in the order of the model."""
    labels = dict.fromkeys([*new.told, *old.told])
    lines = [Line(label, new.told.get(label, ""), old.told.get(label, "")) for label in labels]
    return [line for line in lines if line.old or line.new]


def _belongs(event: Any, record: models.Model) -> bool:
    """Whether it is the record's own, or that of a row without a history of its own."""
    owner = owner_of(tracked_of(event))
    return owner is not None and owner[0] is type(record)


def _replay(event: Any, rows: dict[tuple[type, int], Any]) -> None:
    row = (type(event), event.pgh_obj_id)
    if event.pgh_label == "delete":
        rows.pop(row, None)
    else:
        rows[row] = event


def _told(rows: Iterable[Any], record: models.Model, names: Names) -> Told:
    told: Told = {}
    belonging: dict[str, list[str]] = {}
    for event in rows:
        if tracked_of(event) is type(record):
            told = {field_label(c): column_words(event, c, names) for c in columns(event)}
        else:
            what = row_words(tracked_of(event), record)
            belonging.setdefault(what[:1].upper() + what[1:], []).append(
                _in_a_line(event, record, names)
            )
    return told | {what: "\n".join(sorted(lines)) for what, lines in belonging.items()}


def _in_a_line(event: Any, record: models.Model, names: Names) -> str:
    said = (
        column_words(event, column, names)
        for column in columns(event)
        if not (
            column.related_model is type(record) and getattr(event, column.attname) == record.pk
        )
    )
    return " · ".join(filter(None, said))
