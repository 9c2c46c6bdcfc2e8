from __future__ import annotations

from typing import Any

from django import forms

from tracker.actions.notes import write_note
from tracker.actions.responses import record_response
from tracker.filters.answers import Question, askers, themes_asked
from tracker.filters.assignments import people_of
from tracker.models import (
    HOW_SURE,
    RECORDABLE_POSITIONS,
    Certainty,
    Document,
    Organisation,
    Position,
    Recommendation,
    Response,
    ReviewCycle,
    Theme,
    User,
)
from tracker.models.fields import LanguageField, PartialDateFormField

from .base import LONGEST, ModelActionForm, seen
from .colleagues import PersonField, whose
from .fields import KeyChoiceField, LinesField
from .widgets import LetterRadios, PlainInput, PlainSelect, PlainText

SHARED = ["responded_on", "language", "words_kind", "certainty"]
OWN = ["position", "category_as_stated", "words", "locator"]
LETTERS: dict[
    str, tuple[str, str]
] = {  # what chooses a position by keyboard, and its label in a narrow column
    Position.ACCEPTED: ("A", "Accepted"),
    Position.ALREADY_IMPLEMENTED: ("I", "Already implemented"),
    Position.BEING_IMPLEMENTED: ("B", "Being implemented"),
    Position.PARTLY_ACCEPTED: ("P", "Partly accepted"),
    Position.NOTED: ("N", "Noted"),
    Position.NOT_ACCEPTED: ("X", "Not accepted"),
    Position.PENDING: ("D", "Pending"),
    Position.NO_REPLY: ("R", "No reply"),
}


ANSWER_HELPS = {
    "position": "How China stands to this ask, in our words for it.",
    "category_as_stated": "As the reply prints it, such as “accepted and being implemented”.",
    "words": "The words of the reply that answer this ask, or what they say in ours.",
    "locator": "Paragraph, item or page.",
    "responded_on": "Such as 2024-07-04, or 2024-07 or 2024.",
    "words_kind": "Official, if they are copied from the document itself.",
    "language": LanguageField.WRITTEN,
    "certainty": HOW_SURE,
}


class SharedForm(forms.Form):
    """What is the same for every answer of a document; chosen once, changed in a row if need be."""

    responded_on = PartialDateFormField(
        label="Answered on",
        required=False,
        help_text="2024-07-04, or 2024-07 or 2024. Empty: the date of the document.",
    )
    language = forms.ChoiceField(
        label="Language of the words",
        choices=LanguageField.LANGUAGES,
        required=False,
        help_text=ANSWER_HELPS["language"],
    )
    words_kind = forms.ChoiceField(
        label="The words are",
        choices=Response.WordsKind.choices,
        required=False,
        initial=Response.WordsKind.PARAPHRASE,
        help_text=ANSWER_HELPS["words_kind"],
    )
    certainty = forms.ChoiceField(
        label="How sure it is", choices=Certainty.choices, required=False, help_text=HOW_SURE
    )

    def start(self, document: Document) -> dict[str, Any]:
        """What a new answer of a document starts with."""
        self.is_valid()
        found = {name: self.cleaned_data.get(name) for name in SHARED}
        date = found["responded_on"] or document.published_on or document.submitted_on
        return {name: value for name, value in found.items() if value} | {"responded_on": date}


class SheetForm(SharedForm):
    """What the address of a sheet says: which rows and columns to show, what all answers share."""

    show = forms.ChoiceField(
        label="Show",
        choices=[
            ("", "All rows"),
            ("left", "Still without an answer"),
            ("returned", "Returned by an approver"),
        ],
        required=False,
    )
    asked_by = KeyChoiceField(
        label="Asked by",
        queryset=Organisation.objects.none(),
        to_field_name="slug",
        required=False,
        empty_label="Anyone",
        widget=PlainSelect,
    )
    theme = KeyChoiceField(
        label="Theme",
        queryset=Theme.objects.none(),
        to_field_name="code",
        required=False,
        empty_label="Any",
        widget=PlainSelect,
    )
    assigned = PersonField(label="Assigned to", required=False, empty_label="Anyone or nobody")
    words = forms.CharField(
        label="Words of the ask",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    ngos = forms.BooleanField(label="With the asks of NGOs", required=False)
    without = forms.MultipleChoiceField(
        label="Columns left out",
        choices=[
            ("category", "China’s own category"),
            ("words", "What China said"),
            ("locator", "Where"),
            ("details", "Details and note"),
        ],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    density = forms.ChoiceField(
        label="Rows",
        choices=[("", "Comfortable"), ("compact", "Compact")],
        required=False,
    )

    def __init__(self, *args: Any, cycle: ReviewCycle, document: Document, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked_by: Any = self.fields["asked_by"]
        asked_by.queryset = askers(cycle, with_ngos="ngos" in self.data)
        theme: Any = self.fields["theme"]
        theme.queryset = themes_asked(cycle)
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
            only_returned=found.get("show") == "returned",
            with_ngos=bool(found.get("ngos")),
            asked_by=found.get("asked_by"),
            theme=found.get("theme"),
            words=found.get("words", ""),
            **whose(found.get("assigned")),
        )

    @property
    def left_out(self) -> list[str]:
        """The columns not to show; what they hold stays as it is."""
        return list(self._understood.get("without", []))

    @property
    def is_compact(self) -> bool:
        return self._understood.get("density") == "compact"


class ResponseForm(ModelActionForm):
    """
    One answer of China, as one document gives it.

    `expected` is the entry that the person saw; `over`, the colleague's entry that they have seen
    since and want to replace knowingly.
    """

    not_in_future = ("responded_on",)

    position = forms.ChoiceField(
        choices=[(p.value, p.label) for p in RECORDABLE_POSITIONS],
        error_messages={"required": "Choose China’s position."},
        help_text=ANSWER_HELPS["position"],
        widget=LetterRadios(LETTERS),
    )
    expected = forms.CharField(required=False, widget=forms.HiddenInput)
    over = forms.CharField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        required=False,
        max_length=2000,
        label="Why it is corrected",
        widget=PlainInput,
        help_text="The person who approves the correction reads this.",
    )
    note = LinesField(
        required=False,
        max_length=LONGEST,
        label="Note for staff",
        help_text="No reader of the public pages sees it.",
        widget=PlainText(attrs={"rows": 1}),
    )

    class Meta:
        model = Response
        fields = [*OWN, *SHARED]
        field_classes = {"words": LinesField}
        labels = {
            "locator": "Where in the document",
            "responded_on": "Answered on",
            "words_kind": "The words are",
            "certainty": "How sure it is",
            "language": "Language",
        }
        help_texts = ANSWER_HELPS
        widgets = {
            "words": PlainText(attrs={"rows": 2}),
            "category_as_stated": PlainInput,
            "locator": PlainInput,
            "responded_on": PlainInput,
            "language": PlainSelect,
            "words_kind": PlainSelect,
            "certainty": PlainSelect,
        }

    use_required_attribute = False

    def arguments(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        given["takes_back"] = bool(given["over"])
        given["expected"] = seen(given)
        return given

    def _get_validation_exclusions(self) -> set[str]:
        """Constraints are left to the action, which holds the whole answer to them."""
        excluded: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return excluded | {"responded_on"}

    def record(
        self, *, recommendation: Recommendation, document: Document, cycle: ReviewCycle, by: User
    ) -> bool:
        """Record the answer through the action; False leaves everything typed in the form."""
        return self.apply(
            record_response, recommendation=recommendation, document=document, cycle=cycle, by=by
        )

    def note_down(self, recommendation: Recommendation, *, by: User) -> bool:
        """Write the note alone; False if there is none, or one that cannot be kept."""
        self.full_clean()
        text = self.cleaned_data.get("note", "")
        return bool(text) and bool(write_note(recommendation=recommendation, text=text, by=by))

    @property
    def is_unchanged(self) -> bool:
        """Whether what was typed is the answer that stands there already, note aside."""
        return not set(self.changed_data) - {"expected", "over", "reason", "note"}


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
