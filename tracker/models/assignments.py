from __future__ import annotations

from django.db import models
from django.utils import timezone

from .documents import Document
from .history import tracked
from .recommendations import Recommendation


@tracked(None)
class Assignment(models.Model):
    """
    Who means to log what one document answers to one recommendation.

    It locks nothing: a colleague may answer the row all the same.
    """

    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="assignments")
    document = models.ForeignKey(Document, models.CASCADE, related_name="assignments")
    assigned_to = models.ForeignKey("tracker.User", models.PROTECT, related_name="assignments")
    assigned_at = models.DateTimeField(default=timezone.now, editable=False)
    assigned_by = models.ForeignKey(
        "tracker.User", models.PROTECT, editable=False, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "recommendation"],
                name="assignment_to_one_person",
                violation_error_message="This row is assigned already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation.reference} to {self.assigned_to}"
