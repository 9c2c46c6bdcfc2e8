from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .certainty import CertaintyField
from .changes import PAGES, Touches
from .constraints import not_blank, partial_date
from .fields import ChoiceField, PartialDateField
from .history import tracked
from .wording import TranslationsField

if TYPE_CHECKING:
    from .documents import Document


@tracked(Touches(only=("code",)))
class Treaty(models.Model):
    """A treaty, protocol or declaration, e.g. CEDAW or the Palermo Protocol."""

    class Kind(models.TextChoices):
        TREATY = "treaty", _("Treaty")
        PROTOCOL = "protocol", _("Protocol")
        BILATERAL = "bilateral", _("Bilateral agreement")
        DECLARATION = "declaration", pgettext_lazy("kind of treaty", "Declaration")

    code = models.SlugField(unique=True, help_text="Its name in addresses; never changes.")
    kind = ChoiceField(choices=Kind, default=Kind.TREATY)
    short_name = models.CharField(max_length=60, unique=True)
    title = models.CharField(max_length=300)
    aliases = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    adopted_on = PartialDateField("adopted", null=True, blank=True)
    in_force_on = PartialDateField("in force", null=True, blank=True)
    series_reference = models.CharField(
        "treaty series", max_length=60, blank=True, help_text="e.g. 189 UNTS 137"
    )
    has_official_headings = models.BooleanField(
        default=False, help_text="Whether its articles carry headings in the authentic text."
    )
    certainty = CertaintyField()
    sort_order = models.PositiveSmallIntegerField(default=100)
    translations = TranslationsField("short_name", "title")

    class Meta:
        verbose_name_plural = "treaties"
        ordering = ["sort_order", "short_name"]
        constraints = [
            not_blank("short_name", name="treaty_short_name_not_blank"),
            not_blank("title", name="treaty_title_not_blank"),
            partial_date("adopted_on", name="treaty_adopted_on_date"),
            partial_date("in_force_on", name="treaty_in_force_on_date"),
        ]

    def __str__(self) -> str:
        return self.short_name

    def natural_key(self) -> tuple[str]:
        return (self.code,)

    def get_absolute_url(self) -> str:
        return reverse("public:treaty", args=[self.code])


@tracked(PAGES)
class TreatyAction(models.Model):
    """What a State (China, unless said) did about a treaty: signed, ratified, acceded, reserved."""

    class Kind(models.TextChoices):
        SIGNATURE = "signature", _("Signature")
        APPROVAL = "approval", _("Decision of the legislature")
        RATIFICATION = "ratification", _("Ratification")
        ACCESSION = "accession", _("Accession")
        ENTRY_INTO_FORCE = "entry-into-force", _("Entry into force for China")
        RESERVATION = "reservation", _("Reservation")
        DECLARATION = "declaration", pgettext_lazy("act of a State", "Declaration")
        TERRITORY = "territory", _("Territorial application")
        CONCLUSION = "conclusion", pgettext_lazy("act of a State", "Conclusion")
        RENEWAL = "renewal", _("Renewal")
        NOT_PARTY = "not-party", _("Not a party")

    key = models.SlugField(max_length=80, unique=True)
    treaty = models.ForeignKey(Treaty, models.PROTECT, related_name="actions")
    kind = ChoiceField(choices=Kind)
    done_on = PartialDateField("date", null=True, blank=True)
    article = models.CharField("provision", max_length=30, blank=True, help_text="e.g. 29(1)")
    note = models.TextField(blank=True)
    sources: models.ManyToManyField[Document, models.Model] = models.ManyToManyField(
        "Document", related_name="treaty_actions", blank=True, through="TreatyActionSource"
    )
    certainty = CertaintyField()
    translations = TranslationsField("note")

    class Meta:
        ordering = ["done_on", "key"]
        constraints = [
            partial_date("done_on", name="treaty_action_done_on_date"),
        ]

    def __str__(self) -> str:
        return f"{self.treaty}: {self.get_kind_display()}"

    def natural_key(self) -> tuple[str]:
        return (self.key,)
