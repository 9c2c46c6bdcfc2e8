"""One's own drafts of a document, read once more before they are sent together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from tracker.actions.publication import submit
from tracker.filters.gaps import gaps_of, gaps_of_source
from tracker.filters.together import in_order, shown
from tracker.filters.workspace import key_of
from tracker.models import Document, User

from .together import NOUNS, Ticks

MOST = 500  # drafts at once


@dataclass(frozen=True)
class Ready:
    """A draft, what it lacks, and whether it is to be sent."""

    record: Any
    gaps: list[str]
    is_ticked: bool

    @property
    def key(self) -> str:
        return key_of(self.record)


class Sending:
    """Drafts in the order of their document; those that were returned are not ticked at first."""

    def __init__(self, kind: str, document: Document, drafts: QuerySet[Any], data: Any = None):
        self.kind, self.document, self.drafts, self.data = kind, document, drafts, data
        self.noun = NOUNS[kind]
        self.sent = 0

    @cached_property
    def keys(self) -> list[int]:
        return in_order(self.drafts, self.kind)

    @property
    def more(self) -> int:
        """How many are left for another time."""
        return max(0, len(self.keys) - MOST)

    @cached_property
    def rows(self) -> list[Ready]:
        found = shown(self.kind, self.keys[:MOST])
        gaps = gaps_of(found)
        return [Ready(row, gaps[row.pk], self._is_ticked(row)) for row in found]

    def _is_ticked(self, record: Any) -> bool:
        if self.data is not None:
            return key_of(record) in Ticks(self.data).keys
        return not record.returned_reason

    @property
    def with_gaps(self) -> int:
        return sum(bool(row.gaps) for row in self.rows)

    @property
    def came_back(self) -> bool:
        return any(row.record.returned_reason for row in self.rows)

    @property
    def source_gap(self) -> str:
        return gaps_of_source(self.document)

    def send(self, *, by: User) -> bool:
        """Send what is ticked, all at once; False if nothing of it is still a draft of theirs."""
        wanted = set(Ticks(self.data).keys) if self.data is not None else set()
        chosen = [record for record in self.drafts if key_of(record) in wanted]
        self.sent = submit(records=chosen, by=by) if chosen else 0
        return bool(self.sent)

    @property
    def told(self) -> str:
        """What was sent."""
        said = f"1 {self.noun}" if self.sent == 1 else f"{self.sent} {self.noun}s"
        reads = "it" if self.sent == 1 else "them"
        return f"{said} sent for approval. A second person reads {reads} now."
