from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError

from tracker.models import Document, Organisation, User
from tracker.permissions import Permission

from .base import Conflict, action
from .records import fingerprint, free_slug, only

EDITABLE = [
    "kind", "title", "symbol", "cycle", "authors", "published_on", "submitted_on", "language",
    "url", "archived_url", "description", "certainty",
]  # fmt: skip


def document_mark(document: Document) -> str:
    """Names the version of a document that a person reads and may change."""
    return fingerprint(document, EDITABLE)


def same_symbol(symbol: str, *, but: Document | None = None) -> Document | None:
    """Another document with this symbol, however it is capitalised; every empty one is its own."""
    if not symbol:
        return None
    rows = Document.objects.filter(symbol__iexact=symbol)
    return (rows.exclude(pk=but.pk) if but else rows).first()


@action(Permission.RECORD)
def record_document(
    *, authors: Sequence[Organisation] = (), by: User, **substance: Any
) -> Document:
    """
    Enter a source, so that records can name it; no reader sees it before one of them is published.

    Its address is made of its symbol, or else its title, and never changes. Raises ValidationError,
    keyed by field, if it breaks a rule of Document or another one has its symbol.
    """
    document = Document()
    document.slug = free_slug(Document, substance.get("symbol") or substance.get("title") or "")
    _write(document, authors, substance)
    return document


@action(Permission.RECORD)
def revise_document(
    *,
    document: Document,
    authors: Sequence[Organisation] = (),
    expected: str,
    by: User,
    **substance: Any,
) -> Document:
    """
    Change what is said of a source, at once; its address stays.

    `expected` is the `document_mark` of what the person read: Conflict if it is another by now.
    Raises ValidationError, keyed by field, as `record_document` does.
    """
    document = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    if document_mark(document) != expected:
        raise Conflict("Somebody has changed this document meanwhile.", document)
    _write(document, authors, substance)
    return document


def _write(document: Document, authors: Sequence[Organisation], substance: dict[str, Any]) -> None:
    only(substance, EDITABLE)
    for name, value in substance.items():
        setattr(document, name, value)
    if same_symbol(document.symbol, but=document):
        raise ValidationError({"symbol": "There already is a document with this symbol."})
    document.full_clean()
    document.save()
    document.authors.set(authors)
