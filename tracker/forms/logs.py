"""Where logging answers begins: which review, which document."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Case, IntegerField, Value, When

from tracker.filters.answers import REPLY_DOCUMENTS
from tracker.models import Document, ReviewCycle

from .fields import KeyChoiceField
from .responses import SHARED, SharedForm


class LogForm(SharedForm):
    """The review cycle and the reply document, chosen once before its answers are logged."""

    cycle = KeyChoiceField(
        label="Review cycle",
        queryset=ReviewCycle.objects.order_by("-reviewed_on", "name"),
        to_field_name="slug",
        empty_label="Choose a review cycle",
        help_text="The review in which China was asked.",
        error_messages={"required": "Choose the review cycle."},
    )
    document = forms.ChoiceField(
        label="Reply document",
        help_text="The document that holds the answers; those of the review stand first.",
        error_messages={"required": "Choose the document that holds China’s answers."},
    )
    field_order = ["cycle", "document", *SHARED]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        document: Any = self.fields["document"]
        document.choices = document_choices(str((self.data or self.initial).get("cycle", "")))


def document_choices(cycle_slug: str) -> list[tuple[str, Any]]:
    """Documents to choose from: those of the cycle first, and first those that hold replies."""
    is_reply = Case(
        When(kind__in=REPLY_DOCUMENTS, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    rows = Document.objects.select_related("cycle").order_by(is_reply, "-published_on", "title")
    groups: dict[str, list[tuple[str, str]]] = {"This review cycle": [], "Replies": [], "Other": []}
    for row in rows:
        group = "Replies" if row.kind in REPLY_DOCUMENTS else "Other"
        if row.cycle and row.cycle.slug == cycle_slug:
            group = "This review cycle"
        name = f"{row.symbol} {row.title}".strip()
        groups[group].append((row.slug, name if len(name) < 96 else f"{name[:95]}…"))
    named = [(group, choices) for group, choices in groups.items() if choices]
    return [("", "Choose a document"), *named]
