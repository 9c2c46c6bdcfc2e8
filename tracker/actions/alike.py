"""Which records an ask may repeat: of the same maker, in the same review, in like words."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from django.db.models import Q

from tracker.lib.folding import IS_CJK, fold
from tracker.models import Recommendation, State

ALIKE = 0.6  # of the words of both texts together, the share that both have
PARAPHRASED = 0.45  # of the telling words of the shorter, the share that the longer has too
_FEWEST = 3  # telling words that a paraphrase shares
_COMMON = 0.2  # a word that more of the records have than this tells nothing
_MANY = 50  # records from which on one knows what is common
_WORD = re.compile(r"\w+")
_LEAST = 4  # letters of a word that says something


@dataclass(frozen=True, slots=True)
class Likely:
    """A record that an ask may repeat, and how much of the words they share (0 to 1)."""

    pk: int
    likeness: float


@dataclass(frozen=True, slots=True)
class _Near:
    pk: int
    words: frozenset[str]
    is_ours: bool  # a paraphrase shares fewer words with what it says again
    place: tuple[str, str]  # document and locator


class NearRecords:
    """
    The records of those who ask in some rows, in the reviews of these rows; one query.

    With `since` only what was recorded after that moment.
    """

    def __init__(
        self, rows: Sequence[Mapping[str, Any]], *, since: dt.datetime | None = None
    ) -> None:
        makers = {slug for row in rows for slug in row["made_by"]}
        cycles = {row["cycle"] for row in rows}
        self._near: dict[str, dict[str | None, list[_Near]]] = {}
        every = []
        for pk, text, kind, cycle, place, maker in _asked_by(makers, cycles, since):
            is_ours = kind != Recommendation.TextKind.OFFICIAL
            near = _Near(pk, words_of(text), is_ours, place)
            self._near.setdefault(maker, {}).setdefault(cycle, []).append(near)
            every.append(near)
        self._common = _common(every)

    def likeliest(self, values: Mapping[str, Any]) -> Likely | None:
        """The record that is most like a row, if any is like it."""
        words, place = words_of(values["text"]), (values["document"], values["locator"])
        found = (
            Likely(near.pk, likeness)
            for near in self._of(values["made_by"], values["cycle"])
            if (likeness := self._likeness(near, words, place)) is not None
        )
        return max(found, key=lambda one: (one.likeness, one.pk), default=None)

    def _of(self, makers: Iterable[str], cycle: str | None) -> Iterator[_Near]:
        """The records of some makers in a review and in none; in every one, for a row of none."""
        for maker in makers:
            by_cycle = self._near.get(maker, {})
            for other, several in by_cycle.items():
                if cycle is None or other in (cycle, None):
                    yield from several

    def _likeness(
        self, near: _Near, words: frozenset[str], place: tuple[str | None, str]
    ) -> float | None:
        """How alike a record that may be meant is; None for one that is not."""
        fewer, more = sorted((len(near.words), len(words)))
        is_there = near.place == place and bool(place[1])
        if not (near.is_ours or is_there or fewer >= ALIKE * more):
            return None  # so far apart in length that no words can make them alike
        shared = len(near.words & words)
        likeness = shared / (fewer + more - shared or 1)
        if likeness >= ALIKE or is_there or (near.is_ours and self._says(near, words)):
            return likeness
        return None

    def _says(self, near: _Near, words: frozenset[str]) -> bool:
        """Whether our paraphrase may say a text again: by the words that tell something."""
        theirs, ours = words - self._common, near.words - self._common
        shared = len(theirs & ours)
        return shared >= _FEWEST and shared >= PARAPHRASED * min(len(theirs), len(ours))


def _common(records: Sequence[_Near]) -> frozenset[str]:
    """The words that so many records have that they tell none of them from the others."""
    if len(records) < _MANY:
        return frozenset()
    found = Counter(word for one in records for word in one.words)
    return frozenset(word for word, count in found.items() if count > _COMMON * len(records))


def _asked_by(
    makers: set[str], cycles: set[str | None], since: dt.datetime | None
) -> Iterator[tuple[int, str, str, str | None, tuple[str, str], str]]:
    rows = Recommendation.objects.exclude(state=State.WITHDRAWN).filter(made_by__slug__in=makers)
    if since:
        rows = rows.filter(recorded_at__gt=since)
    if None not in cycles:
        rows = rows.filter(Q(cycle__slug__in=cycles) | Q(cycle=None))
    found = rows.values_list(
        "pk", "text", "text_kind", "cycle__slug", "document__slug", "locator", "made_by__slug"
    )
    for pk, text, kind, cycle, document, locator, maker in found.iterator(chunk_size=5_000):
        yield pk, text, kind, cycle, (document, locator), maker


@lru_cache(maxsize=20_000)
def words_of(text: str) -> frozenset[str]:
    """What a text says, as a set: the beginnings of longer words, or pairs of CJK characters."""
    folded = fold(text)
    if IS_CJK.search(folded):
        letters = "".join(_WORD.findall(folded))
        return frozenset(a + b for a, b in pairwise(letters))
    return frozenset(word[:6] for word in _WORD.findall(folded) if len(word) >= _LEAST)
