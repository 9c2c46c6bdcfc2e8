"""What happened to a recommendation, in the order it happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import JSONObject

from tracker.lib.partial_dates import PartialDate
from tracker.models import (
    Assessment,
    Development,
    Document,
    Evidence,
    Recommendation,
    Response,
    State,
)

from .as_of import Moment
from .developments import public_developments

_ENTRIES: dict[str, tuple[Any, str]] = {
    "answer": (Response, "responded_on"),
    "assessment": (Assessment, "as_of"),
}


@dataclass(frozen=True)
class Step:
    """One entry of a timeline: `kind` is ask, response, development or assessment."""

    kind: str
    on: PartialDate | None
    record: Recommendation | Response | Development | Assessment


def public_responses(
    recommendation: Recommendation, on: dt.date, known_at: Moment = None
) -> QuerySet[Response]:
    rows = recommendation.responses.in_force(on=on, known_at=known_at, standing=True)
    return rows.latest_first().select_related("document", "supersedes")


def public_assessments(
    recommendation: Recommendation, on: dt.date, known_at: Moment = None
) -> QuerySet[Assessment]:
    """Assessments in force by a day, on any scale, each with its evidence public by then."""
    rows = recommendation.assessments.in_force(on=on, known_at=known_at, standing=True)
    rows = rows.latest_first()
    public = Q(document__isnull=False) | Q(development__in=public_developments(on, known_at))
    answers = Response.objects.standing(known_at).filter(responded_on__lte=on)
    public |= Q(response__in=answers)
    evidence = Evidence.objects.filter(public)
    evidence = evidence.select_related("development", "document", "response__document")
    rows = rows.select_related("assessor", "supersedes")
    return rows.prefetch_related(Prefetch("evidence", evidence))


@dataclass(frozen=True)
class Withdrawal:
    """What is told of an answer or an assessment that was public once."""

    kind: str
    on: PartialDate
    withdrawn_at: dt.datetime
    reason: str


def with_withdrawals(
    rows: QuerySet[Recommendation], on: dt.date, known_at: Moment = None
) -> QuerySet[Any]:
    """Recommendations with what was withdrawn of their answers and assessments, by a day."""
    by_then = {"withdrawn_at__lte": known_at} if known_at else {}
    return rows.annotate(
        **{
            f"withdrawn_{kind}": ArraySubquery(
                model.objects.filter(recommendation=OuterRef("pk"), state=State.WITHDRAWN)
                .filter(approved_at__isnull=False, **{f"{effective}__lte": on}, **by_then)
                .order_by("withdrawn_at")
                .values(told=JSONObject(on=effective, at="withdrawn_at", reason="withdrawn_reason"))
            )
            for kind, (model, effective) in _ENTRIES.items()
        }
    )


def withdrawn_entries(recommendation: Any) -> list[Withdrawal]:
    """What `with_withdrawals` found, in the order of withdrawing."""
    found = [
        Withdrawal(
            kind, PartialDate.parse(row["on"]), dt.datetime.fromisoformat(row["at"]), row["reason"]
        )
        for kind in _ENTRIES
        for row in getattr(recommendation, f"withdrawn_{kind}")
    ]
    return sorted(found, key=lambda entry: entry.withdrawn_at)


def sources_of(steps: Iterable[Step]) -> list[Document]:
    """The documents that a timeline rests on, each once, in its order."""
    found: dict[int, Document] = {}
    for step in steps:
        if isinstance(step.record, Assessment):
            documents = [row.document for row in step.record.evidence.all() if row.document]
        else:
            documents = [step.record.document]
        found |= {document.pk: document for document in documents if document.pk not in found}
    return list(found.values())


def timeline(
    recommendation: Recommendation,
    *,
    responses: Iterable[Response],
    assessments: Iterable[Assessment],
    developments: Iterable[Development],
) -> list[Step]:
    """Ask, answers, developments and assessments in the order of time; undated ones come last."""
    steps = [
        Step("ask", recommendation.made_on, recommendation),
        *(Step("response", row.responded_on, row) for row in responses),
        *(Step("development", row.happened_on, row) for row in developments),
        *(Step("assessment", row.as_of, row) for row in assessments),
    ]
    return sorted(steps, key=lambda step: (step.on is None, str(step.on)))
