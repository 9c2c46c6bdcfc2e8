from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from tracker.actions.mergers import Merger, merge_organisations
from tracker.filters.faces import field_words, label_of
from tracker.models import Organisation, User

from .base import ReasonForm


class PairForm(forms.Form):
    """Which organisation stays, and which one goes into it."""

    keep = forms.ChoiceField(
        label="Keep",
        help_text="Its name and its address stay.",
        error_messages={"required": "Choose the organisation that stays."},
    )
    fold = forms.ChoiceField(
        label="Merge into it",
        help_text="Its names become other names, its address leads on.",
        error_messages={"required": "Choose the organisation that goes into it."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Both lists are one: the organisations are read once."""
        super().__init__(*args, **kwargs)
        rows = Organisation.objects.prefetch_related("members").order_by("name")
        self._rows = {row.slug: row for row in rows}
        names = [("", "Choose an organisation"), *((key, row) for key, row in self._rows.items())]
        for field in (self.fields["keep"], self.fields["fold"]):
            field.choices = names  # type: ignore[attr-defined]

    def clean_keep(self) -> Organisation:
        return self._rows[self.cleaned_data["keep"]]

    def clean_fold(self) -> Organisation:
        return self._rows[self.cleaned_data["fold"]]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("keep") and cleaned.get("keep") == cleaned.get("fold"):
            raise ValidationError("Choose two different organisations.")
        return cleaned


class MergeForm(ReasonForm):
    """How one knows that two organisations are the same body, having read what merging does."""

    expected = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, missing="Say how you know that they are the same body.", **kwargs)
        self.fields["reason"].label = "How do you know that they are the same body?"
        self.fields["reason"].help_text = "Such as an address or a name that both give."

    def merge(self, merger: Merger, *, by: User) -> bool:
        """Merge the two; False leaves both as they are."""
        if not self.is_bound:
            return False
        return self.apply(merge_organisations, keep=merger.keep, fold=merger.fold, by=by)


def differing(merger: Merger) -> list[tuple[str, str, str]]:
    """Fields that the kept one takes over or keeps against the other: label, its own, other's."""
    return [
        (label_of(Organisation, name), _said(merger.keep, name), _said(merger.fold, name))
        for name in [*merger.filled, *merger.dropped]
    ]


def _said(organisation: Organisation, name: str) -> str:
    return field_words(organisation, Organisation._meta.get_field(name))
