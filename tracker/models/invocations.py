from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .articles import Article
from .changes import Touches
from .fields import ChoiceField
from .history import tracked
from .recommendations import Recommendation

_SHORT = {
    "explicit": pgettext_lazy("basis", "explicit"),
    "section": pgettext_lazy("basis", "section"),
    "inferred": pgettext_lazy("basis", "inferred"),
}


@tracked(Touches(("recommendation_id",)))
class Invocation(models.Model):
    """
    A recommendation invokes an article.

    *explicit*: the ask itself names it; *section*: the heading or passage that governs the ask
    names it; *inferred*: our reading, never the document's words.
    """

    class Basis(models.TextChoices):
        EXPLICIT = "explicit", _("Explicit: the ask names it")
        SECTION = "section", _("Section: the governing heading names it")
        INFERRED = "inferred", _("Inferred: our reading")

        @property
        def short(self) -> str:
            """One word, for a mark beside an article or a number."""
            return str(_SHORT[self.value])

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
