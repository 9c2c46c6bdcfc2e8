from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError

from tracker.models import Amendment, Development, Recommendation, State, User
from tracker.permissions import Permission

from .amendments import propose
from .base import Conflict, action
from .locks import held, held_now
from .records import Finder, assign, by_hand, free_slug, natural_key, same, to_plain

EDITABLE = [
    "kind", "title", "summary", "happened_on", "happened_until", "forum", "document", "locator",
    "certainty",
]  # fmt: skip


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
    date = f"{development.happened_on}-" if development.happened_on else ""
    development.slug = free_slug(Development, f"{date}{development.title}")
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
    reason: str = "",
    seen_change: str = "",
    by: User,
    **substance: Any,
) -> Development | Amendment:
    """
    Change a development: at once before it is published, by an amendment after; its address stays.

    `expected` is the version that the person read: Conflict if it is another one by now. One in
    review goes back to draft, so that nobody approves what they have not read. An amendment needs
    a `reason` and waits for a second person (`seen_change` as in `propose`). Raises
    ValidationError, keyed by field.
    """
    development = held_now(development)
    if development.version != expected:
        raise Conflict("Somebody has changed this development meanwhile.", development)
    if development.state == State.WITHDRAWN:
        raise Conflict("This development is withdrawn.", development)
    now = to_plain(development, [*EDITABLE, "recommendations"])
    for name, value in by_hand(Development, substance).items():
        setattr(development, name, value)
    if development.is_published:
        changes = _changes(development, now, recommendations)
        return propose(development, changes, reason=reason, seen_change=seen_change, by=by)
    if development.state == State.IN_REVIEW:
        development.state = State.DRAFT
        development.submitted_at = development.submitted_by = None
    _save(development, recommendations)
    return development


def _changes(
    development: Development, now: dict[str, Any], recommendations: Sequence[Recommendation]
) -> dict[str, Any]:
    development.full_clean()  # what is wrong is said to who types it, not to who approves it
    typed = to_plain(development, EDITABLE)
    typed["recommendations"] = sorted(natural_key(row) for row in recommendations)
    changes = {name: value for name, value in typed.items() if not same(now[name], value)}
    if not changes:
        raise ValidationError("Nothing was changed.")
    drafts = [row.reference for row in recommendations if not row.approved_at]
    if "recommendations" in changes and drafts:  # whose references are others once approved
        names = ", ".join(sorted(drafts))
        words = f"Not approved yet: {names}. Have it approved first, or leave it out here."
        raise ValidationError({"recommendations": words})
    return changes


def amend_development(amendment: Amendment) -> None:
    """Within another action: make the proposed change, or Conflict if the record has moved on."""
    development = held(Development.objects.filter(amendments=amendment)).get()
    if development.version != amendment.base_version:
        raise Conflict("The development has changed since this was proposed.", development)
    links = assign(development, amendment.changes, Finder())
    _save(development, links.get("recommendations"))


def _save(development: Development, recommendations: Sequence[Recommendation] | None) -> None:
    development.version += 1
    development.full_clean()
    development.save()
    if recommendations is not None:
        development.recommendations.set(recommendations)
