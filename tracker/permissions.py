"""Who may do what, in code, so that a change to it is reviewed like any other."""

from enum import StrEnum, auto

from django.db import models


class Permission(StrEnum):
    """One thing a person may do; each staff page and each action names the one it needs."""

    WORKSPACE = auto()
    RECORD = auto()
    APPROVE = auto()
    WITHDRAW = auto()
    KEEP_REFERENCE = auto()
    MANAGE_ACCOUNTS = auto()


class Role(models.TextChoices):
    """What a member of staff does here (product: contributor, coordinator, administrator)."""

    NONE = "none", "No access"
    CONTRIBUTOR = "contributor", "Contributor"
    COORDINATOR = "coordinator", "Coordinator"
    ADMINISTRATOR = "administrator", "Administrator"


_CONTRIBUTOR = frozenset({Permission.WORKSPACE, Permission.RECORD})
_COORDINATOR = _CONTRIBUTOR | {
    Permission.APPROVE,
    Permission.WITHDRAW,
    Permission.KEEP_REFERENCE,
}

ROLE_PERMISSIONS: dict[str, frozenset[Permission]] = {
    Role.NONE: frozenset(),
    Role.CONTRIBUTOR: _CONTRIBUTOR,
    Role.COORDINATOR: _COORDINATOR,
    Role.ADMINISTRATOR: _COORDINATOR | {Permission.MANAGE_ACCOUNTS},
}
