from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tracker.lib.partial_dates import PartialDate

from .certainty import CertaintyField
from .changes import PAGES, Touches
from .constraints import in_order, not_blank, partial_date
from .fields import ChoiceField, PartialDateField
from .history import tracked
from .mechanisms import Mechanism
from .search import Searchable
from .wording import TranslationsField

if TYPE_CHECKING:
    from .documents import Document


@tracked(Touches(only=("slug", "mechanism_id", "reviewed_on"), when_new=True))
class ReviewCycle(models.Model):
    """
    One turn of a mechanism on China: "UPR 4th cycle (45th session)".

    Submission, review, adoption and publication are four dates; none stands for another. Like a
    Document, it is public (`is_public`) once something published names it.
    """

    slug = models.SlugField(unique=True)
    mechanism = models.ForeignKey(Mechanism, models.PROTECT, related_name="cycles")
    name = models.CharField(max_length=120, unique=True)
    number = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="The cycle or the report's number, where it has one."
    )
    session = models.CharField(max_length=60, blank=True, help_text="e.g. 45th session")
    meetings = models.CharField(max_length=100, blank=True, help_text="e.g. 1977th-1978th meetings")
    session_from = PartialDateField(null=True, blank=True)
    session_until = PartialDateField(null=True, blank=True)
    reviewed_on = PartialDateField("reviewed", null=True, blank=True)
    reviewed_until = PartialDateField(null=True, blank=True)
    report_adopted_on = PartialDateField("report adopted", null=True, blank=True)
    replies_published_on = PartialDateField("China's replies published", null=True, blank=True)
    outcome_adopted_on = PartialDateField("outcome adopted", null=True, blank=True)
    outcome_symbol = models.CharField(max_length=100, blank=True)
    certainty = CertaintyField()
    is_public = models.BooleanField(
        default=False, editable=False,
        help_text="It came with the fixtures, or something published has named it.",
    )  # fmt: skip
    translations = TranslationsField("name")

    class Meta:
        ordering = [models.F("reviewed_on").desc(nulls_last=True), "name"]
        indexes = [GinIndex(Searchable("name"), name="cycle_search")]
        constraints = [
            not_blank("name", name="cycle_name_not_blank"),
            *(
                partial_date(field, name=f"cycle_{field}_date")
                for field in (
                    "session_from", "session_until", "reviewed_on", "reviewed_until",
                    "report_adopted_on", "replies_published_on", "outcome_adopted_on",
                )
            ),
            in_order(
                "reviewed_on", "reviewed_until",
                name="cycle_review_ends_after_it_begins",
                message="The review cannot end before it begins.",
            ),
            in_order(
                "session_from", "session_until",
                name="cycle_session_ends_after_it_begins",
                message="The session cannot end before it begins.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def get_absolute_url(self) -> str:
        return reverse("public:cycle", args=[self.slug])


@tracked(PAGES)
class OfficialTotal(models.Model):
    """
    How many recommendations a review made, by the State's own categories.

    The basis matters: the UN numbers items, UPR Info counts one for each recommending State.
    """

    class Basis(models.TextChoices):
        UN_NUMBERING = "un-numbering", _("as the UN numbers them")
        PER_STATE = "per-state", _("one for each recommending State, multi-part items split")

    cycle = models.ForeignKey(ReviewCycle, models.PROTECT, related_name="totals")
    basis = ChoiceField(choices=Basis)
    category = models.CharField(max_length=60, help_text="China's own word; “all” for the total.")
    part_of = models.CharField(max_length=60, blank=True, help_text="The category it is within.")
    count = models.PositiveSmallIntegerField()
    source = models.ForeignKey("Document", models.PROTECT, related_name="+")
    certainty = CertaintyField()
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["cycle", "-basis", "order", "category"]
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "basis", "category"], name="official_total_once"
            ),
            not_blank("category", name="official_total_category_not_blank"),
        ]

    def __str__(self) -> str:
        return f"{self.cycle}: {self.category} {self.count}"


@tracked(PAGES)
class Milestone(models.Model):
    """A date in or after a cycle: submission due, adoption, follow-up due, next review."""

    class Kind(models.TextChoices):
        SUBMISSION_DUE = "submission-due", _("NGO submissions due")
        REVIEW = "review", _("Review")
        REPLIES_DUE = "replies-due", _("Replies of the State due")
        REPORT_DUE = "report-due", _("State report due")
        FOLLOW_UP_DUE = "follow-up-due", _("Follow-up due")
        MID_TERM_REPORT = "mid-term-report", _("Mid-term report")
        ADOPTION = "adoption", _("Adoption of the outcome")
        NEXT_REVIEW = "next-review", _("Next review")
        RENEWAL = "renewal", _("Renewal of an agreement")

    key = models.SlugField(max_length=80, unique=True)
    mechanism = models.ForeignKey(
        Mechanism, models.PROTECT, null=True, blank=True, related_name="milestones"
    )
    cycle = models.ForeignKey(
        ReviewCycle, models.PROTECT, null=True, blank=True, related_name="milestones"
    )
    kind = ChoiceField(choices=Kind)
    title = models.CharField(max_length=200)
    due_on = PartialDateField("due", null=True, blank=True)
    due_until = PartialDateField(null=True, blank=True)
    done_on = PartialDateField("done", null=True, blank=True)
    is_expected = models.BooleanField(
        default=False, help_text="Worked out by us, confirmed by no calendar."
    )
    certainty = CertaintyField()
    note = models.TextField(blank=True)
    sources: models.ManyToManyField[Document, models.Model] = models.ManyToManyField(
        "Document", related_name="milestones", blank=True, through="MilestoneSource"
    )
    translations = TranslationsField("title", "note")

    class Meta:
        ordering = ["due_on", "key"]
        constraints = [
            not_blank("title", name="milestone_title_not_blank"),
            *(
                partial_date(field, name=f"milestone_{field}_date")
                for field in ("due_on", "due_until", "done_on")
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str]:
        return (self.key,)

    def is_over(self, on: dt.date) -> bool:
        """Whether the last day on which it is not late was before a day."""
        end: PartialDate | None = self.due_until or self.due_on
        return end is not None and end.last_day < on
