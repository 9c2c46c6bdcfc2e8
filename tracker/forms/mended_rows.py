"""A row of an import as a person puts it right: what it asks, of whom, with which articles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError

from tracker.actions.mended_rows import Check, mark_of, mend_row, split_row
from tracker.lib.pasted import title_of
from tracker.models import Article, StagedRow, User

from .invocations import (
    Cited,
    cited_beside,
    merged_articles,
    plain_invocations,
    read_rows,
    rows_with,
    typed_rows,
)
from .row_fields import RowFields
from .vocabulary import is_position, read_position

MOST_LIMBS = 20
_NAMES = re.compile(r"\s*[;；]\s*")
_CUT = re.compile(r"(?<=[;；。])\s*|(?<=[.?!])\s+(?=[A-Z])")
_SAME = ("title", "text", "kind", "text_kind", "language", "locator")
_PLAIN = (*_SAME, "made_by", "made_on", "position", "answered_on", "strength")
_FURTHER = ("position", "answered_on", "strength", "cycle")
_OPEN = "?"  # what the file says is wrong, and nobody has said yet what is right
_FIELDS = {  # of a fault whose field or column is no field of the form
    "session": "cycle",
    "action_strength": "strength",
    "responded_on": "answered_on",
    "affected_groups": "groups",
    "bases": "articles",
}


class RowForm(RowFields):
    """What a row asks, as the file has it or as a person says instead."""

    def __init__(self, data: Any, *, row: StagedRow, **kwargs: Any) -> None:
        self.row = row
        self.now = said_of(row)
        first = {
            **self.now,
            "is_chosen": row.is_chosen,
            "limbs": _proposed_limbs(self.now["text"]),
            "seen": mark_of(row),
        }
        typed = kwargs.pop("typed", {})
        super().__init__(data, initial={**first, **typed}, **kwargs)
        self.fields["is_chosen"].widget.attrs["autofocus"] = not self.is_bound
        for name in ("position", "strength"):
            if self.now[name] == _OPEN:
                field: Any = self.fields[name]
                field.choices = [(_OPEN, "Not said yet"), *field.choices]
        self._leave_to_the_file()

    def _leave_to_the_file(self) -> None:
        """What was said of the whole file counts for each row: it cannot be changed here."""
        said = self.row.imported.settings
        answers = () if said.get("positions", True) else ("position", "answered_on")
        for name in (*answers, *(["cycle"] if said.get("cycle") else [])):
            self.fields[name].disabled = True
            self.fields[name].help_text = "As was said of the whole file."
            self.initial[name] = self.now[name]

    @property
    def is_further_open(self) -> bool:
        """Whether something is wrong with the answer, the strength or the review."""
        wrong = {_field_of(one) for one in self.row.faults} | set(self.errors)
        return bool(wrong & set(_FURTHER))

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
        cycle = given["cycle"].slug if given["cycle"] else ""
        plain = {name: given[name] for name in _PLAIN}
        return {**plain, **codes, "addressed_to": addressed, "cycle": cycle}

    def ask(self, articles: list[dict[str, str]]) -> dict[str, Any]:
        """The ask of the row with what was changed; a fault of what was changed is gone."""
        said = self.said()
        changed = {name for name, value in said.items() if value != self.now[name]}
        others = {"addressed_to", "answered_on"}
        ask = {**self.row.ask, **{name: said[name] for name in changed - others}}
        if "made_by" in changed:
            ask["made_by"] = [name for name in _NAMES.split(said["made_by"]) if name]
        if "addressed_to" in changed:
            ask["others"] = {**ask.get("others", {}), "addressed_to": said["addressed_to"]}
        if "strength" in changed:
            ask["strength"] = int(said["strength"]) if said["strength"] else None
        ask["answer"] = self._answer(said, changed)
        if articles != self.row.values.get("invocations", []):
            changed.add("articles")
        faults = [one for one in ask.get("faults", []) if _field_of(one) not in changed]
        return {**ask, "articles": articles, "faults": faults}

    def _answer(self, said: dict[str, Any], changed: set[str]) -> dict[str, str]:
        """What was answered; nothing of it stays where the person says that there is no answer."""
        is_none = "position" in changed and not said["position"]
        answer = {} if is_none else dict(self.row.ask.get("answer", {}))
        if "answered_on" in changed:
            answer["responded_on"] = said["answered_on"]
        return {name: value for name, value in answer.items() if value}

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

    `result` are the rows that came of it; `added` the articles that came into the form because the
    text cites them, None if nobody asked.
    """

    def __init__(self, row: StagedRow, data: Any = None) -> None:
        self.row = row
        self.result: list[StagedRow] = []
        self.merged: list[str] = []
        self.added: list[Article] | None = None
        self.goes_on = data is not None and "next" in data
        if data is not None and {"add", "cite"} & set(data):
            self.form = RowForm(None, row=row, typed=_typed(data))
            self.rows = typed_rows(data)
            if "cite" in data:
                self.added = self.cited.articles
                self.rows = rows_with(data, self.added)
                del self.cited  # of the rows that are there now
            return
        self.form = RowForm(data, row=row)
        unknown = [one["found"] for one in row.faults if one.get("column") == "articles"]
        self.rows = read_rows(row.values.get("invocations", []), unknown, data)

    @cached_property
    def cited(self) -> Cited:
        """What the text cites beside the articles that are listed."""
        text, cycle = (str(self.form[name].value() or "") for name in ("text", "cycle"))
        return cited_beside(self.rows, text, cycle=cycle)

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
        "position": _position(row),
        "answered_on": ask.get("answer", {}).get("responded_on", ""),
        "strength": _OPEN if _is_open(row, "strength") else str(ask.get("strength") or ""),
        "cycle": values.get("cycle") or "",
    }


def _position(row: StagedRow) -> str:
    said = row.ask.get("position", "")
    if said and is_position(said):
        return read_position(said).value
    return _OPEN if said or _is_open(row, "position") else ""


def _is_open(row: StagedRow, name: str) -> bool:
    """Whether a fault asks for this field."""
    return any(_field_of(one) == name for one in [*row.ask.get("faults", []), *row.faults])


def _field_of(fault: Mapping[str, str]) -> str:
    """The field of the form that mends a fault; its column where there is none."""
    said = fault.get("field") or fault.get("column", "")
    return _FIELDS.get(said, said)


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
