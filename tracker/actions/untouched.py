"""What has happened to the drafts and answers of an import since it was confirmed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from tracker.models import (
    Amendment,
    Invocation,
    Recommendation,
    Response,
    SourceKey,
    StagedRow,
    State,
)
from tracker.models.uses import references_to, referring, use_words

from .answers import touched
from .row_values import Row

_WITH_IT = (Invocation, Response, SourceKey, StagedRow)  # goes with a record, or is looked at apart
_BECAME = {
    State.IN_REVIEW: "It was sent for approval since.",
    State.PUBLISHED: "It was published since.",
    State.WITHDRAWN: "It was withdrawn since.",
}


class Since:
    """Judges the rows of an import, all of them with as many queries as one."""

    def __init__(self, rows: Sequence[Row], records: Mapping[int, Recommendation]) -> None:
        self._records = records
        self._written = Response.objects.in_bulk([row.answer_id for row in rows if row.answer_id])
        self._answers = _live_answers(records)
        self._used = _uses(Recommendation, records, _WITH_IT)
        self._used_answers = _uses(Response, self._written, (StagedRow,))
        proposed = [row.undo["amendment"] for row in rows if row.undo.get("amendment")]
        self._proposed = Amendment.objects.in_bulk(proposed)

    def of_new(self, row: Row) -> str:
        """Why the draft that a row became has to stay; "" if nobody has touched it."""
        record = self._records.get(row.record_id or 0)
        if record is None:
            return "It is not here any more."
        if why := _draft_touched(record, 1):
            return why
        if uses := self._used.get(record.pk):
            return f"It has {', '.join(sorted(uses))} by now."
        if self._others(row):
            return "Another answer was recorded to it since."
        return self.of_answer(row)

    def of_changed(self, row: Row) -> str:
        """Why what a row changed has to stay so; "" if nobody has touched it."""
        record = self._records.get(row.record_id or 0)
        if record is None:
            return "It is not here any more."
        change = self._proposed.get(row.undo.get("amendment", 0))
        if change and change.is_published:
            return "The change was approved since."
        if "was" in row.undo and (why := _draft_touched(record, (row.expected or 0) + 1)):
            return why
        return self.of_answer(row)

    def of_answer(self, row: Row) -> str:
        """The same of the answer that was recorded with it, if one was."""
        written = self._written.get(row.answer_id or 0)
        if written is None:
            return ""
        if uses := self._used_answers.get(written.pk):
            return f"Its answer has {', '.join(sorted(uses))} by now."
        live = self._answers[written.recommendation_id]
        same = [answer for answer in live if answer.document_id == written.document_id]
        return touched(written, same[-1] if same else None)

    def written(self, row: Row) -> Response | None:
        """The answer that a row became."""
        return self._written.get(row.answer_id or 0)

    def _others(self, row: Row) -> list[Response]:
        written = self.written(row)
        source = written.document_id if written else None
        live = self._answers[row.record_id or 0]
        return [answer for answer in live if answer.document_id != source]


def _draft_touched(record: Recommendation, version: int) -> str:
    if why := _BECAME.get(State(record.state)):
        return why
    if record.returned_reason:
        return "It was sent and returned since."
    return "It was changed since." if record.version != version else ""


def _live_answers(records: Iterable[int]) -> dict[int, list[Response]]:
    """The answers of recommendations that are not withdrawn, the last entered last."""
    found: dict[int, list[Response]] = defaultdict(list)
    rows = Response.objects.filter(recommendation__in=list(records)).exclude(state=State.WITHDRAWN)
    for row in rows.select_related("recorded_by").order_by("pk"):
        found[row.recommendation_id].append(row)
    return found


def _uses(model: Any, keys: Collection[int], but: tuple[type, ...]) -> dict[int, set[str]]:
    """By primary key: in words, what refers to rows of a model."""
    found: dict[int, set[str]] = defaultdict(set)
    for field in references_to(model):
        if not issubclass(field.model, but):
            rows = referring(field).filter(**{f"{field.name}__in": list(keys)})
            for key in rows.values_list(field.attname, flat=True).distinct():
                found[key].add(use_words(field, 2))
    return found
