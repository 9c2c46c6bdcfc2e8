"""What waits for a member of staff, and where each record stands."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from tracker.models import (
    Amendment,
    Assessment,
    Development,
    Milestone,
    Publishable,
    Recommendation,
    Response,
    ReviewCycle,
    State,
    Translation,
)

from .answers import NGO_DOCUMENTS
from .words import found_by_words, read_words

KINDS: dict[str, tuple[type[Publishable], str]] = {
    "recommendation": (Recommendation, "reference"),
    "amendment": (Amendment, "key"),
    "response": (Response, "key"),
    "assessment": (Assessment, "key"),
    "development": (Development, "slug"),
    "translation": (Translation, "key"),
}
KIND_WORDS = {
    "recommendation": ("New recommendation", "New recommendations"),
    "amendment": ("Change to a published record", "Changes to published records"),
    "response": ("Answer of China", "Answers of China"),
    "assessment": ("Assessment", "Assessments"),
    "development": ("Development", "Developments"),
    "translation": ("Translation", "Translations"),
}


def kind_of(record: Publishable) -> str:
    """The word that stands for a record's kind in addresses."""
    return next(kind for kind, (model, _) in KINDS.items() if isinstance(record, model))


def key_of(record: Publishable) -> str:
    """The record's name in addresses."""
    return str(getattr(record, KINDS[kind_of(record)][1]))


def records(kind: str) -> QuerySet[Any]:
    """Every record of a kind, with what a line about it shows."""
    model, _ = KINDS[kind]
    rows: QuerySet[Any] = model._default_manager.select_related(
        "recorded_by", "submitted_by", "approved_by"
    )
    if kind == "recommendation":
        return rows.select_related("document", "cycle", "addressed_to").defer("search_vector")
    if kind == "development":
        return rows.select_related("document")
    rows = rows.select_related("recommendation").defer("recommendation__search_vector")
    if kind in ("amendment", "translation"):
        return rows.select_related("development")
    return rows.select_related("document", "cycle") if kind == "response" else rows


def cycles_with_unanswered() -> QuerySet[ReviewCycle]:
    """Review cycles whose procedure expects replies, with how many are not even drafted: `left`."""
    answered = Response.objects.filter(recommendation=OuterRef("pk")).exclude(state=State.WITHDRAWN)
    open_rows = (
        Recommendation.objects.filter(expects_reply=True)
        .exclude(state=State.WITHDRAWN)
        .exclude(document__kind__in=NGO_DOCUMENTS)
        .filter(~Exists(answered))
    )
    left = Count("recommendations", filter=Q(recommendations__in=open_rows))
    return ReviewCycle.objects.annotate(left=left).filter(left__gt=0).order_by("-reviewed_on")


@dataclass(frozen=True)
class Due:
    """A milestone that is not done: overdue, or ahead."""

    milestone: Milestone
    is_overdue: bool


def due(today: dt.date, *, days_ahead: int = 365) -> list[Due]:
    """Milestones that are overdue, or due within some days; the earliest first."""
    limit = str(today + dt.timedelta(days=days_ahead))
    rows = Milestone.objects.filter(done_on=None, due_on__isnull=False, due_on__lte=limit)
    rows = rows.select_related("cycle", "mechanism").order_by("due_on", "key")
    return [Due(row, row.is_over(today)) for row in rows]


def in_review(kind: str) -> QuerySet[Any]:
    """What waits for approval, what came last at the end."""
    return records(kind).filter(state=State.IN_REVIEW).order_by("submitted_at", "pk")


def open_change(record: Publishable) -> Amendment | None:
    """The change of a published record that waits or was returned, if there is one."""
    if not isinstance(record, Recommendation | Development) or not record.is_published:
        return None
    rows = record.amendments.filter(state__in=[State.DRAFT, State.IN_REVIEW])
    return rows.select_related("recorded_by").first()


def count_in_review() -> int:
    """How many records wait for a second person."""
    return sum(
        model._default_manager.filter(state=State.IN_REVIEW).count() for model, _ in KINDS.values()
    )


def find_recommendations(words: str) -> QuerySet[Recommendation]:
    """Recommendations of any state that match some words, a reference or a symbol."""
    rows = Recommendation.objects.select_related("document", "cycle").defer("search_vector")
    rows = rows.prefetch_related("made_by")
    if words.strip():
        return rows.filter(pk__in=found_by_words(read_words(words)))
    return rows.order_by("-recorded_at", "-pk")
