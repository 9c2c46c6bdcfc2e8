from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Case, IntegerField, Value, When

from tracker.actions.responses import record_response
from tracker.filters.answers import REPLY_DOCUMENTS, Question, askers
from tracker.filters.assignments import people_of
from tracker.models import (
    RECORDABLE_POSITIONS,
    Certainty,
    Document,
    Organisation,
    Recommendation,
    Response,
    ReviewCycle,
    User,
)
from tracker.models.fields import LanguageField, PartialDateFormField

from .base import ModelActionForm, seen
from .colleagues import PersonField, whose
from .fields import KeyChoiceField, LinesField, PlainSelect

SHARED = ["responded_on", "language", "words_kind", "certainty"]
OWN = ["position", "category_as_stated", "words", "locator"]


class SharedForm(forms.Form):
    """What is the same for every answer of a document; chosen once, changed in a row if need be."""

    responded_on = PartialDateFormField(
        label="Answered on",
        required=False,
        help_text="2024-07-04, or 2024-07 or 2024. Empty: the date of the document.",
    )
    language = forms.ChoiceField(
        label="Language of the words", choices=LanguageField.LANGUAGES, required=False
    )
    words_kind = forms.ChoiceField(
        label="The words are",
        choices=Response.WordsKind.choices,
        required=False,
        initial=Response.WordsKind.PARAPHRASE,
    )
    certainty = forms.ChoiceField(label="How sure it is", choices=Certainty.choices, required=False)


class LogForm(SharedForm):
    """The review cycle and the reply document, chosen once before its answers are logged."""

    cycle = KeyChoiceField(
        label="Review cycle",
        queryset=ReviewCycle.objects.order_by("-reviewed_on", "name"),
        to_field_name="slug",
        empty_label="Choose a review cycle",
        error_messages={"required": "Choose the review cycle."},
    )
    document = forms.ChoiceField(
        label="Reply document",
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


class SheetForm(SharedForm):
    """What the address of a sheet says: which rows to show, and what all its answers share."""

    show = forms.ChoiceField(
        label="Show",
        choices=[("", "All"), ("left", "Still without an answer")],
        required=False,
    )
    asked_by = KeyChoiceField(
        label="Asked by",
        queryset=Organisation.objects.none(),
        to_field_name="slug",
        required=False,
        empty_label="Anyone",
    )
    assigned = PersonField(label="Assigned to", required=False, empty_label="Anyone or nobody")
    ngos = forms.BooleanField(label="With the asks of NGOs", required=False)

    def __init__(self, *args: Any, cycle: ReviewCycle, document: Document, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.document = document
        asked_by: Any = self.fields["asked_by"]
        asked_by.queryset = askers(cycle, with_ngos="ngos" in self.data)
        assigned: Any = self.fields["assigned"]
        assigned.offer(people_of(document), with_nobody=True)

    @property
    def _understood(self) -> dict[str, Any]:
        self.is_valid()
        return self.cleaned_data

    @property
    def question(self) -> Question:
        """The rows to show; a wrong choice shows them all, and the form says what was wrong."""
        found = self._understood
        return Question(
            only_left=found.get("show") == "left",
            with_ngos=bool(found.get("ngos")),
            asked_by=found.get("asked_by"),
            **whose(found.get("assigned")),
        )

    @property
    def shared(self) -> dict[str, Any]:
        """What a new answer starts with."""
        found = self._understood
        document = self.document
        date = found.get("responded_on") or document.published_on or document.submitted_on
        given = {name: found.get(name) for name in SHARED}
        return {name: value for name, value in given.items() if value} | {"responded_on": date}


class ResponseForm(ModelActionForm):
    """
    One answer of China, as one document gives it.

    `expected` is the entry that the person saw; `over`, the colleague's entry that they have seen
    since and want to replace knowingly.
    """

    not_in_future = ("responded_on",)

    position = forms.ChoiceField(
        choices=[("", "Choose…"), *((p.value, p.label) for p in RECORDABLE_POSITIONS)],
        error_messages={"required": "Choose China’s position."},
        widget=PlainSelect,
    )
    expected = forms.CharField(required=False, widget=forms.HiddenInput)
    over = forms.CharField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(required=False, max_length=2000, label="Why it is corrected")

    class Meta:
        model = Response
        fields = [*OWN, *SHARED]
        field_classes = {"words": LinesField}
        labels = {
            "locator": "Where in the document",
            "responded_on": "Answered on",
            "words_kind": "The words are",
            "certainty": "How sure it is",
        }
        widgets = {
            "words": forms.Textarea(attrs={"rows": 2}),
            "category_as_stated": forms.TextInput,
            "locator": forms.TextInput,
            "language": PlainSelect,
            "words_kind": PlainSelect,
            "certainty": PlainSelect,
        }

    use_required_attribute = False

    def arguments(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        given["expected"] = seen(given)
        return given

    def record(
        self, *, recommendation: Recommendation, document: Document, cycle: ReviewCycle, by: User
    ) -> bool:
        """Record the answer through the action; False leaves everything typed in the form."""
        return self.apply(
            record_response, recommendation=recommendation, document=document, cycle=cycle, by=by
        )

    @property
    def is_unchanged(self) -> bool:
        return not set(self.changed_data) - {"expected", "over", "reason"}


def response_form(
    recommendation: Recommendation,
    document: Document,
    answer: Response | None,
    *,
    shared: dict[str, Any],
    data: Any = None,
) -> ResponseForm:
    """The form of one row: what is recorded, or what a new answer starts with."""
    first: dict[str, Any] = {"expected": answer.key if answer else ""}
    first |= {name: getattr(answer, name) for name in [*OWN, *SHARED]} if answer else shared
    return ResponseForm(
        data,
        initial=first,
        instance=Response(recommendation=recommendation, document=document),
        auto_id=f"{recommendation.reference}-%s",
    )
