from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .changes import Touches
from .constraints import not_blank
from .fields import ChoiceField
from .history import tracked
from .treaties import Treaty
from .wording import TranslationsField


@tracked(Touches(only=("code",)))
class Mechanism(models.Model):
    """A UN procedure or body that reviews States or addresses them, e.g. the UPR."""

    class Kind(models.TextChoices):
        UPR = "upr", _("Universal Periodic Review")
        TREATY_BODY = "treaty-body", _("Treaty body")
        SPECIAL_PROCEDURE = "special-procedure", _("Special procedures")
        INQUIRY = "inquiry", _("Commission of inquiry")
        POLITICAL_BODY = "political-body", _("Political body")
        COMMUNICATIONS = "communications", _("Communications procedure")

    code = models.SlugField(unique=True)
    name = models.CharField(max_length=150, unique=True)
    short_name = models.CharField(max_length=60)
    kind = ChoiceField(choices=Kind)
    treaty = models.ForeignKey(
        Treaty, models.PROTECT, null=True, blank=True, related_name="mechanisms",
        help_text="The treaty whose observance it monitors.",
    )  # fmt: skip
    expects_reply = models.BooleanField(
        default=False,
        help_text="Whether the procedure asks the State to take a position on each item.",
    )
    description = models.TextField(blank=True)
    sort_order = models.PositiveSmallIntegerField(default=100)
    translations = TranslationsField("short_name", "name", "description")

    class Meta:
        ordering = ["sort_order", "name"]
        constraints = [
            not_blank("name", name="mechanism_name_not_blank"),
        ]

    def __str__(self) -> str:
        return self.short_name

    def natural_key(self) -> tuple[str]:
        return (self.code,)

    def get_absolute_url(self) -> str:
        return reverse("public:mechanism", args=[self.code])
