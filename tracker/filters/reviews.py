"""Review cycles with what was asked and answered in them, and the dates that are coming."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from tracker.models import Milestone, OfficialTotal, ReviewCycle
from tracker.models.responses import ANSWERED_POSITIONS

from .as_of import AsOf
from .documents import documents_by
from .recommendations import public_recommendations
from .tallies import Tallies, counted


def public_cycles(as_of: AsOf) -> QuerySet[ReviewCycle]:
    """
    Cycles held by a day, newest first; one without a date, from its first ask or document.

    Only what anyone may see: a cycle that no published record names is not shown.
    """
    undated = Q(reviewed_on__isnull=True)
    if not as_of.is_today:
        undated &= _is_named_by(as_of)
    return cycles_to_come_too().filter(Q(reviewed_on__lte=as_of.day) | undated)


def _is_named_by(as_of: AsOf) -> Q:
    asks = public_recommendations(as_of.day, known_at=as_of.known_at)
    documents = documents_by(as_of.day).exclude(published_on=None)
    here = {"cycle": OuterRef("pk")}
    return Q(Exists(asks.filter(**here))) | Q(Exists(documents.filter(**here)))


def cycles_to_come_too() -> QuerySet[ReviewCycle]:
    """The same with the cycles that are still to come: submissions are made before a review."""
    return all_cycles().filter(is_public=True).select_related("mechanism")


def all_cycles() -> QuerySet[ReviewCycle]:
    """For staff: every cycle, public or not, newest first."""
    newest = F("reviewed_on").desc(nulls_last=True)
    return ReviewCycle.objects.order_by(newest, "name")


def with_counts(cycles: Iterable[ReviewCycle], tallies: Tallies) -> list[ReviewCycle]:
    """Cycles that know how many public asks they have (`asked`), and how many are `answered`."""
    asked = tallies.of("cycle")
    answered = tallies.of("cycle", position=ANSWERED_POSITIONS)
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


def _told_milestones(as_of: AsOf) -> QuerySet[Milestone]:
    """
    Those that the page of a day may tell.

    On an earlier day: what was done by then, and days that are fixed or expected beforehand. Not
    the State's replies before they were there: their row is entered when they are published, and
    its title and day say so. Nor what was due on no known day.
    """
    rows = Milestone.objects.all()
    if as_of.is_today:
        return rows
    beforehand = Q(due_on__isnull=False) & ~Q(kind=Milestone.Kind.REPLIES_DUE)
    return rows.filter(Q(done_on__lte=as_of.day) | beforehand)


def timetable_of(cycle: ReviewCycle, as_of: AsOf) -> list[Milestone]:
    """A review's own dates, done or due, that the page of a day may tell."""
    return list(_told_milestones(as_of).filter(cycle=cycle))


def coming_milestones(as_of: AsOf) -> list[Milestone]:
    """What is due and was not done by a day: what is overdue first, then by date."""
    done = Q(done_on__isnull=False, done_on__lte=as_of.day)
    rows = _told_milestones(as_of).exclude(done).exclude(due_on=None)
    rows = rows.select_related("cycle", "mechanism").order_by("due_on")
    return [row for row in rows if row.kind not in _OCCASIONS or not row.is_over(as_of.day)]


def next_milestones(as_of: AsOf) -> list[Milestone]:
    """For a short list: the next three dates, then the two that were missed last."""
    rows = coming_milestones(as_of)
    overdue = [row for row in rows if row.is_over(as_of.day)]
    return [*[row for row in rows if row not in overdue][:3], *overdue[:-3:-1]]
