"""A block of cells that somebody pastes into a table of answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from tracker.filters.answers import Question, asked_in, asked_rows
from tracker.filters.assignments import in_order
from tracker.models import Batch, Recommendation

from .batches import BatchForm, Fault, Wanted
from .blocks import Block, block_of
from .columns import COLUMNS, REFERENCE, read_cell
from .responses import OWN
from .tables import MOST_ROWS
from .vocabulary import plain

_REFERENCE = re.compile(r"[RD]-\w{4,12}", re.IGNORECASE)
_PLACE = re.compile(r"^(?:paras?|paragraphs?|recommendation|item|nos?|nr) ")


def _place(words: str) -> str:
    """A place in a document without what people write around it: `para. 28.9` is `28 9`."""
    return _PLACE.sub("", plain(words))


class PasteForm(BatchForm):
    """
    A block and where its first cell goes: row `start` and `column`, unless headings or references
    in it say so. `rows` are those that stand on the screen from there on, in order.
    """

    kind = Batch.Kind.PASTED

    block = forms.CharField(
        label="Cells from the spreadsheet",
        strip=False,
        max_length=250_000,  # in Korean as much as a request may hold
        help_text="Copied cells or a CSV file, a line for each row of the table.",
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "wrap": "off"}),
        error_messages={
            "required": "Paste the cells here first.",
            "max_length": "Paste up to %(limit_value)d characters, not %(show_value)d.",
        },
    )
    start = forms.CharField(
        label="First row",
        required=False,
        max_length=20,
        help_text="Its reference, such as R-0042. Empty: the first row of the table.",
    )
    column = forms.ChoiceField(
        label="First column",
        choices=[(name, COLUMNS[name]) for name in OWN],
        required=False,
        help_text="Where the first cell of each line goes, unless headings say so.",
    )
    rows = forms.CharField(required=False, widget=forms.HiddenInput, max_length=20_000)

    field_order = ["block", "start", "column", "reason"]
    unread: list[str] = []

    def wanted(self) -> Iterator[Wanted]:
        self.faults = []
        block = self._block()
        for number, row, cells in self._placed(block):
            given = self._given(number, row, cells)
            if given:
                yield Wanted(number, row, given)

    def _block(self) -> Block:
        column = self.cleaned_data["column"] or OWN[0]
        try:
            block = block_of(self.cleaned_data["block"], column=column, is_row=self._names_a_row)
            if len(block.lines) > MOST_ROWS:
                raise ValidationError(
                    f"These are {len(block.lines)} lines. Paste up to {MOST_ROWS} at once."
                )
        except ValidationError as error:
            raise ValidationError({"block": error.messages}) from None
        self.unread = block.unread
        return block

    def _names_a_row(self, cell: str) -> bool:
        return bool(_REFERENCE.fullmatch(cell)) or _place(cell) in self._known

    @cached_property
    def _known(self) -> dict[str, list[Recommendation]]:
        """The table's rows by reference, and by the place where the source has them."""
        found: dict[str, list[Recommendation]] = {}
        rows = asked_in(self.table.cycle, with_ngos=True).defer("search_vector")
        for row in rows.order_by("pk"):
            for name in {row.reference.casefold(), _place(row.locator)} - {""}:
                found.setdefault(name, []).append(row)
        return found

    def _placed(self, block: Block) -> Iterator[tuple[int, Recommendation, dict[str, str]]]:
        """Each line that has something to say, with its row."""
        if self.is_confirmed:
            return self._as_seen(block)
        return self._by_name(block) if block.names_rows else self._by_order(block)

    def _as_seen(self, block: Block) -> Iterator[tuple[int, Recommendation, dict[str, str]]]:
        for number, cells in block.lines:
            reference, _ = self.marks.get(number, ("", ""))
            for row in self._known.get(reference.casefold(), []):
                yield number, row, cells

    def _by_name(self, block: Block) -> Iterator[tuple[int, Recommendation, dict[str, str]]]:
        lines: dict[int, int] = {}
        for number, cells in block.lines:
            name = cells.get(REFERENCE, "")
            found = self._known.get(name.casefold()) or self._known.get(_place(name)) or []
            if not cells:
                continue
            if len(found) != 1:
                self._fault(number, name, self._unknown(name, found))
            elif lines.setdefault(found[0].pk, number) != number:
                self._fault(number, name, f"Line {lines[found[0].pk]} is about this row already.")
            else:
                yield number, found[0], cells

    def _unknown(self, name: str, found: list[Recommendation]) -> str:
        if found:
            names = ", ".join(row.reference for row in found)
            return f"“{name}” is the place of {names}. Write the reference instead."
        said = f"“{name}” names no row of this table." if name else "The row is not named."
        return f"{said} Expected a reference such as R-0042, or its number in the source."

    def _by_order(self, block: Block) -> Iterator[tuple[int, Recommendation, dict[str, str]]]:
        rows = self._rows_from_start(len(block.lines))
        for at, (number, cells) in enumerate(block.lines):
            if cells and at >= len(rows):
                first = next(iter(cells.values()))
                self._fault(number, first, "The table has no more rows for this line.")
            elif cells:
                yield number, rows[at], cells

    def _rows_from_start(self, count: int) -> list[Recommendation]:
        shown = self.table.named(self.cleaned_data["rows"].split())
        keys = self.table.keys
        start = self.cleaned_data["start"].strip().upper()
        if shown and shown[0].reference == start:
            rest = keys[keys.index(shown[-1].pk) + 1 :] if shown[-1].pk in keys else []
            return [*shown, *in_order(rest[: max(0, count - len(shown))])]
        if not start:
            return in_order(keys[:count])
        found = self.table.named([start])
        if not found:
            raise ValidationError({"start": f"“{start}” is no row of this table."})
        if found[0].pk not in keys:
            keys = asked_rows(self.table.cycle, self.table.document, Question(with_ngos=True))
        return in_order(keys[keys.index(found[0].pk) :][:count])

    def _given(self, number: int, row: Recommendation, cells: dict[str, str]) -> dict[str, Any]:
        """What the cells of a line say; nothing if one of them cannot be read."""
        given, faults = {}, []
        for name, text in cells.items():
            try:
                if name != REFERENCE:
                    given[name] = read_cell(name, text)
            except ValidationError as error:
                faults.append(f"{COLUMNS[name]}: {' '.join(error.messages)}")
        if faults:
            self._fault(number, row.reference, " ".join(faults))
        return {} if faults else given

    def _fault(self, number: int, found: str, why: str) -> None:
        shown = found if len(found) < 60 else f"{found[:59]}…"
        self.faults.append(Fault(number, shown, why))


def paste_form(data: Any, first: Any, **context: Any) -> PasteForm:
    """The form with what was posted, or with the cell that an address names (`start`, `column`)."""
    given = {name: first.get(name, "") for name in ("start", "column")}
    return PasteForm(data, initial=given, **context)
