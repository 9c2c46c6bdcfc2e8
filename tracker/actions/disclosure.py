"""Documents and review cycles become public with the first published record that names them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tracker.models import (
    Amendment,
    Assessment,
    Document,
    Note,
    Publishable,
    Recommendation,
    ReviewCycle,
    User,
)
from tracker.permissions import Permission

from .locks import held

Source = Document | ReviewCycle


def why_not_revise(row: Source, by: User) -> str:
    """Why this person does not change a document or a review; "" if they may."""
    if not row.is_public or by.may(Permission.KEEP_REFERENCE):
        return ""
    return "This is public, so only a coordinator changes it. Tell one what should change."


def hidden_sources(records: Sequence[Publishable]) -> list[Source]:
    """
    The documents and cycles that these records name and that no reader sees yet.

    A record names what its fields point at, an assessment its evidence, an amendment what it
    would put in; and with a document come the document it re-uses and its review cycle.
    """
    documents: set[int | None] = {pk for record in records for pk in _named(record, Document)}
    documents |= _sources_of_notes(records)
    cycles: set[int | None] = {pk for record in records for pk in _named(record, ReviewCycle)}
    named = Document.objects.filter(pk__in=documents)
    documents |= set(named.values_list("derived_from", flat=True)) - {None}
    named = Document.objects.filter(pk__in=documents)
    cycles |= set(named.values_list("cycle", flat=True)) - {None}
    return [*_hidden(Document, documents), *_hidden(ReviewCycle, cycles)]


def _hidden(model: Any, keys: Iterable[int | None]) -> Iterable[Source]:
    rows: Iterable[Source] = model.objects.filter(pk__in=keys, is_public=False).order_by("pk")
    return rows


def _named(record: Publishable, model: type[Source]) -> set[int | None]:
    """The keys of the rows of `model` that a record names."""
    if isinstance(record, Amendment):
        slugs = [record.changes.get("document" if model is Document else "cycle") or ""]
        if model is Document:
            notes = record.changes.get("notes", [])
            slugs += [slug for note in notes for slug in note.get("sources", [])]
        return set(model.objects.filter(slug__in=slugs).values_list("pk", flat=True))
    if isinstance(record, Assessment):
        rows = record.evidence.exclude(document=None) if model is Document else []
        return {row.document_id for row in rows}
    pointed: list[Any] = [field for field in record._meta.fields if field.related_model is model]
    found = {key for field in pointed if (key := getattr(record, field.attname))}
    for field in record._meta.many_to_many:
        if field.related_model is model:
            found |= set(getattr(record, field.name).values_list("pk", flat=True))
    return found


def _sources_of_notes(records: Sequence[Publishable]) -> set[int]:
    """What the notes for everyone beside these records are taken from; one query."""
    asked = [record.pk for record in records if isinstance(record, Recommendation)]
    notes = Note.objects.public().filter(subjects__recommendation__in=asked, sources__isnull=False)
    return set(notes.values_list("sources", flat=True))


def disclose(records: Sequence[Publishable]) -> None:
    """Within another action: show the documents and cycles that these published records name."""
    hidden = hidden_sources(records)
    for model in (Document, ReviewCycle):
        show(model, [row.slug for row in hidden if isinstance(row, model)])


def show(model: Any, slugs: Iterable[str]) -> None:
    """Within another action: readers see these from now on; all hold them in the same order."""
    rows = held(model.objects.filter(slug__in=slugs, is_public=False), unchanged=True)
    if found := [row.pk for row in rows]:
        model.objects.filter(pk__in=found).update(is_public=True)
