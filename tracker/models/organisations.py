from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .changes import PAGES, Touches
from .constraints import not_blank, partial_date
from .fields import ChoiceField, PartialDateField, WebAddressField
from .history import tracked
from .links import link
from .search import Joined, Searchable
from .wording import TranslationsField


class RegionalGroup(models.TextChoices):
    """The United Nations regional groups of Member States."""

    AFRICAN = "african", _("African States")
    ASIA_PACIFIC = "asia-pacific", _("Asia-Pacific States")
    EASTERN_EUROPEAN = "eastern-european", _("Eastern European States")
    GRULAC = "grulac", _("Latin American and Caribbean States")
    WEOG = "weog", _("Western European and other States")


@tracked(Touches(only=("slug", "kind", "regional_group")))
class Organisation(models.Model):
    """
    A body that asks, answers, reports or assesses: an NGO, a coalition, a UN body, or a State.

    A State's regional group is that of the United Nations.
    """

    class Kind(models.TextChoices):
        NGO = "ngo", _("Non-governmental organisation")
        COALITION = "coalition", _("Coalition")
        UN_BODY = "un-body", _("UN body")
        STATE = "state", _("State")
        PUBLIC_BODY = "public-body", _("Public body of a State")
        MEDIA = "media", _("Media")
        EDITORS = "editors", _("Editors of this tracker")

    class EcosocStatus(models.TextChoices):
        NOT_STATED = "", _("Not stated")
        SPECIAL = "special", _("Special consultative status")
        GENERAL = "general", _("General consultative status")
        ROSTER = "roster", _("Roster")

    slug = models.SlugField(unique=True, help_text="Its name in addresses; never changes.")
    kind = ChoiceField(choices=Kind)
    name = models.CharField(max_length=200, unique=True)
    acronym = models.CharField(max_length=30, blank=True)
    aliases = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    country = models.CharField(max_length=100, blank=True, help_text="Country of its seat.")
    founded_on = PartialDateField("founded", null=True, blank=True)
    ecosoc_status = ChoiceField(
        "ECOSOC status", choices=EcosocStatus, default=EcosocStatus.NOT_STATED, blank=True
    )
    ecosoc_since = PartialDateField("ECOSOC status since", null=True, blank=True)
    website = WebAddressField()
    regional_group = ChoiceField(choices=RegionalGroup, blank=True)
    members: models.ManyToManyField[Organisation, models.Model] = models.ManyToManyField(
        "self", symmetrical=False, related_name="member_of", blank=True,
        through="OrganisationMember", through_fields=("coalition", "member"),
    )  # fmt: skip
    description = models.TextField(blank=True)
    translations = TranslationsField("name", "description")

    class Meta:
        ordering = ["name"]
        indexes = [
            GinIndex(Searchable("name", "acronym", Joined("aliases")), name="organisation_search")
        ]
        constraints = [
            not_blank("name", name="organisation_name_not_blank"),
            models.CheckConstraint(
                name="organisation_only_states_have_a_group",
                condition=models.Q(regional_group="") | models.Q(kind="state"),
                violation_error_message="Only a State belongs to a regional group.",
            ),
            partial_date("founded_on", name="organisation_founded_on_date"),
            partial_date("ecosoc_since", name="organisation_ecosoc_since_date"),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def get_absolute_url(self) -> str:
        return reverse("public:organisation", args=[self.slug])

    @property
    def short_name(self) -> str:
        return self.acronym or self.name


OrganisationMember = link(
    "OrganisationMember", PAGES, module=__name__, coalition=Organisation, member=Organisation
)


@tracked(PAGES)
class FormerAddress(models.Model):
    """
    An address that leads to an organisation since the one that had it was merged into it.

    It is given to nobody else: readers and exports hold it for good.
    """

    slug = models.SlugField(unique=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="former_addresses")

    class Meta:
        verbose_name_plural = "former addresses"
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug

    def natural_key(self) -> tuple[str]:
        return (self.slug,)
