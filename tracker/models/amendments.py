from __future__ import annotations

from django.db import models
from django.db.models import Q

from .constraints import not_blank
from .history import tracked
from .publication import Publishable, PublishableQuerySet, State
from .recommendations import Recommendation
from .responses import new_key


@tracked(None)
class Amendment(Publishable):
    """
    A change to a published recommendation: proposed by one person, applied when another approves.

    `changes` maps a field to its new value as the form writes it; `base_version` is the version
    of the recommendation it was written against.
    """

    key = models.SlugField(max_length=80, unique=True, default=new_key, editable=False)
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="amendments")
    base_version = models.PositiveIntegerField()
    changes = models.JSONField()
    reason = models.TextField()

    objects = PublishableQuerySet.as_manager()

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            *Publishable.Meta.constraints,
            not_blank("reason", name="amendment_reason_not_blank"),
            models.UniqueConstraint(
                fields=["recommendation"],
                condition=Q(state__in=[State.DRAFT, State.IN_REVIEW]),
                name="amendment_one_open_at_a_time",
                violation_error_message="Another change to it is waiting for approval.",
            ),
        ]
        triggers = [*Publishable.Meta.triggers]

    def __str__(self) -> str:
        return f"Change to {self.recommendation.reference}"

    def natural_key(self) -> tuple[str]:
        return (self.key,)
