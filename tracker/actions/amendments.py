"""A change to what is published waits for a second person, as an amendment."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from tracker.models import Amendment, Development, Publishable, Recommendation, State, User

from .base import Conflict
from .records import fingerprint


def returned_change(record: Recommendation | Development) -> Amendment | None:
    """The change of a published record that is with its author again, if there is one."""
    return record.amendments.filter(state=State.DRAFT).select_related("recorded_by").first()


def open_changes(record: Publishable) -> list[Amendment]:
    """The changes of a record that wait for approval or are with their authors."""
    if not isinstance(record, Recommendation | Development):
        return []
    return [*record.amendments.filter(state__in=[State.DRAFT, State.IN_REVIEW])]


def change_mark(change: Amendment) -> str:
    """Names the version of a change that a person reads and may take over."""
    return fingerprint(change, ["key", "changes", "reason"])


def propose(
    record: Recommendation | Development,
    changes: dict[str, Any],
    *,
    reason: str,
    by: User,
    seen_change: str = "",
) -> Amendment:
    """
    Within another action: send a change of a published record for approval.

    It takes the place of one that was returned to its author: one's own, or a colleague's of which
    `seen_change` is the `change_mark`, else Conflict. What it says of notes stays where fields are
    changed, and the other way round, and what it says of one note where another is changed: they
    are written on pages of their own. Raises ValidationError without a reason, or while another
    waits.
    """
    if not reason.strip():
        raise ValidationError({"reason": "Say why the published record should change."})
    returned = returned_change(record)
    if returned and returned.recorded_by_id != by.pk and change_mark(returned) != seen_change:
        raise Conflict(f"{returned.recorded_by} is mending a returned change of this.", returned)
    amendment = returned or Amendment(**{str(record._meta.model_name): record})
    amendment.base_version = record.version
    amendment.changes = _beside(returned.changes if returned else {}, changes)
    amendment.reason = reason.strip()
    amendment.recorded_by = amendment.submitted_by = by
    amendment.state, amendment.submitted_at = State.IN_REVIEW, timezone.now()
    amendment.full_clean()
    amendment.save()
    return amendment


def _beside(kept: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """Changes with what a returned one says of something else."""
    if "notes" not in changes:
        return {name: kept[name] for name in kept if name == "notes"} | changes
    keys = {entry["key"] for entry in changes["notes"]}
    others = [entry for entry in kept.get("notes", []) if entry["key"] not in keys]
    return kept | changes | {"notes": others + changes["notes"]}
