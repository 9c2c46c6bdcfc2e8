"""When the version of a record that anyone reads was published."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from tracker.models import Amendment


def with_edition(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Recommendations or developments that know when they were amended last, if ever."""
    mine = {str(rows.model._meta.model_name): OuterRef("pk")}
    applied = Amendment.objects.published().filter(**mine).order_by("-approved_at")
    found: QuerySet[Any] = rows.annotate(amended_at=Subquery(applied.values("approved_at")[:1]))
    return found
