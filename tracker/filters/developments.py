from __future__ import annotations

import datetime as dt

from django.db.models import Q, QuerySet

from tracker.models import Development


def public_developments(on: dt.date) -> QuerySet[Development]:
    """Every development that anyone may see and that had happened by a day; undated ones always."""
    begun = Q(happened_on__isnull=True) | Q(happened_on__lte=on)
    return Development.objects.published().filter(begun).select_related("document")
