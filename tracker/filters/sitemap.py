"""Which public records there are, and when each was changed last, for those who index the site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Greatest
from django.utils import timezone

from tracker.models import (
    AffectedGroup,
    Amendment,
    Article,
    Assessment,
    Development,
    Mechanism,
    Norm,
    Organisation,
    Recommendation,
    Response,
    Theme,
    Treaty,
)

from .documents import shown_documents
from .reviews import cycles_to_come_too
from .tracked import event_model

PART = 10_000  # records of one file; the protocol allows 50,000


@dataclass(frozen=True)
class Place:
    """A record’s address, and the day of its last change."""

    address: str
    changed_on: dt.date | None


def parts() -> list[tuple[str, int]]:
    """The files that list the records: their sort and number."""
    counts = {sort: rows().count() for sort, rows in _SORTS.items()}
    return [(sort, n) for sort, count in counts.items() for n in range(1, -(-count // PART) + 1)]


def places(sort: str, number: int) -> list[Place]:
    """The records of one file; none if there is no such file."""
    if sort not in _SORTS:
        return []
    start = (number - 1) * PART
    rows = _SORTS[sort]().order_by("pk")[start : start + PART]
    return [Place(row.get_absolute_url(), _day(row.changed_at)) for row in rows]


def _day(moment: dt.datetime | None) -> dt.date | None:
    return timezone.localtime(moment).date() if moment else None


def _recommendations() -> QuerySet[Any]:
    """Those that are published, changed when they or what was said of them became public."""
    said = [
        _latest(model.objects.filter(approved_at__isnull=False), "recommendation")
        for model in (Response, Assessment)
    ]
    changed = Greatest("approved_at", *said, _amended("recommendation"))
    rows = Recommendation.objects.published().only("reference")
    found: QuerySet[Any] = rows.annotate(changed_at=changed)
    return found


def _developments() -> QuerySet[Any]:
    rows = Development.objects.published().only("slug")
    changed = Greatest("approved_at", _amended("development"))
    found: QuerySet[Any] = rows.annotate(changed_at=changed)
    return found


def _amended(subject: str) -> Subquery:
    return _latest(Amendment.objects.published(), subject)


def _latest(rows: QuerySet[Any], subject: str) -> Subquery:
    """When the last of a record’s rows was approved or withdrawn."""
    mine = rows.filter(**{subject: OuterRef("pk")}).order_by().values(subject)
    last = Max(Greatest("approved_at", "withdrawn_at"))
    return Subquery(mine.annotate(last=last).values("last"))


def _kept(rows: Callable[[], QuerySet[Any]]) -> Callable[[], QuerySet[Any]]:
    """Rows that are public as they stand, changed when their history says."""

    def found() -> QuerySet[Any]:
        records = rows()
        events: Any = event_model(records.model)
        mine = events._default_manager.filter(pgh_obj=OuterRef("pk")).order_by().values("pgh_obj")
        last = mine.annotate(last=Max("pgh_created_at")).values("last")
        dated: QuerySet[Any] = records.order_by().annotate(changed_at=Subquery(last))
        return dated

    return found


def _articles() -> QuerySet[Article]:
    return Article.objects.exclude(number="").select_related("treaty")


_SORTS: dict[str, Callable[[], QuerySet[Any]]] = {
    "recommendations": _recommendations,
    "developments": _developments,
    "documents": _kept(shown_documents),
    "reviews": _kept(cycles_to_come_too),
    "organisations": _kept(Organisation.objects.all),
    "treaties": _kept(Treaty.objects.all),
    "articles": _kept(_articles),
    "norms": _kept(Norm.objects.all),
    "themes": _kept(Theme.objects.all),
    "groups": _kept(AffectedGroup.objects.all),
    "mechanisms": _kept(Mechanism.objects.all),
}
