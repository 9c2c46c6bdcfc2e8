"""The numbers of staged rows that are read anew: what a person said of a row stays with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import Any

from tracker.imports.asks import Ask
from tracker.models import StagedRow


def numbers_of(asks: Sequence[Ask], stored: Sequence[StagedRow]) -> list[int]:
    """
    For each ask the number of the row that stood in its place; those without one come last.

    Of several in one place the first is the first.
    """
    known = dict(zip(_places(row.place for row in stored), (r.number for r in stored), strict=True))
    free = count(max(known.values(), default=0) + 1)
    places = _places(ask.place[:120] for ask in asks)
    return [known[place] if place in known else next(free) for place in places]


def followed(
    settings: Mapping[str, Any], stored: Sequence[StagedRow], numbers: Sequence[int]
) -> dict[str, Any]:
    """The settings without what was decided of rows that are gone."""
    stay = {str(row.number) for row in stored} & set(map(str, numbers))
    decided = {n: said for n, said in settings.get("decided", {}).items() if n in stay}
    return {**settings, "decided": decided} if "decided" in settings else dict(settings)


def _places(places: Iterable[str]) -> list[tuple[str, int]]:
    """Each place, and which of those with the same it is."""
    seen = Counter[str]()
    found = []
    for place in places:
        seen[place] += 1
        found.append((place, seen[place]))
    return found
