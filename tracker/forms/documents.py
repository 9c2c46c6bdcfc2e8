from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from tracker.actions.documents import (
    EDITABLE,
    document_mark,
    record_document,
    revise_document,
    same_symbol,
)
from tracker.actions.records import to_plain
from tracker.models import Document, Organisation, ReviewCycle

from .base import RecordForm
from .fields import KeyChoiceField, KeysChoiceField, LinesField

_ADDRESS = {"invalid": "Write the whole address, beginning with https:// or http://."}


class DocumentForm(RecordForm):
    """A source, so that recommendations, answers and developments can name it."""

    enter, change, noun = record_document, revise_document, "document"
    mark = staticmethod(document_mark)
    not_in_future = ("published_on", "submitted_on")

    cycle = KeyChoiceField(
        queryset=ReviewCycle.objects.order_by("-reviewed_on", "name"),
        to_field_name="slug",
        required=False,
        label="Review cycle",
        empty_label="None",
    )
    authors = KeysChoiceField(
        queryset=Organisation.objects.order_by("name"),
        to_field_name="slug",
        required=False,
        label="Authors",
        help_text="Organisations that wrote or submitted it. A newspaper needs none.",
        widget=forms.CheckboxSelectMultiple,
    )
    twin: Document | None = None

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

    def clean_symbol(self) -> str:
        """A symbol names one document; the one that has it is then in `twin`."""
        symbol: str = self.cleaned_data["symbol"]
        self.twin = same_symbol(symbol, but=self.instance)
        if self.twin:
            raise ValidationError("There already is a document with this symbol.")
        return symbol


def document_form(document: Document, data: Any = None) -> DocumentForm:
    """The form of an existing document, as it stands now."""
    first = to_plain(document, ["cycle", "authors"]) | {"expected": document_mark(document)}
    # A copy: validating a ModelForm writes into its record, which the page still shows.
    return DocumentForm(data, instance=Document.objects.get(pk=document.pk), initial=first)
