"""Numbered recommendations of the UPR as asks, and on which basis they are counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from typing import Any

from django.utils.text import slugify

from tracker.imports.asks import Ask, Fault
from tracker.imports.readers.makers import Limb, limbs_in
from tracker.imports.readers.reviews import Review
from tracker.lib.states import state_named

_MOST_NAMED = 10

_NO_STATE = Fault(
    what="No recommending State in brackets",
    expected="Who recommends it, after the text: (Peru) (Chile).",
    mend="Look the number up in the Working Group’s report, and name the State in this row.",
    column="made_by",
)
_NO_NUMBER = Fault(
    what="No number before the recommendation",
    expected="A paragraph and a number, such as 140.7.",
    mend="Look it up in the Working Group’s report, and write it as the place of this row.",
    column="locator",
)


def asks_of(
    text: str, *, number: str, review: Review, state: str, given: Mapping[str, Any]
) -> Iterator[Ask]:
    """
    The asks of one numbered item: one, or several that are told apart as (1), (2) …

    `given` is what else is known of the item. What it lacks is a fault of each of them.
    """
    limbs = limbs_in(text, about=state) or [Limb("", ())]
    for count, limb in enumerate(limbs, 1):
        part = count if len(limbs) > 1 else 0
        faults = ([] if number else [_NO_NUMBER]) + ([] if limb.makers else [_NO_STATE])
        yield Ask(
            key=_key(number, part, review, state),
            text=limb.text,
            locator=f"{number} ({part})" if part and number else number,
            state=state,
            mechanism="UPR",
            session=review.session,
            cycle=f"upr-{review.cycle}" if review.cycle and not review.session else "",
            made_by=list(limb.makers),
            rows=max(1, len(limb.makers)),
            is_sure=limb.is_sure,
            faults=faults,
            **{name: copy(value) for name, value in given.items()},
        )


def _key(number: str, part: int, review: Review, state: str) -> str:
    """
    Stable over copies of the same document: State, session, number, and which ask of it.

    Several States are reviewed in a session, and their paragraphs are numbered alike. Empty where
    the document does not say of which review it is.
    """
    which = review.session or (f"cycle {review.cycle}" if review.cycle else "")
    if not number or not which:
        return ""
    known = state_named(state)
    named = f"{known.slug if known else slugify(state)[:40]}/{which}/{number}"
    return f"{named}/{part}" if part else named


def counted(numbers: Mapping[str, int], asks: list[Ask]) -> Iterator[str]:
    """On which basis the asks are counted, and which numbers stand twice or are missing."""
    total = sum(numbers.values())
    if len(asks) > total:
        split = len({ask.locator.split(" ")[0] for ask in asks if " (" in ask.locator})
        yield (
            f"Numbers that hold several recommendations, one after the other: {split:,}. So there"
            f" are {len(asks):,} asks here, told apart as (1), (2) …"
        )
    if (rows := sum(ask.rows for ask in asks)) > len(asks):
        yield f"Counted once for each State that makes them, as UPR Info does, they are {rows:,}."
    if unsure := [ask.locator for ask in asks if not ask.is_sure]:
        yield f"Cut amid a sentence, and not chosen before somebody looks: {_some(unsure)}."
    if bare := sum(not ask.made_by for ask in asks):
        yield f"Without a State that makes them: {bare:,}."
    if twice := [number for number, count in numbers.items() if number and count > 1]:
        yield f"Numbers that stand more than once: {_some(twice)}."
    if missing := list(_missing(numbers)):
        yield f"Numbers missing between the first and the last: {_some(missing)}."


def _missing(numbers: Iterable[str]) -> Iterator[str]:
    known: dict[str, set[int]] = {}
    for number in filter(None, numbers):
        paragraph, count = number.split(".")
        known.setdefault(paragraph, set()).add(int(count))
    for paragraph, counts in known.items():
        span = range(min(counts), max(counts))
        yield from (f"{paragraph}.{count}" for count in span if count not in counts)


def _some(numbers: list[str]) -> str:
    more = len(numbers) - _MOST_NAMED
    return ", ".join(numbers[:_MOST_NAMED]) + (f" and {more:,} more" if more > 0 else "")
