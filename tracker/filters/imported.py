"""How a file was read, in words; and what became of an import that was confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from tracker.models import (
    Document,
    Import,
    Organisation,
    Recommendation,
    Response,
    ReviewCycle,
    StagedRow,
    State,
)

_BLOCKING = 20  # records that are named
_SETTINGS = {
    "state": ("State under review", Organisation, "name"),
    "cycle": ("Review cycle", ReviewCycle, "name"),
    "document": ("Document that asks", Document, "symbol"),
    "replies": ("China’s replies in", Document, "symbol"),
    "encoding": ("Letters", None, ""),
    "made_by": ("Asked by", Organisation, "name"),
    "made_on": ("Asked on", None, ""),
    "answered_on": ("Answered on", None, ""),
}
NEW = [StagedRow.Outcome.NEW, StagedRow.Outcome.DUPLICATE]


def reading_of(imported: Import) -> list[tuple[str, str]]:
    """What was said of a file as a whole, by the person or by itself: label and words."""
    return list(_reading(imported.settings))


def _reading(said: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, (label, model, word) in _SETTINGS.items():
        value = said.get(name)
        if not value or value == "utf-8":
            continue
        slugs = value if isinstance(value, list) else [value]
        rows = model._default_manager.filter(slug__in=slugs) if model else []
        found = [str(getattr(row, word) or row) for row in rows]
        yield label, "; ".join(found or map(str, slugs))
    if not said.get("positions", True):
        yield "China’s answers", "not taken"
    yield from _names(said.get("names", {}))


def _names(said: dict[str, dict[str, str]]) -> Iterator[tuple[str, str]]:
    """What a person said that names of the file mean."""
    meant = {slug for names in said.values() for slug in names.values() if slug}
    known = dict(Organisation.objects.filter(slug__in=meant).values_list("slug", "name"))
    for names in said.values():
        for name, slug in names.items():
            yield f"“{name}”", f"means {known.get(slug, slug)}" if slug else "left out"


@dataclass(frozen=True)
class Pile:
    """Drafts that came with an import, of one document: to be read once more and sent."""

    document: str
    slug: str
    count: int
    cycle: str = ""


def asks_to_send(imported: Import) -> list[Pile]:
    """Drafts of asks that the import wrote and nobody has sent, by document."""
    rows = Recommendation.objects.filter(
        staged_rows__imported=imported, staged_rows__is_written=True, state=State.DRAFT
    )
    return _piles(rows, "document")


def answers_to_send(imported: Import) -> list[Pile]:
    """Drafts of China's answers that the import wrote and nobody has sent, by review and reply."""
    rows = Response.objects.filter(
        staged_rows__imported=imported, state=State.DRAFT, cycle__isnull=False
    )
    return _piles(rows, "document", "cycle__slug")


def _piles(rows: QuerySet[Any], *by: str) -> list[Pile]:
    names = ["document__symbol", "document__title", "document__slug", *by[1:]]
    counted = rows.order_by().values(*names).annotate(rows=Count("pk", distinct=True))
    return [
        Pile(
            row["document__symbol"] or row["document__title"],
            row["document__slug"],
            row["rows"],
            row.get("cycle__slug", ""),
        )
        for row in counted.order_by("document__slug")
    ]


def changes_proposed(imported: Import) -> int:
    """How many changes of published records the import proposed."""
    return imported.rows.filter(
        is_written=True, outcome=StagedRow.Outcome.CHANGED, record__state=State.PUBLISHED
    ).count()


@dataclass(frozen=True)
class Blocking:
    """Records of an import that undoing leaves, since they went on; `named` are the first."""

    count: int
    named: list[Recommendation]

    @property
    def more(self) -> int:
        return self.count - len(self.named)


def gone_on(imported: Import) -> Blocking:
    """What an import entered and somebody has sent or published since."""
    rows = Recommendation.objects.filter(
        staged_rows__imported=imported,
        staged_rows__is_written=True,
        staged_rows__outcome__in=NEW,
        state__in=[State.IN_REVIEW, State.PUBLISHED],
    )
    rows = rows.defer("search_vector").order_by("reference")
    return Blocking(rows.count(), list(rows[:_BLOCKING]))
