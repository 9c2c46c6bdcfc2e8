"""Within another action: what a file says otherwise of records that are here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError

from tracker.models import Document, Recommendation, Response, ReviewCycle, State, User

from .amendments import open_changes, propose
from .answers import SUBSTANCE, put_in_place
from .batches import Entry, Verdict, current_answers, judge
from .locks import held_by_key
from .recommendations import change_draft, plain_recommendation
from .records import same
from .row_values import ANSWER, Faults, Names, Row, lines, said

_GONE = "the record it would change is not here any more"
_WITHDRAWN = "the record it would change is withdrawn"
_CHANGED = "somebody has changed the record"


@dataclass(slots=True)
class Change:
    """What a row changes: the record that it is about, and what an undo has to know."""

    row: Row
    record: Recommendation
    verdict: Verdict | None = None
    undo: dict[str, Any] = field(default_factory=dict)

    @property
    def answer(self) -> Response | None:
        """The answer that is written for it."""
        return self.verdict.meant if self.verdict and self.verdict.is_written else None


def held_records(rows: Sequence[Row]) -> dict[int, Recommendation]:
    """Within another action: what rows change, as it is now and nobody else changes it."""
    keys = {row.record_id for row in rows if row.record_id}
    held = held_by_key(Recommendation, keys).defer("search_vector")
    return {record.pk: record for record in held.select_related("document", "cycle")}


def moved_on(rows: Iterable[Row], records: Mapping[int, Recommendation]) -> Faults:
    """Rows whose record is not what they were compared with."""
    faults: Faults = []
    for row in rows:
        record = records.get(row.record_id or 0)
        if record is None:
            faults.append((row, _GONE))
        elif record.state == State.WITHDRAWN:
            faults.append((row, _WITHDRAWN))
        elif record.version != row.expected:
            faults.append((row, _CHANGED))
    return faults


def judged(
    changes: Sequence[Change], names: Names, *, by: User, reason: str
) -> tuple[Faults, Faults]:
    """
    Judge the answers of changed rows by the rules of a batch: what has moved on, what is wrong.

    Only that of an answer changes in which the row differs from it.
    """
    conflicts: Faults = []
    faults: Faults = []
    for (document, cycle), some in _by_source(changes, names).items():
        now = current_answers(document, [change.record for change in some])
        entries = [_entry(change, now.get(change.record.pk)) for change in some]
        found = judge(entries, cycle=cycle, document=document, by=by, reason=reason)
        for change, verdict in zip(some, found, strict=True):
            change.verdict = verdict
            if verdict.why:
                (conflicts if verdict.is_conflict else faults).append((change.row, verdict.why))
    return conflicts, faults


def _by_source(
    changes: Iterable[Change], names: Names
) -> dict[tuple[Document, ReviewCycle | None], list[Change]]:
    """Changes with an answer, by the document that gives it and its review."""
    found = defaultdict(list)
    for change in changes:
        says = change.row.answer
        if says and change.row.changed_in_answer:
            document = names.record(Document, says["document"])
            cycle = names.record(ReviewCycle, says["cycle"]) if says.get("cycle") else None
            found[document, cycle or change.record.cycle].append(change)
    return found


def _entry(change: Change, now: Response | None) -> Entry:
    """
    What an answer is to say, and the one that was seen there: the present one if it says what it
    said when the row was compared with it.
    """
    says = {name: value for name, value in change.row.answer.items() if name not in ANSWER}
    differs = change.row.changed_in_answer
    if now is None:
        return Entry(change.record, "another" if any(differs.values()) else "", says)
    is_as_seen = all(_text(getattr(now, name)) == old for name, old in differs.items())
    kept = {name: getattr(now, name) for name in SUBSTANCE}
    changed = {name: says[name] for name in differs}
    return Entry(change.record, now.key if is_as_seen else "another", kept | changed)


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def write_changes(changes: Sequence[Change], *, by: User, reason: str) -> None:
    """
    Within another action: change drafts, propose amendments of what is published, enter answers.

    Raises ValidationError, naming the rows, if one breaks a rule.
    """
    faults: Faults = []
    for change in changes:
        try:
            _write(change, by=by, reason=reason)
        except ValidationError as error:
            faults.append((change.row, said(error)))
    if faults:
        raise ValidationError(lines(faults))
    answers = [change for change in changes if change.answer]
    for change in answers:
        assert change.verdict  # noqa: S101 - it has an answer
        before = change.verdict.current
        change.undo["replaced"] = before.pk if before and not before.is_published else None
    put_in_place([(c.verdict.meant, c.verdict.current) for c in answers if c.verdict], by)


def _write(change: Change, *, by: User, reason: str) -> None:
    row, record = change.row, change.record
    says = row.fields
    now = plain_recommendation(record)
    if others := set(says) - set(now):
        raise ValidationError(dict.fromkeys(sorted(others), "There is no such field."))
    differing = {name: says[name] for name in row.changed if name in says}
    changes = {name: value for name, value in differing.items() if not same(now[name], value)}
    if not changes:
        return
    if not record.is_published:
        change.undo["was"] = {name: now[name] for name in changes}
        change_draft(record, changes)
        return
    if open_changes(record):
        raise ValidationError("Another change of it waits for approval: decide that first.")
    change.undo["amendment"] = propose(record, changes, reason=reason, by=by).pk
