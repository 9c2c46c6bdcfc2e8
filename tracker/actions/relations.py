"""
How recommendations stand to each other, and an item split into its limbs.

A relation has no workflow of its own (ADR 0032). While one of its ends is not public, it is not
either: whoever records may add it, wrote a part of that end by it, and the person who approves that
end has read it. Between two public records it is public at once, so only somebody who may approve
adds or removes it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError

from tracker.models import Certainty, Recommendation, Relation, State, User
from tracker.permissions import Permission

from .base import Conflict, action
from .locks import held, held_now
from .recommendations import plain_recommendation, take_back, write_in_place
from .records import Finder

SHARED_BY_LIMBS = [
    "kind", "document", "cycle", "made_by", "addressed_to", "made_on", "text_kind", "language",
    "names_north_koreans", "expects_reply", "themes", "affected_groups", "certainty",
]  # fmt: skip


def may_relate(one: Recommendation, other: Recommendation, by: User) -> bool:
    """Whether this person may add or remove a relation of these two, public now or once."""
    is_public = bool(one.approved_at and other.approved_at)
    return by.may(Permission.APPROVE if is_public else Permission.RECORD)


@action(Permission.RECORD)
def relate(
    *,
    from_recommendation: Recommendation,
    to_recommendation: Recommendation,
    kind: str,
    closeness: str = "",
    note: str = "",
    certainty: str = Certainty.SEEN,
    by: User,
) -> Relation:
    """
    Say how one recommendation stands to another; read it from left to right.

    An end in review goes back to draft. PermissionDenied if both are public and `by` may not
    approve; Conflict if one is withdrawn; ValidationError, keyed by field, if it breaks a rule.
    """
    one, other = _live(*_both(from_recommendation, to_recommendation))
    if not may_relate(one, other, by):
        raise PermissionDenied
    if kind == Relation.Kind.PART_OF:
        _must_be_a_limb(one, other)
    relation = Relation(
        from_recommendation=one,
        to_recommendation=other,
        kind=kind,
        closeness="" if kind == Relation.Kind.PART_OF else closeness,
        note=note.strip(),
        certainty=certainty,
    )
    _must_be_new(one, other, kind)
    relation.full_clean()
    relation.save()
    _rewrite(one, other)
    return relation


@action(Permission.RECORD)
def remove_relation(*, relation: Relation, reason: str, by: User) -> None:
    """
    Take a relation back, with a reason that the history keeps.

    An end in review goes back to draft. PermissionDenied as for `relate`; Conflict if somebody has
    removed it already.
    """
    one, other = _both(relation.from_recommendation, relation.to_recommendation)
    if not may_relate(one, other, by):
        raise PermissionDenied
    if not reason.strip():
        raise ValidationError({"reason": "Say why the relation is removed."})
    now = Relation.objects.filter(pk=relation.pk).first()
    if now is None:
        raise Conflict("Somebody has removed this relation meanwhile.", None)
    now.delete()
    _rewrite(one, other)


@action(Permission.RECORD)
def split_recommendation(
    *,
    recommendation: Recommendation,
    limbs: Sequence[Mapping[str, Any]],
    expected: int,
    by: User,
) -> list[Recommendation]:
    """
    Enter each thing that an item asks as a draft of its own, *part of* the item.

    Each limb gives its title, text, locator and invocations, and shares the rest with the item.
    From the first limb that is published on, the item is counted by its limbs. `expected` is the
    version of the item that the person read: Conflict if it is another by now, or if it is
    withdrawn. Raises ValidationError, keyed by the place in `limbs` of the one that is wrong.
    """
    (item,) = _live(held_now(recommendation))
    if item.version != expected:
        raise Conflict("Somebody has changed this recommendation meanwhile.", item)
    if not limbs:
        raise ValidationError("Write at least one limb: a title and what it asks.")
    if item.relations_out.filter(kind=Relation.Kind.PART_OF).exists():
        raise ValidationError("This is a limb itself. Split the item that it is part of.")
    plain = plain_recommendation(item)
    shared = {name: plain[name] for name in SHARED_BY_LIMBS}
    finder = Finder()
    drafts = []
    for place, limb in enumerate(limbs):
        draft = write_in_place(place, shared | dict(limb), by=by, finder=finder)
        relation = Relation(
            from_recommendation=draft, to_recommendation=item, kind=Relation.Kind.PART_OF
        )
        relation.full_clean()
        relation.save()
        drafts.append(draft)
    return drafts


def _both(one: Recommendation, other: Recommendation) -> tuple[Recommendation, Recommendation]:
    """The two as they are now, held to the end."""
    now = {row.pk: row for row in held(Recommendation.objects.filter(pk__in=[one.pk, other.pk]))}
    return now[one.pk], now[other.pk]


def _live(*records: Recommendation) -> tuple[Recommendation, ...]:
    """The same, unless one of them is withdrawn."""
    for record in records:
        if record.state == State.WITHDRAWN:
            raise Conflict(f"{record.reference} is withdrawn.", record)
    return records


def _must_be_new(one: Recommendation, other: Recommendation, kind: str) -> None:
    """Once, and one way: else each of the two would repeat the other."""
    if Relation.objects.filter(from_recommendation=one, to_recommendation=other, kind=kind):
        raise ValidationError("This relation is recorded already.")
    if Relation.objects.filter(from_recommendation=other, to_recommendation=one, kind=kind):
        raise ValidationError(
            "This relation is recorded already, the other way round: remove that one first."
        )


def _must_be_a_limb(limb: Recommendation, item: Recommendation) -> None:
    """One level only: else an item and its limb could each stand back for the other."""
    if item.relations_out.filter(kind=Relation.Kind.PART_OF).exists():
        raise ValidationError(f"{item.reference} is a limb itself: nothing is part of a limb.")
    if limb.relations_in.filter(kind=Relation.Kind.PART_OF).exists():
        raise ValidationError(f"{limb.reference} has limbs itself: it is no limb of another.")


def _rewrite(*records: Recommendation) -> None:
    """What is not public says something else now: a draft again, and its history says by whom."""
    for record in records:
        if record.state in (State.DRAFT, State.IN_REVIEW):
            take_back(record)
            record.version += 1
            record.save()
