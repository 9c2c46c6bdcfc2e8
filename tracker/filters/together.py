"""What of one document is read together, in the order in which the document says it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from tracker.models import (
    Document,
    Note,
    NoteSubject,
    Publishable,
    Recommendation,
    Relation,
    State,
    User,
)

from .answers import natural_order
from .faces import note_words, relation_words
from .relations import several_ties
from .workspace import in_review, records

# Of each kind: where it stands in its document, and what tells apart what stands in one place
_PLACES = {
    "response": ("locator", "recommendation__locator", "recommendation__reference"),
    "recommendation": ("locator",),
}


def waiting_in(kind: str, document: Document, item: Recommendation | None = None) -> QuerySet[Any]:
    """What of a document waits for approval; of recommendations perhaps only an item's family."""
    return _family(in_review(kind).filter(document=document), item)


def asks_to_send(
    document: Document, user: User, item: Recommendation | None = None
) -> QuerySet[Recommendation]:
    """A person's drafts of what a document asks, perhaps only an item and its limbs."""
    rows = records("recommendation").filter(document=document, state=State.DRAFT, recorded_by=user)
    return _family(rows, item)


def _family(rows: QuerySet[Any], item: Recommendation | None) -> QuerySet[Any]:
    if item is None:
        return rows
    limbs = Relation.objects.filter(kind=Relation.Kind.PART_OF, to_recommendation=item)
    return rows.filter(Q(pk=item.pk) | Q(pk__in=limbs.values("from_recommendation")))


def item_of(record: Publishable) -> Recommendation | None:
    """The item that a recommendation is a limb of, or that it is itself; None if it is neither."""
    if not isinstance(record, Recommendation):
        return None
    ends = Q(from_recommendation=record) | Q(to_recommendation=record)
    rows = Relation.objects.filter(ends, kind=Relation.Kind.PART_OF)
    part = rows.select_related("to_recommendation__document").first()
    return part.to_recommendation if part else None


def in_order(rows: QuerySet[Any], kind: str) -> list[int]:
    """Their keys as the document has them, 5.2 before 5.10; what has no place comes last."""
    places = _PLACES[kind]
    found = rows.order_by().values_list(*places, "pk")
    return [row[-1] for row in sorted(found, key=_place)]


def _place(row: Sequence[Any]) -> tuple[Any, ...]:
    return (not row[0], *map(natural_order, row[:-1]), row[-1])


def shown(kind: str, keys: Sequence[int]) -> list[Any]:
    """The records with these keys, in their order, with all that a row of the table shows."""
    rows = records(kind)
    if kind == "response":
        rows = rows.select_related("supersedes__document", "supersedes__cycle")
    else:
        rows = rows.prefetch_related(*_about_asks())
    found = rows.in_bulk(keys)
    if kind == "recommendation":
        ties = several_ties(found.values())
        for row in found.values():
            row.relations = [relation_words(tie) for tie in ties[row.pk]]
            row.notes = [note_words(subject.note) for subject in row.public_notes]
    return [found[key] for key in keys if key in found]


def _about_asks() -> Iterable[Any]:
    public = NoteSubject.objects.filter(note__audience=Note.Audience.PUBLIC)
    public = public.select_related("note").prefetch_related("note__sources")
    notes = Prefetch("note_subjects", public, to_attr="public_notes")
    return [notes, "made_by", "themes", "affected_groups", "invocations__article__treaty"]
