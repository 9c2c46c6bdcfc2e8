from __future__ import annotations

from django.db import models
from django.db.models import Q

from .constraints import exactly_one, not_blank
from .developments import Development
from .history import tracked
from .publication import Publishable, PublishableQuerySet, State
from .recommendations import Recommendation
from .responses import new_key


def _one_open(subject: str, *, name: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(
        fields=[subject],
        condition=Q(state__in=[State.DRAFT, State.IN_REVIEW]),
        name=name,
        violation_error_message="Another change to it is waiting for approval.",
    )


@tracked(None)
class Amendment(Publishable):
    """
    A change to a published recommendation or development, applied when a second person approves.

    `changes` maps a field to its new value as the form writes it; `base_version` is the version
    of the record it was written against.
    """

    key = models.SlugField(max_length=80, unique=True, default=new_key, editable=False)
    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, null=True, blank=True, related_name="amendments"
    )
    development = models.ForeignKey(
        Development, models.PROTECT, null=True, blank=True, related_name="amendments"
    )
    base_version = models.PositiveIntegerField()
    changes = models.JSONField()
    reason = models.TextField()

    objects = PublishableQuerySet.as_manager()

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            *Publishable.Meta.constraints,
            not_blank("reason", name="amendment_reason_not_blank"),
            exactly_one(
                "recommendation",
                "development",
                name="amendment_is_of_one_record",
                message="A change is of one recommendation or development.",
            ),
            _one_open("recommendation", name="amendment_one_open_at_a_time"),
            _one_open("development", name="amendment_one_open_of_a_development"),
        ]
        triggers = [*Publishable.Meta.triggers]

    def __str__(self) -> str:
        if self.recommendation:
            return f"Change to {self.recommendation.reference}"
        return f"Change to “{self.subject}”"

    @property
    def subject(self) -> Recommendation | Development:
        """What is changed."""
        found = self.recommendation or self.development
        assert found is not None  # noqa: S101 - the constraint says so
        return found

    def natural_key(self) -> tuple[str]:
        return (self.key,)
