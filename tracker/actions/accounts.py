from __future__ import annotations

from django.db import transaction

from tracker.models import User
from tracker.permissions import Role

_FIXTURES = "fixtures@tracker.invalid"


@transaction.atomic
def fixtures_account() -> User:
    """The account that loads the fixtures: no person, no password, no way in."""
    try:
        return User.objects.get(email=_FIXTURES)
    except User.DoesNotExist:
        return User.objects.create_user(_FIXTURES, name="Fixtures", is_system=True, is_active=False)


@transaction.atomic
def set_up_account(*, email: str, name: str, role: Role, password: str) -> User:
    """Make or reset an account from the command line, where whoever runs it owns the machine."""
    found = User.objects.filter(email__iexact=email).first()
    if found is None:
        return User.objects.create_user(email, password, name=name, role=role)
    found.role, found.is_active = role, True
    found.set_password(password)
    found.save()
    return found
