"""Rows that only join two records, tracked like everything else."""

from __future__ import annotations

from typing import Any

from django.db import models

from .changes import Touches
from .history import tracked


def link(
    name: str, touches: Touches | None, *, module: str, **ends: type[models.Model]
) -> type[models.Model]:
    """
    A model that joins two others, each pair once; for the `through` of a many-to-many field.

    `ends` names the two foreign keys: the owner, with which the row goes, and what it points at,
    which cannot be deleted while it does.
    """
    (owner, owner_model), (target, target_model) = ends.items()
    fields: dict[str, Any] = {
        "__module__": module,
        "__doc__": f"Joins {owner.replace('_', ' ')} and {target.replace('_', ' ')}.",
        owner: models.ForeignKey(owner_model, models.CASCADE, related_name="+"),
        target: models.ForeignKey(target_model, models.PROTECT, related_name="+"),
        "Meta": type(
            "Meta",
            (),
            {
                "constraints": [
                    models.UniqueConstraint(fields=[owner, target], name=f"{name.lower()}_once")
                ]
            },
        ),
    }
    made: type[models.Model] = type(name, (models.Model,), fields)
    return tracked(touches)(made)
