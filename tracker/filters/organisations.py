from __future__ import annotations

import datetime as dt

from tracker.models import Organisation, Recommendation

from .recommendations import public_recommendations
from .tallies import asks_by_value, counted


def asking_organisations(on: dt.date) -> list[Organisation]:
    """Who has asked something that is public, each with the number of its asks (`asks`)."""
    public = public_recommendations(on).order_by().values("pk")
    makers = Recommendation.made_by.through._default_manager.filter(recommendation__in=public)
    rows = Organisation.objects.filter(pk__in=makers.values("maker")).order_by("kind", "name")
    counts = asks_by_value(on)["organisation"]
    return counted(rows, "asks", counts, lambda organisation: organisation.slug)
