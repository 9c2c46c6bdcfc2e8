from __future__ import annotations

from typing import Any, Self

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from tracker.lib.partial_dates import PartialDate

from .changes import PAGES, Touches
from .constraints import exactly_one, not_blank, partial_date
from .developments import Development
from .documents import Document
from .fields import ChoiceField, PartialDateField
from .history import tracked
from .organisations import Organisation
from .publication import (
    DatedQuerySet,
    Publishable,
    append_only,
    correction_has_a_reason,
    one_live_correction,
    superseding,
)
from .responses import Response, new_key


class Status(models.TextChoices):
    """
    How far a recommendation is implemented, on our scale.

    The letters follow the grades of the Human Rights Committee's follow-up procedure.
    """

    A = "A", _("Largely implemented")
    B = "B", _("Partly implemented")
    C = "C", _("Not implemented")
    D = "D", _("No information given")
    E = "E", _("Measures contrary to it")
    NOT_ASSESSED = "not-assessed", _("Not yet assessed")

    @property
    def letter(self) -> str:
        return "–" if self is Status.NOT_ASSESSED else self.value

    @property
    def full_label(self) -> str:
        """The letter, if it has one, and the word."""
        return str(self.label) if self is Status.NOT_ASSESSED else f"{self.letter} {self.label}"

    @property
    def definition(self) -> str:
        """What it means, in a sentence, to whoever assesses and to whoever reads."""
        return str(_DEFINITIONS[self.value])


_DEFINITIONS = {
    "A": _("What was asked has in substance been done, and documents show it."),
    "B": _("Steps were taken towards it; part of what was asked is still missing."),
    "C": _("A source shows that what was asked has not been done."),
    "D": _("Information was due, and the State gave none that bears on it."),
    "E": _("Measures were taken that go against what was asked."),
    "not-assessed": _(
        "Nobody has weighed the evidence yet. It is no finding, and never the same as C."
    ),
}

ASSESSED = [status for status in Status if status is not Status.NOT_ASSESSED]


class Scale(models.TextChoices):
    """Whose scale a grade is on. Grades on different scales are shown apart, never averaged."""

    OURS = "tracker-1", _("This tracker’s scale, version 1")
    CCPR_FOLLOW_UP = "ccpr-follow-up-2016", _("Human Rights Committee follow-up grades (2016)")
    CAT_FOLLOW_UP = "cat-follow-up", _("Committee against Torture follow-up grades")
    CEDAW_FOLLOW_UP = "cedaw-follow-up", _("CEDAW Committee follow-up grades")
    OTHER = "other", _("Another scale")


class AssessmentQuerySet(DatedQuerySet):
    effective_field = "as_of"

    def ours(self) -> Self:
        return self.filter(scale=Scale.OURS)

    def grades(self) -> Self:
        """Those of other bodies, each on its own scale."""
        return self.exclude(scale=Scale.OURS)


_HAS_EVIDENCE = pgtrigger.Trigger(
    name="has_evidence",
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.Update,
    timing=pgtrigger.Deferred,
    func="""
        IF NOT EXISTS (SELECT 1 FROM tracker_evidence WHERE assessment_id = NEW.id) THEN
            RAISE EXCEPTION 'An assessment needs evidence.' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    """,
)


@tracked(Touches(("recommendation_id",)))
class Assessment(Publishable):
    """
    A dated judgement of how far a recommendation is implemented, with evidence and reasons.

    The assessor is an organisation; `recorded_by` drafted it and `approved_by` approved it.
    Append-only in its substance, like Response.
    """

    key = models.SlugField(max_length=80, unique=True, default=new_key, editable=False)
    recommendation = models.ForeignKey("Recommendation", models.PROTECT, related_name="assessments")
    status = ChoiceField(
        choices=[(s.value, format_lazy("{} {}", s.letter, s.label)) for s in ASSESSED], blank=True
    )
    as_of = PartialDateField("true from")
    assessor = models.ForeignKey(Organisation, models.PROTECT, related_name="assessments")
    scale = ChoiceField(choices=Scale, default=Scale.OURS)
    grade_as_given = models.CharField(
        max_length=200, blank=True, help_text="Another body's grade, in its own words."
    )
    scale_as_given = models.CharField(
        max_length=200, blank=True, help_text="That body’s scale and its version, as it names them."
    )
    rationale = models.TextField()
    supersedes = superseding()
    supersedes_reason = models.TextField("why it is corrected", blank=True)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        ordering = ["-as_of", "-recorded_at", "-pk"]
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                name="assessment_status_or_grade",
                condition=(Q(scale="tracker-1") & ~Q(status=""))
                | (~Q(scale="tracker-1") & Q(status="") & ~Q(grade_as_given="")),
                violation_error_message="Our scale needs a status; another's, the grade as given.",
            ),
            models.CheckConstraint(
                name="assessment_our_scale_is_named_once",
                condition=~Q(scale="tracker-1") | Q(scale_as_given=""),
                violation_error_message="Only another body's scale is named in its own words.",
            ),
            not_blank("rationale", name="assessment_rationale_not_blank"),
            partial_date("as_of", name="assessment_as_of_date"),
            correction_has_a_reason("assessment_correction_has_a_reason"),
            one_live_correction("assessment_one_live_correction"),
        ]
        triggers = [*Publishable.Meta.triggers, *append_only(), _HAS_EVIDENCE]
        indexes = [models.Index(fields=["recommendation", "-as_of"], name="assessment_latest")]

    def __str__(self) -> str:
        return f"{self.status or self.grade_as_given} from {self.as_of}"

    def natural_key(self) -> tuple[str]:
        return (self.key,)

    @property
    def is_ours(self) -> bool:
        """A status on our scale, and not another body's grade."""
        return self.scale == Scale.OURS

    def clean(self) -> None:
        """Rules that look beyond this row; rules within it are constraints."""
        if not self.recommendation_id:
            return
        made, judged = self.recommendation.made_on, self.as_of
        if isinstance(judged, PartialDate) and judged.last_day < made.first_day:
            raise ValidationError(
                {"as_of": f"It cannot be assessed before it was made on {made.label}."}
            )
        earlier: Any = self.supersedes
        if earlier and earlier.recommendation_id != self.recommendation_id:
            raise ValidationError("A correction stays with its recommendation.")
        if earlier and self.is_ours != earlier.is_ours:
            raise ValidationError(
                "A status of ours and another body’s grade stand side by side: neither corrects "
                "the other."
            )


@tracked(PAGES)
class Evidence(models.Model):
    """What an assessment rests on: a development, a document, or China's own response."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="evidence")
    development = models.ForeignKey(
        Development, models.PROTECT, null=True, blank=True, related_name="evidence_for"
    )
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="evidence_for"
    )
    response = models.ForeignKey(
        Response, models.PROTECT, null=True, blank=True, related_name="evidence_for"
    )
    locator = models.CharField(max_length=150, blank=True)

    class Meta:
        verbose_name_plural = "evidence"
        ordering = ["pk"]
        constraints = [
            exactly_one(
                "development",
                "document",
                "response",
                name="evidence_is_one_thing",
                message="Evidence is one development, document or response.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return str(self.thing)

    @property
    def thing(self) -> Development | Document | Response:
        found = self.development or self.document or self.response
        assert found is not None  # noqa: S101 - the constraint says so
        return found
