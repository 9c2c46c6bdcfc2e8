"""Which records each list of data holds: what anyone may see as of a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.expressions import RawSQL

from tracker.models import (
    Article,
    Assessment,
    Note,
    Organisation,
    Recommendation,
    Response,
    Treaty,
)
from tracker.models.publication import DatedQuerySet

from .as_of import AsOf
from .developments import public_developments
from .finding import find
from .questions import Question
from .recommendations import RecommendationFilter, public_recommendations
from .relations import public_relations
from .reviews import cycles_to_come_too

Keys = list[int]


def found_recommendations(question: Question) -> Keys:
    """Every recommendation that the question finds, in its order."""
    finding = find(question.asked)
    return finding.keys(0, finding.total, question.sort)


def count_everything(asked: RecommendationFilter) -> int:
    """How many recommendations there would be without the filter."""
    if index := asked.index:
        return len(index.select({}, asked.on))
    return asked.everything.count()


def found_responses(question: Question) -> Keys:
    """Answers in force to what the question finds."""
    return _of_found(Response.objects.in_force(on=question.as_of.day), question)


def found_assessments(question: Question) -> Keys:
    """Assessments in force, on any scale, of what the question finds."""
    return _of_found(Assessment.objects.in_force(on=question.as_of.day), question)


def _of_found(rows: DatedQuerySet, question: Question) -> Keys:
    day = question.as_of.day
    if question.asked.narrowing:
        array = RawSQL("SELECT unnest(%s::bigint[])", [found_recommendations(question)])
        rows = rows.filter(recommendation__in=array)
    else:
        public = public_recommendations(day).order_by().values("pk")
        rows = rows.filter(recommendation__in=public)
    effective = F(rows.effective_field)
    order = effective.asc() if question.sort == "oldest" else effective.desc()
    return list(rows.order_by(order, "key").values_list("pk", flat=True))


def reference_for_example(asked: RecommendationFilter) -> str:
    """The reference of one of the public recommendations; empty if there is none."""
    keys = find(asked).keys(0, 1, "newest")
    rows = Recommendation.objects.filter(pk__in=keys).values_list("reference", flat=True)
    return rows.first() or ""


@dataclass(frozen=True)
class Record:
    """One recommendation with what belongs to it, by primary key."""

    recommendation: int
    responses: Keys
    assessments: Keys
    relations: Keys
    notes: Keys


def record(reference: str, as_of: AsOf) -> Record | None:
    """
    A public recommendation with its answers and assessments in force on a day, and its relations.

    Notes tell what is known today, so they belong to no earlier day.
    """
    on = as_of.day
    found = public_recommendations(on).filter(reference=reference).values_list("pk", flat=True)
    pk = found.first()
    if pk is None:
        return None
    responses = Response.objects.in_force(on=on).filter(recommendation=pk).latest_first()
    assessments = Assessment.objects.in_force(on=on).filter(recommendation=pk).latest_first()
    relations = public_relations(pk, on).order_by("kind", "from_recommendation__reference", "pk")
    beside = Note.objects.public().filter(subjects__recommendation=pk)
    return Record(
        pk,
        responses=_keys(responses),
        assessments=_keys(assessments),
        relations=_keys(relations),
        notes=_keys(beside) if as_of.is_today else [],
    )


def treaties(on: dt.date) -> Keys:
    return _keys(Treaty.objects.all())


def articles(on: dt.date) -> Keys:
    """Every numbered article, in the order of treaties and articles."""
    return _keys(Article.objects.exclude(number=""))


def organisations(on: dt.date) -> Keys:
    """Who has asked something that is public, by name."""
    public = public_recommendations(on).order_by().values("pk")
    made = Recommendation.made_by.through._default_manager.filter(recommendation__in=public)
    return _keys(Organisation.objects.filter(pk__in=made.values("maker")))


def cycles(on: dt.date) -> Keys:
    """Reviews, newest first; those to come too, because submissions are made before them."""
    return _keys(cycles_to_come_too())


def developments(on: dt.date) -> Keys:
    return _keys(public_developments(on))


def _keys(rows: QuerySet[Any]) -> Keys:
    return list(rows.values_list("pk", flat=True))
