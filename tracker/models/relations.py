from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .certainty import CertaintyField
from .changes import Touches
from .fields import ChoiceField
from .history import tracked


@tracked(Touches(("from_recommendation_id", "to_recommendation_id")))
class Relation(models.Model):
    """
    How one recommendation stands to another; read it from left to right.

    A UN output *takes up* an NGO's ask; a later document *repeats* an earlier demand; a limb is
    *part of* an item that asks several things.
    """

    class Kind(models.TextChoices):
        TAKES_UP = "takes-up", _("takes up")
        REPEATS = "repeats", _("repeats")
        PART_OF = "part-of", _("is part of")

    class Closeness(models.TextChoices):
        NOT_RATED = "", _("Not rated")
        VERBATIM = "verbatim", _("Verbatim")
        CLOSE = "close", pgettext_lazy("closeness", "Close")
        PARTIAL = "partial", _("Partial")
        THEME = "theme", _("Same theme")

    from_recommendation = models.ForeignKey(
        "Recommendation", models.CASCADE, related_name="relations_out"
    )
    to_recommendation = models.ForeignKey(
        "Recommendation", models.CASCADE, related_name="relations_in"
    )
    kind = ChoiceField(choices=Kind)
    closeness = ChoiceField(choices=Closeness, blank=True)
    note = models.CharField(max_length=300, blank=True)
    certainty = CertaintyField()

    class Meta:
        ordering = ["kind", "from_recommendation__made_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["from_recommendation", "to_recommendation", "kind"], name="relation_once"
            ),
            models.UniqueConstraint(
                fields=["from_recommendation"],
                condition=Q(kind="part-of"),
                name="relation_limb_of_one_item",
                violation_error_message="A limb is part of one item only.",
            ),
            models.CheckConstraint(
                name="relation_between_two",
                condition=~Q(from_recommendation=F("to_recommendation")),
                violation_error_message="A recommendation is not related to itself.",
            ),
            models.CheckConstraint(
                name="relation_closeness_where_it_means_something",
                condition=(Q(kind="part-of") & Q(closeness=""))
                | (~Q(kind="part-of") & ~Q(closeness="")),
                violation_error_message="Say how close it is (a limb has no closeness).",
            ),
        ]

    def __str__(self) -> str:
        return (
            f"{self.from_recommendation_id} {self.get_kind_display()} {self.to_recommendation_id}"
        )
