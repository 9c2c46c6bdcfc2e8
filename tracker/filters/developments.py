from __future__ import annotations

import datetime as dt

from django.db.models import Count, Exists, Model, OuterRef, Q, QuerySet
from django.db.models.functions import Substr

from tracker.models import Development, Recommendation, State

from .as_of import Moment

YEAR = Substr("happened_on", 1, 4)


def public_developments(on: dt.date, known_at: Moment = None) -> QuerySet[Development]:
    """
    Every development that anyone may see and that had happened by a day; undated ones always.

    With `known_at`, only what was public at that moment already.
    """
    begun = Q(happened_on__isnull=True) | Q(happened_on__lte=on)
    return Development.objects.standing(known_at).filter(begun).select_related("document")


def begun_in(rows: QuerySet[Development], year: str) -> QuerySet[Development]:
    """Those of some developments that began in a year."""
    return rows.annotate(year=YEAR).filter(year=year)


def developments_by_year(rows: QuerySet[Development]) -> dict[str, int]:
    """How many of some developments, those with a date, began in each year."""
    rows = rows.exclude(happened_on=None).order_by()
    return dict(rows.annotate(year=YEAR).values_list("year").annotate(Count("pk")))


def developments_about(
    on: dt.date, known_at: Moment = None, **asks: Model
) -> QuerySet[Development]:
    """Those dated by a day that bear on public asks made by then that fit `asks`, newest first."""
    public = Recommendation.objects.standing(known_at).filter(made_on__lte=on, **asks)
    bearing = Development.recommendations.through._default_manager.filter(
        development=OuterRef("pk"), recommendation__in=public.order_by().values("pk")
    )
    return public_developments(on, known_at).exclude(happened_on=None).filter(Exists(bearing))


def withdrawn_developments() -> QuerySet[Development]:
    """What was public once: of it only the day and the reason of its withdrawal are told."""
    return Development.objects.filter(state=State.WITHDRAWN, approved_at__isnull=False)
