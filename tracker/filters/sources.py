"""What an approver reads beside a record: the documents it is taken from, and what was asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.models import (
    Amendment,
    Assessment,
    Development,
    Document,
    Publishable,
    Recommendation,
    Response,
    Translation,
)


@dataclass(frozen=True)
class Place:
    """A document, and where in it."""

    document: Document
    locator: str = ""


@dataclass(frozen=True)
class Source:
    """What a record rests on; `asked` is the recommendation that it answers, judges or says."""

    places: list[Place]
    asked: Recommendation | None = None


def source_of(record: Publishable) -> Source:
    """The documents of a record, each once, and what was asked, if it is about that."""
    is_of_one = isinstance(record, Response | Assessment | Translation)
    asked = record.recommendation if is_of_one else None  # type: ignore[attr-defined]
    places = {place.document.pk: place for place in _places(record)}
    return Source(list(places.values()), asked)


def _places(record: Publishable) -> Iterator[Place]:
    if isinstance(record, Translation):
        yield from [Place(record.document)] if record.document else []
    record = record.subject if isinstance(record, Amendment | Translation) else record
    if isinstance(record, Recommendation | Response | Development):
        yield Place(record.document, record.locator)
    if isinstance(record, Development):
        yield from (Place(document) for document in record.sources.all())
    if isinstance(record, Assessment):
        ends = ["document", "development__document", "response__document"]
        for row in record.evidence.select_related(*ends):
            if row.document:
                yield Place(row.document, row.locator)
            elif thing := row.development or row.response:
                yield Place(thing.document, row.locator or thing.locator)
