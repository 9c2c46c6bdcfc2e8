from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError

from tracker.lib.files import FileFacts
from tracker.models import Document, Organisation, User
from tracker.permissions import Permission

from .base import Conflict, action
from .disclosure import why_not_revise
from .locks import held_now
from .records import fingerprint, free_slug, only

EDITABLE = [
    "kind", "title", "symbol", "cycle", "authors", "published_on", "submitted_on", "language",
    "url", "archived_url", "description", "certainty",
]  # fmt: skip


def document_mark(document: Document) -> str:
    """Names the version of a document that a person reads and may change."""
    return fingerprint(document, [*EDITABLE, "sha256"])


def same_symbol(symbol: str, *, but: Document | None = None) -> Document | None:
    """Another document with this symbol, however it is capitalised; every empty one is its own."""
    if not symbol:
        return None
    rows = Document.objects.filter(symbol__iexact=symbol)
    return (rows.exclude(pk=but.pk) if but else rows).first()


def same_file(sha256: str, *, but: Document | None = None) -> Document | None:
    """Another document whose file had these very bytes."""
    if not sha256:
        return None
    rows = Document.objects.filter(sha256=sha256)
    return (rows.exclude(pk=but.pk) if but else rows).first()


@action(Permission.RECORD)
def record_document(
    *,
    authors: Sequence[Organisation] = (),
    file: FileFacts | None = None,
    by: User,
    **substance: Any,
) -> Document:
    """
    Enter a source, so that records can name it; no reader sees it before one of them is published.

    Its address is made of its symbol, or else its title, and never changes. Of its file only these
    facts are kept. Raises ValidationError, keyed by field, if it breaks a rule of Document or
    another one has its symbol or its file.
    """
    document = Document()
    document.slug = free_slug(Document, substance.get("symbol") or substance.get("title") or "")
    _take_file(document, file)
    _write(document, authors, substance)
    return document


@action(Permission.RECORD)
def revise_document(
    *,
    document: Document,
    authors: Sequence[Organisation] = (),
    file: FileFacts | None = None,
    without_file: bool = False,
    expected: str,
    by: User,
    **substance: Any,
) -> Document:
    """
    Change what is said of a source, at once; its address stays.

    A `file` takes the place of the one there was; `without_file` takes out what is kept of it.
    `expected` is the `document_mark` of what the person read: Conflict if it is another by now.
    Raises ValidationError, keyed by field, as `record_document` does, and if it is public and `by`
    is no coordinator.
    """
    document = held_now(document)
    if why := why_not_revise(document, by):
        raise ValidationError(why)
    if document_mark(document) != expected:
        raise Conflict("Somebody has changed this document meanwhile.", document)
    if without_file:
        document.sha256, document.file_kind, document.file_size = "", "", None
    _take_file(document, file)
    _write(document, authors, substance)
    return document


def _take_file(document: Document, file: FileFacts | None) -> None:
    if file is None:
        return
    if same_file(file.sha256, but=document):
        raise ValidationError({"file": "Another document has this very file."})
    document.sha256, document.file_kind, document.file_size = file.sha256, file.kind, file.size


def _write(document: Document, authors: Sequence[Organisation], substance: dict[str, Any]) -> None:
    only(substance, EDITABLE)
    for name, value in substance.items():
        setattr(document, name, value)
    if same_symbol(document.symbol, but=document):
        raise ValidationError({"symbol": "There already is a document with this symbol."})
    document.full_clean()
    document.save()
    document.authors.set(authors)
