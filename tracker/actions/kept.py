"""Where what staff wrote stands before a new row of the fixtures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from tracker.models import Assessment, Response, State, Translation

from .records import Finder


def is_superseded_here(model: type, row: Mapping[str, Any], finder: Finder) -> bool:
    """Whether staff have corrected what a row corrects, or have said what it says in a language."""
    if model is Translation:
        return _is_translated_here(row)
    if model not in (Response, Assessment) or not row.get("supersedes"):
        return False
    earlier = finder.find(model, row["supersedes"])
    return bool(earlier.corrections.exclude(state=State.WITHDRAWN).exists())


def _is_translated_here(row: Mapping[str, Any]) -> bool:
    subject = Q(development__slug=row.get("development"))
    if "recommendation" in row:
        subject = Q(recommendation__reference=row["recommendation"])
    rows = Translation.objects.filter(subject, language=row.get("language"))
    return rows.exclude(state=State.WITHDRAWN).exists()
