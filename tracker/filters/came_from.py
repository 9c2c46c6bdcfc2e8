"""From which row of which file a record came, for staff only."""

from __future__ import annotations

from tracker.models import Publishable, Recommendation, Response, StagedRow

_MOST = 3


def came_from(record: Publishable) -> list[StagedRow]:
    """The rows of imports that wrote a recommendation or an answer, the latest first."""
    rows = StagedRow.objects.filter(is_written=True).select_related("imported")
    rows = rows.only("number", "place", "imported__key", "imported__file_name")
    if isinstance(record, Recommendation):
        rows = rows.filter(record=record)
    elif isinstance(record, Response):
        rows = rows.filter(record=record.recommendation_id, answer=record)
    else:
        return []
    return list(rows.order_by("-imported", "number")[:_MOST])
