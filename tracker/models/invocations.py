from __future__ import annotations

from django.db import models

from .articles import Article
from .changes import Touches
from .fields import ChoiceField
from .history import tracked
from .recommendations import Recommendation


@tracked(Touches(("recommendation_id",)))
class Invocation(models.Model):
    """
    A recommendation invokes an article.

    *explicit*: the ask itself names it; *section*: the heading or passage that governs the ask
    names it; *inferred*: our reading, never the document's words.
    """

    class Basis(models.TextChoices):
        EXPLICIT = "explicit", "Explicit: the ask names it"
        SECTION = "section", "Section: the governing heading names it"
        INFERRED = "inferred", "Inferred: our reading"

    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="invocations")
    article = models.ForeignKey(Article, models.PROTECT, related_name="invocations")
    basis = ChoiceField(choices=Basis)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["article__treaty__sort_order", "article__order"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "article"],
                name="invocation_once",
                violation_error_message="This recommendation already invokes this article.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation.reference} invokes {self.article}"
