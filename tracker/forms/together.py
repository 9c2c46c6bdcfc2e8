"""What waits of one document, read in its order and decided together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.paginator import Paginator

from tracker.actions.disclosure import Source, hidden_sources
from tracker.actions.publication import approve_all, return_all, sent_mark
from tracker.actions.second_person import other_writers, own_words
from tracker.filters.faces import Line, lines_of
from tracker.filters.together import in_order, shown, waiting_in
from tracker.filters.workspace import KINDS, key_of, records
from tracker.models import Document, Publishable, Recommendation, User

from .approvals import ReturnForm

NOUNS = {"response": "answer", "recommendation": "recommendation"}


@dataclass(frozen=True)
class Choice:
    """A record that waits, why this reader cannot approve it if so, and what it corrects."""

    record: Any
    own: str
    lines: list[Line]
    is_ticked: bool

    @property
    def key(self) -> str:
        return key_of(self.record)

    @property
    def mark(self) -> str:
        return sent_mark(self.record)


@dataclass(frozen=True)
class LeftOut:
    """A record that was ticked and stays as it was, and why."""

    reference: str
    why: str


class Ticks:
    """The keys that were ticked in a table, each with the mark of what was read."""

    def __init__(self, data: Any) -> None:
        keys = data.getlist("key") if data is not None else []
        self.keys = [key for key in keys if key.isascii() and "\0" not in key]
        self.marks = {key: data.get(f"read-{key}", "") for key in self.keys}


class Together:
    """
    The answers, or the recommendations, of one document that wait: read and decided together.

    What is ticked comes back with the mark of what was read: what has changed since is left out.
    """

    size = 50

    def __init__(
        self,
        kind: str,
        document: Document,
        user: User,
        data: Any = None,
        item: Recommendation | None = None,
    ) -> None:
        self.kind, self.document, self.user, self.data, self.item = kind, document, user, data, item
        self.noun = NOUNS[kind]
        self.is_return = data is not None and "return" in data
        self.note = ReturnForm(data if self.is_return else None)
        self.left_out: list[LeftOut] = []
        self.decided = 0
        self.sources: list[Source] = []  # what becomes public with the rows of a page

    def page(self, number: Any) -> Any:
        """A page of the table in the document's order; a few queries, however many rows."""
        keys = in_order(waiting_in(self.kind, self.document, self.item), self.kind)
        page: Any = Paginator(keys, self.size).get_page(number)
        found = shown(self.kind, list(page.object_list))
        writers = other_writers(KINDS[self.kind][0], [record.pk for record in found])
        self.sources = hidden_sources(found)
        page.object_list = [self._choice(record, writers[record.pk]) for record in found]
        return page

    def _choice(self, record: Any, others: set[int]) -> Choice:
        lines = lines_of(record) if getattr(record, "supersedes_id", None) else []
        changed = [line for line in lines if line.changed]
        author, sender = record.recorded_by_id, record.submitted_by_id
        own = own_words(self.user, author=author, sender=sender, others=others)
        return Choice(record, own, changed, key_of(record) in self.ticks.marks)

    @cached_property
    def ticks(self) -> Ticks:
        return Ticks(self.data)

    def decide(self, *, by: User) -> bool:
        """Publish or return what is ticked; False if nothing was, or some of it is left out."""
        named = {f"{KINDS[self.kind][1]}__in": self.ticks.keys}
        chosen: list[Any] = list(records(self.kind).filter(document=self.document, **named))
        names = {row.pk: getattr(row, "recommendation", row).reference for row in chosen}
        read: dict[Publishable, str] = {row: self.ticks.marks[key_of(row)] for row in chosen}
        if not self.ticks.keys or (self.is_return and not self.note.is_valid()):
            return False
        if self.is_return:
            self.note.apply(return_all, records=chosen, by=by, expected=read)
            refused = self.note.result
        else:
            refused = approve_all(records=chosen, by=by, expected=read)
        self.decided = len(chosen) - len(refused)
        self.left_out = [LeftOut(names[row.pk], why) for row, why in refused]
        gone = LeftOut(f"One {self.noun}", "It is not here any more.")
        self.left_out += [gone] * (len(self.ticks.keys) - len(chosen))
        return not self.left_out

    @property
    def told(self) -> str:
        """What became of those that were decided."""
        noun = self.noun if self.decided == 1 else f"{self.noun}s"
        done = "returned with your note" if self.is_return else "published"
        return f"{self.decided} {noun} {done}."
