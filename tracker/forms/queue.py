"""The queue as somebody asks for it, and the way through it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django import forms

from tracker.actions.second_person import own_words, partly_by
from tracker.filters.queue import (
    LISTS,
    MINE,
    SORTS,
    WAITING,
    Entry,
    Row,
    entries,
    names_in,
    ordered,
    rows_of,
)
from tracker.filters.workspace import KIND_WORDS, KINDS
from tracker.models import Publishable, User
from tracker.permissions import Permission

from .colleagues import PersonField

_NOT_LISTED = "Nothing of this is in the list: all is shown."


class QueueForm(forms.Form):
    """Which list of the queue, narrowed to what, in which order."""

    kind = forms.ChoiceField(label="Kind", required=False)
    cycle = forms.ChoiceField(label="Review cycle", required=False)
    document = forms.ChoiceField(label="Document", required=False)
    by = PersonField(label="Written by", required=False, empty_label="Anybody")
    sort = forms.ChoiceField(label="Order", choices=list(SORTS.items()), required=False)

    def __init__(self, data: Any, *, user: User) -> None:
        super().__init__(data)
        self.user = user
        first = WAITING if user.may(Permission.APPROVE) else MINE
        asked = data.get("list", first)
        self.which = asked if asked in LISTS else first
        self.every = entries(self.which, user)
        self.names = names_in(self.every)
        cycles, documents = self.names.cycles, self.names.documents
        counts = Counter(entry.kind for entry in self.every)
        kinds = [(kind, f"{KIND_WORDS[kind][1]} ({counts[kind]})") for kind in KINDS]
        self._choose("kind", "Any kind", kinds)
        self._choose("cycle", "Any", sorted((row.slug, str(row)) for row in cycles.values()))
        self._choose("document", "Any", sorted((row.slug, str(row)) for row in documents.values()))
        by: Any = self.fields["by"]
        by.offer(sorted(self.names.people.values(), key=str))
        by.error_messages["invalid_choice"] = _NOT_LISTED
        self.is_valid()

    def _choose(self, name: str, empty: str, choices: list[tuple[str, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = [("", empty), *choices]
        field.error_messages["invalid_choice"] = _NOT_LISTED

    @cached_property
    def entries(self) -> list[Entry]:
        """What is asked for; a wrong choice narrows nothing, and the form says what was wrong."""
        return [entry for entry in self.every if self._is_asked(entry)]

    def _is_asked(self, entry: Entry) -> bool:
        asked, names = self.cleaned_data, self.names
        values = {
            "kind": entry.kind,
            "cycle": entry.cycle and names.cycles[entry.cycle].slug,
            "document": entry.document and names.documents[entry.document].slug,
            "by": names.people[entry.author],
        }
        return all(asked.get(name) in {None, "", value} for name, value in values.items())

    @cached_property
    def rows(self) -> list[Row]:
        """The lines of the list, in the order asked for."""
        only_reads = self.which == WAITING and not self.user.may(Permission.APPROVE)
        rows = rows_of(self.entries, asks_singly=only_reads)
        return ordered(rows, self.cleaned_data.get("sort", ""), self.names.people)

    @property
    def is_narrowed(self) -> bool:
        return len(self.entries) < len(self.every)


class Way:
    """
    The way through what waits, as the queue shows it: where one is, and what comes next.

    What a person wrote or sent is left out: somebody else decides it.
    """

    def __init__(self, form: QueueForm, record: Publishable | None) -> None:
        found = [entry for row in form.rows for entry in row.entries]
        self.steps = list(_not_own(found, form.user)) if form.which == WAITING else []
        here = [n for n, entry in enumerate(self.steps) if record and _is(entry, record)]
        self.at = here[0] if here else None

    @property
    def number(self) -> int | None:
        return None if self.at is None else self.at + 1

    @property
    def total(self) -> int:
        return len(self.steps)

    @property
    def before(self) -> Entry | None:
        return self.steps[self.at - 1] if self.at else None

    @property
    def after(self) -> Entry | None:
        """What comes next; what is on top, if this is not on the way or the last."""
        if self.at is None:
            return self.steps[0] if self.steps else None
        others = [*self.steps[self.at + 1 :], *self.steps[: self.at]]
        return others[0] if others else None


def _is(entry: Entry, record: Publishable) -> bool:
    return entry.pk == record.pk and isinstance(record, KINDS[entry.kind][0])


def _not_own(found: list[Entry], user: User) -> Iterable[Entry]:
    """Those that the two-person rule lets this person decide; a query or two for each kind."""
    partly = {kind: partly_by(KINDS[kind][0], user) for kind in {entry.kind for entry in found}}
    for entry in found:
        others = {user.pk} if entry.pk in partly[entry.kind] else set()
        if not own_words(user, author=entry.author, sender=entry.sender, others=others):
            yield entry
