from __future__ import annotations

import datetime as dt

from django.db.models import Q, QuerySet

from tracker.models import Document


def public_documents(on: dt.date) -> QuerySet[Document]:
    """Every source that existed by a day, by kind and then newest first."""
    begun = Q(published_on__isnull=True) | Q(published_on__lte=on)
    rows = Document.objects.filter(begun).select_related("cycle").prefetch_related("authors")
    return rows.order_by("kind", "-published_on", "title")
