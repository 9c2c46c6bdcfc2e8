from __future__ import annotations

from typing import Any

from django import forms

from tracker.actions.amendments import returned_change
from tracker.actions.developments import record_development, revise_development
from tracker.models import Development

from .changes import ChangeForm, first_of_change
from .fields import DocumentField, LinesField, ReferencesField
from .records import RecordForm


class DevelopmentForm(ChangeForm, RecordForm):
    """Something dated that bears on recommendations, with its source."""

    enter, change, noun = record_development, revise_development, "development"

    not_in_future = ("happened_on", "happened_until")

    document = DocumentField(label="Source document", max_length=500)
    recommendations = ReferencesField(label="Recommendations it bears on", required=False)
    reason = forms.CharField(
        label="Why the published record should change",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="The person who approves the change reads this, and then the public does, on the "
        "page of changes. Name nobody of the team.",
    )
    expected = forms.IntegerField(required=False, widget=forms.HiddenInput)
    over = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Development
        fields = [
            "kind", "title", "summary", "happened_on", "happened_until", "forum", "document",
            "locator", "certainty",
        ]  # fmt: skip
        field_classes = {"summary": LinesField}
        widgets = {"summary": forms.Textarea(attrs={"rows": 5})}
        labels = {
            "happened_on": "Happened on",
            "happened_until": "Until",
            "certainty": "How sure it is",
        }
        help_texts = {
            "kind": "What it is in the world; a report of it is its source.",
            "happened_on": "The day it happened, not the day it was reported, as far as is known.",
            "happened_until": "The last day, if it took more than one.",
            "forum": "Where it was said or done, such as the Human Rights Council or Tumen.",
            "locator": "Paragraph, page or minute in the source.",
            "title": "What happened, in a line, without adjectives.",
            "summary": "What was said or done, by whom, when and where. No private person’s name.",
        }
        error_messages = {
            "kind": {"required": "Choose what it is."},
            "title": {"required": "Give it a title in a few words."},
            "summary": {"required": "Say what happened, by whom, when and where."},
        }

    def arguments(self) -> dict[str, Any]:
        given = super().arguments()
        if not self.instance.pk:
            del given["reason"], given["seen_change"]  # a new one needs none
        return given


def development_form(development: Development, data: Any = None) -> DevelopmentForm:
    """The form of an existing development as it stands now, with a change that was returned."""
    first: dict[str, Any] = {
        "expected": development.version,
        "document": development.document,
        "recommendations": list(development.recommendations.defer("search_vector")),
    }
    if returned := returned_change(development):
        first |= first_of_change(returned)
        if references := returned.changes.get("recommendations"):
            first["recommendations"] = ", ".join(references)
    copy = Development.objects.get(pk=development.pk)
    form = DevelopmentForm(data, instance=copy, initial=first)
    form.returned = returned
    return form
