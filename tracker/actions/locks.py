"""Within an action: records kept from everybody else to its end, by all actions in one order."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

from django.db.models import Model, QuerySet

from tracker.models import Recommendation

M = TypeVar("M", bound=Model)


def held(rows: QuerySet[M], *, unchanged: bool = False) -> QuerySet[M]:
    """
    These records as they are now, in the order of keys, so that no two people wait for each other.

    Where they stay `unchanged`, and only what is about them is written, nobody waits who adds
    another row that names one. (Saving one writes its key anew: for that it is held whole.)
    """
    return rows.order_by("pk").select_for_update(of=("self",), no_key=unchanged)


def held_now(record: M) -> M:
    """One record as it is now; DoesNotExist if it is gone."""
    rows: QuerySet[M] = type(record)._default_manager.filter(pk=record.pk)
    return held(rows).get()


def hold(recommendations: Collection[Recommendation]) -> None:
    """Keep everybody else from these rows of a table, and from what is about them."""
    rows = Recommendation.objects.filter(pk__in={row.pk for row in recommendations})
    list(held(rows, unchanged=True).values_list("pk"))
