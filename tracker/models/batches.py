from __future__ import annotations

from django.db import models
from django.utils import timezone

from .constraints import all_or_none
from .documents import Document
from .fields import ChoiceField
from .history import tracked
from .responses import Response, new_key
from .reviews import ReviewCycle


@tracked(None)
class Batch(models.Model):
    """Answers that one person recorded at once, from one document, and can undo at once."""

    class Kind(models.TextChoices):
        FILLED_IN = "filled-in", "Filled in"
        PASTED = "pasted", "Pasted"

    key = models.SlugField(max_length=80, unique=True, default=new_key, editable=False)
    kind = ChoiceField(choices=Kind)
    document = models.ForeignKey(Document, models.PROTECT, related_name="batches")
    cycle = models.ForeignKey(ReviewCycle, models.PROTECT, related_name="batches")
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(
        "tracker.User", models.PROTECT, editable=False, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True, editable=False)
    undone_by = models.ForeignKey(
        "tracker.User", models.PROTECT, null=True, blank=True, editable=False,
        related_name="+",
    )  # fmt: skip

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "batches"
        constraints = [
            all_or_none(
                "undone_at", "undone_by",
                name="batch_undone_at_and_by",
                message="“undone” needs both a moment and a person.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_kind_display()} in {self.document}"

    def natural_key(self) -> tuple[str]:
        return (self.key,)


@tracked(None)
class BatchEntry(models.Model):
    """One answer that a batch recorded, beside the one that stood there before, if any did."""

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="entries")
    written = models.OneToOneField(Response, models.PROTECT, related_name="batch_entry")
    before = models.ForeignKey(
        Response, models.PROTECT, null=True, blank=True, related_name="replaced_in_batch"
    )
    left_because = models.CharField(
        max_length=300, blank=True, editable=False, help_text="Why an undo left it as it was."
    )

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "batch entries"

    def __str__(self) -> str:
        return f"{self.batch}: {self.written}"
