"""What the columns of a table mean: said for all of its rows, and remembered for the next one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField

from tracker.actions.imports import remember_columns
from tracker.models import Import, User

from .base import ActionForm
from .fields import OrganisationsField


class ColumnsForm(ActionForm):
    """
    A meaning for each heading of a table; `lacks` says in a sentence what a mapping is without.

    `known` are the meanings that there are, by their word; `first` what each heading is taken for
    until somebody says otherwise.
    """

    remember_for = OrganisationsField(
        required=False,
        label="Remember it for",
        help_text="The organisation whose tables look like this: the next one is then read so.",
    )

    def __init__(
        self,
        data: Any,
        *,
        imported: Import,
        headings: Sequence[str],
        known: Mapping[str, str],
        first: Mapping[str, str],
        lacks: Callable[[Mapping[str, str]], str],
    ) -> None:
        super().__init__(data)
        self.imported, self.headings, self._lacks = imported, list(headings), lacks
        for number, heading in enumerate(headings):
            self.fields[f"column-{number}"] = forms.ChoiceField(
                label=heading, choices=list(known.items()), initial=first.get(heading, "skip")
            )

    @property
    def columns(self) -> list[tuple[str, BoundField]]:
        """Each heading with the field that says what it means."""
        return [(name, self[f"column-{number}"]) for number, name in enumerate(self.headings)]

    @property
    def said(self) -> dict[str, str]:
        given = self.cleaned_data
        return {
            name: given[f"column-{number}"]
            for number, name in enumerate(self.headings)
            if f"column-{number}" in given
        }

    def clean_remember_for(self) -> Any:
        found = self.cleaned_data["remember_for"]
        if len(found) > 1:
            raise ValidationError("Name one organisation.")
        return found[0] if found else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and (why := self._lacks(self.said)):
            raise ValidationError(why)
        return cleaned

    def arguments(self) -> dict[str, Any]:
        return {"settings": self.imported.settings | {"columns": self.said}}

    def remember(self, *, by: User) -> bool:
        """Keep what was said for the organisation that was named; False if none was."""
        if organisation := self.cleaned_data["remember_for"]:
            remember_columns(
                organisation=organisation, headings=self.headings, columns=self.said, by=by
            )
        return bool(organisation)
