"""Within another action: an entry that stands for an earlier one from now on."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from tracker.models import Assessment, Response, User

from .publication import replace_draft

_WORDS = {Response: "answer", Assessment: "assessment"}


def follow(entry: Response | Assessment, earlier: Response | Assessment, reason: str) -> None:
    """
    Let an entry correct a published one, or take over what a draft of it corrects.

    Raises ValidationError, of `reason`, if what is published is corrected without one.
    """
    if not earlier.is_published:
        entry.supersedes_id = earlier.supersedes_id
        entry.supersedes_reason = earlier.supersedes_reason
        return
    if not reason.strip():
        words = f"Say why the published {_WORDS[type(earlier)]} is corrected."
        raise ValidationError({"reason": words})
    entry.supersedes = earlier
    entry.supersedes_reason = reason.strip()


def take_the_place_of(
    earlier: Response | Assessment, entry: Response | Assessment, *, reason: str, by: User
) -> None:
    """Within another action: `follow` it; an earlier draft goes."""
    follow(entry, earlier, reason)
    if not earlier.is_published:
        replace_draft(earlier, by=by)
