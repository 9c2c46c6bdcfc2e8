"""Review cycles with what was asked and answered in them, and the dates that are coming."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import F, Q, QuerySet

from tracker.models import Milestone, OfficialTotal, ReviewCycle
from tracker.models.responses import ANSWERED_POSITIONS

from .tallies import asks_by_value, counted


def public_cycles(on: dt.date) -> QuerySet[ReviewCycle]:
    """
    Cycles held by a day, newest first.

    Only what anyone may see: a cycle that no published record names is not shown.
    """
    begun = Q(reviewed_on__isnull=True) | Q(reviewed_on__lte=on)
    return cycles_to_come_too().filter(begun)


def cycles_to_come_too() -> QuerySet[ReviewCycle]:
    """The same with the cycles that are still to come: submissions are made before a review."""
    return all_cycles().filter(is_public=True).select_related("mechanism")


def all_cycles() -> QuerySet[ReviewCycle]:
    """For staff: every cycle, public or not, newest first."""
    newest = F("reviewed_on").desc(nulls_last=True)
    return ReviewCycle.objects.order_by(newest, "name")


def with_counts(cycles: Iterable[ReviewCycle], on: dt.date) -> list[ReviewCycle]:
    """Cycles that know how many public asks they have (`asked`), and how many are `answered`."""
    asked = asks_by_value(on)["cycle"]
    answered = asks_by_value(on, "cycle", position=ANSWERED_POSITIONS)["cycle"]
    found = counted(cycles, "asked", asked, lambda cycle: cycle.slug)
    return counted(found, "answered", answered, lambda cycle: cycle.slug)


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
