"""Who means to log which rows of a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import (
    CharField,
    Count,
    Exists,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import Coalesce, NullIf

from tracker.models import Assignment, Document, Recommendation, Response, State, User
from tracker.permissions import ROLE_PERMISSIONS, Permission

_LOGGING = [role for role, may in ROLE_PERMISSIONS.items() if Permission.RECORD in may]


def colleagues() -> QuerySet[User]:
    """Who can be given rows: everybody with an open account that may log answers."""
    rows = User.objects.filter(is_active=True, is_system=False, role__in=_LOGGING)
    return rows.order_by("name", "email")


def people_of(document: Document) -> QuerySet[User]:
    """Who may have rows of a document: colleagues, and whoever has some though they left."""
    having = Exists(Assignment.objects.filter(document=document, assigned_to=OuterRef("pk")))
    return User.objects.filter(Q(pk__in=colleagues()) | having).order_by("name", "email")


def assigned_rows(
    rows: QuerySet[Recommendation], document: Document, person: User | None
) -> QuerySet[Recommendation]:
    """Those that a person has, or without one those that nobody has."""
    given = Assignment.objects.filter(document=document)
    if person:
        return rows.filter(pk__in=given.filter(assigned_to=person).values("recommendation"))
    return rows.exclude(pk__in=given.values("recommendation"))


def with_assignee(rows: QuerySet[Recommendation], document: Document) -> QuerySet[Recommendation]:
    """Load with each row who has it: `assignee`, a name or None, and `is_assignee_active`."""
    has = FilteredRelation("assignments", condition=Q(assignments__document=document))
    name = Coalesce(
        NullIf("has__assigned_to__name", Value("")),
        "has__assigned_to__email",
        output_field=CharField(),
    )
    rows = rows.annotate(has=has, assignee=name)
    return rows.annotate(is_assignee_active=F("has__assigned_to__is_active"))


def in_order(keys: Sequence[int]) -> list[Recommendation]:
    """The recommendations of some keys, in their order."""
    found = Recommendation.objects.defer("search_vector").in_bulk(list(keys))
    return [found[key] for key in keys if key in found]


@dataclass(frozen=True)
class Share:
    """How many rows of a document a person has, and how many of them have no answer yet."""

    person: User
    rows: int
    left: int


def shares(document: Document) -> list[Share]:
    """Everybody who has rows of a document, by name."""
    answered = Response.objects.filter(
        document=document, recommendation=OuterRef("assignments__recommendation")
    ).exclude(state=State.WITHDRAWN)
    mine = Q(assignments__document=document) & ~Q(assignments__recommendation__state="withdrawn")
    people = User.objects.filter(mine).annotate(is_answered=Exists(answered))
    counted = people.values("pk", "is_answered").annotate(rows=Count("assignments"))
    rows: dict[int, dict[bool, int]] = {}
    for row in counted.order_by():
        rows.setdefault(row["pk"], {})[row["is_answered"]] = row["rows"]
    named = User.objects.filter(pk__in=rows).order_by("name", "email")
    return [
        Share(person, sum(rows[person.pk].values()), rows[person.pk].get(False, 0))
        for person in named
    ]
