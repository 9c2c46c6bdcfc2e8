"""Review cycles with what was asked and answered in them, and the dates that are coming."""

from __future__ import annotations

import datetime as dt

from django.db.models import F, OuterRef, Q, QuerySet

from tracker.models import Milestone, OfficialTotal, ReviewCycle
from tracker.models.responses import ANSWERED_POSITIONS

from .base import count_of
from .recommendations import public_asks


def public_cycles(on: dt.date) -> QuerySet[ReviewCycle]:
    """
    Cycles held by a day, newest first, with their public asks (`asked`, `answered`).

    Only what anyone may see: a cycle that no published record names is not shown.
    """
    begun = Q(reviewed_on__isnull=True) | Q(reviewed_on__lte=on)
    return cycles_with_counts(on).filter(begun)


def cycles_with_counts(on: dt.date) -> QuerySet[ReviewCycle]:
    """The same with the cycles that were still to come: submissions are made before a review."""
    asks = public_asks(on).filter(cycle=OuterRef("pk"))
    answered = asks.filter(position__in=ANSWERED_POSITIONS)
    rows = ReviewCycle.objects.filter(is_public=True).select_related("mechanism")
    newest = F("reviewed_on").desc(nulls_last=True)
    rows = rows.annotate(asked=count_of(asks), answered=count_of(answered))
    return rows.order_by(newest, "name")


def all_cycles() -> QuerySet[ReviewCycle]:
    """For staff: every cycle, public or not, newest first."""
    newest = F("reviewed_on").desc(nulls_last=True)
    return ReviewCycle.objects.order_by(newest, "name")


def totals_by(cycle: ReviewCycle, on: dt.date) -> list[OfficialTotal]:
    """A review's official totals, once its outcome was there."""
    told = cycle.outcome_adopted_on or cycle.report_adopted_on or cycle.reviewed_on
    if told and told.first_day > on:
        return []
    return list(cycle.totals.select_related("source"))


# A day that passes, done or not; the others are owed, and overdue once their day has passed.
_OCCASIONS = {
    Milestone.Kind.SUBMISSION_DUE,
    Milestone.Kind.REVIEW,
    Milestone.Kind.ADOPTION,
    Milestone.Kind.NEXT_REVIEW,
    Milestone.Kind.RENEWAL,
}


def coming_milestones(on: dt.date) -> list[Milestone]:
    """What is due and was not done by a day: what is overdue first, then by date."""
    done = Q(done_on__isnull=False, done_on__lte=on)
    rows = Milestone.objects.exclude(done).exclude(due_on=None)
    rows = rows.select_related("cycle", "mechanism").order_by("due_on")
    return [row for row in rows if row.kind not in _OCCASIONS or not row.is_over(on)]


def next_milestones(on: dt.date) -> list[Milestone]:
    """For a short list: the next three dates, then the two that were missed last."""
    rows = coming_milestones(on)
    overdue = [row for row in rows if row.is_over(on)]
    return [*[row for row in rows if row not in overdue][:3], *overdue[:-3:-1]]
