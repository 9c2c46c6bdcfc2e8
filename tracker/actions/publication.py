"""From draft to public and back, the same for every record that needs two people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from tracker.models import (
    REPLACED,
    REPLACED_TEXT,
    Amendment,
    Assessment,
    Development,
    Evidence,
    Publishable,
    Recommendation,
    Response,
    State,
    Translation,
    User,
)
from tracker.permissions import Permission

from .amendments import open_changes
from .base import Conflict, action
from .developments import amend_development
from .disclosure import disclose
from .locks import held_by_key, hold_all, hold_one
from .recommendations import apply_amendment, next_reference
from .second_person import why_not_own
from .translations import replaced_by


@action(Permission.RECORD)
def submit(*, records: Sequence[Publishable], by: User) -> int:
    """
    Send drafts for approval; says how many. Those that are no longer drafts stay as they are.

    Why one was returned is answered by sending it again: from then on it is in the history alone.
    """
    sent = 0
    for record in hold_all(records):
        if record.is_draft:
            record.returned_reason = ""
            _step(record, State.IN_REVIEW, "submitted", by)
            sent += 1
    return sent


@action(Permission.APPROVE)
def approve(*, record: Publishable, by: User, expected: str | None = None) -> Publishable:
    """
    Publish what another person wrote.

    `expected` is the `sent_mark` of what they read: Conflict if it was changed and sent again
    since, or is no longer in review. Raises ValidationError if it is one's own (unless the
    two-person rule is off) or if what it belongs to or rests on is not published.
    """
    record = hold_one(record)
    _approve(record, by, expected)
    disclose([record])
    return record


def sent_mark(record: Publishable) -> str:
    """Names the version of a record that waits for approval; "" if none does."""
    return record.submitted_at.isoformat() if record.submitted_at else ""


@action(Permission.APPROVE)
def approve_all(
    *, records: Sequence[Publishable], by: User, expected: Mapping[Publishable, str] | None = None
) -> list[tuple[Publishable, str]]:
    """
    Publish what can be of several records, each judged as by `approve`.

    `expected` is the `sent_mark` of each as it was read. Gives those that were refused, each with
    the reason; they stay as they were.
    """
    read = expected or {}
    refused: list[tuple[Publishable, str]] = []
    published = []
    for record in hold_all(records):
        try:
            with transaction.atomic():
                _approve(record, by, read.get(record))
            published.append(record)
        except Conflict as conflict:
            refused.append((record, str(conflict)))
        except ValidationError as error:
            refused.append((record, " ".join(error.messages)))
    disclose(published)
    return refused


@action(Permission.APPROVE)
def return_all(
    *,
    records: Sequence[Publishable],
    reason: str,
    by: User,
    expected: Mapping[Publishable, str] | None = None,
) -> list[tuple[Publishable, str]]:
    """
    Send several records back to their authors with one note, each judged as by `return_to_author`.

    Gives those that were refused, each with the reason; they stay as they were.
    """
    read = expected or {}
    refused: list[tuple[Publishable, str]] = []
    for record in hold_all(records):
        try:
            _return(record, reason, read.get(record))
        except Conflict as conflict:
            refused.append((record, str(conflict)))
    return refused


def _approve(record: Publishable, by: User, expected: str | None) -> None:
    _must_be_in_review(record, expected)
    if own := why_not_own(record, by):
        raise ValidationError(own)
    _must_be_about_what_is_public(record)
    if isinstance(record, Assessment):
        _must_rest_on_what_is_public(record)
    if isinstance(record, Recommendation) and not record.reference.startswith("R-"):
        record.reference = next_reference()
    if isinstance(record, Amendment) and record.development_id:
        amend_development(record)
    elif isinstance(record, Amendment):
        apply_amendment(record)
    if isinstance(record, Translation) and (earlier := replaced_by(record)):
        _withdraw(earlier, REPLACED_TEXT, by)
    _step(record, State.PUBLISHED, "approved", by)


@action(Permission.APPROVE)
def return_to_author(
    *, record: Publishable, reason: str, by: User, expected: str | None = None
) -> Publishable:
    """
    Send a record back to its author, saying what to change.

    `expected` as in `approve`: Conflict if it is another by now, or is not in review.
    """
    record = hold_one(record)
    _return(record, reason, expected)
    return record


def _return(record: Publishable, reason: str, expected: str | None) -> None:
    _must_be_in_review(record, expected)
    if not reason.strip():
        raise ValidationError({"reason": "Say what the author should change."})
    record.returned_reason = reason.strip()
    _make_draft(record)


def _make_draft(record: Publishable) -> None:
    record.state = State.DRAFT
    record.submitted_at = record.submitted_by = None
    record.save()


@action(Permission.WITHDRAW)
def withdraw(*, record: Publishable, reason: str, by: User) -> Publishable:
    """
    Take a record back for good, with a reason that stays beside its place.

    Raises Conflict if it is withdrawn already, or if a correction of it is public or on its way:
    without it, what it corrected itself would be in force again. Its open changes go with it.
    """
    hold_all([record, *open_changes(record)])
    record = hold_one(record)
    if record.state == State.WITHDRAWN:
        raise Conflict("This is withdrawn already.", record)
    if not reason.strip():
        raise ValidationError({"reason": "Say why it is withdrawn."})
    if isinstance(record, Response | Assessment):
        _must_be_the_last_word(record)
    if isinstance(record, Response | Development):
        _must_not_be_all_that_an_assessment_rests_on(record)
    for change in open_changes(record):
        _withdraw(change, "The record was withdrawn.", by)
    _withdraw(record, reason.strip(), by)
    return record


@action(Permission.RECORD)
def recall(*, record: Publishable, by: User) -> Publishable:
    """Make what one wrote or sent a draft again; Conflict if it is no longer in review."""
    record = hold_one(record)
    _must_be_in_review(record, None)
    if by.pk not in {record.recorded_by_id, record.submitted_by_id}:
        raise ValidationError("Only who wrote or sent this takes it back.")
    _make_draft(record)
    return record


@action(Permission.RECORD)
def discard(*, record: Publishable, by: User) -> Publishable:
    """
    Take back one's own draft for good, before anybody has read it.

    Raises ValidationError if it is somebody else's, Conflict if it is no longer a draft.
    """
    record = hold_one(record)
    if not record.is_draft:
        raise Conflict("This is no longer a draft.", record)
    if record.recorded_by_id != by.pk:
        raise ValidationError("Only its author discards a draft.")
    _withdraw(record, "Discarded by its author before it was approved.", by)
    return record


def replace_draft(record: Publishable, *, by: User) -> None:
    """Within another action: a draft makes room for the entry that its author writes instead."""
    _withdraw(record, REPLACED, by)


def _withdraw(record: Publishable, reason: str, by: User) -> None:
    record.withdrawn_reason = reason
    _step(record, State.WITHDRAWN, "withdrawn", by)


def _step(record: Publishable, state: State, step: str, by: User) -> None:
    record.state = state
    setattr(record, f"{step}_at", timezone.now())
    setattr(record, f"{step}_by", by)
    record.save()


def _must_be_in_review(record: Publishable, expected: str | None) -> None:
    if record.state != State.IN_REVIEW:
        raise Conflict(f"This is no longer in review: {_what_became(record)}", record)
    if expected is not None and expected != sent_mark(record):
        raise Conflict("This was changed and sent again since you opened it: read it anew.", record)


def _what_became(record: Publishable) -> str:
    """What somebody else did with a record meanwhile."""
    if record.is_published:
        return f"{record.approved_by} approved it on {record.approved_at:%d %b at %H:%M} UTC."
    if record.state == State.WITHDRAWN:
        return f"it is withdrawn. Reason: {record.withdrawn_reason}"
    returned = f" with the note: “{record.returned_reason}”" if record.returned_reason else ""
    return f"it is a draft of its author again{returned}."


def _must_be_about_what_is_public(record: Publishable) -> None:
    asked: Recommendation | None = getattr(record, "recommendation", None)
    if asked and not asked.is_published:
        raise ValidationError(f"Approve the recommendation {asked.reference} first.")
    if isinstance(record, Amendment | Translation) and not record.subject.is_published:
        raise ValidationError(f"“{record.subject}” is not public any more.")


def _must_rest_on_what_is_public(assessment: Assessment) -> None:
    """Held to the end, so that nobody withdraws meanwhile what this alone rests on."""
    rows = assessment.evidence.all()
    for model, name in ((Development, "development_id"), (Response, "response_id")):
        keys = {key for row in rows if (key := getattr(row, name))}
        for thing in held_by_key(model, keys, unchanged=True):
            if not thing.is_published:
                message = f"It rests on “{thing}”, which is not published: decide that first."
                raise ValidationError(message)


def _must_be_the_last_word(record: Response | Assessment) -> None:
    if correction := record.corrections.exclude(state=State.WITHDRAWN).first():
        raise Conflict("This was corrected: withdraw the correction first.", correction)


def _must_not_be_all_that_an_assessment_rests_on(record: Response | Development) -> None:
    name = str(record._meta.model_name)
    other = Q(document__isnull=False) | Q(development__state=State.PUBLISHED)
    other |= Q(response__state=State.PUBLISHED)
    others = Evidence.objects.filter(other, ~Q(**{name: record}), assessment=OuterRef("assessment"))
    alone = Evidence.objects.filter(
        ~Exists(others), assessment__state=State.PUBLISHED, **{name: record}
    ).select_related("assessment__recommendation")
    if held := alone.first():
        reference = held.assessment.recommendation.reference
        raise ValidationError(
            f"A published assessment of {reference} rests on this alone: withdraw that first."
        )
