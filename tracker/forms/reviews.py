from __future__ import annotations

from typing import Any

from django import forms

from tracker.actions.records import to_plain
from tracker.actions.reviews import EDITABLE, cycle_mark, record_cycle, revise_cycle
from tracker.models import Mechanism, ReviewCycle, User

from .base import ModelActionForm
from .fields import KeyChoiceField


class ReviewCycleForm(ModelActionForm):
    """One turn of a mechanism on China, held or to come."""

    mechanism = KeyChoiceField(
        queryset=Mechanism.objects.order_by("name"),
        to_field_name="code",
        label="Mechanism",
        empty_label="Choose a mechanism",
        error_messages={"required": "Choose the mechanism that reviews."},
    )
    expected = forms.CharField(required=False, widget=forms.HiddenInput)
    over = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = ReviewCycle
        fields = EDITABLE
        labels = {
            "session_from": "Session from",
            "session_until": "Session until",
            "reviewed_on": "Reviewed on",
            "reviewed_until": "Reviewed until",
            "report_adopted_on": "Report adopted on",
            "replies_published_on": "China’s replies published on",
            "outcome_adopted_on": "Outcome adopted on",
            "certainty": "How sure it is",
        }
        help_texts = {
            "name": "As it is called on every page: UPR 5th cycle (59th session).",
            "outcome_symbol": "Of the report or the concluding observations.",
        }
        error_messages = {
            "name": {
                "required": "Give the review its name.",
                "unique": "There already is a review with this name.",
            },
        }

    def record(self, *, by: User) -> bool:
        """Enter a new review cycle."""
        return self.is_valid() and self.apply(record_cycle, by=by)

    def revise(self, cycle: ReviewCycle, *, by: User) -> bool:
        """Change what is said of one."""
        return self.is_valid() and self.apply(
            revise_cycle,
            cycle=cycle,
            expected=self.cleaned_data["over"] or self.cleaned_data["expected"],
            by=by,
        )

    def arguments(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in EDITABLE}

    @property
    def mark_now(self) -> str:
        """After a conflict: the version that the person has seen beside their own."""
        return cycle_mark(self.conflict.current) if self.conflict else ""


def cycle_form(cycle: ReviewCycle, data: Any = None) -> ReviewCycleForm:
    """The form of an existing review cycle, as it stands now."""
    first = to_plain(cycle, ["mechanism"]) | {"expected": cycle_mark(cycle)}
    # A copy: validating a ModelForm writes into its record, which the page still shows.
    return ReviewCycleForm(data, instance=ReviewCycle.objects.get(pk=cycle.pk), initial=first)
