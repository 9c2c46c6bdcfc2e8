from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.text import slugify

from tracker.models import Development, Recommendation, User
from tracker.permissions import Permission

from .base import action


@action(Permission.RECORD)
def record_development(
    *, recommendations: Sequence[Recommendation] = (), by: User, **substance: Any
) -> Development:
    """
    Record something dated that bears on recommendations.

    Its address is made of its date and title. Raises ValidationError, keyed by field, if it
    breaks a rule of Development.
    """
    development = Development(recorded_by=by, **substance)
    development.slug = _free_slug(development)
    development.full_clean()
    development.save()
    development.recommendations.set(recommendations)
    return development


def _free_slug(development: Development) -> str:
    date = f"{development.happened_on}-" if development.happened_on else ""
    stem = slugify(f"{date}{development.title}")[:70].strip("-") or "development"
    taken = set(Development.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    names = (stem if n == 1 else f"{stem}-{n}" for n in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)
