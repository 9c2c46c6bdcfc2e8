"""What China says it does already, beside what is documented of the same recommendation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.http import QueryDict
from django.utils.http import urlencode

from tracker.models import (
    Assessment,
    Development,
    Organisation,
    Position,
    Recommendation,
    Response,
)

from .as_of import AsOf
from .developments import public_developments
from .facets import BY_NAME
from .finding import Finding, find
from .recommendations import RecommendationFilter
from .timelines import Step, timeline

CLAIMS = [Position.ALREADY_IMPLEMENTED, Position.BEING_IMPLEMENTED]
_OF_THE_UN = {Development.Kind.FINDING, Development.Kind.UN_ACTION}


@dataclass(frozen=True)
class Claim:
    """
    An answer of China that something is done or being done, beside the record in time order.

    `un` is what UN bodies found, did or graded, `others` what else is documented; `judged` is our
    own assessment, if there is one.
    """

    recommendation: Recommendation
    response: Response
    un: list[Step]
    others: list[Step]
    judged: Assessment | None


def claim_in(
    recommendation: Any, response: Response | None, judged: Assessment | None, steps: Iterable[Step]
) -> Claim | None:
    """
    The claim in the last answer to a recommendation, None if it is none.

    `judged` is our last assessment, `steps` is what happened.
    """
    if response is None or response.position not in CLAIMS:
        return None
    beside = [step for step in steps if _is_of_others(step)]
    un = [step for step in beside if _is_of_the_un(step)]
    return Claim(recommendation, response, un, [step for step in beside if step not in un], judged)


def _is_of_others(step: Step) -> bool:
    """A development or another body's grade."""
    record = step.record
    return isinstance(record, Development) or (
        isinstance(record, Assessment) and not record.is_ours
    )


def _is_of_the_un(step: Step) -> bool:
    record = step.record
    if isinstance(record, Assessment):
        return record.assessor.kind == Organisation.Kind.UN_BODY
    return isinstance(record, Development) and record.kind in _OF_THE_UN


@dataclass(frozen=True)
class Claims:
    """All claims of a day: how many, and by treaty and theme with the question that lists them."""

    asked: RecommendationFilter
    found: Finding
    accepted: int

    @property
    def total(self) -> int:
        return self.found.total

    def by(self, name: str) -> list[tuple[str, int, str]]:
        """The values of a facet that occur: label, number, question."""
        counts, labels = self.found.counts()[name], self.asked.labels_of(BY_NAME[name])
        return [
            (labels[value], counts[value], f"{self.asked.question()}&{urlencode({name: value})}")
            for value in labels
            if counts.get(value)
        ]


def claims_on(as_of: AsOf) -> Claims:
    """What China claimed as its latest answer by a day."""
    query = QueryDict(urlencode(as_of.query), mutable=True)
    query.setlist("position", [position.value for position in CLAIMS])
    asked = RecommendationFilter(query, on=as_of.day)
    found = find(asked)
    return Claims(asked, found, found.counts()["position"].get(Position.ACCEPTED, 0))


def claims_between(claims: Claims, start: int, stop: int) -> list[Claim]:
    """Some of them, the newest recommendation first, in as many queries for all as for one."""
    day, keys = claims.asked.on, claims.found.keys(start, stop, "newest")
    answers = Response.objects.in_force(on=day).latest_first().select_related("document")
    judged = Assessment.objects.in_force(on=day).latest_first().select_related("assessor")
    rows = Recommendation.objects.filter(pk__in=keys).with_position(on=day).with_status(on=day)
    loaded: dict[int, Any] = rows.for_listing().prefetch_related(
        Prefetch("responses", answers, to_attr="answers"),
        Prefetch("assessments", judged, to_attr="judged"),
        Prefetch("developments", public_developments(day), to_attr="bearing"),
    ).in_bulk()  # fmt: skip
    found = (_claim(loaded[key]) for key in keys if key in loaded)
    return [claim for claim in found if claim]


def _claim(row: Any) -> Claim | None:
    steps = timeline(row, responses=row.answers, assessments=row.judged, developments=row.bearing)
    response = row.answers[0] if row.answers else None
    return claim_in(row, response, next((j for j in row.judged if j.is_ours), None), steps)
