"""Who means to log which rows: some that were chosen, the next that nobody has, or all of those."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from tracker.actions.assignments import (
    assign_answers,
    assign_next,
    split_answers,
    unassign_answers,
)
from tracker.filters.assignments import colleagues
from tracker.models import User

from .base import ActionForm
from .colleagues import PeopleField, PersonField
from .tables import MOST_ROWS, Table


def _colleague() -> PersonField:
    return PersonField(
        label="Colleague",
        help_text="Who means to log them: a colleague, or you.",
        error_messages={"required": "Choose a colleague."},
    )


class HandingForm(ActionForm):
    """Rows of a table that are handed to somebody; `done` says what was done."""

    way: str
    done = ""

    def __init__(self, data: Any = None, *, table: Table) -> None:
        super().__init__(data, auto_id=f"{self.way}-%s")
        self.table = table
        for name in {"to", "among"} & set(self.fields):
            field: Any = self.fields[name]
            field.offer(colleagues())

    def hand(self, *, by: User) -> bool:
        """Call the action for the rows that it is about."""
        raise NotImplementedError


class AssignForm(HandingForm):
    """The chosen rows, to one colleague."""

    way = "chosen"
    to = _colleague()

    def clean(self) -> dict[str, Any]:
        return _with_rows(self.table, super().clean())

    def hand(self, *, by: User) -> bool:
        about = {"recommendations": self.table.chosen, "document": self.table.document}
        if not self.apply(assign_answers, by=by, **about):
            return False
        self.done = f"{_rows(self.result.rows)} assigned to {self.cleaned_data['to']}."
        if names := ", ".join(map(str, self.result.taken_from)):
            self.done += f" Some were assigned to {names} before."
        return True


class UnassignForm(HandingForm):
    """The chosen rows, back to nobody."""

    way = "back"

    def clean(self) -> dict[str, Any]:
        return _with_rows(self.table, super().clean())

    def hand(self, *, by: User) -> bool:
        about = {"recommendations": self.table.chosen, "document": self.table.document}
        if not self.apply(unassign_answers, by=by, **about):
            return False
        self.done = f"{_rows(self.result)} taken back: nobody has them now."
        return True


class NextForm(HandingForm):
    """The next rows that nobody has, to one colleague."""

    way = "next"
    to = _colleague()
    at_most = forms.IntegerField(
        label="How many rows",
        min_value=1,
        max_value=MOST_ROWS,
        initial=20,
        help_text="In the order of the document that asks.",
    )

    def hand(self, *, by: User) -> bool:
        about = {"recommendations": self.table.free, "document": self.table.document}
        if not self.apply(assign_next, by=by, **about):
            return False
        self.done = f"{_rows(self.result)} assigned to {self.cleaned_data['to']}."
        return True


class SplitForm(HandingForm):
    """All rows that nobody has, shared out among several."""

    way = "split"
    among = PeopleField(
        label="Colleagues",
        help_text="Each gets as many rows as the next, one after another.",
        error_messages={"required": "Choose who shares the rows."},
    )

    def hand(self, *, by: User) -> bool:
        about = {"recommendations": self.table.free, "document": self.table.document}
        if not self.apply(split_answers, by=by, **about):
            return False
        shares = ", ".join(f"{person} {count}" for person, count in self.result)
        self.done = f"{_rows(sum(count for _, count in self.result))} shared out: {shares}."
        return True


WAYS: dict[str, type[HandingForm]] = {
    form.way: form for form in (AssignForm, UnassignForm, NextForm, SplitForm)
}


def handing_forms(table: Table, data: Any = None) -> dict[str, HandingForm]:
    """A form for each way; the one that was posted (`way`) holds what was typed."""
    posted = data.get("way") if data else None
    return {way: form(data if way == posted else None, table=table) for way, form in WAYS.items()}


def _with_rows(table: Table, cleaned: dict[str, Any]) -> dict[str, Any]:
    if not table.chosen:
        raise ValidationError("No row was chosen. Go back to the table and tick some.")
    return cleaned


def _rows(count: int) -> str:
    return f"{count} row" if count == 1 else f"{count} rows"
