"""The fields in which a person puts a row of an import right."""

from __future__ import annotations

from django import forms

from tracker.models import (
    RECORDABLE_POSITIONS,
    AffectedGroup,
    Organisation,
    Recommendation,
    ReviewCycle,
    Theme,
)

from .base import LONGEST, ActionForm
from .fields import KeyChoiceField, KeysChoiceField, LinesField

_DATE = "2024-07-04, 2024-07 or 2024. Empty: the day of the whole file."


class RowFields(ActionForm):
    """What a row asks, and what was answered."""

    is_chosen = forms.BooleanField(
        required=False, label="Take this row along when the import is confirmed"
    )
    title = forms.CharField(
        max_length=160,
        help_text="The ask in a line of our own: what is to be done.",
        error_messages={"required": "Give it a title in a few words."},
    )
    text = LinesField(
        label="What is asked",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="As the document has it, or in our words: say which below.",
        error_messages={"required": "Write what is asked, or leave the row out."},
    )
    kind = forms.ChoiceField(
        choices=Recommendation.Kind.choices,
        help_text="A request in running text has no number of its own.",
    )
    text_kind = forms.ChoiceField(
        label="The text is",
        choices=Recommendation.TextKind.choices,
        help_text="Official, if it is as the document has it.",
    )
    language = forms.CharField(
        required=False, max_length=20, help_text="Such as en, ko or zh-Hans. Empty: English."
    )
    locator = forms.CharField(
        label="Where", required=False, max_length=150, help_text="Heading, item, page."
    )
    made_by = forms.CharField(
        label="Who asks",
        required=False,
        max_length=5000,
        help_text="A semicolon between two. Empty: whoever asks in the whole file.",
        widget=forms.TextInput(
            attrs={"list": "known-organisations", "data-organisations": True, "autocomplete": "off"}
        ),
    )
    made_on = forms.CharField(label="Asked on", required=False, max_length=40, help_text=_DATE)
    addressed_to = KeyChoiceField(
        queryset=Organisation.objects.order_by("name"),
        to_field_name="slug",
        required=False,
        label="Addressed to",
        empty_label="Not said yet",
        help_text="China, unless the document asks someone else.",
    )
    themes = KeysChoiceField(
        queryset=Theme.objects.all(),
        to_field_name="code",
        required=False,
        help_text="What the ask is about: as many as fit.",
        widget=forms.CheckboxSelectMultiple,
    )
    groups = KeysChoiceField(
        queryset=AffectedGroup.objects.all(),
        to_field_name="code",
        required=False,
        label="Affected groups",
        help_text="Whom the ask is to protect, if it names them.",
        widget=forms.CheckboxSelectMultiple,
    )
    position = forms.ChoiceField(
        label="China’s position",
        choices=[("", "No answer to enter"), *((p.value, p.label) for p in RECORDABLE_POSITIONS)],
        required=False,
        help_text="As the document with the replies has it.",
    )
    answered_on = forms.CharField(
        label="Answered on",
        required=False,
        max_length=40,
        help_text="2024-07-04, 2024-07 or 2024. Empty: as the whole file or its review says.",
    )
    strength = forms.ChoiceField(
        label="Strength of the action asked",
        choices=[("", "Not said"), *((str(n), str(n)) for n in range(1, 6))],
        required=False,
        help_text="From 1, minimal action, to 5, specific action.",
    )
    cycle = KeyChoiceField(
        queryset=ReviewCycle.objects.order_by("-reviewed_on", "name"),
        to_field_name="slug",
        required=False,
        label="Review cycle",
        empty_label="As the file says",
        help_text="The review in which it was asked.",
    )
    limbs = LinesField(
        label="The limbs, a line for each",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="What can be done without the other is a limb of its own.",
    )
    seen = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
