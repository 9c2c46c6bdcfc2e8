from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import django_filters
from django.http import QueryDict


@dataclass(frozen=True)
class Chip:
    """One active choice of a filter, and the query that is left without it."""

    facet: str
    label: str
    without: str


class ListFilter(django_filters.FilterSet):
    """One vocabulary for asking a list a question; every state of it is an address."""

    @property
    def chips(self) -> list[Chip]:
        return [
            Chip(
                str(self.form.fields[name].label),
                self._label(name, value),
                self._without(name, value),
            )
            for name in self.form.fields
            for value in self.data.getlist(name)
            if value.strip()
        ]

    def question(self, *also: str) -> str:
        """The query that asks just this elsewhere: its own parameters, the day, and `also`."""
        asked = QueryDict(mutable=True)
        for name in [*self.form.fields, "as_of", "published_on", *also]:
            if values := [value for value in self.data.getlist(name) if value]:
                asked.setlist(name, values)
        return asked.urlencode()

    @property
    def same_question(self) -> str:
        """What to put after an address to ask it this question; nothing if nothing is asked."""
        return f"?{asked}" if (asked := self.question()) else ""

    def narrowed_by(self, totals: Mapping[str, int]) -> list[tuple[Chip, int]]:
        """For each parameter how many there would be without it, most helpful first."""
        labels = {name: str(self.form.fields[name].label) for name in totals}
        told = [
            (Chip(labels[name], "", self._less(name)), total)
            for name, total in totals.items()
            if total
        ]
        return sorted(told, key=lambda item: -item[1])

    def _less(self, name: str) -> str:
        query: QueryDict = self.data.copy()
        query.pop(name, None)
        query.pop("page", None)
        return query.urlencode()

    def _label(self, name: str, value: str) -> str:
        field = self.form.fields[name]
        return str(dict(getattr(field, "choices", [])).get(value, value))

    def _without(self, name: str, value: str) -> str:
        query: QueryDict = self.data.copy()
        query.setlist(name, [other for other in query.getlist(name) if other != value])
        query.pop("page", None)
        return query.urlencode()
