"""What was done to a record, by whom, when and why: its history events, read as steps."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.db import models

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

# What each action did, after the name of who did it; a test finds an action that has no words.
ACTIONS = {
    "record_response": "recorded an answer of China",
    "record_batch": "recorded answers to several rows at once",
    "undo_batch": "undid a batch of answers",
    "assign_answers": "assigned rows of answers",
    "assign_next": "took the next rows of answers",
    "split_answers": "shared rows of answers out",
    "unassign_answers": "took rows of answers back",
    "assess_status": "assessed the status",
    "record_development": "recorded a development",
    "revise_development": "changed the development or proposed a change",
    "draft_recommendation": "entered the recommendation",
    "draft_recommendations": "entered the recommendation with others of its document",
    "split_recommendation": "split an item into limbs",
    "relate": "related two recommendations",
    "remove_relation": "removed a relation",
    "edit_recommendation": "changed the recommendation or proposed a change",
    "record_document": "entered a document",
    "revise_document": "changed a document",
    "record_cycle": "entered a review",
    "revise_cycle": "changed a review",
    "enter_reference": "entered it",
    "revise_reference": "changed it",
    "delete_reference": "took it out",
    "merge_organisations": "merged a duplicate into it",
    "draft_translation": "translated it",
    "revise_translation": "changed the translation",
    "write_note": "wrote a note for staff",
    "propose_note": "wrote, corrected or took out a note for everyone",
    "submit": "sent for approval",
    "approve": "approved",
    "approve_all": "approved several together",
    "return_to_author": "returned to the author",
    "return_all": "returned several together",
    "withdraw": "withdrew",
    "recall": "took it back from approval",
    "discard": "discarded a draft",
    "load_fixtures": "loaded from the data files",
    "stage_import": "read a file to import",
    "restage_import": "read a file anew",
    "choose_rows": "chose rows of a file",
    "mend_row": "put a row of a file right",
    "split_row": "cut a row of a file into limbs",
    "discard_import": "threw a file away",
    "confirm_import": "imported it from a file",
    "undo_import": "undid the import of a file",
    "remember_columns": "said what the columns of a table mean",
}
PAST_THE_APPLICATION = "Somebody past the application"


@dataclass(frozen=True)
class Part:
    """What became of one row: which, and its changes."""

    what: str
    verb: str
    changes: list[Line]


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


def history_of(record: models.Model) -> list[Step]:
    """Every step in time order; one that no action made says that it came past the application."""
    events = events_of(record)
    names = Names(events)
    before: dict[tuple[type, int], Any] = {}
    steps = []
    for _, group in groupby(events, key=step_of):
        together = list(group)
        parts = [_part(event, before, names, record) for event in together]
        steps.append(_step(together[0], [part for part in parts if part], names))
    return steps


def did_words(action: str) -> str:
    """What an action did, after the name of who did it."""
    return ACTIONS.get(action, action.replace("_", " ") or "changed the database")


def _part(
    event: Any, before: dict[tuple[type, int], Any], names: Names, record: models.Model
) -> Part | None:
    row = (type(event), event.pgh_obj_id)
    earlier, before[row] = before.get(row), event
    what = row_words(tracked_of(event), record)
    if event.pgh_label == "delete":
        return Part(what, "removed", _changes(event, None, names, record, gone=True))
    changes = _changes(event, earlier, names, record)
    if not changes:
        return None
    return Part(what, "changed" if earlier else "added", changes)


def _changes(
    event: Any, earlier: Any, names: Names, record: models.Model, *, gone: bool = False
) -> list[Line]:
    found = []
    for column in columns(event):
        if column.related_model is type(record) and getattr(event, column.attname) == record.pk:
            continue  # whose history this is
        new = column_words(event, column, names)
        old = column_words(earlier, column, names) if earlier else ""
        if gone:
            old, new = new, ""
        if old != new:
            found.append(Line(field_label(column), new, old))
    return found


def _step(event: Any, parts: list[Part], names: Names) -> Step:
    context = event.pgh_context or {}
    return Step(
        at=event.pgh_created_at,
        who=names.who(event) or PAST_THE_APPLICATION,
        did=did_words(context.get("action", "")),
        reason=context.get("reason", ""),
        parts=parts,
    )
