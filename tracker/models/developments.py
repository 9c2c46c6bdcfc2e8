from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .certainty import CertaintyField
from .changes import PAGES
from .constraints import in_order, not_blank, partial_date
from .documents import Document
from .fields import ChoiceField, PartialDateField
from .history import tracked
from .links import link
from .publication import Publishable, PublishableQuerySet
from .wording import TranslationsField

if TYPE_CHECKING:
    from .recommendations import Recommendation


@tracked(PAGES, exclude=["translations"])
class Development(Publishable):
    """
    Something dated that bears on recommendations: a statement, a law, an event, a finding.

    An undated one is a standing practice or position whose beginning no source gives.
    """

    class Kind(models.TextChoices):
        STATEMENT = "statement", _("Statement of China")
        POSITION = "position", _("Standing position")
        LAW = "law", _("Law")
        TREATY_ACT = "treaty-act", _("Treaty act")
        PRACTICE = "practice", _("Practice")
        EVENT = "event", _("Reported event")
        FINDING = "finding", _("UN finding")
        THIRD_PARTY_FINDING = "third-party-finding", _("Finding of another State or NGO")
        UN_ACTION = "un-action", _("UN action")
        NGO_ACTION = "ngo-action", _("NGO action")

    slug = models.SlugField(max_length=80, unique=True)
    origin = models.CharField(max_length=60, blank=True)
    kind = ChoiceField(choices=Kind)
    title = models.CharField(max_length=200)
    summary = models.TextField()
    happened_on = PartialDateField("date", null=True, blank=True)
    happened_until = PartialDateField("until", null=True, blank=True)
    forum = models.CharField(max_length=150, blank=True, help_text="Where it was said or done.")
    document = models.ForeignKey(Document, models.PROTECT, related_name="developments")
    locator = models.CharField(max_length=150, blank=True)
    sources: models.ManyToManyField[Document, models.Model] = models.ManyToManyField(
        Document, related_name="more_developments", blank=True, through="DevelopmentSource"
    )
    recommendations: models.ManyToManyField[Recommendation, models.Model] = models.ManyToManyField(
        "Recommendation",
        related_name="developments",
        blank=True,
        through="DevelopmentRecommendation",
    )
    certainty = CertaintyField()
    version = models.PositiveIntegerField(default=1, editable=False)
    translations = TranslationsField("title", editable=False)

    objects = PublishableQuerySet.as_manager()

    class Meta:
        ordering = [models.F("happened_on").desc(nulls_last=True), "slug"]
        constraints = [
            *Publishable.Meta.constraints,
            not_blank("title", name="development_title_not_blank"),
            not_blank("summary", name="development_summary_not_blank"),
            partial_date("happened_on", name="development_happened_on_date"),
            partial_date("happened_until", name="development_happened_until_date"),
            in_order(
                "happened_on",
                "happened_until",
                name="development_ends_after_it_begins",
                message="It cannot end before it begins.",
            ),
        ]
        triggers = [*Publishable.Meta.triggers]

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def get_absolute_url(self) -> str:
        return reverse("public:development", args=[self.slug])


DevelopmentSource = link(
    "DevelopmentSource", PAGES, module=__name__, development=Development, document=Document
)
