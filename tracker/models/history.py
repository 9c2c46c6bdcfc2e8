"""What every tracked model gets: an event for each change, and no way round it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import BrinIndex
from django.db import models

from .changes import Touches

Model = TypeVar("Model", bound=models.Model)

NO_TRUNCATE = pgtrigger.Trigger(
    name="no_truncate",
    when=pgtrigger.Before,
    operation=pgtrigger.Truncate,
    level=pgtrigger.Statement,
    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
)


def _trackers() -> tuple[pghistory.RowEvent, ...]:
    return pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()


def tracked(
    touches: Touches | None, *, exclude: list[str] | None = None
) -> Callable[[type[Model]], type[Model]]:
    """
    Keep an event for every insert, update and delete of this model, whoever makes it.

    The triggers see bulk writes and raw SQL too. TRUNCATE fires no row trigger, so it is
    refused, of the rows and of the events. `touches` says what a change means for what is found
    and cached; None: nothing that the public sees.
    """

    def decorate(model: type[Model]) -> type[Model]:
        pgtrigger.register(NO_TRUNCATE, *(touches.triggers() if touches else []))(model)
        # Events come in the order of time, so that a few bytes lead to those of a day.
        of_a_day = BrinIndex(fields=["pgh_created_at"], pages_per_range=16)
        meta = {"triggers": [NO_TRUNCATE], "indexes": [of_a_day]}
        pghistory.track(*_trackers(), exclude=exclude, meta=meta)(model)
        return model

    return decorate
