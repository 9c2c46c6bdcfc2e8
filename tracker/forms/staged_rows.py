"""The rows of an import: which are shown, taken along, or what a person says of their names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import QueryDict

from tracker.actions.records import natural_key
from tracker.filters.imports import Plan
from tracker.filters.staged_rows import NAMED, FaultGroup, rows_of
from tracker.lib.states import State, state_named
from tracker.models import Import, Organisation, StagedRow

from .base import ActionForm
from .fields import ArticlesField, OrganisationsField

_NUMBER = re.compile(r"[0-9]{1,9}")


class RowsForm(forms.Form):
    """What the address says of the rows to show."""

    outcome = forms.ChoiceField(
        choices=[("", "All"), *StagedRow.Outcome.choices], required=False, widget=forms.HiddenInput
    )
    fault = forms.RegexField(r"^[0-9a-f]{12}$", required=False, widget=forms.HiddenInput)
    q = forms.CharField(
        label="Words of the row",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
        help_text="Several between semicolons: any of them, such as North Korea; DPRK.",
    )

    def __init__(self, data: Any, *, imported: Import) -> None:
        super().__init__(data)
        self.imported = imported
        self.is_valid()

    def given(self, name: str) -> str:
        return str(self.cleaned_data.get(name, ""))

    @property
    def found(self) -> QuerySet[StagedRow]:
        """The rows that are meant."""
        return rows_of(
            self.imported,
            outcome=self.given("outcome"),
            words=self.given("q"),
            fault=self.given("fault"),
        )


class WhichForm(ActionForm):
    """Some rows of an import: one, those that are ticked, or all that the page shows."""

    ways: tuple[str, ...]

    def __init__(self, data: QueryDict, *, shown: RowsForm) -> None:
        super().__init__(data)
        self.given, self.shown = data, shown
        self.verb, self.numbers = "", list[int]()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        rows, said = self.shown.found, self.given.get("way", "")
        one = next((way for way in self.ways if way in self.given), "")
        self.verb = one or said.removesuffix("-all")
        if self.verb not in self.ways:
            raise ValidationError("Choose what becomes of the rows.")
        if one or said == self.verb:
            rows = rows.filter(number__in=self._named(one or "row"))
        self.numbers = list(rows.values_list("number", flat=True))
        if not self.numbers:
            raise ValidationError("No row is ticked. Tick the rows, or choose all that are shown.")
        return cleaned

    def _named(self, name: str) -> list[int]:
        given = self.given.getlist(name)
        return [int(number) for number in given if _NUMBER.fullmatch(number)]


class ChooseForm(WhichForm):
    """Which rows are taken along when the import is confirmed."""

    ways = ("take", "leave")
    waiting = 0  # possible duplicates among them, which only a decision takes along

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.verb == "take":
            rows = self.shown.found.filter(number__in=self.numbers)
            self.waiting = rows.filter(outcome=StagedRow.Outcome.DUPLICATE).count()
        return cleaned

    def arguments(self) -> dict[str, Any]:
        return {"numbers": self.numbers, "is_chosen": self.verb == "take"}

    @property
    def told(self) -> str:
        """What has become of the rows, and which of them wait for a person."""
        told = "taken along" if self.verb == "take" else "left out"
        words = f"Rows that are now {told}: {self.result:,}."
        if self.waiting == 1:
            words += " 1 possible duplicate waits: decide whether it is another ask."
        elif self.waiting:
            words += f" {self.waiting:,} possible duplicates wait: decide which are other asks."
        return words


class DecideForm(WhichForm):
    """Whether rows are the records that they are like, or other asks."""

    ways = ("same", "other")

    def arguments(self) -> dict[str, Any]:
        imported = self.shown.imported
        meant = dict.fromkeys(map(str, self.numbers), "new")
        if self.verb == "same":
            rows = imported.rows.filter(number__in=self.numbers, record__isnull=False)
            meant = {str(n): ref for n, ref in rows.values_list("number", "record__reference")}
        decided = imported.settings.get("decided", {}) | meant
        return {"settings": imported.settings | {"decided": decided}}


class MakersField(OrganisationsField):
    """Organisations, or a State that is not recorded yet: importing adds it."""

    def clean(self, value: Any) -> Any:
        state = state_named(value or "")
        if state and not Organisation.objects.filter(slug=state.slug).exists():
            return [state]
        return super().clean(value)


class NameForm(ActionForm):
    """What an unknown name in a file means, said once for all rows; or that it is left out."""

    way = forms.ChoiceField(
        choices=[("means", "It means"), ("leave", "Leave it out")], widget=forms.HiddenInput
    )

    def __init__(self, data: Any, *, imported: Import, group: FaultGroup) -> None:
        super().__init__(data, prefix=group.key)
        self.imported, self.group = imported, group
        self.fields["means"] = _MEANT[group.column](
            required=False, label="It means", help_text=_HELPS[group.column]
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("way") == "means" and not self.errors and len(cleaned["means"]) != 1:
            self.add_error("means", "Write the one that it means, or leave the name out.")
        return cleaned

    def arguments(self) -> dict[str, Any]:
        meant = ""
        if self.cleaned_data["way"] == "means":
            (one,) = self.cleaned_data["means"]
            meant = one.slug if isinstance(one, State) else natural_key(one)
        kind, settings = NAMED[self.group.column], self.imported.settings
        names: Mapping[str, Mapping[str, str]] = settings.get("names", {})
        of_kind = {**names.get(kind, {}), self.group.found: meant}
        return {"settings": settings | {"names": {**names, kind: of_kind}}}


_MEANT = {"made_by": MakersField, "articles": ArticlesField}
_HELPS = {
    "made_by": "A State, or an organisation that is recorded here.",
    "articles": "An article that is recorded here, such as CAT 3.",
}


class ConfirmForm(ActionForm):
    """That what an import would write is written."""

    clean_only = forms.BooleanField(
        required=False,
        label="Write the other rows without those that have errors",
        help_text="The rows with errors stay here, and can be downloaded and corrected.",
    )
    reason = forms.CharField(
        required=False,
        max_length=2000,
        label="Why published records would change",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="In a sentence; whoever approves the changes reads it.",
    )

    def __init__(self, data: Any, *, plan: Plan) -> None:
        super().__init__(data)
        self.plan = plan

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.plan.faulty and not cleaned.get("clean_only"):
            rows = "1 row has" if self.plan.faulty == 1 else f"{self.plan.faulty} rows have"
            self.add_error(
                "clean_only", f"{rows} errors. Mend them first, or say that the others are written."
            )
        if self.plan.proposed and not cleaned.get("reason"):
            self.add_error("reason", "Say why the published records would change.")
        return cleaned
