"""The two-person rule: nobody publishes what they wrote or sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from typing import Any

from django.conf import settings
from django.db.models import Exists, F, OuterRef

from tracker.models import REPLACED, Assessment, Publishable, Response, State, User

_REWRITES = [
    "edit_recommendation", "propose_note", "revise_development", "relate", "remove_relation",
    "revise_translation", "confirm_import",
]  # fmt: skip
Writers = dict[int, set[int]]
# What two entries have in common of which one may have made room for the other
_LINES = {Response: ["recommendation", "document"], Assessment: ["recommendation"]}


def why_not_own(record: Publishable, by: User) -> str:
    """Why the two-person rule keeps this person from approving this record; "" if it does not."""
    if not settings.TWO_PERSON_RULE:
        return ""
    writers = other_writers(type(record), [record.pk])[record.pk]
    return own_words(
        by, author=record.recorded_by_id, sender=record.submitted_by_id, others=writers
    )


def own_words(
    by: User, *, author: int | None, sender: int | None, others: Set[int] = frozenset()
) -> str:
    """The same of a record that these have written and sent."""
    if not settings.TWO_PERSON_RULE:
        return ""
    if by.pk == author:
        return "You wrote this, so a second person has to approve it."
    if by.pk in others:
        return "You wrote part of this, so a second person has to approve it."
    if by.pk == sender:
        return "You sent this for approval, so a second person has to approve it."
    return ""


def other_writers(model: Any, keys: Iterable[int]) -> Writers:
    """
    By record: whoever wrote any part of what would be published, beside its author; one query.

    Those who changed a draft or a proposed change, as the history has it; of answers and
    assessments, the authors of the drafts that made room for them.
    """
    if model is Response:
        return _of_replaced_answers(list(keys))
    if model is Assessment:
        return _of_replaced_assessments(list(keys))
    found: Writers = defaultdict(set)
    events = model.pgh_event_model._default_manager.filter(
        pgh_obj_id__in=list(keys), pgh_context__action__in=_REWRITES
    )
    for record, writer in events.values_list("pgh_obj_id", "pgh_context__user"):
        if writer:
            found[record].add(writer)
    return found


def partly_by(model: Any, user: User) -> set[int]:
    """
    What waits for approval and this person wrote a part of, beside its author.

    The same answer as `other_writers`, asked of few records however many wait.
    """
    waiting = model._default_manager.filter(state=State.IN_REVIEW)
    if model in _LINES:
        same = {name: OuterRef(name) for name in _LINES[model]}
        mine = model.objects.filter(recorded_by=user, withdrawn_reason=REPLACED, **same)
        found = [*waiting.filter(Exists(mine)).values_list("pk", flat=True)]
        writers = other_writers(model, found) if found else {}
        return {key for key in found if user.pk in writers[key]}
    events = model.pgh_event_model._default_manager.filter(
        pgh_obj__in=waiting, pgh_context__action__in=_REWRITES, pgh_context__user=user.pk
    )
    return set(events.values_list("pgh_obj_id", flat=True))


def _of_replaced_answers(keys: list[int]) -> Writers:
    """A document's answers to an ask follow each other: what was replaced since one was public."""
    rows = Response.objects.filter(
        recommendation__responses__in=keys, recommendation__responses__document=F("document")
    )
    found: Writers = defaultdict(set)
    line: dict[tuple[int, int], set[int]] = defaultdict(set)
    for row in rows.order_by("pk").distinct().only(*_NEEDED, "document"):
        so_far = line[row.recommendation_id, row.document_id]
        found[row.pk] = set(so_far)
        if row.approved_at:
            so_far.clear()
        elif row.withdrawn_reason == REPLACED:
            so_far.add(row.recorded_by_id)
    return found


def _of_replaced_assessments(keys: list[int]) -> Writers:
    """
    Several assessments of an ask stand side by side, so each replaced one is followed.

    It made room within the action that recorded its successor: the last entry of the person who
    replaced it, begun before that moment.
    """
    rows = Assessment.objects.filter(recommendation__assessments__in=keys).distinct()
    every = list(rows.order_by("pk").only(*_NEEDED))
    found: Writers = defaultdict(set)
    for row in every:
        if row.withdrawn_reason != REPLACED or not row.withdrawn_at:
            continue
        later = [
            other for other in every
            if other.pk > row.pk
            and other.recommendation_id == row.recommendation_id
            and other.recorded_by_id == row.withdrawn_by_id
            and other.recorded_at <= row.withdrawn_at
        ]  # fmt: skip
        if later:
            found[later[-1].pk] |= {row.recorded_by_id, *found[row.pk]}
    return found


_NEEDED = [
    "recommendation", "recorded_by", "recorded_at", "approved_at", "withdrawn_at", "withdrawn_by",
    "withdrawn_reason",
]  # fmt: skip
