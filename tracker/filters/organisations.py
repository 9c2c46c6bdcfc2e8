from __future__ import annotations

import datetime as dt

from django.core.validators import slug_re

from tracker.models import FormerAddress, Organisation, Recommendation

from .recommendations import public_recommendations
from .tallies import asks_by_value, counted


def present_addresses(slugs: list[str]) -> list[str]:
    """The same slugs, each of an organisation that was merged replaced by what it leads to."""
    asked = [slug for slug in slugs if slug_re.match(slug)]
    rows = FormerAddress.objects.filter(slug__in=asked) if asked else FormerAddress.objects.none()
    now = dict(rows.values_list("slug", "organisation__slug"))
    return [now.get(slug, slug) for slug in slugs]


def asking_organisations(on: dt.date) -> list[Organisation]:
    """Who has asked something that is public, each with the number of its asks (`asks`)."""
    public = public_recommendations(on).order_by().values("pk")
    makers = Recommendation.made_by.through._default_manager.filter(recommendation__in=public)
    rows = Organisation.objects.filter(pk__in=makers.values("maker")).order_by("kind", "name")
    counts = asks_by_value(on)["organisation"]
    return counted(rows, "asks", counts, lambda organisation: organisation.slug)
