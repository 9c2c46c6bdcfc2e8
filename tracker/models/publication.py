"""The way from a draft to the public, the same for every record that needs two people."""

from __future__ import annotations

import datetime as dt
from typing import Self

import pgtrigger
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from .checks import CheckedTogether
from .constraints import all_or_none, is_written
from .fields import ChoiceField


class State(models.TextChoices):
    """Where a record stands between its author and the public."""

    DRAFT = "draft", "Draft"
    IN_REVIEW = "in-review", "In review"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"


STATE_CHANGES = [
    (State.DRAFT, State.IN_REVIEW),
    (State.IN_REVIEW, State.DRAFT),
    (State.IN_REVIEW, State.PUBLISHED),
    (State.DRAFT, State.WITHDRAWN),
    (State.IN_REVIEW, State.WITHDRAWN),
    (State.PUBLISHED, State.WITHDRAWN),
]

REPLACED = "Replaced by a newer entry before it was approved."  # why a draft is withdrawn

WORKFLOW_FIELDS = [
    "state", "submitted_at", "submitted_by", "approved_at", "approved_by",
    "withdrawn_at", "withdrawn_by", "withdrawn_reason", "returned_reason",
]  # fmt: skip


class PublishableQuerySet(models.QuerySet):
    def published(self) -> Self:
        return self.filter(state=State.PUBLISHED)

    def known(self, at: dt.datetime | None = None) -> Self:
        """What the public could read at a moment; without one, what it can read now."""
        if at is None:
            return self.published()
        return self.filter(approved_at__lte=at).exclude(withdrawn_at__lte=at)

    def standing(self, since: dt.datetime | None = None) -> Self:
        """What the public can read now, of it only what it could read at a moment already."""
        rows = self.published()
        return rows if since is None else rows.filter(approved_at__lte=since)


def _user() -> models.ForeignKey:
    return models.ForeignKey(
        "tracker.User", models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )


class Publishable(CheckedTogether):
    """
    A record that one person writes and another approves.

    `recorded_*` says when and by whom it entered the tracker; none of the people is ever public.
    """

    state = ChoiceField(choices=State, default=State.DRAFT, editable=False)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = _user()
    submitted_at = models.DateTimeField(null=True, blank=True, editable=False)
    submitted_by = _user()
    approved_at = models.DateTimeField(null=True, blank=True, editable=False)
    approved_by = _user()
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_by = _user()
    withdrawn_reason = models.TextField(blank=True, editable=False)
    returned_reason = models.TextField(blank=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_recorded_at_and_by",
                condition=Q(recorded_by__isnull=False),
                violation_error_message="Recording needs a person.",
            ),
            *(
                all_or_none(
                    f"{step}_at",
                    f"{step}_by",
                    name=f"%(class)s_{step}_at_and_by",
                    message=f"“{step}” needs both a moment and a person.",
                )
                for step in ("submitted", "approved", "withdrawn")
            ),
            models.CheckConstraint(
                name="%(class)s_published_is_approved",
                condition=~Q(state=State.PUBLISHED) | Q(approved_at__isnull=False),
                violation_error_message="Nothing is published without approval.",
            ),
            models.CheckConstraint(
                name="%(class)s_withdrawal_has_a_reason",
                condition=~Q(state=State.WITHDRAWN)
                | (Q(withdrawn_at__isnull=False) & is_written("withdrawn_reason")),
                violation_error_message="A withdrawal needs its reason.",
            ),
        ]
        triggers = [
            pgtrigger.FSM(
                name="state_changes",
                field="state",
                transitions=[(a.value, b.value) for a, b in STATE_CHANGES],
            ),
        ]

    @property
    def is_published(self) -> bool:
        return self.state == State.PUBLISHED

    @property
    def is_draft(self) -> bool:
        return self.state == State.DRAFT


class DatedQuerySet(PublishableQuerySet):
    """Rows that say what is true from a day on, and are corrected by newer rows."""

    effective_field: str

    def in_force(
        self, *, on: dt.date, known_at: dt.datetime | None = None, standing: bool = False
    ) -> Self:
        """
        What had become true by the day `on`, corrections applied.

        With `known_at`, only as far as the public could know at that moment; `standing` leaves out
        what was withdrawn after it.
        """
        correction = self.model._default_manager.filter(supersedes=OuterRef("pk"))
        begun = {f"{self.effective_field}__lte": on}
        if standing:
            rows, correction = self.standing(known_at), correction.standing(known_at)
        else:
            rows, correction = self.known(known_at), correction.known(known_at)
        return rows.filter(~Exists(correction), **begun)

    def latest_first(self) -> Self:
        return self.order_by(F(self.effective_field).desc(), "-recorded_at", "-pk")


def superseding() -> models.ForeignKey:
    return models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="corrections",
        help_text="The row that this one corrects.",
    )


def one_live_correction(name: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(
        name=name,
        fields=["supersedes"],
        condition=~Q(state=State.WITHDRAWN),
        violation_error_message="Another correction of this entry is already on its way.",
    )


def correction_has_a_reason(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name,
        condition=Q(supersedes__isnull=True) | is_written("supersedes_reason"),
        violation_error_message="Say why this corrects the earlier entry.",
    )


def append_only() -> list[pgtrigger.Trigger]:
    """Triggers that let only the workflow of a row change, and nobody delete it."""
    return [
        pgtrigger.ReadOnly(name="substance_is_kept", exclude=WORKFLOW_FIELDS),
        pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
    ]
