from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection
from django.utils.text import slugify

from tracker.models import Development, Recommendation, State, User
from tracker.permissions import Permission

from .base import Conflict, action
from .records import by_hand

_ADDRESSES = 0x6164_6472  # an advisory lock's number


@action(Permission.RECORD)
def record_development(
    *, recommendations: Sequence[Recommendation] = (), by: User, **substance: Any
) -> Development:
    """
    Record something dated that bears on recommendations.

    Its address is made of its date and title. Raises ValidationError, keyed by field, if it
    breaks a rule of Development.
    """
    development = Development(recorded_by=by, **by_hand(Development, substance))
    development.slug = _free_slug(development)
    development.full_clean()
    development.save()
    development.recommendations.set(recommendations)
    return development


@action(Permission.RECORD)
def revise_development(
    *,
    development: Development,
    recommendations: Sequence[Recommendation] = (),
    expected: int,
    by: User,
    **substance: Any,
) -> Development:
    """
    Change a development before it is published; its address stays.

    `expected` is the version that the person read: Conflict if it is another one by now. One in
    review goes back to draft, so that nobody approves what they have not read. Raises
    ValidationError if it is published: then it is withdrawn and entered anew.
    """
    development = Development.objects.select_for_update(of=("self",)).get(pk=development.pk)
    if development.version != expected:
        raise Conflict("Somebody has changed this development meanwhile.", development)
    if development.state not in {State.DRAFT, State.IN_REVIEW}:
        raise ValidationError("Only what is not yet published can be changed here.")
    if development.state == State.IN_REVIEW:
        development.state = State.DRAFT
        development.submitted_at = development.submitted_by = None
    for name, value in by_hand(Development, substance).items():
        setattr(development, name, value)
    development.version += 1
    development.full_clean()
    development.save()
    development.recommendations.set(recommendations)
    return development


def _free_slug(development: Development) -> str:
    with connection.cursor() as cursor:  # two of the same name at once get two addresses
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ADDRESSES])
    date = f"{development.happened_on}-" if development.happened_on else ""
    stem = slugify(f"{date}{development.title}")[:70].strip("-") or "development"
    taken = set(Development.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    names = (stem if n == 1 else f"{stem}-{n}" for n in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)
