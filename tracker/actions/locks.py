"""Within an action: records kept from everybody else to its end, by all actions in one order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from tracker.models import Assessment, Publishable, Recommendation

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


def hold_one(record: Publishable) -> Publishable:
    """A record as it is now, held to the end; DoesNotExist if there is none."""
    found = hold_all([record])
    if not found:
        raise type(record).DoesNotExist
    return found[0]


def hold_all(records: Sequence[Publishable]) -> list[Publishable]:
    """
    The records as they are now, held to the end; recommendations come before what is about them,
    and assessments after what they rest on.
    """
    by_model: dict[type[Publishable], set[int]] = {}
    for record in records:
        by_model.setdefault(type(record), set()).add(record.pk)
    given = by_model.pop(Recommendation, set())
    subjects: set[int] = {getattr(record, "recommendation_id", 0) for record in records}
    asked = {
        row.pk: row for row in held_by_key(Recommendation, given | subjects, unchanged=not given)
    }
    rows: list[Publishable] = [asked[pk] for pk in sorted(given)]
    for model in sorted(by_model, key=lambda model: (model is Assessment, model._meta.label)):
        for row in held_by_key(model, by_model[model]):
            if subject := asked.get(getattr(row, "recommendation_id", 0)):
                row.recommendation = subject
            rows.append(row)
    return rows


def held_by_key(model: Any, pks: set[int], *, unchanged: bool = False) -> QuerySet[Any]:
    """Some rows of a model, held."""
    return held(model._default_manager.filter(pk__in=pks), unchanged=unchanged)
