"""What is on its way to the public: whose turn it is, in which order it is read."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q
from django.db.models.functions import Coalesce

from tracker.models import Document, Publishable, ReviewCycle, State, User
from tracker.permissions import Permission

from .answers import natural_order
from .workspace import KINDS, records

WAITING, MINE, RETURNED = "waiting", "mine", "returned"
LISTS = {
    WAITING: "Waiting for a second person",
    MINE: "Your drafts",
    RETURNED: "Returned to their authors",
}
SORTS = {
    "oldest": "What came first",
    "newest": "What came last",
    "record": "By record",
    "person": "By person",
}
_OF_EITHER = (
    Coalesce("recommendation__document", "development__document"),
    Coalesce("recommendation__cycle", "development__document__cycle"),
    Coalesce("recommendation__reference", "development__title"),
)
# Of each kind: the document, the review cycle, and what it is sorted by
_ABOUT: dict[str, tuple[Any, Any, Any]] = {
    "recommendation": ("document", "cycle", "reference"),
    "amendment": _OF_EITHER,
    "response": ("document", "cycle", "recommendation__reference"),
    "assessment": (
        "recommendation__document", "recommendation__cycle", "recommendation__reference",
    ),
    "development": ("document", "document__cycle", "title"),
    "translation": _OF_EITHER,
}  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """A record on its way, as far as it is needed to find, filter and sort it."""

    kind: str
    pk: int
    key: str
    at: dt.datetime
    author: int
    sender: int | None
    document: int | None
    cycle: int | None
    name: str
    is_returned: bool

    @property
    def is_shared(self) -> bool:
        """Of a document, and read or sent together with others of its kind."""
        if self.is_returned:
            return False
        return self.kind == "recommendation" or (
            self.kind == "response" and bool(self.sender or self.cycle)
        )


@dataclass
class Row:
    """A line of the queue: a record, or the answers or the asks of one document together."""

    entries: list[Entry]
    record: Publishable | None = None
    document: Document | None = None
    cycle: ReviewCycle | None = None  # of answers that are drafts, in whose sheet they stand
    people: list[User] = field(default_factory=list)

    @property
    def first(self) -> Entry:
        return self.entries[0]

    @property
    def count(self) -> int:
        return len(self.entries)

    @property
    def is_group(self) -> bool:
        """Answers are in their table even alone; one recommendation is read on its own page."""
        return self.first.is_shared and (self.first.kind == "response" or self.count > 1)


def _which(which: str, user: User) -> Q:
    if which == MINE:
        return Q(state=State.DRAFT, recorded_by=user)
    if which == RETURNED:
        return Q(state=State.DRAFT) & ~Q(returned_reason="")
    return Q(state=State.IN_REVIEW)


def how_many(user: User) -> Counter[str]:
    """How many records each list has; a query for each kind."""
    total: Counter[str] = Counter()
    for model, _ in KINDS.values():
        counts = {which: Count("pk", filter=_which(which, user)) for which in LISTS}
        total.update(model._default_manager.aggregate(**counts))
    return total


def entries(which: str, user: User) -> list[Entry]:
    """Every record of a list, what came first on top; a query for each kind."""
    found = []
    moment = "submitted_at" if which == WAITING else "recorded_at"
    for kind, (model, key) in KINDS.items():
        document, cycle, name = _ABOUT[kind]
        listed: Any = model._default_manager.filter(_which(which, user)).order_by()
        rows = listed.values_list(
            "pk", key, moment, "recorded_by", "submitted_by", document, cycle, name,
            ~Q(returned_reason=""),
        )  # fmt: skip
        found += [Entry(kind, *row) for row in rows]
    return sorted(found, key=lambda entry: (entry.at, entry.kind, entry.pk))


def rows_of(found: Iterable[Entry], *, asks_singly: bool = False) -> list[Row]:
    """
    Entries as lines: answers of one document together, drafts of each of its sheets, and so its
    recommendations, unless each is read on its own page (`asks_singly`).

    One that was returned with a note stands alone, and so does a draft that is in no sheet.
    """
    groups: dict[tuple[str, int | None, int | None], Row] = {}
    rows = []
    for entry in found:
        is_ask = entry.kind == "recommendation"
        place = entry.kind, entry.document, None if entry.sender or is_ask else entry.cycle
        if not entry.is_shared or (is_ask and asks_singly):
            rows.append(Row([entry]))
        elif place in groups:
            groups[place].entries.append(entry)
        else:
            groups[place] = Row([entry])
            rows.append(groups[place])
    return rows


def ordered(rows: Sequence[Row], sort: str, people: dict[int, User]) -> list[Row]:
    """Lines as somebody wants to read them; what is equal stays in the order of arrival."""
    if sort == "newest":
        return list(reversed(rows))
    if sort == "record":
        return sorted(rows, key=lambda row: natural_order(row.first.name))
    if sort == "person":
        return sorted(rows, key=lambda row: str(people.get(row.first.author, "")))
    return list(rows)


def loaded(rows: Sequence[Row]) -> Sequence[Row]:
    """The lines of a page with their records; a query for each kind."""
    singly: dict[str, list[int]] = {}
    for row in rows:
        if not row.is_group:
            singly.setdefault(row.first.kind, []).append(row.first.pk)
    known: dict[tuple[str, int], Any] = {
        (kind, pk): record
        for kind, keys in singly.items()
        for pk, record in records(kind).in_bulk(keys).items()
    }
    groups = [row for row in rows if row.is_group]
    documents = Document.objects.in_bulk({row.first.document for row in groups})
    drafts = {row.first.cycle for row in groups if _is_in_sheet(row)}
    cycles = ReviewCycle.objects.in_bulk(drafts) if drafts else {}
    people = User.objects.in_bulk({entry.author for row in groups for entry in row.entries})
    for row in rows:
        row.record = known.get((row.first.kind, row.first.pk))
    for row in groups:
        row.document = documents[row.first.document]
        row.cycle = cycles.get(row.first.cycle) if _is_in_sheet(row) else None
        row.people = [people[key] for key in dict.fromkeys(e.author for e in row.entries)]
    return rows


def _is_in_sheet(row: Row) -> bool:
    return row.first.kind == "response" and not row.first.sender


@dataclass(frozen=True)
class Named:
    """What the entries of a list are about and by whom, to choose from."""

    cycles: dict[int, ReviewCycle]
    documents: dict[int, Document]
    people: dict[int, User]


def names_in(found: Sequence[Entry]) -> Named:
    """Three queries, however long the list."""
    return Named(
        ReviewCycle.objects.in_bulk({entry.cycle for entry in found if entry.cycle}),
        Document.objects.in_bulk({entry.document for entry in found if entry.document}),
        User.objects.in_bulk({entry.author for entry in found}),
    )


def approvers(but: User) -> list[User]:
    """Who else can approve, by name."""
    people = User.objects.filter(is_active=True, is_system=False).exclude(pk=but.pk)
    return [user for user in people.order_by("name", "email") if user.may(Permission.APPROVE)]
