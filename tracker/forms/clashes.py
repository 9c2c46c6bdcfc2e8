"""Two versions of an answer: a colleague's and what was typed here, and how they become one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from tracker.lib.merging import Side, sides
from tracker.models import Response, State

from .merging import Difference
from .responses import OWN, SHARED, ResponseForm

FIELDS = [*OWN, *SHARED]
_QUOTED = {"words", "category_as_stated"}


@dataclass(frozen=True)
class Clash:
    """A colleague's entry, met by one that was typed when another, or none, stood there."""

    theirs: Response
    differences: list[Difference]

    @property
    def is_taking_back(self) -> bool:
        """Whether theirs was seen, and only waits for approval: saving takes it back."""
        return self.theirs.state == State.IN_REVIEW and all(
            line.side is Side.MINE for line in self.differences
        )

    @property
    def contested(self) -> str:
        """The fields that both changed, which somebody has to decide."""
        return " ".join(line.name for line in self.differences if line.is_contested)


def plain(values: Mapping[str, Any]) -> dict[str, str]:
    """The fields of an answer as a form sends them."""
    return {name: str(values.get(name) or "") for name in FIELDS}


def plain_answer(answer: Response) -> dict[str, str]:
    return plain({name: getattr(answer, name) for name in FIELDS})


def clash(form: ResponseForm, theirs: Response, base: Mapping[str, str]) -> Clash:
    """Both versions, field by field; `base` is what stood there when the person began to type."""
    now, typed = plain_answer(theirs), plain(form.cleaned_data)
    found = [
        _difference(form, name, now, typed, side)
        for name, side in sides(base, now, typed).items()
        if side is not Side.NOBODY
    ]
    return Clash(theirs, found)


def _difference(
    form: ResponseForm, name: str, theirs: Mapping[str, str], mine: Mapping[str, str], side: Side
) -> Difference:
    words = dict(getattr(form.fields[name], "choices", []))
    first = "" if side is Side.BOTH else side.value
    quoted = name in _QUOTED
    return Difference(
        name=name,
        label=str(form[name].label),
        theirs=str(words.get(theirs[name], theirs[name])),
        mine=str(words.get(mine[name], mine[name])),
        side=side,
        taken=form.data.get(f"take-{name}", first),
        their_language=theirs["language"] if quoted else "",
        my_language=mine["language"] if quoted else "",
    )


def undecided(data: Mapping[str, Any]) -> list[str]:
    """Fields that both changed, and for which neither version was chosen."""
    contested = data.get("contested", "").split() if data.get("over") else []
    return [name for name in FIELDS if name in contested and f"take-{name}" not in data]


def with_theirs(data: QueryDict, theirs: Response) -> QueryDict:
    """What was typed, with the colleague's version of each field for which that was chosen."""
    merged, now = data.copy(), plain_answer(theirs)
    for name in FIELDS:
        if data.get(f"take-{name}") == Side.THEIRS:
            merged[name] = now[name]
    return merged
