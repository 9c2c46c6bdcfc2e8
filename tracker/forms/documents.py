from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

from tracker.actions.documents import (
    EDITABLE,
    document_mark,
    record_document,
    revise_document,
    same_file,
    same_symbol,
)
from tracker.actions.records import to_plain
from tracker.lib.files import FileFacts
from tracker.models import Document, Organisation, ReviewCycle

from .fields import KeyChoiceField, KeysChoiceField, LinesField
from .files import FactsField, sealed, unsealed
from .merging import Beside
from .records import RecordForm

_ADDRESS = {"invalid": "Write the whole address, beginning with https:// or http://."}


class DocumentForm(RecordForm):
    """A source, so that recommendations, answers and developments can name it."""

    enter, change, noun = record_document, revise_document, "document"
    not_in_future = ("published_on", "submitted_on")
    apart = frozenset({"file", "without_file"})
    quoted = frozenset({"title"})

    cycle = KeyChoiceField(
        queryset=ReviewCycle.objects.order_by("-reviewed_on", "name"),
        to_field_name="slug",
        required=False,
        label="Review cycle",
        help_text="The review that it was written for, if any.",
        empty_label="None",
    )
    authors = KeysChoiceField(
        queryset=Organisation.objects.order_by("name"),
        to_field_name="slug",
        required=False,
        label="Authors",
        help_text="Organisations that wrote or submitted it. A newspaper needs none. If one is "
        "missing, a coordinator enters it.",
        widget=forms.CheckboxSelectMultiple,
    )
    file = FactsField(
        required=False,
        label="File",
        help_text="PDF, Word (.docx), Excel (.xlsx) or CSV. It is not kept: only its kind, its "
        "size and its fingerprint (SHA-256), by which anyone can show that a copy is the same.",
    )
    seal = forms.CharField(required=False, widget=forms.HiddenInput)
    without_file = forms.BooleanField(
        required=False,
        label="Take the fingerprint out",
        help_text="If it is of another file; the history keeps it.",
    )
    twin: Document | None = None
    facts: FileFacts | None = None

    class Meta:
        model = Document
        fields = EDITABLE
        field_classes = {"description": LinesField}
        widgets = {"description": forms.Textarea(attrs={"rows": 3})}
        labels = {
            "symbol": "UN symbol",
            "published_on": "Published on",
            "submitted_on": "Submitted on",
            "url": "Address",
            "certainty": "How sure it is",
        }
        help_texts = {
            "title": "As the document gives it, in its own language.",
            "kind": "What sort of document it is, whoever wrote it.",
            "language": "The language that this copy is in.",
            "symbol": "Such as A/HRC/56/6/Add.1, where it has one.",
            "url": "Where it can be read, from https:// on.",
            "archived_url": "A copy that stays, such as one of the Wayback Machine.",
        }
        error_messages = {
            "kind": {"required": "Choose what it is."},
            "title": {"required": "Give its title."},
            "url": _ADDRESS,
            "archived_url": _ADDRESS,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        now = [self.instance.sha256] if self.instance.sha256 else []
        typed = ["The file that you chose"] if self.files.get("file") or self._sealed else now
        typed = [] if self.data.get("without_file") else typed
        self.beside["file"] = Beside("File", now, typed, {"seal": "", "without_file": ""})

    def take(self, name: str, data: Any) -> None:
        super().take(name, data)
        if name == "file":
            self.files = MultiValueDict()

    @property
    def _sealed(self) -> FileFacts | None:
        """What was seen of a file in an earlier try."""
        return unsealed(self.data.get("seal", ""))

    def clean_symbol(self) -> str:
        """A symbol names one document; the one that has it is then in `twin`."""
        symbol: str = self.cleaned_data["symbol"]
        self.twin = same_symbol(symbol, but=self.instance)
        if self.twin:
            raise ValidationError("There already is a document with this symbol.")
        return symbol

    def clean(self) -> dict[str, Any]:
        """The file, or what was seen of it in an earlier try; whoever has it already is `twin`."""
        cleaned = super().clean()
        if "file" not in self.errors:
            self.facts = cleaned.get("file") or self._sealed
        twin = self.facts and same_file(self.facts.sha256, but=self.instance)
        if twin:
            self.twin, self.facts = twin, None
            self.add_error("file", "Another document has this very file: one file, one document.")
        return cleaned

    def arguments(self) -> dict[str, Any]:
        given = super().arguments()
        for name in ("file", "seal", "without_file"):
            given.pop(name, None)
        if self.instance.pk:
            given["without_file"] = self.cleaned_data["without_file"]
        return given | {"file": self.facts}

    @property
    def sealed_facts(self) -> str:
        """What the page carries to the next try, so that the file need not be chosen again."""
        return sealed(self.facts)


def document_form(document: Document, data: Any = None, files: Any = None) -> DocumentForm:
    """The form of an existing document, as it stands now."""
    first = to_plain(document, ["cycle", "authors"]) | {"expected": document_mark(document)}
    # A copy: validating a ModelForm writes into its record, which the page still shows.
    copy = Document.objects.get(pk=document.pk)
    return DocumentForm(data, files, instance=copy, initial=first)
