from __future__ import annotations

import datetime as dt

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from tracker.models import Development, Recommendation, State


def public_developments(on: dt.date) -> QuerySet[Development]:
    """Every development that anyone may see and that had happened by a day; undated ones always."""
    begun = Q(happened_on__isnull=True) | Q(happened_on__lte=on)
    return Development.objects.published().filter(begun).select_related("document")


def developments_about(on: dt.date, **asks: Model) -> QuerySet[Development]:
    """Those dated by a day that bear on public asks made by then that fit `asks`, newest first."""
    public = Recommendation.objects.published().filter(made_on__lte=on, **asks)
    bearing = Development.recommendations.through._default_manager.filter(
        development=OuterRef("pk"), recommendation__in=public.order_by().values("pk")
    )
    return public_developments(on).exclude(happened_on=None).filter(Exists(bearing))


def withdrawn_developments() -> QuerySet[Development]:
    """What was public once: of it only the day and the reason of its withdrawal are told."""
    return Development.objects.filter(state=State.WITHDRAWN, approved_at__isnull=False)
