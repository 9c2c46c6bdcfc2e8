"""A row of an import as a person puts it right: what it asks, of whom, with which articles."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from tracker.actions.mended_rows import Check, mark_of, mend_row, split_row
from tracker.lib.pasted import title_of
from tracker.models import AffectedGroup, Organisation, Recommendation, StagedRow, Theme, User

from .base import LONGEST, ActionForm
from .fields import KeyChoiceField, KeysChoiceField, LinesField
from .invocations import merged_articles, plain_invocations, read_rows, typed_rows

MOST_LIMBS = 20
_NAMES = re.compile(r"\s*[;；]\s*")
_CUT = re.compile(r"(?<=[;；。])\s*|(?<=[.?!])\s+(?=[A-Z])")
_SAME = ("title", "text", "kind", "text_kind", "language", "locator")
_DATE = "2024-07-04, 2024-07 or 2024. Empty: the day of the whole file."


class RowForm(ActionForm):
    """What a row asks, as the file has it or as a person says instead."""

    is_chosen = forms.BooleanField(
        required=False, label="Take this row along when the import is confirmed"
    )
    title = forms.CharField(
        max_length=160,
        help_text="The ask in a line of our own: what is to be done.",
        error_messages={"required": "Give it a title in a few words."},
    )
    text = LinesField(
        label="What is asked",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="As the document has it, or in our words: say which below.",
        error_messages={"required": "Write what is asked, or leave the row out."},
    )
    kind = forms.ChoiceField(
        choices=Recommendation.Kind.choices,
        help_text="A request in running text has no number of its own.",
    )
    text_kind = forms.ChoiceField(
        label="The text is",
        choices=Recommendation.TextKind.choices,
        help_text="Official, if it is as the document has it.",
    )
    language = forms.CharField(
        required=False, max_length=20, help_text="Such as en, ko or zh-Hans. Empty: English."
    )
    locator = forms.CharField(
        label="Where", required=False, max_length=150, help_text="Heading, item, page."
    )
    made_by = forms.CharField(
        label="Who asks",
        required=False,
        max_length=5000,
        help_text="A semicolon between two. Empty: whoever asks in the whole file.",
        widget=forms.TextInput(
            attrs={"list": "known-organisations", "data-organisations": True, "autocomplete": "off"}
        ),
    )
    made_on = forms.CharField(label="Asked on", required=False, max_length=40, help_text=_DATE)
    addressed_to = KeyChoiceField(
        queryset=Organisation.objects.order_by("name"),
        to_field_name="slug",
        required=False,
        label="Addressed to",
        empty_label="Not said yet",
        help_text="China, unless the document asks someone else.",
    )
    themes = KeysChoiceField(
        queryset=Theme.objects.all(),
        to_field_name="code",
        required=False,
        help_text="What the ask is about: as many as fit.",
        widget=forms.CheckboxSelectMultiple,
    )
    groups = KeysChoiceField(
        queryset=AffectedGroup.objects.all(),
        to_field_name="code",
        required=False,
        label="Affected groups",
        help_text="Whom the ask is to protect, if it names them.",
        widget=forms.CheckboxSelectMultiple,
    )
    limbs = LinesField(
        label="The limbs, a line for each",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="What can be done without the other is a limb of its own.",
    )
    seen = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, row: StagedRow, **kwargs: Any) -> None:
        self.row = row
        self.now = said_of(row)
        first = {
            **self.now,
            "is_chosen": row.is_chosen,
            "limbs": _proposed_limbs(self.now["text"]),
            "seen": mark_of(row),
        }
        super().__init__(data, initial={**first, **kwargs.pop("typed", {})}, **kwargs)
        self.fields["is_chosen"].widget.attrs["autofocus"] = not self.is_bound

    @property
    def is_split(self) -> bool:
        return "split" in (self.data or {})

    def clean_limbs(self) -> list[str]:
        """The lines that hold something; two or more where the row is cut."""
        lines = [" ".join(line.split()) for line in self.cleaned_data["limbs"].splitlines()]
        limbs = [line for line in lines if line]
        if self.is_split and not 1 < len(limbs) <= MOST_LIMBS:
            raise ValidationError(f"Write the limbs a line each: from two to {MOST_LIMBS}.")
        return limbs

    def arguments(self) -> dict[str, Any]:
        return {}

    def said(self) -> dict[str, Any]:
        """What the fields say, as `said_of` has it of the row."""
        given = self.cleaned_data
        codes = {name: sorted(one.code for one in given[name]) for name in ("themes", "groups")}
        addressed = given["addressed_to"].slug if given["addressed_to"] else ""
        same = {name: given[name] for name in (*_SAME, "made_by", "made_on")}
        return {**same, **codes, "addressed_to": addressed}

    def ask(self, articles: list[dict[str, str]]) -> dict[str, Any]:
        """The ask of the row with what was changed; a fault of what was changed is gone."""
        said = self.said()
        changed = {name for name, value in said.items() if value != self.now[name]}
        ask = {**self.row.ask, **{name: said[name] for name in changed - {"addressed_to"}}}
        if "made_by" in changed:
            ask["made_by"] = [name for name in _NAMES.split(said["made_by"]) if name]
        if "addressed_to" in changed:
            ask["others"] = {**ask.get("others", {}), "addressed_to": said["addressed_to"]}
        faults = [one for one in ask.get("faults", []) if one.get("column") not in changed]
        return {**ask, "articles": articles, "faults": faults}

    @property
    def versions(self) -> list[tuple[str, str, str]]:
        """Where a colleague's version and this one differ: the field, theirs, and what is here."""
        if not self._theirs:
            return []
        theirs, mine = said_of(self._theirs), self.said()
        return [
            (str(self[name].label), _in_words(theirs[name]), _in_words(mine[name]))
            for name in mine
            if theirs[name] != mine[name]
        ]

    @property
    def mark_now(self) -> str:
        """The mark of the colleague's version that is shown."""
        return mark_of(self._theirs) if self._theirs else ""

    @property
    def _theirs(self) -> StagedRow | None:
        """The row as a colleague has left it."""
        current = self.conflict and self.conflict.current
        return current if isinstance(current, StagedRow) else None


class RowEdit:
    """
    A row and its articles, put right together; with limbs, cut into several rows.

    `result` are the rows that came of it.
    """

    def __init__(self, row: StagedRow, data: Any = None) -> None:
        self.row = row
        self.result: list[StagedRow] = []
        self.merged: list[str] = []
        self.goes_on = data is not None and "next" in data
        if data is not None and "add" in data:
            self.form = RowForm(None, row=row, typed=_typed(data))
            self.rows = typed_rows(data)
            return
        self.form = RowForm(data, row=row)
        unknown = [one["found"] for one in row.faults if one.get("column") == "articles"]
        self.rows = read_rows(row.values.get("invocations", []), unknown, data)

    @property
    def told(self) -> str:
        """What was done, once it is."""
        first, *others = self.result
        if others:
            numbers = f"{others[0].number} to {others[-1].number}"
            numbers = numbers if len(others) > 1 else str(others[0].number)
            return f"Cut into {len(self.result)} rows: {first.number} and, at the end, {numbers}."
        return f"Row {first.number} saved: {first.get_outcome_display().lower()}."

    def save(self, check: Check, *, by: User) -> bool:
        """Call the action; False leaves what was typed in the forms, with what is wrong."""
        form = self.form
        if not form.is_bound or not all([form.is_valid(), self.rows.is_valid()]):
            return False
        self.merged = merged_articles(self.rows)
        ask = form.ask(plain_invocations(self.rows))
        seen = form.data.get("over") or form.cleaned_data["seen"]
        about = {"row": self.row, "seen": seen, "check": check, "by": by}
        if form.is_split:
            several = form.cleaned_data["limbs"]
            limbs = [{**ask, "text": one, "title": title_of(one)} for one in several]
            is_done = form.apply(split_row, asks=limbs, **about)
        else:
            taken = form.cleaned_data["is_chosen"]
            is_done = form.apply(mend_row, ask=ask, is_chosen=taken, **about)
        if is_done:
            self.result = form.result if isinstance(form.result, list) else [form.result]
        return is_done


def said_of(row: StagedRow) -> dict[str, Any]:
    """What a row asks, field by field, as a person writes it."""
    ask, values = row.ask, row.values
    return {name: values.get(name) or ask.get(name, "") for name in _SAME} | {
        "made_by": "; ".join(ask.get("made_by", [])),
        "made_on": ask.get("made_on", ""),
        "addressed_to": _addressee(row),
        "themes": sorted(values.get("themes", [])),
        "groups": sorted(values.get("affected_groups", [])),
    }


def _addressee(row: StagedRow) -> str:
    if any(one.get("column") == "addressed_to" for one in row.ask.get("faults", [])):
        return ""
    return str(row.values.get("addressed_to") or "")


def _proposed_limbs(text: str) -> str:
    """A text with a line for each part that a semicolon or a sentence ends."""
    return "\n".join(part.strip() for part in _CUT.split(text) if part.strip())


def _typed(data: Any) -> dict[str, Any]:
    """What was typed, to be shown again before anything is checked."""
    several = {"themes", "groups"}
    names = RowForm.base_fields
    typed = {name: data.getlist(name) if name in several else data.get(name, "") for name in names}
    return typed | {"is_chosen": "is_chosen" in data}


def _in_words(value: Any) -> str:
    return "; ".join(value) if isinstance(value, list) else str(value)
