"""Colleagues to choose from, named in addresses by their handles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from tracker.models import User

NOBODY = "nobody"


def person_words(person: User) -> str:
    """A colleague's name, and whether they have left."""
    return str(person) if person.is_active else f"{person} (no longer here)"


class PersonField(forms.ChoiceField):
    """One colleague; its value is the User, NOBODY or None."""

    def __init__(self, *, empty_label: str = "Choose a colleague", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.first = [("", empty_label)]

    def offer(self, people: Iterable[User], *, with_nobody: bool = False) -> None:
        """Who there is to choose from; asked for once they are shown, or one of them is chosen."""
        self.people = people
        first = [*self.first, *([(NOBODY, "Nobody yet")] if with_nobody else [])]
        self.choices = lambda: [*first, *((row.handle, person_words(row)) for row in people)]

    def clean(self, value: Any) -> Any:
        found = super().clean(value)
        if not found or found == NOBODY:
            return found or None
        return next(row for row in self.people if row.handle == found)


class PeopleField(forms.MultipleChoiceField):
    """Several colleagues; its value is a list of Users, in the order in which they are shown."""

    widget = forms.CheckboxSelectMultiple

    def offer(self, people: Iterable[User]) -> None:
        """Who there is to choose from."""
        self.people = {person.handle: person for person in people}
        self.choices = [(handle, str(person)) for handle, person in self.people.items()]

    def clean(self, value: Any) -> Any:
        chosen = set(super().clean(value))
        return [person for handle, person in self.people.items() if handle in chosen]


def whose(chosen: Any) -> dict[str, Any]:
    """What a choice of a person, or of NOBODY, means for the rows that are shown."""
    if chosen == NOBODY:
        return {"only_free": True}
    return {"assigned_to": chosen}
