"""A sheet: a review cycle's recommendations in rows, and what one document answers to each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import Http404, QueryDict

from tracker.actions.base import Conflict
from tracker.filters.answers import Tally, asked_in, asked_rows, count_left, with_answers
from tracker.models import Document, Recommendation, Response, ReviewCycle, User

from .responses import OWN, SHARED, ResponseForm, SheetForm, response_form

ROWS = 50


@dataclass
class Difference:
    """One field of a conflict: what the colleague entered, and what was typed here."""

    label: str
    theirs: str
    ours: str

    @property
    def differs(self) -> bool:
        return self.theirs != self.ours


@dataclass
class Row:
    """One recommendation of a sheet, its answer so far and the form that records one."""

    recommendation: Recommendation
    answer: Response | None
    form: ResponseForm
    message: str = ""
    conflict: Response | None = None

    @property
    def reference(self) -> str:
        return self.recommendation.reference

    @property
    def differences(self) -> list[Difference]:
        return [
            Difference(
                label=str(self.form[name].label),
                theirs=_shown(self.form, name, getattr(self.conflict, name)),
                ours=_shown(self.form, name, self.form[name].value()),
            )
            for name in [*OWN, *SHARED]
            if self.conflict
        ]

    @property
    def has_open_details(self) -> bool:
        return any(self.form.errors.get(name) for name in SHARED)


def _shown(form: ResponseForm, name: str, value: Any) -> str:
    choices = dict(getattr(form.fields[name], "choices", []))
    return str(choices.get(str(value), value or ""))


@dataclass
class Sheet:
    """What `cycle` was asked, beside what `document` answers; `query` is the address's."""

    cycle: ReviewCycle
    document: Document
    query: QueryDict
    choice: SheetForm = field(init=False)

    def __post_init__(self) -> None:
        self.choice = SheetForm(self.query, cycle=self.cycle, document=self.document)

    def tally(self) -> Tally:
        return count_left(self.cycle, self.document, with_ngos=self.choice.question.with_ngos)

    def page(self) -> tuple[Page[int], list[Row]]:
        """One page of rows: where it is, and what is in it."""
        keys = asked_rows(self.cycle, self.document, self.choice.question)
        page = Paginator(keys, ROWS).get_page(self.query.get("page"))
        return page, self._rows(list(page.object_list))

    def _rows(self, keys: Sequence[int]) -> list[Row]:
        shared = self.choice.shared
        return [
            Row(asked, answer, response_form(asked, self.document, answer, shared=shared))
            for asked, answer in with_answers(keys, self.document)
        ]

    def row(self, reference: str, data: QueryDict | None = None) -> Row:
        """The row of a recommendation of this cycle, with what was typed; Http404 if none."""
        keys = asked_in(self.cycle, with_ngos=True).filter(reference=reference)
        for asked, answer in with_answers(list(keys.values_list("pk", flat=True)), self.document):
            form = response_form(asked, self.document, answer, shared=self.choice.shared, data=data)
            return Row(asked, answer, form)
        raise Http404

    def save(self, row: Row, *, by: User) -> Row:
        """The row as it is once saved; or the same row, with what was typed and what is wrong."""
        if row.answer and row.form.is_valid() and row.form.is_unchanged:
            row.message = "Nothing was changed, so nothing was saved."
            return row
        if not row.form.record(
            recommendation=row.recommendation, document=self.document, cycle=self.cycle, by=by
        ):
            if isinstance(row.form.conflict, Conflict):
                row.conflict = row.form.conflict.current
            return row
        saved = self.row(row.reference)
        saved.message = "Saved as a draft."
        return saved
