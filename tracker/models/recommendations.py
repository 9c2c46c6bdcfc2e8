from __future__ import annotations

import datetime as dt
import secrets
from typing import Self

import pgtrigger
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Case, Exists, OuterRef, Prefetch, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, JSONObject, NullIf
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .articles import Article
from .assessments import Assessment, Status
from .certainty import CertaintyField
from .changes import PAGES, Touches
from .constraints import not_blank, partial_date
from .developments import Development
from .documents import Document
from .fields import ChoiceField, LanguageField, PartialDateField
from .history import tracked
from .links import link
from .organisations import Organisation
from .publication import Publishable, PublishableQuerySet, State
from .relations import Relation
from .responses import Position, Response
from .reviews import ReviewCycle
from .search import Searchable
from .treaties import Treaty
from .vocabularies import AffectedGroup, Theme
from .wording import TranslationsField, worded

_UNMISTAKABLE = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


_CYCLE = [f"cycle__{name}" for name in ("slug", "name", "translations")]


def _addressee() -> Case:
    name, short = worded("addressed_to__name"), NullIf("addressed_to__acronym", Value(""))
    return Case(
        When(addressed_to__kind=Organisation.Kind.STATE, then=Value("")),
        default=Coalesce(short, name, output_field=models.TextField()),
        output_field=models.TextField(),
    )


def draft_reference() -> str:
    """A name for a record that has no public one yet; random, so that it tells no count."""
    drawn = secrets.token_bytes(8)
    return "D-" + "".join(_UNMISTAKABLE[byte % len(_UNMISTAKABLE)] for byte in drawn)


class RecommendationQuerySet(PublishableQuerySet):
    def with_status(
        self, on: dt.date, known_at: dt.datetime | None = None, *, standing: bool = False
    ) -> Self:
        """Annotate `status`: our assessment that held on a day, or NOT_ASSESSED."""
        rows = Assessment.objects.ours().in_force(on=on, known_at=known_at, standing=standing)
        rows = rows.latest_first()
        latest = rows.filter(recommendation=OuterRef("pk")).values("status")[:1]
        return self.annotate(status=Coalesce(Subquery(latest), Value(Status.NOT_ASSESSED.value)))

    def with_position(
        self, on: dt.date, known_at: dt.datetime | None = None, *, standing: bool = False
    ) -> Self:
        """
        Annotate `position`: what China had last answered by a day.

        Where nothing is recorded: NOT_ASKED_FOR if no reply is expected, else NONE_RECORDED.
        """
        rows = Response.objects.in_force(on=on, known_at=known_at, standing=standing)
        rows = rows.latest_first()
        latest = rows.filter(recommendation=OuterRef("pk")).values("position")[:1]
        silent = Case(
            When(expects_reply=False, then=Value(Position.NOT_ASKED_FOR.value)),
            default=Value(Position.NONE_RECORDED.value),
        )
        return self.annotate(position=Coalesce(Subquery(latest), silent))

    def singly(self, known_at: dt.datetime | None = None) -> Self:
        """Each thing asked once: an item split into limbs stands back for its limbs."""
        return self.filter(~Exists(_limbs("to", known_at)))

    def for_listing(self, known_at: dt.datetime | None = None) -> Self:
        """
        Load what one row of a list shows, and no more: `makers` and what is `invoked` as lists.

        Each article is loaded once for all rows. `addressee` is whom it asks if that is no State.
        """
        shown = ("reference", "title", "translations", "made_on", "certainty", "document")
        invocations = self.model.invocations.rel.related_model._default_manager.prefetch_related(
            Prefetch("article", Article.objects.only("number", "treaty")),
            Prefetch("article__treaty", Treaty.objects.only("short_name", "translations")),
        )
        makers = Organisation.objects.only("name", "acronym", "translations")
        rows = self._with_limbs(known_at).annotate(addressee=_addressee()).select_related("cycle")
        return rows.only(*shown, *_CYCLE).prefetch_related(
            Prefetch("made_by", makers, to_attr="makers"),
            Prefetch("invocations", invocations, to_attr="invoked"),
        )

    def for_chain(self) -> Self:
        """Load what a step of a chain shows: the text, who made it (`makers`), in which review."""
        makers = Organisation.objects.only("slug", "name", "acronym", "translations")
        rows = self._with_limbs(None).select_related("document", "cycle").defer("search_vector")
        return rows.prefetch_related(Prefetch("made_by", makers, to_attr="makers"))

    def for_page(self, known_at: dt.datetime | None = None) -> Self:
        """Load what its own page shows, except who made it: that comes with those of its ties."""
        related = ("document", "cycle__mechanism", "addressed_to")
        rows = self._with_limbs(known_at).select_related(*related)
        groups = AffectedGroup.objects.filter(recommendations=OuterRef("pk"))
        named = groups.values(told=JSONObject(code="code", name=worded("name")))
        invocations = self.model.invocations.rel.related_model._default_manager
        rows = rows.annotate(groups=ArraySubquery(named)).defer("search_vector")
        return rows.prefetch_related(
            "themes", Prefetch("invocations", invocations.select_related("article__treaty"))
        )

    def _with_limbs(self, known_at: dt.datetime | None) -> Self:
        is_limb, is_split = (Exists(_limbs(of, known_at)) for of in ("from", "to"))
        return self.annotate(is_limb=is_limb, is_split=is_split)


def _limbs(of: str, known_at: dt.datetime | None) -> models.QuerySet[Relation]:
    """Relations by which a row is a published limb (`from`) or is split into some (`to`)."""
    mine = {f"{of}_recommendation": OuterRef("pk")}
    rows = Relation.objects.filter(kind=Relation.Kind.PART_OF, **mine)
    rows = rows.filter(from_recommendation__state=State.PUBLISHED)
    return rows.filter(from_recommendation__approved_at__lte=known_at) if known_at else rows


@tracked(Touches(("id",)), exclude=["search_vector", "translations"])
class Recommendation(Publishable):
    """
    One thing China is asked to do, or a question put to it, as one document states it.

    What it says does not change with time; what is said about it lives in Response, Assessment
    and Development.
    """

    class Kind(models.TextChoices):
        RECOMMENDATION = "recommendation", _("Recommendation")
        QUESTION = "question", _("Question")
        REQUEST = "request", _("Request in running text")
        CONCERN = "concern", _("Concern")

    class TextKind(models.TextChoices):
        OFFICIAL = "official", _("Official text")
        PARAPHRASE = "paraphrase", _("Our paraphrase")
        TRANSLATION = "translation", _("Translation")

    reference = models.CharField(
        max_length=20, unique=True, default=draft_reference, editable=False,
        help_text="R-0457 once published, and never changed after that.",
    )  # fmt: skip
    origin = models.CharField(
        max_length=60, blank=True, help_text="Its key in the source or table it was taken from."
    )
    kind = ChoiceField(choices=Kind)
    document = models.ForeignKey(Document, models.PROTECT, related_name="recommendations")
    locator = models.CharField(max_length=150, blank=True, help_text="Paragraph, item or page.")
    cycle = models.ForeignKey(
        ReviewCycle, models.PROTECT, null=True, blank=True, related_name="recommendations"
    )
    made_by: models.ManyToManyField[Organisation, models.Model] = models.ManyToManyField(
        Organisation, related_name="recommendations", through="RecommendationMaker"
    )
    addressed_to = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="asked",
        help_text="China, unless the document asks someone else.",
    )
    made_on = PartialDateField("made")
    title = models.CharField(max_length=160)
    text = models.TextField()
    text_kind = ChoiceField(choices=TextKind, default=TextKind.PARAPHRASE)
    language = LanguageField()
    action_strength = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)],
        help_text="1 minimal to 5 specific action, UPR Info's scale.",
    )  # fmt: skip
    names_north_koreans = models.BooleanField("names North Koreans", default=True)
    expects_reply = models.BooleanField(
        default=False, help_text="Whether the procedure asks the State to take a position on it."
    )
    themes: models.ManyToManyField[Theme, models.Model] = models.ManyToManyField(
        Theme, related_name="recommendations", blank=True, through="RecommendationTheme"
    )
    affected_groups: models.ManyToManyField[AffectedGroup, models.Model] = models.ManyToManyField(
        AffectedGroup, related_name="recommendations", blank=True, through="RecommendationGroup"
    )
    certainty = CertaintyField()
    version = models.PositiveIntegerField(default=1, editable=False)
    translations = TranslationsField("title", editable=False)
    search_vector = models.GeneratedField(
        expression=Searchable("reference", "title", "text", "locator", "origin"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        ordering = ["-made_on", "reference"]
        indexes = [
            GinIndex("search_vector", name="recommendation_search"),
            models.Index(fields=["made_on", "reference"], name="recommendation_by_date"),
        ]
        constraints = [
            *Publishable.Meta.constraints,
            not_blank("title", name="recommendation_title_not_blank"),
            not_blank("text", name="recommendation_text_not_blank"),
            partial_date("made_on", name="recommendation_made_on_date"),
            models.CheckConstraint(
                name="recommendation_action_strength_1_to_5",
                condition=Q(action_strength__isnull=True) | Q(action_strength__range=(1, 5)),
                violation_error_message="Strength goes from 1 to 5.",
            ),
            models.CheckConstraint(
                name="recommendation_published_has_public_reference",
                condition=Q(reference__regex=r"^R-\d{4,}$")
                | (Q(reference__startswith="D-") & ~Q(state=State.PUBLISHED)),
                violation_error_message="What is published has a reference such as R-0457.",
            ),
            models.UniqueConstraint(
                fields=["origin"], condition=~Q(origin=""), name="recommendation_origin_unique",
                violation_error_message="There already is a recommendation with this origin.",
            ),
        ]  # fmt: skip
        triggers = [
            *Publishable.Meta.triggers,
            pgtrigger.Protect(
                name="public_reference_is_kept",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__reference__startswith="R-")
                & pgtrigger.Q(old__reference__df=pgtrigger.F("new__reference")),
            ),
            pgtrigger.Protect(
                name="published_is_never_deleted",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__reference__startswith="R-"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    def natural_key(self) -> tuple[str]:
        return (self.reference,)

    def get_absolute_url(self) -> str:
        return reverse("public:recommendation", args=[self.reference])


_LINKED = Touches(("recommendation_id",))
RecommendationMaker = link(
    "RecommendationMaker",
    Touches(("recommendation_id",)),
    module=__name__,
    recommendation=Recommendation,
    maker=Organisation,
)
RecommendationTheme = link(
    "RecommendationTheme",
    Touches(("recommendation_id",)),
    module=__name__,
    recommendation=Recommendation,
    theme=Theme,
)
RecommendationGroup = link(
    "RecommendationGroup",
    Touches(("recommendation_id",)),
    module=__name__,
    recommendation=Recommendation,
    group=AffectedGroup,
)
DevelopmentRecommendation = link(
    "DevelopmentRecommendation",
    PAGES,
    module=__name__,
    development=Development,
    recommendation=Recommendation,
)
