from __future__ import annotations

from typing import Any

from django import forms

from tracker.actions.recommendations import (
    EDITABLE,
    draft_recommendation,
    edit_recommendation,
)
from tracker.actions.records import natural_key, to_plain
from tracker.models import (
    AffectedGroup,
    Amendment,
    Organisation,
    Recommendation,
    ReviewCycle,
    Theme,
    User,
)

from .changes import ChangeForm, first_of_change
from .fields import (
    DocumentField,
    KeyChoiceField,
    KeysChoiceField,
    LinesField,
    OrganisationsField,
    ReplyField,
    SeenField,
)

_CHOOSE = "Choose one."


class RecommendationForm(ChangeForm):
    """One thing China is asked to do, as one document states it."""

    not_in_future = ("made_on",)
    quoted = frozenset({"text"})

    document = DocumentField(label="Source document", max_length=500)
    cycle = KeyChoiceField(
        queryset=ReviewCycle.objects.order_by("-reviewed_on", "name"),
        to_field_name="slug",
        required=False,
        label="Review cycle",
        help_text="The review that it was made in, if any.",
        empty_label="None",
    )
    made_by = OrganisationsField(
        label="Made by",
        max_length=5000,
        help_text="A UN body, a State in the UPR, an NGO; a semicolon between two.",
        error_messages={"required": "Write who makes the ask: at least one."},
    )
    addressed_to = KeyChoiceField(
        queryset=Organisation.objects.order_by("name"),
        to_field_name="slug",
        label="Addressed to",
        help_text="China, unless the document asks someone else.",
    )
    themes = KeysChoiceField(
        queryset=Theme.objects.all(),
        to_field_name="code",
        required=False,
        help_text="What the ask is about: as many as fit.",
        widget=forms.CheckboxSelectMultiple,
    )
    affected_groups = KeysChoiceField(
        queryset=AffectedGroup.objects.all(),
        to_field_name="code",
        required=False,
        help_text="Whom the ask is to protect, if it names them.",
        widget=forms.CheckboxSelectMultiple,
    )
    expected = forms.IntegerField(required=False, widget=forms.HiddenInput)
    over = forms.IntegerField(required=False, widget=forms.HiddenInput)
    seen = SeenField(required=False)
    reason = forms.CharField(
        required=False,
        max_length=2000,
        label="Why the published record should change",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="The person who approves the change reads this, and then the public does, on the "
        "page of changes. Name nobody of the team.",
    )

    class Meta:
        model = Recommendation
        fields = EDITABLE
        field_classes = {"text": LinesField}
        labels = {
            "text": "What is asked",
            "text_kind": "The text is",
            "made_on": "Made on",
            "certainty": "How sure it is",
        }
        help_texts = {
            "kind": "What it is in the document that makes it.",
            "title": "The ask in a line of our own: what is to be done.",
            "text": "One ask only; one that asks several things is split into limbs later.",
            "text_kind": "Official, if it is copied from the document itself.",
            "expects_reply": "",  # its label says it
        }
        widgets = {"text": forms.Textarea(attrs={"rows": 5})}
        error_messages = {
            "title": {"required": "Give it a title in a few words."},
            "text": {"required": "Write what is asked."},
            "made_on": {"required": "Write the date: 2024-07-04, 2024-07 or 2024."},
            "kind": {"required": _CHOOSE},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            label = "The procedure asks the State to take a position"
            said = "As the UPR does of each recommendation; leave it if you are not sure."
            self.fields["expects_reply"] = ReplyField(label=label, required=False, help_text=said)

    def clean(self) -> dict[str, Any]:
        """Of a new ask a reply is expected if its procedure asks for one, unless it is said."""
        cleaned = super().clean()
        if "expects_reply" in cleaned and cleaned["expects_reply"] is None:
            cleaned["expects_reply"] = _is_asked_by(cleaned.get("cycle"))
        return cleaned

    def values(self, invocations: list[dict[str, str]]) -> dict[str, Any]:
        """The cleaned fields as the plain values that the actions take."""
        return {name: plain(self.cleaned_data[name]) for name in EDITABLE} | {
            "invocations": invocations
        }

    def arguments(self) -> dict[str, Any]:
        return {}

    def draft(self, invocations: list[dict[str, str]], *, by: User) -> bool:
        """Enter it as a draft."""
        return self.is_valid() and self.apply(
            draft_recommendation, values=self.values(invocations), by=by
        )

    def edit(
        self, recommendation: Recommendation, invocations: list[dict[str, str]], *, by: User
    ) -> bool:
        """Change a draft, or propose the change of a published record."""
        return self.is_valid() and self.apply(
            edit_recommendation,
            recommendation=recommendation,
            values=self.values(invocations),
            expected=self.cleaned_data["over"] or self.cleaned_data["expected"] or 0,
            reason=self.cleaned_data["reason"],
            seen_change=self.cleaned_data["seen_change"],
            by=by,
        )


def _is_asked_by(cycle: ReviewCycle | None) -> bool:
    return bool(cycle and cycle.mechanism.expects_reply)


def plain(value: Any) -> Any:
    if hasattr(value, "natural_key"):
        return natural_key(value)
    if hasattr(value, "model") or isinstance(value, list):
        return sorted(natural_key(row) for row in value)
    return str(value) if hasattr(value, "precision") else value


KEPT = [
    "document", "cycle", "made_by", "addressed_to", "made_on", "kind", "text_kind", "language",
    "certainty", "names_north_koreans", "expects_reply",
]  # fmt: skip


def first_values(after: Recommendation | None) -> dict[str, Any]:
    """What the form of a new ask starts with: what the one before it shares with its document."""
    if after is None:
        return CHINA
    first = to_plain(after, KEPT) | {"document": after.document}
    if after.expects_reply == _is_asked_by(after.cycle):
        first["expects_reply"] = None
    return first


CHINA = {"addressed_to": "china"}


def typed(data: Any) -> dict[str, Any]:
    """What was typed, to be shown again before anything is checked."""
    several = {"themes", "affected_groups"}
    names = RecommendationForm.base_fields
    return {name: data.getlist(name) if name in several else data.get(name) for name in names}


def recommendation_form(
    recommendation: Recommendation, data: Any = None, *, returned: Amendment | None = None
) -> RecommendationForm:
    """The form of an existing recommendation as it stands now, with a change that was returned."""
    now = to_plain(
        recommendation, ["cycle", "made_by", "addressed_to", "themes", "affected_groups"]
    )
    now |= {"expected": recommendation.version, "document": recommendation.document}
    now |= first_of_change(returned)
    return RecommendationForm(data, instance=recommendation, initial=now)
