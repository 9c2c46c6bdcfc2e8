"""A change to what is published, begun anew from one that was returned to its author."""

from __future__ import annotations

from typing import Any

from django import forms

from tracker.actions.amendments import change_mark
from tracker.actions.records import Finder
from tracker.models import Amendment

from .merging import MergingForm


class ChangeForm(MergingForm):
    """
    A form that may start from a change that was returned; `seen_change` says which was shown.

    What stands against it may be a colleague's returned change, too: then `shown_change` comes
    back with the choice.
    """

    returned: Amendment | None = None
    seen_change = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def shown_change(self) -> str:
        """The mark of the returned change that the version now has in it, "" for none."""
        return str(self.initial.get("seen_change", ""))

    def is_of_now(self) -> bool:
        return super().is_of_now() and self.data.get("shown_change", "") == self.shown_change

    def _merge(self) -> None:
        super()._merge()
        self.data["seen_change"] = self.shown_change

    @property
    def is_of_a_change(self) -> bool:
        """Whether a colleague's returned change, rather than the record, stands against this."""
        if self.conflict:
            return isinstance(self.conflict.current, Amendment)
        return bool(self.data.get("shown_change"))


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
