from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError

from tracker.models import (
    Assessment,
    Development,
    Document,
    Evidence,
    Recommendation,
    Response,
    State,
    User,
)
from tracker.permissions import Permission

from .base import Conflict, action
from .corrections import take_the_place_of
from .locks import hold
from .records import by_hand

Thing = Development | Document | Response


def latest_assessment(recommendation: Recommendation) -> Assessment | None:
    """The assessment recorded last, in whatever state; what a person assessing it has seen."""
    rows = Assessment.objects.filter(recommendation=recommendation)
    return rows.exclude(state=State.WITHDRAWN).order_by("-pk").first()


@action(Permission.RECORD)
def assess_status(
    *,
    recommendation: Recommendation,
    evidence: Sequence[tuple[Thing, str]],
    by: User,
    expected: str | None = None,
    corrects: Assessment | None = None,
    reason: str = "",
    **substance: Any,
) -> Assessment:
    """
    Judge how far a recommendation is implemented, from a day on.

    `evidence` is what the judgement rests on, each with its locator. A later judgement adds a
    row; one that `corrects` an earlier row supersedes it, with a `reason`. `expected` is the key of
    the last assessment that the person saw, "" for none: Conflict if it is another one by now, or
    if what it corrects is withdrawn.
    Raises ValidationError, keyed by field, without evidence or if a rule is broken.
    """
    hold([recommendation])
    current = latest_assessment(recommendation)
    if expected is not None and expected != (current.key if current else ""):
        raise Conflict("Somebody has assessed this meanwhile.", current)
    if not evidence:
        raise ValidationError({"evidence": "Choose at least one piece of evidence."})
    judgement = by_hand(Assessment, substance)
    assessment = Assessment(recommendation=recommendation, recorded_by=by, **judgement)
    if corrects:
        corrects = _corrected(corrects, assessment)
        take_the_place_of(corrects, assessment, reason=reason, by=by)
    assessment.full_clean()
    assessment.save()
    for thing, locator in evidence:
        _rest_on(assessment, thing, locator)
    return assessment


def _rest_on(assessment: Assessment, thing: Thing, locator: str) -> None:
    row = Evidence(assessment=assessment, locator=locator)
    setattr(row, str(thing._meta.model_name), thing)
    row.full_clean()
    row.save()


def _corrected(earlier: Assessment, assessment: Assessment) -> Assessment:
    """The earlier one as it is by now, which the new one may correct."""
    earlier = Assessment.objects.get(pk=earlier.pk)
    if earlier.recommendation_id != assessment.recommendation_id:
        raise ValidationError("A correction stays with its recommendation.")
    if earlier.is_ours != assessment.is_ours:
        raise ValidationError("Our status never corrects another body’s grade, nor it ours.")
    if earlier.state == State.WITHDRAWN:
        raise Conflict("What this corrects is withdrawn.", earlier)
    return earlier
