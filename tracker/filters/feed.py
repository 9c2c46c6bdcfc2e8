"""What was published last among the recommendations that a question finds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from tracker.models import Assessment, Publishable, Recommendation, Response, Status

from .data import found_recommendations
from .questions import Question


@dataclass(frozen=True)
class News:
    """One thing that was published: `key` names it for good, `kind` is ask, response …"""

    kind: str
    key: str
    published_at: dt.datetime
    title: str
    summary: str
    recommendation: Recommendation


def latest_news(question: Question, top: int) -> list[News]:
    """The `top` newest asks, answers and assessments of what a question finds, newest first."""
    day = question.as_of.day
    found: Any = question.asked.everything.order_by().values("pk")
    if question.asked.narrowing:
        found = RawSQL("SELECT unnest(%s::bigint[])", [found_recommendations(question)])
    answers = Response.objects.in_force(on=day).filter(recommendation__in=found)
    judged = Assessment.objects.in_force(on=day).filter(recommendation__in=found)
    asks = Recommendation.objects.filter(pk__in=found).defer("search_vector")
    news = [
        *map(_ask, _newest(asks.select_related("document"), top)),
        *map(_answer, _newest(_with_ask(answers.select_related("document")), top)),
        *map(_assessment, _newest(_with_ask(judged.select_related("assessor")), top)),
    ]
    return sorted(news, key=lambda item: (item.published_at, item.key), reverse=True)[:top]


def _newest(rows: QuerySet[Any], top: int) -> QuerySet[Any]:
    return rows.order_by("-approved_at", "-pk")[:top]


def _with_ask(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.select_related("recommendation").defer("recommendation__search_vector")


def _ask(row: Recommendation) -> News:
    title, summary = f"Asked: {row.title}", f"{row.text}\n\nSource: {row.document}"
    return News("ask", row.reference, _moment(row), title, summary, row)


def _answer(row: Response) -> News:
    words = f"{row.position_enum.label}. {row.words}".strip()
    summary = f"{words}\n\nSource: {row.document}, {row.responded_on.label}"
    title = f"China answered: {row.recommendation.title}"
    return News("response", row.key, _moment(row), title, summary, row.recommendation)


def _assessment(row: Assessment) -> News:
    grade = f"{row.status} {Status(row.status).label}" if row.status else row.grade_as_given
    summary = f"{grade} ({row.assessor.name}, from {row.as_of.label}). {row.rationale}"
    title = f"Assessed: {row.recommendation.title}"
    return News("assessment", row.key, _moment(row), title, summary, row.recommendation)


def _moment(row: Publishable) -> dt.datetime:
    assert row.approved_at is not None  # noqa: S101 - what is published has been approved
    return row.approved_at
