"""Answers to many recommendations at once: judged one by one, written together or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.utils import timezone

from tracker.models import (
    Batch,
    BatchEntry,
    Document,
    Recommendation,
    Response,
    ReviewCycle,
    State,
    User,
)
from tracker.permissions import Permission

from .answers import SUBSTANCE, bring_back, put_in_place, touched, withdraw_answers
from .base import Conflict, action
from .corrections import follow
from .locks import held_now, hold
from .records import by_hand

_RECORDS = ["recommendation", "document", "cycle", "recorded_by", "supersedes"]
_UNDONE = "Taken back with the batch that it was recorded in."


@dataclass(frozen=True)
class Entry:
    """
    What a person wants one row to say.

    `expected` is the key of the answer that they saw there, "" for none.
    """

    recommendation: Recommendation
    expected: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Verdict:
    """
    What becomes of an entry: what is `meant` is written in place of the `current` answer.

    It is not if the row says it already, or if `why` says what is against it.
    """

    entry: Entry
    current: Response | None
    meant: Response
    why: str = ""
    is_conflict: bool = False
    is_unchanged: bool = False

    @property
    def is_written(self) -> bool:
        return not (self.why or self.is_unchanged)


@dataclass(frozen=True)
class Recorded:
    """The batch that was written, None if nothing was; and what became of each entry."""

    batch: Batch | None
    verdicts: list[Verdict]


def judge(
    entries: Sequence[Entry],
    *,
    cycle: ReviewCycle | None,
    document: Document,
    by: User,
    reason: str = "",
) -> list[Verdict]:
    """
    What would become of each entry now, in as many queries for one as for hundreds.

    The rules are those of `record_response`: a draft is replaced, a published answer is corrected
    (then `reason` is needed), and what somebody has changed since it was seen is left alone.
    """
    current = current_answers(document, [entry.recommendation for entry in entries])
    published = [row.pk for row in current.values() if row.is_published]
    live = Response.objects.exclude(state=State.WITHDRAWN).filter(supersedes__in=published)
    corrected = set(live.values_list("supersedes", flat=True))
    about = {"cycle": cycle, "document": document, "recorded_by": by}
    return [
        _judged(entry, current.get(entry.recommendation.pk), about, reason.strip(), corrected)
        for entry in entries
    ]


def current_answers(
    document: Document, recommendations: Iterable[Recommendation]
) -> dict[int, Response]:
    """By recommendation: the document's answer that no later entry has replaced."""
    rows = Response.objects.filter(document=document, recommendation__in=list(recommendations))
    rows = rows.exclude(state=State.WITHDRAWN).select_related("recorded_by").order_by("pk")
    return {row.recommendation_id: row for row in rows}


def _judged(
    entry: Entry,
    current: Response | None,
    about: Mapping[str, Any],
    reason: str,
    corrected: set[int | None],
) -> Verdict:
    meant = Response(
        recommendation=entry.recommendation, **by_hand(Response, dict(entry.values)), **about
    )
    try:
        _must_be_valid(meant)
        if current and all(getattr(meant, name) == getattr(current, name) for name in SUBSTANCE):
            return Verdict(entry, current, meant, is_unchanged=True)
        if entry.expected != (current.key if current else ""):
            return Verdict(entry, current, meant, _changed_by(current), is_conflict=True)
        if current:
            _must_be_correctable(current, reason, corrected)
            follow(meant, current, reason)
    except ValidationError as error:
        return Verdict(entry, current, meant, _said(error))
    return Verdict(entry, current, meant)


def _must_be_valid(meant: Response) -> None:
    """As `full_clean`, which asks the database for each record that a row points at."""
    if not meant.position:
        raise ValidationError("Choose a position: this row has none yet.")
    if not meant.responded_on:
        raise ValidationError("Say when China answered: the document has no date.")
    meant.clean_fields(exclude=_RECORDS)
    meant.clean()


def _said(error: ValidationError) -> str:
    """A refusal in a line, each message with its field."""
    found = error.update_error_dict({})
    named = [
        f"{Response._meta.get_field(name).verbose_name}: {message}"  # type: ignore[union-attr]
        for name, messages in found.items()
        if name != NON_FIELD_ERRORS
        for message in ValidationError(messages).messages
    ]
    rest = ValidationError(found.get(NON_FIELD_ERRORS, [])).messages
    return " ".join(words[:1].upper() + words[1:] for words in [*named, *rest])


def _changed_by(current: Response | None) -> str:
    if current is None:
        return "The answer that stood here was withdrawn meanwhile."
    return f"{current.recorded_by} has recorded an answer here meanwhile."


def _must_be_correctable(current: Response, reason: str, corrected: set[int | None]) -> None:
    if current.pk in corrected:
        raise ValidationError("Another correction of this answer is on its way.")
    if current.is_published and not reason:
        raise ValidationError("It is published: say why published answers are corrected.")


@action(Permission.RECORD)
def record_batch(
    *,
    kind: str,
    entries: Sequence[Entry],
    cycle: ReviewCycle,
    document: Document,
    by: User,
    reason: str = "",
) -> Recorded:
    """
    Record the answers of one document to many recommendations.

    All that can be written is written together, and remembered as a Batch, so that it can be
    undone; what `judge` finds something against by then is left as it is. Raises ValidationError
    if a recommendation is there twice.
    """
    if len({entry.recommendation.pk for entry in entries}) < len(entries):
        raise ValidationError("A recommendation is there twice.")
    hold([entry.recommendation for entry in entries])
    verdicts = judge(entries, cycle=cycle, document=document, by=by, reason=reason)
    found = [(row.meant, row.current) for row in verdicts if row.is_written]
    if not found:
        return Recorded(None, verdicts)
    batch = Batch(kind=kind, cycle=cycle, document=document, recorded_by=by)
    batch.full_clean()
    batch.save()
    put_in_place(found, by)
    BatchEntry.objects.bulk_create(
        [BatchEntry(batch=batch, written=answer, before=before) for answer, before in found]
    )
    return Recorded(batch, verdicts)


def why_not_undo(batch: Batch, by: User) -> str:
    """Why this person cannot undo a batch; "" if they can."""
    if batch.undone_at:
        return "This batch was undone already."
    if by.may(Permission.APPROVE):
        return ""
    if batch.recorded_by_id != by.pk:
        return "Only its author or a coordinator undoes a batch."
    mine = Batch.objects.filter(document=batch.document, recorded_by=by, undone_at=None)
    if mine.filter(pk__gt=batch.pk).exists():
        return "Undo your later batch of this document first."
    return ""


@action(Permission.RECORD)
def undo_batch(*, batch: Batch, by: User) -> Batch:
    """
    Return each row of a batch to what it was before, unless somebody has touched it since.

    A first answer is taken back, a replaced draft is entered again, in its author's name and where
    it stood; what was published stays as it is. Each row that is left says why. Raises Conflict
    if it was undone already, ValidationError if one's own later batch comes first,
    PermissionDenied if it is somebody else's.
    """
    rows = batch.entries.select_related("written__recommendation", "before")
    entries = list(rows.defer("written__recommendation__search_vector"))
    hold([entry.written.recommendation for entry in entries])
    batch = held_now(batch)
    _must_be_theirs_to_undo(batch, by)
    now = current_answers(batch.document, [entry.written.recommendation for entry in entries])
    for entry in entries:
        entry.left_because = touched(entry.written, now.get(entry.written.recommendation_id))
    undone = [entry for entry in entries if not entry.left_because]
    withdraw_answers([entry.written for entry in undone], _UNDONE, by)
    bring_back([row.before for row in undone if row.before and not row.before.is_published])
    BatchEntry.objects.bulk_update([row for row in entries if row.left_because], ["left_because"])
    batch.undone_at, batch.undone_by = timezone.now(), by
    batch.save()
    return batch


def _must_be_theirs_to_undo(batch: Batch, by: User) -> None:
    why = why_not_undo(batch, by)
    if batch.undone_at:
        raise Conflict(why, batch)
    if why and batch.recorded_by_id != by.pk:
        raise PermissionDenied(why)
    if why:
        raise ValidationError(why)
