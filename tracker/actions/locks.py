from __future__ import annotations

from collections.abc import Collection

from tracker.models import Recommendation


def hold(recommendations: Collection[Recommendation]) -> None:
    """
    Within another action: keep everybody else from these rows, and from what is about them.

    Held in the order of keys, as all actions do, so that no two people wait for each other.
    """
    rows = Recommendation.objects.filter(pk__in={row.pk for row in recommendations})
    list(rows.order_by("pk").select_for_update(of=("self",)).values_list("pk"))
