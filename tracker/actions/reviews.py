from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from tracker.models import ReviewCycle, User
from tracker.permissions import Permission

from .base import Conflict, action
from .disclosure import why_not_revise
from .locks import held_now
from .records import fingerprint, free_slug, only

EDITABLE = [
    "mechanism", "name", "number", "session", "meetings", "session_from", "session_until",
    "reviewed_on", "reviewed_until", "report_adopted_on", "replies_published_on",
    "outcome_adopted_on", "outcome_symbol", "certainty", "translations",
]  # fmt: skip


def cycle_mark(cycle: ReviewCycle) -> str:
    """Names the version of a review cycle that a person reads and may change."""
    return fingerprint(cycle, EDITABLE)


@action(Permission.RECORD)
def record_cycle(*, by: User, **substance: Any) -> ReviewCycle:
    """
    Enter a turn of a mechanism; no reader sees it before something that names it is published.

    Its address is made of its name and never changes. Raises ValidationError, keyed by field, if it
    breaks a rule of ReviewCycle.
    """
    cycle = ReviewCycle()
    cycle.slug = free_slug(ReviewCycle, substance.get("name") or "")
    _write(cycle, substance)
    return cycle


@action(Permission.RECORD)
def revise_cycle(*, cycle: ReviewCycle, expected: str, by: User, **substance: Any) -> ReviewCycle:
    """
    Change what is said of a review cycle, at once; its address stays.

    `expected` is the `cycle_mark` of what the person read: Conflict if it is another by now.
    Raises ValidationError if it is public and `by` is no coordinator.
    """
    cycle = held_now(cycle)
    if why := why_not_revise(cycle, by):
        raise ValidationError(why)
    if cycle_mark(cycle) != expected:
        raise Conflict("Somebody has changed this review meanwhile.", cycle)
    _write(cycle, substance)
    return cycle


def _write(cycle: ReviewCycle, substance: dict[str, Any]) -> None:
    only(substance, EDITABLE)
    for name, value in substance.items():
        setattr(cycle, name, value)
    cycle.full_clean()
    cycle.save()
