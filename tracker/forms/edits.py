"""A recommendation and its articles, edited together: two forms, one action."""

from __future__ import annotations

from typing import Any

from django.forms import BaseFormSet

from tracker.models import Recommendation, User

from .recommendations import (
    InvocationForm,
    RecommendationForm,
    invocation_rows,
    plain_invocations,
    recommendation_form,
    typed,
    typed_rows,
)


class Edit:
    """What a person types about a recommendation; `recommendation` is None for a new one."""

    form: RecommendationForm
    rows: BaseFormSet[InvocationForm]

    def __init__(self, recommendation: Recommendation | None, data: Any = None) -> None:
        self.recommendation = recommendation
        self.is_bound = data is not None and "add" not in data
        # A copy: validating a ModelForm writes into its record, which the page still shows.
        copy = recommendation and Recommendation.objects.get(pk=recommendation.pk)
        if data is not None and not self.is_bound:
            self.form = RecommendationForm(instance=copy, initial=typed(data))
            self.rows = typed_rows(data)
            return
        self.rows = invocation_rows(recommendation, data)
        self.form = (
            recommendation_form(copy, data)
            if copy
            else RecommendationForm(data, initial={"addressed_to": "china"})
        )

    @property
    def result(self) -> Any:
        return self.form.result

    def save(self, *, by: User) -> bool:
        """Call the action; False leaves what was typed in the forms, with what is wrong."""
        if not self.is_bound:
            return False
        rows_are_valid = self.rows.is_valid()
        if not self.form.is_valid() or not rows_are_valid:
            return False
        invocations = plain_invocations(self.rows)
        if self.recommendation is None:
            return self.form.draft(invocations, by=by)
        return self.form.edit(self.recommendation, invocations, by=by)
