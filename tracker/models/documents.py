from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .articles import Article
from .certainty import CertaintyField
from .changes import PAGES, Touches
from .constraints import not_blank, partial_date
from .fields import ChoiceField, LanguageField, PartialDateField, WebAddressField
from .history import tracked
from .links import link
from .organisations import Organisation
from .reviews import Milestone, ReviewCycle
from .treaties import TreatyAction


@tracked(Touches(only=("kind",)))
class Document(models.Model):
    """
    A source: submission, concluding observations, report, statement, law, press report.

    Staff enter it before what it is the source of, so it is public (`is_public`) only once
    something published names it; the fixtures, which two persons have read, are public as they
    come. It stays public from then on: its address has been given to readers.
    """

    class Kind(models.TextChoices):
        NGO_SUBMISSION = "ngo-submission", _("NGO submission")
        NGO_REPORT = "ngo-report", _("NGO report or statement")
        CONCLUDING_OBSERVATIONS = "concluding-observations", _("Concluding observations")
        WORKING_GROUP_REPORT = "working-group-report", _("UPR Working Group report")
        ADDENDUM = "addendum", _("Addendum: replies of the State under review")
        UPR_INPUT = "upr-input", _("Other UPR document: compilation, advance questions")
        INQUIRY_REPORT = "inquiry-report", _("Commission of inquiry report")
        COMMUNICATION = "communication", _("Communication of special procedures")
        SPECIAL_PROCEDURE_REPORT = "special-procedure-report", _("Report of a special procedure")
        RESOLUTION = "resolution", _("Resolution")
        SUMMARY_RECORD = "summary-record", _("Summary record or webcast of a meeting")
        UN_OTHER = "un-other", _("Other UN document")
        STATE_REPORT = "state-report", _("Report of the State under review")
        STATEMENT = "statement", _("Statement of a government")
        TREATY_TEXT = "treaty-text", _("Treaty text or treaty status")
        LAW = "law", _("Law")
        OFFICIAL_OTHER = "official-other", _("Other official document of a State")
        STATE_MEDIA = "state-media", _("State media")
        PRESS = "press", _("Press report")
        DATA_SET = "data-set", _("Data set")
        RESEARCH = "research", _("Research or secondary source")

    class FileKind(models.TextChoices):
        """What the file was that `sha256` is of; told by its bytes."""

        NONE = "", "No file"
        PDF = "pdf", "PDF"
        DOCX = "docx", "Word (.docx)"
        XLSX = "xlsx", "Excel (.xlsx)"
        CSV = "csv", "CSV"

    slug = models.SlugField(max_length=80, unique=True)
    kind = ChoiceField(choices=Kind)
    title = models.CharField(max_length=300)
    symbol = models.CharField(max_length=60, blank=True, help_text="UN document symbol")
    cycle = models.ForeignKey(
        ReviewCycle, models.PROTECT, null=True, blank=True, related_name="documents"
    )
    authors: models.ManyToManyField[Organisation, models.Model] = models.ManyToManyField(
        Organisation, related_name="documents", blank=True, through="DocumentAuthor"
    )
    published_on = PartialDateField("published", null=True, blank=True)
    submitted_on = PartialDateField("submitted", null=True, blank=True)
    language = LanguageField()
    url = WebAddressField("address")
    archived_url = WebAddressField("archived copy")
    sha256 = models.CharField(
        "fingerprint (SHA-256)", max_length=64, blank=True,
        validators=[RegexValidator(r"^[0-9a-f]{64}$", "64 hex digits")],
    )  # fmt: skip
    file_kind = ChoiceField(choices=FileKind, default=FileKind.NONE, blank=True)
    file_size = models.PositiveIntegerField("file size in bytes", null=True, blank=True)
    origin = models.CharField(
        max_length=60, blank=True, help_text="Its key in the table it was taken from."
    )
    derived_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="derived",
        help_text="A document whose passages this one re-uses: not an independent source.",
    )  # fmt: skip
    certainty = CertaintyField()
    description = models.TextField(blank=True, help_text="What it is, in our words.")
    is_public = models.BooleanField(
        default=False, editable=False,
        help_text="It came with the fixtures, or something published has named it.",
    )  # fmt: skip

    class Meta:
        ordering = ["-published_on", "title"]
        constraints = [
            not_blank("title", name="document_title_not_blank"),
            models.UniqueConstraint(
                fields=["symbol"],
                condition=~models.Q(symbol=""),
                name="document_symbol_unique",
                violation_error_message="There already is a document with this symbol.",
            ),
            models.CheckConstraint(
                name="document_sha256_is_a_hash",
                condition=models.Q(sha256="") | models.Q(sha256__regex=r"^[0-9a-f]{64}$"),
                violation_error_message="A SHA-256 has 64 hex digits.",
            ),
            models.UniqueConstraint(
                fields=["sha256"],
                condition=~models.Q(sha256=""),
                name="document_file_once",
                violation_error_message="Another document has this very file.",
            ),
            models.CheckConstraint(
                name="document_file_has_kind_size_and_hash",
                condition=models.Q(file_kind="", file_size__isnull=True)
                | (~models.Q(file_kind="") & models.Q(file_size__isnull=False))
                & ~models.Q(sha256=""),
                violation_error_message="A file has its kind, its size and its SHA-256.",
            ),
            partial_date("published_on", name="document_published_on_date"),
            partial_date("submitted_on", name="document_submitted_on_date"),
        ]

    def __str__(self) -> str:
        return self.symbol or self.title

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def get_absolute_url(self) -> str:
        return reverse("public:document", args=[self.slug])


@tracked(PAGES)
class Citation(models.Model):
    """A document cites an article somewhere, apart from what its single asks invoke."""

    class Basis(models.TextChoices):
        EXPLICIT = "explicit", _("names the article")
        INSTRUMENT = "instrument", _("names the instrument")
        INFERRED = "inferred", _("describes the rule without its number")

    document = models.ForeignKey(Document, models.CASCADE, related_name="citations")
    article = models.ForeignKey(Article, models.PROTECT, related_name="citations")
    basis = ChoiceField(choices=Basis)
    locator = models.CharField(max_length=120, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["document", "article__order"]
        constraints = [
            models.UniqueConstraint(fields=["document", "article", "basis"], name="citation_once"),
        ]

    def __str__(self) -> str:
        return f"{self.document} cites {self.article}"


DocumentAuthor = link(
    "DocumentAuthor", PAGES, module=__name__, document=Document, author=Organisation
)
TreatyActionSource = link(
    "TreatyActionSource", PAGES, module=__name__, treaty_action=TreatyAction, document=Document
)
MilestoneSource = link(
    "MilestoneSource", PAGES, module=__name__, milestone=Milestone, document=Document
)
