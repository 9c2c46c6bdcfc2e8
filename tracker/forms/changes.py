"""A change to what is published, begun anew from one that was returned to its author."""

from __future__ import annotations

from typing import Any

from django import forms

from tracker.actions.amendments import change_mark
from tracker.actions.records import Finder
from tracker.models import Amendment

from .base import ModelActionForm


class ChangeForm(ModelActionForm):
    """
    A form that may start from a change that was returned; `seen_change` says which was shown.

    After a Conflict its page shows a colleague's version, and a button sends the mark of it.
    """

    returned: Amendment | None = None
    seen_change = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def over_name(self) -> str:
        """What the person may knowingly write over: the record, or a returned change of it."""
        is_change = self.conflict and isinstance(self.conflict.current, Amendment)
        return "seen_change" if is_change else "over"

    @property
    def mark_now(self) -> Any:
        """After a conflict: the state that the person has seen beside their own."""
        if self.conflict is None:
            return ""
        current = self.conflict.current
        return change_mark(current) if isinstance(current, Amendment) else current.version


def first_of_change(change: Amendment | None) -> dict[str, Any]:
    """What a form starts with instead of what is published, if a change was returned."""
    if change is None:
        return {}
    first = dict(change.changes)
    if {"made_by", "addressed_to"} & set(first):
        finder = Finder()  # an organisation may have been merged since
        for name in {"made_by", "addressed_to"} & set(first):
            given = first[name]
            several = isinstance(given, list)
            first[name] = [*map(finder.present, given)] if several else finder.present(given)
    return first | {"reason": change.reason, "seen_change": change_mark(change)}
