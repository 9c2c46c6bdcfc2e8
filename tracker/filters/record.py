"""All that is known about one recommendation, drafts included, for the people who work on it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from tracker.lib.partial_dates import PartialDate
from tracker.models import (
    Article,
    Development,
    Document,
    Note,
    Organisation,
    Publishable,
    Recommendation,
    Response,
    State,
    User,
)

from .came_from import came_from
from .faces import lines_of
from .relations import all_ties
from .tracked import event_model


def answers_to(recommendation: Recommendation) -> Any:
    """China's answers that are not withdrawn, the latest first."""
    rows = Response.objects.filter(recommendation=recommendation).exclude(state=State.WITHDRAWN)
    return rows.select_related("document", "cycle", "recorded_by", "supersedes").latest_first()


def assessments_of(recommendation: Recommendation) -> Any:
    """Its assessments that are not withdrawn, the latest first, with their evidence."""
    rows: Any = recommendation.assessments.exclude(state=State.WITHDRAWN)
    rows = rows.select_related("assessor", "recorded_by", "supersedes")
    evidence = ["evidence__development", "evidence__document", "evidence__response"]
    return rows.prefetch_related(*evidence).latest_first()


def developments_of(recommendation: Recommendation) -> Any:
    """The developments that bear on it and are not withdrawn."""
    rows = Development.objects.filter(recommendations=recommendation).exclude(state=State.WITHDRAWN)
    return rows.select_related("document", "recorded_by")


@dataclass(frozen=True)
class Event:
    """What China claimed on a day, or what is documented of it; `kind` is answer or development."""

    kind: str
    on: PartialDate | None
    record: Response | Development


def events_about(recommendation: Recommendation) -> list[Event]:
    """China's claims and the documented developments in time order; undated ones come last."""
    events = [
        *(Event("answer", row.responded_on, row) for row in answers_to(recommendation)),
        *(Event("development", row.happened_on, row) for row in developments_of(recommendation)),
    ]
    return sorted(events, key=lambda event: (event.on is None, str(event.on), event.record.pk))


@dataclass(frozen=True)
class Remark:
    """A note beside a record as staff see it: with who wrote it, and when."""

    note: Note
    who: str
    at: dt.datetime


def remarks_on(recommendation: Recommendation) -> list[Remark]:
    """Every note beside it, for everyone or for staff only, the first on top."""
    rows = Note.objects.filter(subjects__recommendation=recommendation).prefetch_related("sources")
    written: Any = event_model(Note)._default_manager.filter(pgh_label="insert", pgh_obj__in=rows)
    first: dict[int, Any] = {event.pgh_obj_id: event for event in written}
    authors = {key: (event.pgh_context or {}).get("user") for key, event in first.items()}
    people = User.objects.in_bulk(filter(None, authors.values()))
    remarks = [
        Remark(row, str(people.get(authors[row.pk], "")), first[row.pk].pgh_created_at)
        for row in rows
    ]
    return sorted(remarks, key=lambda remark: (remark.at, remark.note.key))


def remarks_beside(record: Publishable) -> list[Remark]:
    """Every note beside a recommendation, or beside the one that a record is about."""
    about = (
        record if isinstance(record, Recommendation) else getattr(record, "recommendation", None)
    )
    return remarks_on(about) if about else []


def everything_about(recommendation: Recommendation) -> dict[str, Any]:
    """What its workspace page shows."""
    open_states = [State.DRAFT, State.IN_REVIEW]
    return {
        "recommendation": recommendation,
        "lines": lines_of(recommendation),
        "came_from": came_from(recommendation),
        "answers": answers_to(recommendation),
        "assessments": assessments_of(recommendation),
        "developments": developments_of(recommendation),
        "remarks": remarks_on(recommendation),
        "ties": all_ties(recommendation),
        "amendments": recommendation.amendments.filter(state__in=open_states).select_related(
            "recorded_by"
        ),
    }


def form_lists() -> dict[str, Any]:
    """What the fields of a form suggest as one types: documents, articles and organisations."""
    return {
        "known_documents": Document.objects.order_by("-published_on").only(
            "slug", "symbol", "title"
        ),
        "known_articles": Article.objects.select_related("treaty"),
        "known_organisations": Organisation.objects.order_by("name").only(
            "slug", "name", "acronym", "aliases"
        ),
    }
