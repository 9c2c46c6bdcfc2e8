"""Which words mean the same, and where they stand in a query."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from .folding import IS_CJK, fold
from .left_out import IN_CAPITALS
from .spelling import american

WORD = re.compile(r"[^\W_]+")
_STEMMER = snowballstemmer.stemmer("english")
Key = tuple[str, ...]
Terms = dict[str, None]  # an ordered set


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of a folded English word, as PostgreSQL's `english` makes it."""
    return str(_STEMMER.stemWord(word))


def word_key(word: str) -> str:
    """What a folded word is compared by: its stem, in one of the two English spellings."""
    return stem(american(word))


def stems(text: str) -> Key:
    """The keys of a text's words in order: `Forced returns` and `forced return` are the same."""
    return tuple(word_key(word) for word in WORD.findall(fold(text)))


@dataclass(frozen=True)
class Match:
    """Where in a sequence something of the thesaurus stands, and all that means the same."""

    start: int
    stop: int
    terms: tuple[str, ...]


class Thesaurus:
    """
    Sets of equivalent terms, in English, Korean and Chinese.

    A term that stands in several sets means all of them.
    """

    def __init__(self, sets: Iterable[Iterable[str]]) -> None:
        self._english: dict[Key, Terms] = defaultdict(dict)
        self._cjk: dict[str, Terms] = defaultdict(dict)
        for terms in map(list, sets):
            for term in terms:
                folded = fold(term)
                into = self._cjk[folded] if IS_CJK.search(folded) else self._english[stems(term)]
                into.update(dict.fromkeys(terms))
        self._longest = max(map(len, self._english), default=0)
        self._longest_cjk = max(map(len, self._cjk), default=0)

    def in_words(self, words: Sequence[str]) -> list[Match]:
        """
        English terms among words, the longest first at each place, none overlapping.

        WHO and US are names only in capitals.
        """
        folded = [fold(word) for word in words]
        found = _matches(
            [word_key(word) for word in folded],
            self._longest,
            lambda part: self._english.get(tuple(part)),
        )
        return [
            match
            for match in found
            if match.stop - match.start > 1
            or folded[match.start] not in IN_CAPITALS
            or words[match.start].isupper()
        ]

    def in_run(self, run: str) -> list[Match]:
        """Korean and Chinese terms in a folded text, in the same way."""
        return _matches(run, self._longest_cjk, lambda part: self._cjk.get("".join(part)))


def _matches(
    sequence: Sequence[str], longest: int, look_up: Callable[[Sequence[str]], Terms | None]
) -> list[Match]:
    found, at = [], 0
    while at < len(sequence):
        stop = min(at + longest, len(sequence))
        while stop > at and not (terms := look_up(sequence[at:stop])):
            stop -= 1
        if stop > at and terms:
            found.append(Match(at, stop, tuple(terms)))
        at = max(stop, at + 1)
    return found
