"""The table behind a sheet: which rows it has, and which of them are to be changed at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Paginator
from django.http import QueryDict

from tracker.filters.answers import asked_in, asked_rows, free_rows
from tracker.filters.assignments import in_order
from tracker.models import Document, Recommendation, ReviewCycle

from .responses import SheetForm

ROWS, MOST_ROWS = 50, 500  # of a page, and to be changed at once
TICKED, PAGE, ALL = "", "page", "all"


@dataclass
class Table:
    """What `cycle` was asked and `document` answers; `query` narrows it and chooses rows of it."""

    cycle: ReviewCycle
    document: Document
    query: QueryDict

    @cached_property
    def choice(self) -> SheetForm:
        return SheetForm(self.query, cycle=self.cycle, document=self.document)

    @cached_property
    def keys(self) -> list[int]:
        """Every row that fits the filter, in the order of the document that asks."""
        return asked_rows(self.cycle, self.document, self.choice.question)

    @cached_property
    def free(self) -> list[Recommendation]:
        """Those that nobody has and nobody has answered."""
        return in_order(free_rows(self.cycle, self.document, self.choice.question))

    @cached_property
    def chosen(self) -> list[Recommendation]:
        """The rows that were ticked, or all of the page, or all that fit the filter."""
        which = self.query.get("which")
        if which == ALL:
            return in_order(self.keys)
        if which == PAGE:
            return in_order(list(Paginator(self.keys, ROWS).get_page(self.query.get("page"))))
        return self.named(self.query.getlist("row"))

    def named(self, references: Sequence[str]) -> list[Recommendation]:
        """The rows with these references, those of other tables left out, in the order given."""
        wanted = [reference for reference in references if "\0" not in reference]
        rows = asked_in(self.cycle, with_ngos=True).filter(reference__in=wanted)
        found = {row.reference: row for row in rows.defer("search_vector")}
        return [found[name] for name in dict.fromkeys(wanted) if name in found]

    @cached_property
    def filter(self) -> str:
        """The address's part that narrows the table, without what chooses rows of it."""
        query = self.query.copy()
        for name in ("which", "row", "start", "column"):
            query.pop(name, None)
        return query.urlencode()
