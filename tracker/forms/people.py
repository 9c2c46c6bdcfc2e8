"""How an address names a member of staff: by neither name, mail nor the number of a row."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.crypto import salted_hmac

from tracker.models import User


def person_key(user: User) -> str:
    """The same for a person in every address; tells nobody who it is."""
    return salted_hmac(__name__, str(user.pk)).hexdigest()[:10]


def people_choices(people: Iterable[User]) -> list[tuple[str, str]]:
    """The people to choose from, by name."""
    return sorted(((person_key(user), str(user)) for user in people), key=lambda choice: choice[1])
