from __future__ import annotations

from typing import Any

from tracker.actions.records import to_plain
from tracker.actions.reviews import EDITABLE, cycle_mark, record_cycle, revise_cycle
from tracker.models import Mechanism, ReviewCycle

from .fields import KeyChoiceField
from .wording import FIELD, WordedForm


class ReviewCycleForm(WordedForm):
    """One turn of a mechanism on China, held or to come."""

    enter, change, noun = record_cycle, revise_cycle, "cycle"

    mechanism = KeyChoiceField(
        queryset=Mechanism.objects.order_by("name"),
        to_field_name="code",
        label="Mechanism",
        empty_label="Choose a mechanism",
        help_text="The procedure or body that reviews China.",
        error_messages={"required": "Choose the mechanism that reviews."},
    )

    class Meta:
        model = ReviewCycle
        fields = [name for name in EDITABLE if name != FIELD]
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
            "session": "Such as 45th session.",
            "meetings": "Such as 1977th and 1978th meetings.",
            "outcome_symbol": "Of the report or the concluding observations.",
        }
        error_messages = {
            "name": {
                "required": "Give the review its name.",
                "unique": "There already is a review with this name.",
            },
        }


def cycle_form(cycle: ReviewCycle, data: Any = None) -> ReviewCycleForm:
    """The form of an existing review cycle, as it stands now."""
    first = to_plain(cycle, ["mechanism"]) | {"expected": cycle_mark(cycle)}
    # A copy: validating a ModelForm writes into its record, which the page still shows.
    return ReviewCycleForm(data, instance=ReviewCycle.objects.get(pk=cycle.pk), initial=first)
