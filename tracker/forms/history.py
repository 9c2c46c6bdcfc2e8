"""Which part of the history somebody wants to read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms

from tracker.filters.past import Version


class CompareForm(forms.Form):
    """Two versions of a record, to be read beside each other."""

    old = forms.TypedChoiceField(label="From", coerce=int)
    new = forms.TypedChoiceField(label="To", coerce=int)

    def __init__(self, versions: Sequence[Version], data: Any) -> None:
        super().__init__(data if "old" in data or "new" in data else None)
        self.versions = versions
        names = [(v.number, f"{v.number}. {_moment(v.at)} {v.who} {v.did}") for v in versions]
        for name in ("old", "new"):
            field: Any = self.fields[name]
            field.choices = names
            field.error_messages["invalid_choice"] = "There is no such version: choose one here."
        self.initial = {"old": max(len(versions) - 1, 1), "new": len(versions)}

    @property
    def chosen(self) -> tuple[Version, Version] | None:
        """The two, the last two if nothing was asked; None if the question was wrong."""
        if self.is_bound and not self.is_valid():
            return None
        numbers = self.cleaned_data if self.is_bound else self.initial
        return self.versions[numbers["old"] - 1], self.versions[numbers["new"] - 1]


def _moment(at: dt.datetime) -> str:
    return f"{at.day} {at:%b %Y, %H:%M} UTC"
