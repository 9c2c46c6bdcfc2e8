from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .changes import PAGES
from .constraints import exactly_one, not_blank
from .documents import Document
from .fields import ChoiceField
from .history import tracked
from .links import link
from .responses import new_key

SUBJECTS = [
    "recommendation", "document", "treaty", "treaty_action", "article",
    "development", "cycle", "organisation",
]  # fmt: skip


class NoteQuerySet(models.QuerySet["Note"]):
    def public(self) -> NoteQuerySet:
        return self.filter(audience=Note.Audience.PUBLIC)


@tracked(PAGES)
class Note(models.Model):
    """
    An editorial remark shown beside a record: what sources get wrong or disagree about.

    Sources are never silently repaired; what is wrong in an original is kept and noted.
    """

    class Kind(models.TextChoices):
        ERROR = "error", _("Error in the source")
        INCONSISTENCY = "inconsistency", _("Sources differ")
        CONFLICT = "conflict", _("Conflict between sources")
        FIGURE = "figure", _("Figure quoted")
        GAP = "gap", _("Not found yet")
        REMARK = "remark", _("Remark")

    class Audience(models.TextChoices):
        PUBLIC = "public", "Everyone"
        STAFF = "staff", "Staff only"

    key = models.SlugField(max_length=80, unique=True, default=new_key)
    kind = ChoiceField(choices=Kind, default=Kind.REMARK)
    audience = ChoiceField(choices=Audience, default=Audience.PUBLIC)
    text = models.TextField()
    locator = models.CharField(max_length=200, blank=True)
    sources: models.ManyToManyField[Document, models.Model] = models.ManyToManyField(
        Document, related_name="notes_from", blank=True, through="NoteSource"
    )

    objects = NoteQuerySet.as_manager()

    class Meta:
        ordering = ["key"]
        constraints = [
            not_blank("text", name="note_text_not_blank"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text[:60]}"

    def natural_key(self) -> tuple[str]:
        return (self.key,)


def _subject(model: str) -> models.ForeignKey:
    return models.ForeignKey(
        model, models.CASCADE, null=True, blank=True, related_name="note_subjects"
    )


@tracked(PAGES)
class NoteSubject(models.Model):
    """The record that a note is shown beside; a note may have several."""

    note = models.ForeignKey(Note, models.CASCADE, related_name="subjects")
    recommendation = _subject("Recommendation")
    document = _subject("Document")
    treaty = _subject("Treaty")
    treaty_action = _subject("TreatyAction")
    article = _subject("Article")
    development = _subject("Development")
    cycle = _subject("ReviewCycle")
    organisation = _subject("Organisation")

    class Meta:
        ordering = ["pk"]
        constraints = [
            exactly_one(
                *SUBJECTS,
                name="note_subject_is_one",
                message="A note stands beside one record at a time.",
            ),
            *(
                models.UniqueConstraint(
                    fields=["note", subject],
                    condition=Q(**{f"{subject}__isnull": False}),
                    name=f"note_once_beside_{subject}",
                    violation_error_message="The note stands beside it already.",
                )
                for subject in SUBJECTS
            ),
        ]

    def __str__(self) -> str:
        return f"{self.note} beside {self.thing}"

    @property
    def thing(self) -> models.Model:
        chosen = next(name for name in SUBJECTS if getattr(self, f"{name}_id"))
        thing: models.Model = getattr(self, chosen)
        return thing


NoteSource = link("NoteSource", PAGES, module=__name__, note=Note, document=Document)
