"""Who means to log which rows: some that were chosen, the next that nobody has, or all of those."""

from __future__ import annotations

from collections.abc import Callable
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
    """
    Rows of a table that are handed on, in one `way`.

    `rows` says which of the table's, `hands` is the action, and `said` puts its answer into words.
    """

    way: str
    rows: str
    hands: Callable[..., Any]
    said: Callable[[], str]

    def __init__(self, data: Any = None, *, table: Table) -> None:
        super().__init__(data, auto_id=f"{self.way}-%s")
        self.table = table
        for name in {"to", "among"} & set(self.fields):
            field: Any = self.fields[name]
            field.offer(colleagues())

    def clean(self) -> dict[str, Any]:
        if self.rows == "chosen" and not self.table.chosen:
            raise ValidationError("No row was chosen. Go back to the table and tick some.")
        return super().clean()

    def hand(self, *, by: User) -> bool:
        """Call the action for the rows that it is about."""
        rows = getattr(self.table, self.rows)
        document = self.table.document
        return self.apply(type(self).hands, recommendations=rows, document=document, by=by)


class AssignForm(HandingForm):
    """The chosen rows, to one colleague."""

    way, rows, hands = "chosen", "chosen", assign_answers
    to = _colleague()

    def said(self) -> str:
        names = ", ".join(map(str, self.result.taken_from))
        before = f" Some were assigned to {names} before." if names else ""
        return f"{_rows(self.result.rows)} assigned to {self.cleaned_data['to']}.{before}"


class UnassignForm(HandingForm):
    """The chosen rows, back to nobody."""

    way, rows, hands = "back", "chosen", unassign_answers

    def said(self) -> str:
        return f"{_rows(self.result)} taken back: nobody has them now."


class NextForm(HandingForm):
    """The next rows that nobody has, to one colleague."""

    way, rows, hands = "next", "free", assign_next
    to = _colleague()
    at_most = forms.IntegerField(
        label="How many rows",
        min_value=1,
        max_value=MOST_ROWS,
        initial=20,
        help_text="In the order of the document that asks.",
    )

    def said(self) -> str:
        return f"{_rows(self.result)} assigned to {self.cleaned_data['to']}."


class SplitForm(HandingForm):
    """All rows that nobody has, shared out among several."""

    way, rows, hands = "split", "free", split_answers
    among = PeopleField(
        label="Colleagues",
        help_text="Each gets as many rows as the next, one after another.",
        error_messages={"required": "Choose who shares the rows."},
    )

    def said(self) -> str:
        shares = ", ".join(f"{person} {count}" for person, count in self.result)
        return f"{_rows(sum(count for _, count in self.result))} shared out: {shares}."


WAYS: dict[str, type[HandingForm]] = {
    form.way: form for form in (AssignForm, UnassignForm, NextForm, SplitForm)
}


def handing_forms(table: Table, data: Any = None) -> dict[str, HandingForm]:
    """A form for each way; the one that was posted (`way`) holds what was typed."""
    posted = data.get("way") if data else None
    return {way: form(data if way == posted else None, table=table) for way, form in WAYS.items()}


def _rows(count: int) -> str:
    return f"{count} row" if count == 1 else f"{count} rows"
