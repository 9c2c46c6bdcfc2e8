"""Two organisations that are the same body become one; nothing that named either is lost."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import pgtrigger
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, UniqueConstraint

from tracker.models import REFERENCE_BY_NAME, FormerAddress, Organisation, User
from tracker.models.uses import Use, references_to, uses_of
from tracker.permissions import Permission

from .base import Conflict, action
from .locks import held
from .reference import reference_mark

_NOUN = REFERENCE_BY_NAME["organisations"]
_FILLED = [
    "acronym", "country", "founded_on", "ecosoc_status", "ecosoc_since", "website",
    "regional_group", "description",
]  # fmt: skip
_ALLIANCES = {Organisation.Kind.NGO, Organisation.Kind.COALITION}


@dataclass(frozen=True)
class Merger:
    """
    What merging `fold` into `keep` would do.

    `moves` is what names `fold`; `names` are those that `keep` gets; `filled` are fields that it
    has not and takes over; `dropped` those in which the two differ, where its own stays. `against`
    says why it cannot be.
    """

    keep: Organisation
    fold: Organisation
    moves: list[Use]
    names: list[str]
    filled: list[str]
    dropped: list[str]
    against: list[str]

    @property
    def mark(self) -> str:
        """Names the state of both that a person has read."""
        marks = "".join(reference_mark(_NOUN, row) for row in (self.keep, self.fold))
        return hashlib.sha256(marks.encode()).hexdigest()


def merger_of(keep: Organisation, fold: Organisation) -> Merger:
    """What merging would do; nothing is written."""
    differing = [
        name for name in _FILLED if getattr(fold, name) not in ("", None, getattr(keep, name))
    ]
    return Merger(
        keep=keep,
        fold=fold,
        moves=uses_of(fold, owned=True),
        names=_new_names(keep, fold),
        filled=[name for name in differing if getattr(keep, name) in ("", None)],
        dropped=[name for name in differing if getattr(keep, name) not in ("", None)],
        against=_reasons_against(keep, fold),
    )


@action(Permission.KEEP_REFERENCE)
def merge_organisations(
    *, keep: Organisation, fold: Organisation, expected: str, reason: str, by: User
) -> Organisation:
    """
    Let everything that names `fold` name `keep`, which gets its names; its address leads there.

    `expected` is the `mark` of the Merger that the person read: Conflict if one of the two has
    changed. Raises ValidationError for two that cannot be the same body, or without a reason.
    """
    both = Organisation.objects.prefetch_related("members").filter(pk__in=[keep.pk, fold.pk])
    found = {row.pk: row for row in held(both)}
    if len(found) < len({keep.pk, fold.pk}):
        raise Conflict("One of the two is gone: somebody has merged it meanwhile.", None)
    merger = merger_of(found[keep.pk], found[fold.pk])
    if merger.mark != expected:
        raise Conflict("One of the two has changed meanwhile. Read below what it is now.", merger)
    if merger.against:
        raise ValidationError(merger.against)
    if not reason.strip():
        raise ValidationError({"reason": "Say how you know that they are the same body."})
    for field in references_to(Organisation, owned=True):
        _move(field, merger)
    _take_over(merger)
    return merger.keep


def _move(field: Any, merger: Merger) -> None:
    """Point the rows of a foreign key at the kept one; where it has such a row already, drop it."""
    rows = field.model._default_manager.filter(**{field.name: merger.fold})
    for rule in field.model._meta.constraints:
        if isinstance(rule, UniqueConstraint) and field.name in rule.fields:
            others = {name: OuterRef(name) for name in rule.fields if name != field.name}
            twin = field.model._default_manager.filter(**{field.name: merger.keep}, **others)
            rows.filter(Exists(twin)).delete()
    # An assessment's substance is never changed; that the same body made it is no change of it.
    with pgtrigger.ignore("tracker.Assessment:substance_is_kept"):
        rows.update(**{field.name: merger.keep})


def _take_over(merger: Merger) -> None:
    keep, fold = merger.keep, merger.fold
    fold.delete()
    FormerAddress.objects.create(slug=fold.slug, organisation=keep)
    keep.aliases = [*keep.aliases, *merger.names]
    for name in merger.filled:
        setattr(keep, name, getattr(fold, name))
    keep.full_clean()
    keep.save()


def _new_names(keep: Organisation, fold: Organisation) -> list[str]:
    """What the folded one is called and the kept one not yet, whatever the capitals."""
    known = {name.casefold() for name in (keep.name, keep.acronym, *keep.aliases)}
    if not keep.acronym:  # it takes this one over as its own
        known.add(fold.acronym.casefold())
    names: dict[str, str] = {}
    for name in (fold.name, fold.acronym, *fold.aliases):
        if name and name.casefold() not in known:
            names.setdefault(name.casefold(), name)
    return list(names.values())


def _reasons_against(keep: Organisation, fold: Organisation) -> list[str]:
    if keep.pk == fold.pk:
        return ["Choose two different organisations."]
    against = []
    kinds = {keep.kind, fold.kind}
    if len(kinds) > 1 and not kinds <= _ALLIANCES:
        against.append(
            f"{keep} is of the kind “{keep.get_kind_display()}” and {fold} of the kind "
            f"“{fold.get_kind_display()}”. If one of them is wrong, change it first."
        )
    for coalition, member in ((keep, fold), (fold, keep)):
        if member in coalition.members.all():
            against.append(
                f"{member} is a member of {coalition}, so they are two bodies. If that is wrong, "
                "take it out of the members first."
            )
    if keep.regional_group and fold.regional_group and keep.regional_group != fold.regional_group:
        against.append("They are States of different regional groups. Mend that first.")
    return against
