from __future__ import annotations

from django.core.validators import slug_re

from tracker.models import FormerAddress, Organisation, Recommendation

from .recommendations import public_recommendations
from .tallies import Tallies, counted


def present_addresses(slugs: list[str]) -> list[str]:
    """The same slugs, each of an organisation that was merged replaced by what it leads to."""
    asked = [slug for slug in slugs if slug_re.match(slug)]
    rows = FormerAddress.objects.filter(slug__in=asked) if asked else FormerAddress.objects.none()
    now = dict(rows.values_list("slug", "organisation__slug"))
    return [now.get(slug, slug) for slug in slugs]


def asking_organisations(tallies: Tallies) -> list[Organisation]:
    """Who has asked something that is public, each with the number of its asks (`asks`)."""
    public = public_recommendations(tallies.on, known_at=tallies.known_at).order_by().values("pk")
    makers = Recommendation.made_by.through._default_manager.filter(recommendation__in=public)
    rows = Organisation.objects.filter(pk__in=makers.values("maker")).order_by("kind", "name")
    return counted(rows, "asks", tallies.of("organisation"), lambda organisation: organisation.slug)
