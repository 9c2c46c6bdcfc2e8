from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from tracker.actions.assessments import Thing, assess_status, latest_assessment
from tracker.models import (
    ASSESSED,
    Assessment,
    Organisation,
    Recommendation,
    Scale,
    User,
)

from .base import ModelActionForm, seen
from .evidence import (
    Things,
    document_rows,
    given_evidence,
    one_more,
    place_field,
    place_of,
    possible_evidence,
)
from .fields import KeyChoiceField, LinesField

# Never a State or a UN body: their grades are theirs, kept in their own words on their own scale.
ASSESSORS = [Organisation.Kind.EDITORS, Organisation.Kind.NGO, Organisation.Kind.COALITION]
# Ours are statuses, and what a State says of itself is a claim.
NO_GRADERS = [Organisation.Kind.EDITORS, Organisation.Kind.STATE, Organisation.Kind.PUBLIC_BODY]


class JudgementForm(ModelActionForm):
    """
    What every judgement has: a day from which it is true, reasons, and evidence.

    `things` are offered as evidence, each with a place in it, and `more` takes other documents.
    Asking for one more row of those keeps all that was typed, and checks nothing yet.
    """

    not_in_future = ("as_of",)

    evidence = forms.MultipleChoiceField(
        label="Evidence",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="What this rests on: at least one of these, or another document below.",
    )
    expected = forms.CharField(required=False, widget=forms.HiddenInput)
    over = forms.CharField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        label="Why the earlier assessment is corrected",
        help_text="What was wrong in it, or is known by now.",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, data: Any = None, *, things: Things, initial: Any, **kwargs: Any) -> None:
        self.things = things
        adds = data is not None and "add" in data
        self.more = one_more(data) if adds else document_rows(data)
        if adds:
            names = [*self.base_fields, *map(place_of, things)]
            typed = {name: data.get(name) for name in names}
            initial, data = typed | {"evidence": data.getlist("evidence")}, None
        super().__init__(data, initial=initial, **kwargs)
        for number, key in enumerate(things):
            self.fields[place_of(key)] = place_field(f"id_evidence_{number}_words")
        evidence: Any = self.fields["evidence"]
        evidence.choices = [(key, words) for key, (words, _) in things.items()]

    @property
    def offered(self) -> list[tuple[Any, Any]]:
        """Each thing to be ticked, with the field of the place in it."""
        places = [self[place_of(key)] for key in self.things]
        return list(zip(self["evidence"], places, strict=True))

    def is_valid(self) -> bool:
        return super().is_valid() and self.more.is_valid()

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        chosen = given.get("evidence", [])
        for key in self.things.keys() - set(chosen):
            name = place_of(key)
            if given.get(name) and name in self.changed_data and "evidence" not in self.errors:
                self.add_error(name, "Tick what this place is in, or empty this.")
        if not self.more.is_valid():
            raise ValidationError("Put right what is said below at “Another document”.")
        if not chosen and not self._others and "evidence" not in self.errors:
            raise ValidationError({"evidence": "Choose at least one piece of evidence."})
        return given

    @property
    def _others(self) -> list[tuple[Thing, str]]:
        rows = [form.cleaned_data for form in self.more.forms]
        return [(row["document"], row["locator"]) for row in rows if row.get("document")]

    def arguments(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        places = {key: given.pop(place_of(key)) for key in self.things}
        rows = [(self.things[key][1], places[key]) for key in given.pop("evidence")]
        given["expected"] = seen(given)
        return given | {"evidence": list(dict.fromkeys([*rows, *self._others]))}

    def assess(
        self, recommendation: Recommendation, *, corrects: Assessment | None, by: User
    ) -> bool:
        return self.apply(assess_status, recommendation=recommendation, corrects=corrects, by=by)


_AS_OF = {"required": "Write the day from which this is true, such as 2024-07-04."}


class AssessmentForm(JudgementForm):
    """How far a recommendation is implemented, on our scale, from a day on."""

    status = forms.ChoiceField(
        label="Status",
        help_text="How far the ask is met in fact, not in words.",
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
        help_text="The committee or organisation that judged, not who reports it.",
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
        first |= given_evidence(corrects)
    return {
        "initial": first,
        "instance": Assessment(recommendation=recommendation),
        "things": possible_evidence(recommendation, corrects),
    }


def _editors() -> str:
    rows = Organisation.objects.filter(kind=Organisation.Kind.EDITORS)
    return rows.values_list("slug", flat=True).first() or ""
