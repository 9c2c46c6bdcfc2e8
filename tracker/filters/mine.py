"""What a person has on its way to the public: counted by the database, and only the first shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Case, Count, F, Min, Q, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber

from tracker.models import (
    Document,
    Publishable,
    Recommendation,
    Response,
    ReviewCycle,
    State,
    User,
)

from .workspace import KINDS, records

SHOWN = 20  # records of a kind in a pile
_RETURNED, _DRAFTS, _WAITING = "returned", "drafts", "waiting"
_PILE = Case(
    When(state=State.IN_REVIEW, then=Value(_WAITING)),
    When(returned_reason="", then=Value(_DRAFTS)),
    default=Value(_RETURNED),
)
_IN_SHEET = Q(cycle__isnull=False, recommendation__cycle=F("cycle"))


@dataclass(frozen=True)
class Group:
    """A person's answers of one sheet, or what they entered of one document: a line for all."""

    document: Document
    cycle: ReviewCycle | None
    count: int


@dataclass
class Pile:
    """
    Records of one person that are in the same place: answers by sheet, asks of which a document
    has several by document, and the first of the others singly.
    """

    answers: list[Group] = field(default_factory=list)
    asks: list[Group] = field(default_factory=list)
    others: list[Publishable] = field(default_factory=list)
    singly: int = 0

    @property
    def count(self) -> int:
        return self.singly + sum(group.count for group in [*self.answers, *self.asks])

    @property
    def more(self) -> int:
        """How many of the others are not shown."""
        return self.singly - len(self.others)


@dataclass(frozen=True)
class MyWork:
    """What a person has returned to them, has not sent yet, or has sent and waits for."""

    returned: Pile
    drafts: Pile
    waiting: Pile


def my_work(user: User) -> MyWork:
    """All of a person's records on their way to the public; as many queries however many."""
    piles = {name: Pile() for name in (_RETURNED, _DRAFTS, _WAITING)}
    answers, asks = [*_groups(user, Response)], [*_groups(user, Recommendation)]
    documents = Document.objects.in_bulk({document for _, document, _, _ in answers + asks})
    cycles = ReviewCycle.objects.in_bulk({cycle for _, _, cycle, _ in answers})
    for pile, document, cycle, count in answers:
        piles[pile].answers.append(Group(documents[document], cycles[cycle], count))
    for pile, document, _, count in asks:
        piles[pile].asks.append(Group(documents[document], None, count))
    together = Q(pk__in=[])
    for pile, document, _, _ in asks:
        together |= Q(pile=pile, document=document)
    apart = {"response": _IN_SHEET & ~Q(pile=_RETURNED), "recommendation": together}
    for kind, (model, _) in KINDS.items():
        _add_singly(kind, _mine(model, user).exclude(apart.get(kind, Q(pk__in=[]))), piles)
    return MyWork(**piles)


def _mine(model: Any, user: User) -> QuerySet[Any]:
    open_states = [State.DRAFT, State.IN_REVIEW]
    mine = model._default_manager.filter(recorded_by=user, state__in=open_states)
    rows: QuerySet[Any] = mine.order_by().annotate(pile=_PILE)
    return rows


def _groups(user: User, model: Any) -> Iterator[tuple[str, int, Any, int]]:
    """The pile, the document, the cycle and the number of records that are in a line together."""
    rows, place, least = _mine(model, user).exclude(pile=_RETURNED), ["document"], 2
    if model is Response:
        rows, place, least = rows.filter(_IN_SHEET), ["document", "cycle"], 1
    found = rows.values("pile", *place).annotate(count=Count("pk"), first=Min("recorded_at"))
    for row in found.filter(count__gte=least).order_by("first", "document"):
        yield row["pile"], row["document"], row.get("cycle"), row["count"]


def _add_singly(kind: str, rows: QuerySet[Any], piles: dict[str, Pile]) -> None:
    """Put the first records of each pile into it, and count them all."""
    numbered = rows.annotate(
        place=Window(RowNumber(), partition_by="pile", order_by=["recorded_at", "pk"]),
        total=Window(Count("pk"), partition_by="pile"),
    )
    first = numbered.filter(place__lte=SHOWN).order_by("place")
    found = [*first.values_list("pk", "pile", "total")]
    shown = records(kind).in_bulk([key for key, _, _ in found])
    for key, pile, _ in found:
        piles[pile].others.append(shown[key])
    for pile, total in {pile: total for _, pile, total in found}.items():
        piles[pile].singly += total
