"""When it was asked and answered, where a row does not say so itself."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from tracker.lib.partial_dates import PartialDate
from tracker.models import Document, Mechanism, ReviewCycle


def when_asked(document: Document | None, cycle: ReviewCycle | None) -> Any:
    """States ask on the day of the review, everybody else when their document came out."""
    of_states = document is None or document.kind == Document.Kind.WORKING_GROUP_REPORT
    if cycle and of_states and cycle.mechanism.kind == Mechanism.Kind.UPR:
        return cycle.reviewed_on
    if document:
        return document.submitted_on or document.published_on
    return cycle.report_adopted_on or cycle.outcome_adopted_on if cycle else None


def when_answered(document: Document | None, cycle: ReviewCycle | None) -> Any:
    """When the replies came out; else when the Council adopted the outcome of the review."""
    published = document.published_on if document else None
    if cycle is None:
        return published
    adopted = cycle.outcome_adopted_on or cycle.report_adopted_on
    return published or cycle.replies_published_on or adopted


def plain_date(said: Any) -> str | None:
    """A date as records hold it; None if it is none."""
    return _parsed(str(said)) if said else None


@lru_cache(maxsize=1_000)
def _parsed(said: str) -> str | None:
    try:
        return str(PartialDate.parse(said))
    except ValueError:
        return None


@lru_cache(maxsize=1_000)
def last_day(date: str) -> str:
    """The last day that a date may mean, in ISO 8601."""
    return PartialDate.parse(date).last_day.isoformat()
