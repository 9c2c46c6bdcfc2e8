"""The two-person rule: nobody publishes what they wrote or sent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from tracker.models import Development, Publishable, Recommendation, User

_REWRITES = [
    "draft_recommendation",
    "edit_recommendation",
    "record_development",
    "revise_development",
]


def why_not_own(record: Publishable, by: User) -> str:
    """Why the two-person rule keeps this person from approving this record; "" if it does not."""
    writer = last_writers(type(record), [record.pk]).get(record.pk, record.recorded_by_id)
    return own_words(by, writer=writer, sender=record.submitted_by_id)


def own_words(by: User, *, writer: int | None, sender: int | None) -> str:
    """The same of a record that was last written and sent by these."""
    if not settings.TWO_PERSON_RULE:
        return ""
    if by.pk == writer:
        return "You wrote this, so a second person has to approve it."
    if by.pk == sender:
        return "You sent this for approval, so a second person has to approve it."
    return ""


def last_writers(model: Any, keys: Iterable[int]) -> dict[int, int]:
    """
    Who wrote what would be published, by record: of drafts that are rewritten, the last to do so.

    Records that nobody rewrites are left out: whoever recorded them wrote them.
    """
    if not issubclass(model, Recommendation | Development):
        return {}
    events = model.pgh_event_model._default_manager.filter(
        pgh_obj_id__in=list(keys), pgh_context__action__in=_REWRITES
    )
    last = events.order_by("pgh_obj_id", "-pgh_id").distinct("pgh_obj_id")
    found = last.values_list("pgh_obj_id", "pgh_context__user")
    return {record: writer for record, writer in found if writer}
