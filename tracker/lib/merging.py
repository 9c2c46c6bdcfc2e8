"""Two versions that began as one, brought together field by field."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Side(StrEnum):
    """Who has changed a field since both had read it."""

    NOBODY = "nobody"  # or both have, to the same
    THEIRS = "theirs"
    MINE = "mine"
    BOTH = "both"


def who_changed(base: object, theirs: object, mine: object) -> Side:
    """Whose version of a field is new, held to what both began from."""
    if theirs == mine:
        return Side.NOBODY
    if mine == base:
        return Side.THEIRS
    return Side.MINE if theirs == base else Side.BOTH


def sides(
    base: Mapping[str, object], theirs: Mapping[str, object], mine: Mapping[str, object]
) -> dict[str, Side]:
    """For each field of `mine`, who has changed it; a field missing from `base` was empty."""
    return {name: who_changed(base.get(name, ""), theirs[name], mine[name]) for name in mine}
