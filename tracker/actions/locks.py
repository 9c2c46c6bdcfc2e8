from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from django.db.models import QuerySet

from tracker.models import Assessment, Publishable, Recommendation


def hold(recommendations: Collection[Recommendation]) -> None:
    """
    Within another action: keep everybody else from these rows, and from what is about them.

    Held in the order of keys, as all actions do, so that no two people wait for each other.
    """
    rows = Recommendation.objects.filter(pk__in={row.pk for row in recommendations})
    list(rows.order_by("pk").select_for_update(of=("self",)).values_list("pk"))


def hold_one(record: Publishable) -> Publishable:
    """Within another action: a record as it is now, held to the end; or DoesNotExist."""
    found = hold_all([record])
    if not found:
        raise type(record).DoesNotExist
    return found[0]


def hold_all(records: Sequence[Publishable]) -> list[Publishable]:
    """
    Within another action: the records as they are now, held to the end; recommendations come
    before what is about them, and assessments after what they rest on.

    Recommendations are held first, then the rest, each in the order of keys: the same for
    everybody, so that no two people wait for each other.
    """
    by_model: dict[type[Publishable], set[int]] = {}
    for record in records:
        by_model.setdefault(type(record), set()).add(record.pk)
    given = by_model.pop(Recommendation, set())
    subjects: set[int] = {getattr(record, "recommendation_id", 0) for record in records}
    held = {row.pk: row for row in rows_held(Recommendation, given | subjects)}
    rows = [held[pk] for pk in sorted(given)]
    for model in sorted(by_model, key=lambda model: (model is Assessment, model._meta.label)):
        for row in rows_held(model, by_model[model]):
            if subject := held.get(getattr(row, "recommendation_id", 0)):
                row.recommendation = subject
            rows.append(row)
    return rows


def rows_held(model: Any, pks: set[int]) -> QuerySet[Any]:
    """Within another action: rows of a model, held in the order of keys."""
    rows: QuerySet[Any] = model._default_manager.filter(pk__in=pks)
    return rows.select_for_update(of=("self",)).order_by("pk")
