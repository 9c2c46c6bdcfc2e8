"""Files that are brought in: how they are read, and what becomes of their rows."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Q

from tracker.filters.imports import read_before
from tracker.models import (
    AffectedGroup,
    Document,
    Import,
    Organisation,
    ReviewCycle,
    Theme,
)
from tracker.models.fields import PartialDateFormField

from .base import ActionForm
from .fields import DocumentField, KeyChoiceField, OrganisationsField
from .import_terms import TermsMeantField

CHINA = "china"
_ACCEPT = ".csv,.tsv,.txt,.xlsx,.xls,.docx,.pdf,.json"  # what the browser offers; the bytes decide
ENCODINGS = [  # as tracker.imports.opening.encodings names them
    ("", "Find them"),
    ("utf-8", "Unicode (UTF-8)"),
    ("utf-16", "Unicode (UTF-16)"),
    ("cp1252", "Western (Windows)"),
    ("mac-roman", "Western (old Macintosh)"),
    ("cp949", "Korean (EUC-KR)"),
    ("gb18030", "Chinese (GB 18030)"),
]
_SLUGS = ("state", "cycle", "document", "replies")
_TEXTS = ("answered_on", "made_on")
_TERMS = ("themes", "groups")


class ReadingForm(ActionForm):
    """How a file is read: what a person says of it as a whole."""

    state = KeyChoiceField(
        queryset=Organisation.objects.filter(kind=Organisation.Kind.STATE).order_by("name"),
        to_field_name="slug",
        label="State under review",
        empty_label=None,
        help_text="Only rows about this State are taken; the others are counted.",
    )
    encoding = forms.ChoiceField(
        label="Letters",
        choices=ENCODINGS,
        required=False,
        help_text="Of a CSV or text file. Choose one only if words look wrong, such as “CuraÃ§ao”.",
    )
    cycle = KeyChoiceField(
        queryset=ReviewCycle.objects.order_by("-reviewed_on", "name"),
        to_field_name="slug",
        required=False,
        label="Review cycle",
        empty_label="As the file says",
        help_text="For every row; otherwise each row’s own session or review counts.",
    )
    document = DocumentField(
        required=False,
        label="Document that asks",
        help_text="Its symbol, such as A/HRC/56/6, or short name. Empty: as the file or the "
        "review says.",
    )
    replies = DocumentField(
        required=False,
        label="Document with China’s replies",
        help_text="Such as A/HRC/56/6/Add.1. Empty: as the file or the review says.",
    )
    made_by = OrganisationsField(
        required=False,
        label="Asked by",
        help_text="Where rows name nobody; a semicolon between two.",
    )
    made_on = PartialDateFormField(
        label="Asked on", required=False, help_text="Where rows say no day: 2024-01-23 or 2024."
    )
    answered_on = PartialDateFormField(
        label="Answered on",
        required=False,
        help_text="2024-07-04, or 2024. Empty: when the replies were published.",
    )
    positions = forms.BooleanField(
        required=False,
        initial=True,
        label="Take China’s answers too",
        help_text="Where the file says supported, noted and the like.",
    )

    not_in_future = ("made_on", "answered_on")

    @property
    def said(self) -> dict[str, Any]:
        """As Import.settings has it."""
        given = self.cleaned_data
        slugs = {name: given[name].slug if given[name] else "" for name in _SLUGS}
        texts = {name: str(given[name] or "") for name in _TEXTS}
        makers = [row.slug for row in given["made_by"]]
        others = {"made_by": makers, "positions": given["positions"]}
        return slugs | texts | others | {"state_name": given["state"].name}


class UploadForm(ReadingForm):
    """A file and how it is to be read."""

    file = forms.FileField(
        label="File",
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": _ACCEPT}),
        help_text="CSV, Excel, Word, PDF, JSON or plain text. It is read once and not kept.",
        error_messages={"required": "Choose the file that is to be read."},
    )
    source = forms.ChoiceField(
        label="What it is",
        choices=[("", "Find it by what it holds"), *Import.Source.choices],
        required=False,
        help_text="Choose only if it was taken for something else.",
    )
    again = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    field_order = ["file", "state", "source", "encoding", "cycle", "document", "replies"]

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, initial={"state": CHINA})
        self.before: list[Import] = []
        self.read_already = ""  # the fingerprint that the next try says it knows of

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > settings.UPLOAD_LIMIT:
            raise ValidationError(
                f"It has more than {settings.UPLOAD_LIMIT // 2**20} MB. Choose a smaller one, or "
                "let an administrator bring it in with “manage.py import_file”."
            )
        return file

    def is_new(self, sha256: str) -> bool:
        """Whether this file was not read before, or is meant to be read again; else an error."""
        if self.cleaned_data["again"] == sha256:
            return True
        self.before = read_before(sha256)
        if not self.before:
            return True
        self.read_already = sha256
        self.add_error(
            "file",
            "This very file was read before: see below. To read it again all the same, choose it "
            "once more.",
        )
        return False


class AgainForm(ActionForm):
    """That rows are compared anew, with what was said of the file before."""

    def __init__(self, data: Any, *, imported: Import) -> None:
        super().__init__(data)
        self.imported = imported

    def arguments(self) -> dict[str, Any]:
        return {"settings": self.imported.settings}


class SettingsForm(ReadingForm):
    """How the rows of a file that was read are understood; applied to all of them anew."""

    themes = TermsMeantField(
        model=Theme,
        label="Themes",
        help_text="A line for each word of the file: Refugees & asylum seekers = asylum. Nothing "
        "behind the sign leaves the word out.",
    )
    groups = TermsMeantField(
        model=AffectedGroup,
        label="Affected groups",
        help_text="In the same way: Women & girls = women.",
    )

    def __init__(self, data: Any, *, imported: Import) -> None:
        super().__init__(data, initial=_first(imported.settings))
        self.imported = imported

    def arguments(self) -> dict[str, Any]:
        given, before = self.cleaned_data, self.imported.settings
        chosen = {"encoding": given["encoding"]} if given["encoding"] else {}
        terms = {kind: dict(given[kind]) for kind in _TERMS}
        names = {**before.get("names", {}), **terms}
        unseen = {
            name: before[name] for name in _SLUGS if name in before and not self[name].initial
        }
        kept = {name: word for name, word in unseen.items() if not given[name]}
        return {"settings": before | self.said | kept | chosen | {"names": names}}


def _first(said: dict[str, Any]) -> dict[str, Any]:
    """What a form shows at first of what an import was read with."""
    slugs = {name: str(said.get(name) or "") for name in ("document", "replies")}
    named = [word for word in slugs.values() if word]
    rows = Document.objects.filter(Q(slug__in=named) | Q(symbol__in=named))
    found = {word: row for row in rows for word in (row.slug, row.symbol)}
    return {
        **{name: said.get(name) for name in ("encoding", "made_on", "answered_on")},
        "cycle": ReviewCycle.objects.filter(slug=said.get("cycle") or "").first(),
        "state": said.get("state") or CHINA,
        **{name: found.get(slug) for name, slug in slugs.items()},
        "made_by": list(said.get("made_by") or []),
        "positions": said.get("positions", True),
        **{kind: list(said.get("names", {}).get(kind, {}).items()) for kind in _TERMS},
    }
