"""Many rows of a table at once: looked at first, then recorded as they were seen."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from tracker.actions.answers import SUBSTANCE
from tracker.actions.batches import (
    Entry,
    Recorded,
    Verdict,
    current_answers,
    judge,
    record_batch,
)
from tracker.filters.batches import changed_lines
from tracker.filters.faces import Line
from tracker.models import (
    RECORDABLE_POSITIONS,
    Batch,
    Certainty,
    Recommendation,
    Response,
    User,
)
from tracker.models.fields import LanguageField, PartialDateFormField

from .base import LONGEST, ActionForm
from .fields import LinesField
from .responses import ANSWER_HELPS, SharedForm
from .tables import MOST_ROWS, Table

_SEEN = re.compile(r"(\d{1,4})=([RD]-\w{4,12}):([-\w]{0,80})")


@dataclass(frozen=True)
class Wanted:
    """What one row is given: `number` says which line of the input it stands in."""

    number: int
    recommendation: Recommendation
    given: dict[str, Any]


@dataclass(frozen=True)
class Fault:
    """A line that could not be read."""

    number: int
    found: str
    why: str


@dataclass(frozen=True)
class Shown:
    """One row of a preview: what it says now, and what it would say."""

    wanted: Wanted
    verdict: Verdict

    @property
    def recommendation(self) -> Recommendation:
        return self.wanted.recommendation

    @property
    def outcome(self) -> str:
        """new, changed, unchanged, or left as it is."""
        if not self.verdict.is_written:
            return "unchanged" if self.verdict.is_unchanged else "left"
        return "changed" if self.verdict.current else "new"

    @property
    def lines(self) -> list[Line]:
        names = [name for name in SUBSTANCE if self.verdict.current or name in self.wanted.given]
        return changed_lines(self.verdict.current, self.verdict.meant, names)

    @property
    def mark(self) -> str:
        return f"{self.wanted.number}={self.recommendation.reference}:{self.verdict.entry.expected}"


class BatchForm(ActionForm):
    """
    Rows to be changed at once. `preview` finds what would become of each, and `mark` then names
    what was seen; `record` writes what that names, as long as nobody has changed it meanwhile.

    `wanted` gives the rows and what each is given; ValidationError if the input cannot be read.
    """

    kind: Batch.Kind
    wanted: Callable[[], Iterable[Wanted]]
    is_confirmed = False

    seen = forms.CharField(required=False, widget=forms.HiddenInput, max_length=60_000)
    reason = forms.CharField(
        required=False,
        max_length=2000,
        label="Why published answers are corrected",
        help_text="Only where the rows have some: those are left out without it.",
    )

    def __init__(self, *args: Any, table: Table, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table = table
        self.shown: list[Shown] = []
        self.faults: list[Fault] = []

    @property
    def marks(self) -> dict[int, tuple[str, str]]:
        """What was seen before it was confirmed: by line, the row's reference and answer."""
        if not self.is_confirmed:
            return {}
        found = _SEEN.findall(self.cleaned_data.get("seen", ""))
        return {int(number): (reference, key) for number, reference, key in found}

    def preview(self, *, by: User, only: Collection[str] = ()) -> bool:
        """Find what would become of the rows, or of `only` some of them; nothing is written."""
        if not self.is_valid() or (rows := self._read()) is None:
            return False
        if only:
            rows = [row for row in rows if row.recommendation.reference in only]
        entries = self._entries(rows)
        verdicts = judge(entries, by=by, reason=self.cleaned_data["reason"], **self._about)
        self.shown = [Shown(*both) for both in zip(rows, verdicts, strict=True)]
        return True

    def record(self, *, by: User) -> bool:
        """
        Write what was seen; `result` says what became of each row.

        False if anything was left out: those rows are then in the preview as they are now.
        """
        self.is_confirmed = True
        if not self.is_valid() or (rows := self._read()) is None:
            return False
        seen = dict(self.marks.values())
        self.to_record = self._entries(rows, seen)
        if not self.apply(record_batch, by=by, **self._about):
            return False
        left = {row.entry.recommendation.reference for row in self.result.verdicts if row.why}
        if left:
            self.preview(by=by, only=left)
        return not left

    def arguments(self) -> dict[str, Any]:
        reason = self.cleaned_data["reason"]
        return {"kind": self.kind, "entries": self.to_record, "reason": reason}

    @property
    def _about(self) -> dict[str, Any]:
        return {"cycle": self.table.cycle, "document": self.table.document}

    def _read(self) -> list[Wanted] | None:
        try:
            rows = list(self.wanted())
            if len(rows) > MOST_ROWS:
                raise ValidationError(
                    f"These are {len(rows)} rows. Up to {MOST_ROWS} are changed at once: "
                    "choose fewer."
                )
        except ValidationError as error:
            self._take_over(error)
            return None
        return rows

    def _entries(self, rows: Sequence[Wanted], seen: dict[str, str] | None = None) -> list[Entry]:
        """Each row with all that it shall say; what is not given stays as it is."""
        now = current_answers(self.table.document, [row.recommendation for row in rows])
        entries = []
        for row in rows:
            answer = now.get(row.recommendation.pk)
            key = answer.key if answer else ""
            expected = key if seen is None else seen.get(row.recommendation.reference, "")
            values = self._start(answer) | row.given
            entries.append(Entry(row.recommendation, expected, values))
        return entries

    def _start(self, answer: Response | None) -> dict[str, Any]:
        if answer:
            return {name: getattr(answer, name) for name in SUBSTANCE}
        start = SharedForm(self.table.query).start(self.table.document)
        return {name: value for name, value in start.items() if value}

    @property
    def ready(self) -> list[Shown]:
        """The rows that would be written."""
        return [row for row in self.shown if row.verdict.is_written]

    @property
    def left_out(self) -> list[Shown]:
        return [row for row in self.shown if row.verdict.why]

    @property
    def unchanged(self) -> list[Shown]:
        return [row for row in self.shown if row.verdict.is_unchanged]

    @property
    def mark(self) -> str:
        """Names what the preview shows, for the confirmation."""
        return " ".join(row.mark for row in self.ready)

    @property
    def given(self) -> list[tuple[str, Any]]:
        """What was typed, for the confirmation to carry along."""
        return [(bound.html_name, bound.value() or "") for bound in self if bound.name != "seen"]

    @property
    def recorded(self) -> Recorded | None:
        return self.result if isinstance(self.result, Recorded) else None

    @property
    def written(self) -> int:
        return sum(row.is_written for row in self.recorded.verdicts) if self.recorded else 0


def _choice(name: str, label: str, choices: Any) -> forms.ChoiceField:
    offered = [("", "Leave as it is"), *choices]
    return forms.ChoiceField(
        label=label, choices=offered, required=False, help_text=ANSWER_HELPS[name]
    )


class FillForm(BatchForm):
    """The same for every chosen row; what is left empty stays as it is in each."""

    kind = Batch.Kind.FILLED_IN
    not_in_future = ("responded_on",)

    position = _choice("position", "Position", [(p.value, p.label) for p in RECORDABLE_POSITIONS])
    category_as_stated = forms.CharField(
        label="China’s own category",
        max_length=100,
        required=False,
        help_text=ANSWER_HELPS["category_as_stated"],
    )
    words = LinesField(
        label="What China said",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=ANSWER_HELPS["words"],
    )
    locator = forms.CharField(
        label="Where in the document",
        max_length=150,
        required=False,
        help_text=ANSWER_HELPS["locator"],
    )
    responded_on = PartialDateFormField(
        label="Answered on", required=False, help_text=ANSWER_HELPS["responded_on"]
    )
    language = _choice("language", "Language of the words", LanguageField.LANGUAGES)
    words_kind = _choice("words_kind", "The words are", Response.WordsKind.choices)
    certainty = _choice("certainty", "How sure it is", Certainty.choices)

    field_order = [*SUBSTANCE, "reason", "seen"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not any(cleaned.get(name) for name in SUBSTANCE):
            raise ValidationError("Nothing is filled in. Fill in what the rows shall say.")
        return cleaned

    def wanted(self) -> Iterable[Wanted]:
        given = {name: value for name in SUBSTANCE if (value := self.cleaned_data[name])}
        seen = [reference for reference, _ in self.marks.values()]
        rows = self.table.named(seen) if self.is_confirmed else self.table.chosen
        return [Wanted(number, row, given) for number, row in enumerate(rows, 1)]
