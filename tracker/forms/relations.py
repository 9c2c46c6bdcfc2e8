from __future__ import annotations

from typing import Any

from django import forms

from tracker.actions.relations import relate, remove_relation
from tracker.models import Recommendation, Relation, State, User

from .base import ModelActionForm, ReasonForm

_WAYS = {
    "takes-up": ("This takes up the other", "The other takes this up"),
    "repeats": ("This repeats the other", "The other repeats this"),
    "part-of": ("This is part of the other", "The other is part of this"),
}
_OUT, _IN = "this", "other"


class ReferenceForm(forms.Form):
    """A reference in an address, of a record that is not withdrawn."""

    reference = forms.CharField(max_length=20)

    def record(self, *, but: Recommendation | None = None) -> Recommendation | None:
        if not self.is_valid():
            return None
        rows = Recommendation.objects.exclude(state=State.WITHDRAWN).select_related("document")
        rows = rows.exclude(pk=but.pk) if but else rows
        return rows.filter(reference=self.cleaned_data["reference"].upper()).first()


class RelationForm(ModelActionForm):
    """How a recommendation stands to another, as it is said on the page of the first."""

    way = forms.ChoiceField(
        label="How they stand to each other",
        choices=[
            (f"{kind}:{end}", words)
            for kind, both in _WAYS.items()
            for end, words in zip((_OUT, _IN), both, strict=True)
        ],
        help_text="A UN output takes up an ask; a later ask repeats an earlier one; "
        "a limb is part of an item that asks several things.",
    )

    class Meta:
        model = Relation
        fields = ["closeness", "note", "certainty"]
        labels = {"certainty": "How sure it is"}
        help_texts = {
            "closeness": "How near the words are. A limb has none.",
            "note": "What shows it, such as “the report cites the submission in footnote 12”.",
        }

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        is_limb = given.get("way", "").startswith("part-of")
        if "way" in given and not is_limb and not given.get("closeness"):
            self.add_error("closeness", "Say how close it is: verbatim, close, partial or theme.")
        return given

    def relate(self, here: Recommendation, other: Recommendation, *, by: User) -> bool:
        """Record it: `here` is the record on whose page the form stands."""
        if not self.is_valid():
            return False
        kind, end = self.cleaned_data.pop("way").split(":")
        ends = (here, other) if end == _OUT else (other, here)
        return self.apply(
            relate, from_recommendation=ends[0], to_recommendation=ends[1], kind=kind, by=by
        )

    def _post_clean(self) -> None:
        """The action checks the model: here its ends are not known yet."""


class RemovalForm(ReasonForm):
    """Why a relation is taken back."""

    def remove(self, relation: Relation, *, by: User) -> bool:
        return self.apply(remove_relation, relation=relation, by=by)
