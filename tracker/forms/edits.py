"""A recommendation and its articles, edited together: two forms, one action."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.forms import BaseFormSet

from tracker.actions.amendments import returned_change
from tracker.filters.similar import Asked, Similar
from tracker.filters.workspace import open_change
from tracker.models import Article, Recommendation, User

from .alike import not_seen, references
from .invocations import (
    Cited,
    InvocationForm,
    cited_beside,
    invocation_rows,
    merged_articles,
    plain_invocations,
    rows_beside,
    rows_with,
    typed_rows,
)
from .recommendations import (
    RecommendationForm,
    first_values,
    recommendation_form,
    typed,
)


class Edit:
    """
    What a person types about a recommendation; `recommendation` is None for a new one.

    A new one may come `after` another of the same document. After `save`, `similar` holds what its
    new text may repeat and the person has not seen yet, and `merged` the articles listed twice.
    The form of what is published starts from a change that was `returned`, if there is one;
    while one is `waiting`, no other can be sent. `added` are articles that came into the rows
    because the text cites them; None if nobody asked.
    """

    form: RecommendationForm
    rows: BaseFormSet[InvocationForm]
    similar: list[Similar]
    merged: list[str]

    def __init__(
        self,
        recommendation: Recommendation | None,
        data: Any = None,
        *,
        after: Recommendation | None = None,
    ) -> None:
        self.recommendation = recommendation
        self.after = after
        self.similar, self.merged = [], []
        self.goes_on = data is not None and "next" in data
        self.is_bound = data is not None and not {"add", "cite"} & set(data)
        self.added: list[Article] | None = None
        # A copy: validating a ModelForm writes into its record, which the page still shows.
        copy = recommendation and Recommendation.objects.get(pk=recommendation.pk)
        self.returned = returned_change(copy) if copy and copy.is_published else None
        self.waiting = open_change(copy) if copy and not self.returned else None
        if data is not None and not self.is_bound:
            self.form = RecommendationForm(instance=copy, initial=typed(data))
            self.rows = typed_rows(data)
            if "cite" in data:
                self.added = self.cited.articles
                self.rows = rows_with(data, self.added)
                del self.cited  # of the rows that are there now
            return
        self.rows = invocation_rows(recommendation, data, returned=self.returned)
        if copy:
            self._edit(copy, data)
            return
        self.form = RecommendationForm(data, initial=first_values(after))
        if after:
            self.form.fields["title"].widget.attrs["autofocus"] = True

    def _edit(self, copy: Recommendation, data: Any) -> None:
        """The forms of an existing one, where a choice was made merged with a colleague's."""
        self.form = recommendation_form(copy, data, returned=self.returned)
        now = invocation_rows(copy, returned=self.returned)
        self.form.beside["articles"] = rows_beside(now, data)
        if data is not None:
            self.form.full_clean()
            self.rows = invocation_rows(copy, self.form.data)

    @cached_property
    def cited(self) -> Cited:
        """What the text cites beside the rows."""
        text, cycle = (str(self.form[name].value() or "") for name in ("text", "cycle"))
        return cited_beside(self.rows, text, cycle=cycle)

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
        self.merged = merged_articles(self.rows)
        invocations = plain_invocations(self.rows)
        if not self._is_another():
            return False
        if self.recommendation is None:
            return self.form.draft(invocations, by=by)
        return self.form.edit(self.recommendation, invocations, by=by)

    def _is_another(self) -> bool:
        """Whether it asks what it did, or like no record but those that the person has seen."""
        given, here = self.form.cleaned_data, self.recommendation
        asked = Asked(given["text"], given["title"], given["document"].pk, given["locator"])
        (self.similar,) = not_seen([asked], given["seen"], changed=here)
        return not self.similar

    @property
    def shown(self) -> str:
        """The references that the page shows as similar, as `seen` takes them."""
        return references([self.similar])
