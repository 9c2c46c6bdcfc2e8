from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone

from .constraints import all_or_none
from .fields import ChoiceField
from .history import tracked
from .organisations import Organisation
from .recommendations import Recommendation
from .responses import Response, new_key


@tracked(None)
class Import(models.Model):
    """
    One file that somebody brought in: read once, staged row by row, confirmed or thrown away.

    The file is not kept, only what names it. What was confirmed can be undone, as a whole.
    """

    class Source(models.TextChoices):
        """What kind of file it is; told by what it holds."""

        UPR_INFO = "upr-info", "UPR Info’s database"
        MATRIX = "matrix", "OHCHR’s thematic list of recommendations"
        REPORT = "report", "Report of the UPR Working Group"
        UHRI = "uhri", "Universal Human Rights Index"
        OWN = "own", "This tracker’s own export"
        TABLE = "table", "Another table"
        SUBMISSION = "submission", "Submission or report with asks"

    class Stage(models.TextChoices):
        STAGED = "staged", "To be confirmed"
        CONFIRMED = "confirmed", "Confirmed"
        DISCARDED = "discarded", "Thrown away"
        UNDONE = "undone", "Undone"

    key = models.SlugField(max_length=80, unique=True, default=new_key, editable=False)
    source = ChoiceField(choices=Source)
    file_name = models.CharField(max_length=200, help_text="As its owner called it; staff only.")
    sha256 = models.CharField(
        "fingerprint (SHA-256)", max_length=64,
        validators=[RegexValidator(r"^[0-9a-f]{64}$", "64 hex digits")],
    )  # fmt: skip
    size = models.PositiveBigIntegerField("size in bytes")
    settings = models.JSONField(
        default=dict, blank=True, help_text="How it was read: State, review, documents, columns."
    )
    told = models.JSONField(
        default=list, blank=True, help_text="What the reader noticed about the file as a whole."
    )
    additions = models.JSONField(
        default=dict, blank=True,
        help_text="Organisations and documents that its rows name and that are not here yet.",
    )  # fmt: skip
    stage = ChoiceField(choices=Stage, default=Stage.STAGED, editable=False)
    read_at = models.DateTimeField(default=timezone.now, editable=False)
    read_by = models.ForeignKey("tracker.User", models.PROTECT, editable=False, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True, editable=False)
    confirmed_by = models.ForeignKey(
        "tracker.User", models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    ended_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="When it was thrown away or undone."
    )
    ended_by = models.ForeignKey(
        "tracker.User", models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )

    class Meta:
        ordering = ["-pk"]
        constraints = [
            all_or_none(
                f"{step}_at", f"{step}_by",
                name=f"import_{step}_at_and_by",
                message=f"“{step}” needs both a moment and a person.",
            )
            for step in ("confirmed", "ended")
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_source_display()}: {self.file_name}"

    def natural_key(self) -> tuple[str]:
        return (self.key,)


class StagedRow(models.Model):
    """
    One thing that a file asks: its raw cells and their place, and what would become of it.

    It is work in progress rather than a fact, so no event tells of its changes; once confirmed it
    leads from the record to the row it came from.
    """

    class Outcome(models.TextChoices):
        NEW = "new", "New"
        CHANGED = "changed", "Changed"
        UNCHANGED = "unchanged", "Unchanged"
        DUPLICATE = "duplicate", "Possible duplicate"
        ERROR = "error", "Error"

    # Ten thousand come at once: no index that another one stands in for, or that stays empty.
    imported = models.ForeignKey(Import, models.CASCADE, related_name="rows", db_index=False)
    number = models.PositiveIntegerField(help_text="Its place among the rows, from 1.")
    place = models.CharField(max_length=120, help_text="e.g. sheet Data, row 12")
    raw = models.JSONField(blank=True, help_text="Its cells as the file has them, by heading.")
    ask = models.JSONField(
        blank=True, help_text="What the reader understood: names as the file writes them."
    )
    key = models.CharField(max_length=80, blank=True, help_text="Its stable key in the source.")
    values = models.JSONField(
        default=dict, blank=True, help_text="Plain values of the record, as actions take them."
    )
    outcome = ChoiceField(choices=Outcome)
    faults = models.JSONField(default=list, blank=True)
    differences = models.JSONField(default=list, blank=True, help_text="Fields, old and new.")
    record = models.ForeignKey(
        Recommendation, models.SET_NULL, null=True, blank=True, related_name="staged_rows",
        db_index=False, help_text="The record it would change, may repeat, or became.",
    )  # fmt: skip
    answer = models.ForeignKey(
        Response, models.SET_NULL, null=True, blank=True, related_name="staged_rows",
        db_index=False, help_text="The answer that was recorded with it.",
    )  # fmt: skip
    expected = models.PositiveIntegerField(
        null=True, blank=True, help_text="The version of the record that it was compared with."
    )
    is_chosen = models.BooleanField(default=True, help_text="Whether confirming takes it along.")
    is_written = models.BooleanField(default=False, help_text="Whether confirming wrote it.")
    left_because = models.CharField(
        max_length=300, blank=True, help_text="Why confirming or undoing left it as it was."
    )

    class Meta:
        ordering = ["imported", "number"]
        indexes = [
            models.Index(
                fields=["record"],
                condition=models.Q(record__isnull=False),
                name="staged_row_record",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["imported", "number"], name="staged_row_once"),
        ]

    def __str__(self) -> str:
        return f"{self.imported}: {self.place}"


@tracked(None)
class SourceKey(models.Model):
    """What a source calls a recommendation: by it a newer copy of the same data is recognised."""

    source = ChoiceField(choices=Import.Source)
    key = models.CharField(max_length=80)
    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="source_keys")

    class Meta:
        ordering = ["source", "key"]
        constraints = [
            models.UniqueConstraint(fields=["source", "key"], name="source_key_once"),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.key}"


@tracked(None)
class ColumnMapping(models.Model):
    """How the tables of an organisation are read: which of our fields each heading means."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="column_mappings")
    headings = models.JSONField(help_text="The headings of the table, in their order.")
    signature = models.CharField(max_length=64, help_text="SHA-256 of the headings.")
    columns = models.JSONField(help_text="The field that each heading means; none: not read.")

    class Meta:
        ordering = ["organisation", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "signature"], name="column_mapping_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {', '.join(map(str, self.headings))}"

    @staticmethod
    def signature_of(headings: Sequence[str]) -> str:
        """What names a table by its headings in their order."""
        return hashlib.sha256(json.dumps(list(headings)).encode()).hexdigest()
