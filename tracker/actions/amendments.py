"""A change to what is published waits for a second person, as an amendment."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from tracker.models import Amendment, Development, Recommendation, State, User


def propose(
    record: Recommendation | Development, changes: dict[str, Any], *, reason: str, by: User
) -> Amendment:
    """
    Within another action: send a change of a published record for approval.

    It takes the place of one that was returned to its author. Raises ValidationError without a
    reason, or while another waits.
    """
    if not reason.strip():
        raise ValidationError({"reason": "Say why the published record should change."})
    returned = record.amendments.filter(state=State.DRAFT).first()
    amendment = returned or Amendment(**{str(record._meta.model_name): record})
    amendment.base_version = record.version
    amendment.changes, amendment.reason = changes, reason.strip()
    amendment.recorded_by = amendment.submitted_by = by
    amendment.state, amendment.submitted_at = State.IN_REVIEW, timezone.now()
    amendment.full_clean()
    amendment.save()
    return amendment
