from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from tracker.actions.assessments import Thing, assess_status, latest_assessment
from tracker.filters.record import answers_to, assessments_of, developments_of
from tracker.models import (
    ASSESSED,
    Assessment,
    Document,
    Organisation,
    Recommendation,
    Scale,
    User,
)

from .base import ModelActionForm, seen
from .fields import DocumentField, KeyChoiceField, LinesField

# Never a State or a UN body: their grades are theirs, kept in their own words on their own scale.
ASSESSORS = [Organisation.Kind.EDITORS, Organisation.Kind.NGO, Organisation.Kind.COALITION]
# Ours are statuses, and what a State says of itself is a claim.
NO_GRADERS = [Organisation.Kind.EDITORS, Organisation.Kind.STATE, Organisation.Kind.PUBLIC_BODY]


class JudgementForm(ModelActionForm):
    """What every judgement has: a day from which it is true, reasons, and evidence."""

    not_in_future = ("as_of",)

    evidence = forms.MultipleChoiceField(
        label="Evidence",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="What this rests on: at least one of these, or another document below.",
    )
    more_document = DocumentField(label="Another document", required=False, max_length=500)
    more_locator = forms.CharField(
        label="Where in it", required=False, max_length=150, help_text="Paragraph, item or page."
    )
    expected = forms.CharField(required=False, widget=forms.HiddenInput)
    over = forms.CharField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        label="Why the earlier assessment is corrected",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, things: dict[str, tuple[str, Thing]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.things = things
        evidence: Any = self.fields["evidence"]
        evidence.choices = [(key, words) for key, (words, _) in things.items()]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        is_nowhere = given.get("more_locator") and not given.get("more_document")
        if is_nowhere and "more_document" not in self.errors:
            self.add_error("more_document", "Name the document that this place is in.")
        chosen = given.get("evidence") or given.get("more_document")
        if not chosen and not {"evidence", "more_document"} & set(self.errors):
            raise ValidationError({"evidence": "Choose at least one piece of evidence."})
        return given

    def arguments(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        rows = [(self.things[key][1], "") for key in given.pop("evidence")]
        document, locator = given.pop("more_document"), given.pop("more_locator")
        given["expected"] = seen(given)
        return given | {"evidence": [*rows, *([(document, locator)] if document else [])]}

    def assess(
        self, recommendation: Recommendation, *, corrects: Assessment | None, by: User
    ) -> bool:
        return self.apply(assess_status, recommendation=recommendation, corrects=corrects, by=by)


_AS_OF = {"required": "Write the day from which this is true, such as 2024-07-04."}


class AssessmentForm(JudgementForm):
    """How far a recommendation is implemented, on our scale, from a day on."""

    status = forms.ChoiceField(
        label="Status",
        choices=[(status.value, status.full_label) for status in ASSESSED],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a status, from A to E."},
    )
    assessor = KeyChoiceField(
        label="Assessor",
        help_text="Whose judgement this is: the editors’, or a partner organisation’s.",
        queryset=Organisation.objects.filter(kind__in=ASSESSORS).order_by("name"),
        to_field_name="slug",
    )

    class Meta:
        model = Assessment
        fields = ["status", "as_of", "assessor", "rationale"]
        field_classes = {"rationale": LinesField}
        labels = {"as_of": "True from"}
        help_texts = {
            "as_of": "The day of what changed, not today: 2024-07-04, or 2024-07 or 2024.",
            "rationale": "How the evidence leads to this status, and what would change it.",
        }
        widgets = {"rationale": forms.Textarea(attrs={"rows": 6})}
        error_messages = {
            "as_of": _AS_OF,
            "rationale": {"required": "Give the reasons for this status."},
        }


class GradeForm(JudgementForm):
    """Another body's grade, in its own words and on its own scale; never a status of ours."""

    scale = forms.ChoiceField(
        label="On which scale",
        choices=[
            ("", "Choose one"),
            *((scale.value, scale.label) for scale in Scale if scale is not Scale.OURS),
        ],
        error_messages={"required": "Choose the scale that the grade is on."},
        help_text="Grades on several scales stand side by side and are never averaged.",
    )
    assessor = KeyChoiceField(
        label="Who gave the grade",
        queryset=Organisation.objects.exclude(kind__in=NO_GRADERS).order_by("name"),
        to_field_name="slug",
        empty_label="Choose one",
        error_messages={"required": "Choose the body that gave the grade."},
    )

    class Meta:
        model = Assessment
        fields = ["scale", "scale_as_given", "grade_as_given", "as_of", "assessor", "rationale"]
        field_classes = {"rationale": LinesField}
        labels = {
            "as_of": "True from",
            "grade_as_given": "The grade, in its own words",
            "scale_as_given": "The scale and its version, as that body names it",
            "rationale": "The reasons it gives",
        }
        help_texts = {
            "grade_as_given": "As it stands in the document, such as “C” or “[B1] partly”.",
            "scale_as_given": "Such as CCPR/C/108/2 of 2013. Needed for “another scale”.",
            "as_of": "The day of the document with the grade: 2024-07-04, 2024-07 or 2024.",
            "rationale": "A summary of that body’s reasons, in our own words.",
        }
        widgets = {"rationale": forms.Textarea(attrs={"rows": 4})}
        error_messages = {
            "as_of": _AS_OF,
            "rationale": {"required": "Give the reasons, or say that the body gives none."},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["grade_as_given"].required = True
        missing = "Copy the grade as the document gives it."
        self.fields["grade_as_given"].error_messages["required"] = missing

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("scale") == Scale.OTHER and not given.get("scale_as_given"):
            self.add_error("scale_as_given", "Name the scale and its version.")
        return given


def possible_evidence(recommendation: Recommendation) -> dict[str, tuple[str, Thing]]:
    """What a judgement may rest on, as the tracker knows it: words and record, by key."""
    found: dict[str, tuple[str, Thing]] = {}
    documents: dict[str, Document] = {recommendation.document.slug: recommendation.document}
    for answer in answers_to(recommendation):
        if answer.is_published:
            words = f"Answer of China: {answer.get_position_display()}, {answer.document}"
            found[f"response:{answer.key}"] = (words, answer)
        documents[answer.document.slug] = answer.document
    for development in developments_of(recommendation):
        date = f"{development.happened_on.label}: " if development.happened_on else ""
        words = f"Development: {date}{development.title}"
        found[f"development:{development.slug}"] = (words, development)
        documents[development.document.slug] = development.document
    for assessment in assessments_of(recommendation):
        for row in assessment.evidence.all():
            if row.document:
                documents[row.document.slug] = row.document
    for document in documents.values():
        symbol = f"{document.symbol}: " if document.symbol else ""
        found[f"document:{document.slug}"] = (f"Document: {symbol}{document.title}", document)
    return found


def assessment_form(
    recommendation: Recommendation, corrects: Assessment | None, data: Any = None
) -> AssessmentForm:
    """The form of a new assessment, or of one that `corrects` an earlier one and starts with it."""
    made = _made(recommendation, corrects, ["status", "as_of", "rationale"])
    made["initial"].setdefault("assessor", _editors())
    return AssessmentForm(data, **made)


def grade_form(
    recommendation: Recommendation, corrects: Assessment | None, data: Any = None
) -> GradeForm:
    """The form of another body's grade, or of one that `corrects` an earlier one."""
    names = ["scale", "scale_as_given", "grade_as_given", "as_of", "rationale"]
    return GradeForm(data, **_made(recommendation, corrects, names))


def _made(
    recommendation: Recommendation, corrects: Assessment | None, names: list[str]
) -> dict[str, Any]:
    """What a form of either kind is made of, but for what is typed."""
    latest = latest_assessment(recommendation)
    first: dict[str, Any] = {"expected": latest.key if latest else ""}
    if corrects:
        first |= {name: getattr(corrects, name) for name in names}
        first["assessor"] = corrects.assessor.slug
        first["evidence"] = [
            f"{row.thing._meta.model_name}:{row.thing.natural_key()[0]}"
            for row in corrects.evidence.select_related("development", "document", "response")
        ]
    return {
        "initial": first,
        "instance": Assessment(recommendation=recommendation),
        "things": possible_evidence(recommendation),
    }


def _editors() -> str:
    rows = Organisation.objects.filter(kind=Organisation.Kind.EDITORS)
    return rows.values_list("slug", flat=True).first() or ""
