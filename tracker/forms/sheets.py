"""A sheet: a review cycle's recommendations in rows, and what one document answers to each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.forms import BoundField
from django.http import Http404, QueryDict

from tracker.filters.answers import (
    Tally,
    answer_mark,
    answer_marks,
    answered,
    asked_in,
    entry_named,
    tally,
    with_answers,
)
from tracker.models import Recommendation, Response, User

from .base import seen
from .clashes import FIELDS, Clash, clash, plain, plain_answer, undecided, with_theirs
from .responses import SHARED, ResponseForm, SharedForm, response_form
from .tables import ROWS, Table

_SHOWN = re.compile(r"([RD]-[0-9A-Z]{4,12})\.([0-9a-f]{8})", re.ASCII)


@dataclass
class Row:
    """One recommendation of a sheet, its answer so far and the form that records one."""

    recommendation: Recommendation
    answer: Response | None
    form: ResponseForm
    message: str = ""
    clash: Clash | None = None

    @property
    def reference(self) -> str:
        return self.recommendation.reference

    @property
    def mark(self) -> str:
        """Names what the row shows; another one once a colleague has saved it."""
        return answer_mark(self.answer.key, self.answer.state) if self.answer else answer_mark()

    @property
    def returned(self) -> str:
        """Why the answer was returned, until it is sent again; its author may have changed it."""
        if not self.answer or not self.answer.is_draft:
            return ""
        return self.answer.returned_reason or getattr(self.answer, "returned_before", "") or ""

    @property
    def outcome(self) -> str:
        """What became of saving it: saved, error or conflict; "" if nobody tried."""
        if self.form.conflict or self.clash:
            return "conflict"
        return "error" if self.form.is_bound and self.form.errors else self.message and "saved"

    @property
    def wrong(self) -> list[BoundField]:
        """The fields to put right."""
        return [self.form[name] for name in self.form.errors if name in self.form.fields]

    @property
    def has_open_details(self) -> bool:
        return any(self.form.errors.get(name) for name in [*SHARED, "note"])


class Sheet(Table):
    """A table whose rows are forms, a page of them at a time."""

    @cached_property
    def shared(self) -> dict[str, Any]:
        return SharedForm(self.query).start(self.document)

    def tally(self, user: User) -> Tally:
        return tally(self.cycle, self.document, user, with_ngos="ngos" in self.query)

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What the address holds beside its own choices: what all answers share."""
        own = {*self.choice.fields, "page"} - {*SHARED}
        return [(name, str(value)) for name, value in self.query.items() if name not in own]

    @property
    def row_query(self) -> str:
        """The part of the address that says how a single row looks."""
        ngos = [("ngos", "on")] if "ngos" in self.query else []
        return urlencode([*self.kept, *ngos])

    def page(self, changed: Row | None = None) -> tuple[Page[int], list[Row]]:
        """
        One page of rows: where it is, and what is in it.

        `changed`, which was refused, stands in its place, or first if no choice shows it by now.
        """
        page = Paginator(self.keys, ROWS).get_page(self.query.get("page"))
        shown = list(page.object_list)
        if changed and changed.recommendation.pk not in shown:
            shown = [changed.recommendation.pk, *shown]
        found = with_answers(shown, self.document)
        rows = {asked.reference: self._row(asked, answer) for asked, answer in found}
        if changed:
            changed.recommendation = rows[changed.reference].recommendation
            rows[changed.reference] = changed
        return page, list(rows.values())

    def _row(self, asked: Recommendation, answer: Response | None, typed: Any = None) -> Row:
        form = response_form(asked, self.document, answer, shared=self.shared, data=typed)
        return Row(asked, answer, form)

    def news(self) -> list[Row]:
        """Of the rows that the address names with their marks, those that have another by now."""
        told = [_SHOWN.fullmatch(row) for row in self.query.getlist("row")[:ROWS]]
        shown = {found[1]: found[2] for found in told if found}
        now = answer_marks(self.document, shown)
        changed = [name for name in shown if now.get(name, answer_mark()) != shown[name]]
        if not changed:
            return []
        rows = asked_in(self.cycle, with_ngos=True).filter(reference__in=changed)
        return [self._row(*found) for found in answered(rows, self.document)]

    def row(self, reference: str, data: QueryDict | None = None) -> Row:
        """The row of a recommendation of this cycle, with what was typed; Http404 if none."""
        rows = asked_in(self.cycle, with_ngos=True).filter(reference=reference)
        for asked, answer in answered(rows, self.document):
            return self._row(asked, answer, data and self._merged(asked, data))
        raise Http404

    def _merged(self, asked: Recommendation, data: QueryDict) -> QueryDict:
        """What was typed, after a conflict with what was taken over from the colleague's entry."""
        if undecided(data) or not any(f"take-{name}" in data for name in FIELDS):
            return data
        theirs = entry_named(data.get("over", ""), asked, self.document)
        return with_theirs(data, theirs) if theirs else data

    def save(self, row: Row, *, by: User) -> Row:
        """The row as it is once saved; or the same row, with what was typed and what is wrong."""
        if missing := undecided(row.form.data):
            return self._ask_again(row, missing)
        if row.form.is_unchanged and (row.answer or row.form.data.get("note", "").strip()):
            return self._without_answer(row, by=by)
        if row.form.record(
            recommendation=row.recommendation, document=self.document, cycle=self.cycle, by=by
        ):
            return self._saved(row)
        if row.form.conflict and row.form.conflict.current:
            begun = self._base(row, seen(dict(row.form.cleaned_data)))
            row.clash = clash(row.form, row.form.conflict.current, begun)
        return row

    def _saved(self, row: Row) -> Row:
        """The row with the answer that was just recorded; read anew only if a note came with it."""
        saved = self.row(row.reference) if row.form.cleaned_data["note"] else row
        answer: Any = row.form.result
        answer.returned_before = row.returned
        form = response_form(row.recommendation, self.document, answer, shared={})
        return Row(saved.recommendation, answer, form, message="Saved as a draft.")

    def _ask_again(self, row: Row, missing: list[str]) -> Row:
        """The same conflict, with what is still to be chosen."""
        names = ", ".join(str(row.form[name].label) for name in missing)
        theirs = entry_named(row.form.data["over"], row.recommendation, self.document)
        if row.form.is_valid() and theirs:
            row.clash = clash(row.form, theirs, self._base(row, row.form.data.get("expected", "")))
        row.form.add_error(None, f"Both of you changed this. Choose yours or theirs: {names}.")
        return row

    def _without_answer(self, row: Row, *, by: User) -> Row:
        """The row after its note was written, if there is one, and nothing else changed."""
        noted = row.form.note_down(row.recommendation, by=by)
        if "note" in row.form.errors:
            return row
        found = self.row(row.reference)
        found.message = "Note saved." if noted else "Saved already. Nothing was changed."
        return found

    def _base(self, row: Row, seen: str) -> Mapping[str, str]:
        """What the person had before them when they began: an entry, or what a new row holds."""
        if entry := entry_named(seen, row.recommendation, self.document):
            return plain_answer(entry)
        blank = self._row(row.recommendation, None).form
        return plain({name: blank[name].value() for name in FIELDS})
