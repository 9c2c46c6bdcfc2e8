"""Records that are entered, and later changed by whoever has read their present state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import Model

from tracker.actions.disclosure import why_not_revise
from tracker.models import User

from .merging import MergingForm

_MARKS = {"expected", "over", "began"}


class RecordForm(MergingForm):
    """
    A record that is entered, and later changed by whoever has read its present state.

    `enter` and `change` are the actions, and `noun` what `change` calls the record. Marks tell one
    state of it from another: what the person had read (`expected`) and, after a Conflict, has seen
    beside their own (`over`).
    """

    enter: Callable[..., Any]
    change: Callable[..., Any]
    noun: str

    expected: forms.Field = forms.CharField(required=False, widget=forms.HiddenInput)
    over: forms.Field = forms.CharField(required=False, widget=forms.HiddenInput)

    def record(self, *, by: User) -> bool:
        """Enter a new one."""
        return self.is_valid() and self.apply(type(self).enter, by=by)

    def revise(self, record: Model, *, by: User) -> bool:
        """Change what is said of one."""
        read = self.is_valid() and (self.cleaned_data["over"] or self.cleaned_data["expected"])
        return self.apply(type(self).change, **{self.noun: record}, expected=read, by=by)

    def arguments(self) -> dict[str, Any]:
        return {n: value for n, value in self.cleaned_data.items() if n not in _MARKS}


def keep_back(form: RecordForm, user: User) -> str:
    """Why this person only reads a document or a review; its form then takes nothing."""
    why = why_not_revise(form.instance, user)
    if why and not form.is_bound:
        for field in form.fields.values():
            field.disabled = True
    return why
