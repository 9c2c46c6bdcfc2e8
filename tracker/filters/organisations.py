from __future__ import annotations

import datetime as dt

from django.db.models import Count, Q, QuerySet

from tracker.models import Organisation, State


def asking_organisations(on: dt.date) -> QuerySet[Organisation]:
    """Who has asked something that is public, with how many records (`asks`)."""
    public = Q(recommendations__state=State.PUBLISHED, recommendations__made_on__lte=on)
    rows = Organisation.objects.annotate(
        asks=Count("recommendations", filter=public, distinct=True)
    )
    return rows.filter(asks__gt=0).order_by("kind", "name")
