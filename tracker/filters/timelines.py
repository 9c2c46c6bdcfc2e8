"""What happened to a recommendation, in the order it happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from tracker.lib.partial_dates import PartialDate
from tracker.models import Assessment, Development, Evidence, Recommendation, Response

from .developments import public_developments


@dataclass(frozen=True)
class Step:
    """One entry of a timeline: `kind` is ask, response, development or assessment."""

    kind: str
    on: PartialDate | None
    record: Recommendation | Response | Development | Assessment


def public_responses(recommendation: Recommendation, on: dt.date) -> QuerySet[Response]:
    rows = recommendation.responses.in_force(on=on).latest_first()
    return rows.select_related("document", "supersedes")


def public_assessments(recommendation: Recommendation, on: dt.date) -> QuerySet[Assessment]:
    """Assessments in force by a day, on any scale, each with its evidence public by then."""
    rows = recommendation.assessments.in_force(on=on).latest_first()
    public = Q(document__isnull=False) | Q(development__in=public_developments(on))
    public |= Q(response__in=Response.objects.published().filter(responded_on__lte=on))
    evidence = Evidence.objects.filter(public)
    evidence = evidence.select_related("development", "document", "response__document")
    rows = rows.select_related("assessor", "supersedes")
    return rows.prefetch_related(Prefetch("evidence", evidence))


def timeline(
    recommendation: Recommendation,
    *,
    responses: Iterable[Response],
    assessments: Iterable[Assessment],
    on: dt.date,
) -> list[Step]:
    """Ask, answers, developments and assessments up to a day; undated ones come last."""
    developments = public_developments(on).filter(recommendations=recommendation)
    steps = [
        Step("ask", recommendation.made_on, recommendation),
        *(Step("response", row.responded_on, row) for row in responses),
        *(Step("development", row.happened_on, row) for row in developments),
        *(Step("assessment", row.as_of, row) for row in assessments),
    ]
    return sorted(steps, key=lambda step: (step.on is None, str(step.on)))
