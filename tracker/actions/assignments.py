from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.utils import timezone

from tracker.models import Assignment, Document, Recommendation, User
from tracker.permissions import Permission

from .base import action
from .locks import hold


@dataclass(frozen=True)
class Handed:
    """How many rows got a new person, and whose of them they were before."""

    rows: int
    taken_from: list[User]


@action(Permission.RECORD)
def assign_answers(
    *, recommendations: Sequence[Recommendation], document: Document, to: User, by: User
) -> Handed:
    """
    Say that a colleague means to log these rows of a document, whoever meant to before.

    Raises ValidationError, keyed by field, if that person cannot log answers.
    """
    _must_log(to, field="to")
    before = _held(recommendations, document)
    others = [row for row in recommendations if _whose(before, row) != to.pk]
    _write([(row, to) for row in others], document, by)
    taken = {before[row.pk].assigned_to for row in others if row.pk in before}
    return Handed(len(others), sorted(taken, key=str))


@action(Permission.RECORD)
def assign_next(
    *,
    recommendations: Sequence[Recommendation],
    document: Document,
    at_most: int,
    to: User,
    by: User,
) -> int:
    """Assign the first of these rows that nobody has by now; says how many there were."""
    _must_log(to, field="to")
    before = _held(recommendations, document)
    free = [row for row in recommendations if row.pk not in before][:at_most]
    _write([(row, to) for row in free], document, by)
    return len(free)


@action(Permission.RECORD)
def split_answers(
    *,
    recommendations: Sequence[Recommendation],
    document: Document,
    among: Sequence[User],
    by: User,
) -> list[tuple[User, int]]:
    """
    Share out those of these rows that nobody has, in runs of the given order; says who got what.

    The runs differ by one row at most. Raises ValidationError, keyed by field, without people or
    if one of them cannot log answers.
    """
    if not among:
        raise ValidationError({"among": "Choose who shares the rows."})
    for person in among:
        _must_log(person, field="among")
    before = _held(recommendations, document)
    free = [row for row in recommendations if row.pk not in before]
    ends = [len(free) * n // len(among) for n in range(len(among) + 1)]
    runs = [free[start:end] for start, end in pairwise(ends)]
    shared = list(zip(among, runs, strict=True))
    _write([(row, person) for person, run in shared for row in run], document, by)
    return [(person, len(run)) for person, run in shared]


@action(Permission.RECORD)
def unassign_answers(
    *, recommendations: Sequence[Recommendation], document: Document, by: User
) -> int:
    """Take rows back from whoever they are assigned to; says how many were assigned."""
    before = _held(recommendations, document)
    Assignment.objects.filter(pk__in=[row.pk for row in before.values()]).delete()
    return len(before)


def _must_log(person: User, *, field: str) -> None:
    if not person.may(Permission.RECORD):
        raise ValidationError({field: f"{person} no longer logs answers: choose somebody else."})


def _held(recommendations: Sequence[Recommendation], document: Document) -> dict[int, Assignment]:
    """Who has these rows by now, by recommendation; nobody else hands them on meanwhile."""
    hold(recommendations)
    rows = Assignment.objects.filter(document=document, recommendation__in=recommendations)
    return {row.recommendation_id: row for row in rows.select_related("assigned_to")}


def _whose(before: dict[int, Assignment], row: Recommendation) -> int | None:
    return before[row.pk].assigned_to_id if row.pk in before else None


def _write(pairs: Sequence[tuple[Recommendation, User]], document: Document, by: User) -> None:
    now = timezone.now()
    rows = [
        Assignment(
            recommendation=row, document=document, assigned_to=to, assigned_at=now, assigned_by=by
        )
        for row, to in pairs
    ]
    Assignment.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["document", "recommendation"],
        update_fields=["assigned_to", "assigned_at", "assigned_by"],
    )
