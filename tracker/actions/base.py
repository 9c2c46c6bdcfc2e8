"""What every action shares: the right to do it, one transaction, one history context."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import pghistory
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import override

from tracker.models import User
from tracker.models.wording import ENGLISH
from tracker.permissions import Permission

P = ParamSpec("P")
R = TypeVar("R")


class Conflict(Exception):  # noqa: N818 - a state of affairs, not a fault
    """Somebody else changed the record since the person who now saves it read it."""

    def __init__(self, message: str, current: Any) -> None:
        super().__init__(message)
        self.current = current


def action(permission: Permission | None) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """
    One thing a person does: allowed or PermissionDenied, whole or not at all, and remembered.

    The function takes keyword arguments, among them `by`. Each row it changes gets a history
    event that names the action, the person and, if there is one, the `reason`. It runs in English:
    what rows say in another language is never read as their own words.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            by = kwargs["by"]
            assert isinstance(by, User)  # noqa: S101 - a programming error, not bad input
            if permission and not by.may(permission):
                raise PermissionDenied
            context = {"action": function.__name__, "user": by.pk}
            if reason := kwargs.get("reason"):
                context["reason"] = reason
            with transaction.atomic(), pghistory.context(**context), override(ENGLISH):
                return function(*args, **kwargs)

        return run

    return decorate
