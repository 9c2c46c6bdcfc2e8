from __future__ import annotations

import datetime as dt

from django.db.models import Q, QuerySet

from tracker.models import Development, State


def public_developments(on: dt.date) -> QuerySet[Development]:
    """Every development that anyone may see and that had happened by a day; undated ones always."""
    begun = Q(happened_on__isnull=True) | Q(happened_on__lte=on)
    return Development.objects.published().filter(begun).select_related("document")


def withdrawn_developments() -> QuerySet[Development]:
    """What was public once: of it only the day and the reason of its withdrawal are told."""
    return Development.objects.filter(state=State.WITHDRAWN, approved_at__isnull=False)
