from __future__ import annotations

import datetime as dt

from django.db.models import Exists, OuterRef, QuerySet

from tracker.models import Organisation

from .base import count_of
from .recommendations import public_asks, public_recommendations


def asking_organisations(on: dt.date) -> QuerySet[Organisation]:
    """Who has asked something that is public, each with the number of its asks (`asks`)."""
    records = public_recommendations(on).filter(made_by=OuterRef("pk"))
    asks = public_asks(on).filter(made_by=OuterRef("pk"))
    rows = Organisation.objects.filter(Exists(records)).annotate(asks=count_of(asks))
    return rows.order_by("kind", "name")
