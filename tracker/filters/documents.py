from __future__ import annotations

import datetime as dt

from django.db.models import Q, QuerySet

from tracker.models import Document


def shown_documents() -> QuerySet[Document]:
    """Every source that anyone may see, of any day; what no published record names is not shown."""
    return Document.objects.filter(is_public=True)


def whole_documents() -> QuerySet[Document]:
    """The same with what the page of each shows."""
    rows = shown_documents().select_related("cycle", "derived_from")
    return rows.prefetch_related("authors", "citations__article__treaty")


def documents_by(on: dt.date) -> QuerySet[Document]:
    """Those that existed by a day; what has no date, always."""
    return shown_documents().filter(Q(published_on__isnull=True) | Q(published_on__lte=on))


def public_documents(on: dt.date) -> QuerySet[Document]:
    """The same with what a list shows, by kind and then newest first."""
    rows = documents_by(on).select_related("cycle").prefetch_related("authors")
    return rows.order_by("kind", "-published_on", "title")


def find_documents(words: str) -> QuerySet[Document]:
    """For staff: sources, public or not, whose title, symbol or short name holds every word."""
    rows = Document.objects.select_related("cycle")
    for word in words.split():
        held = Q(title__icontains=word) | Q(symbol__icontains=word) | Q(slug__icontains=word)
        rows = rows.filter(held)
    return rows.order_by("-published_on", "title", "pk")
