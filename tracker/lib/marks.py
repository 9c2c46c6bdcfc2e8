"""Where in a text the words stand that it was found by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .folding import CJK, IS_CJK, fold
from .left_out import STOP_WORDS
from .queries import Group
from .thesaurus import WORD, Key, stems, word_key

Span = tuple[int, int]
_WORD = re.compile(rf"[^\W_{CJK}]+")


class Marker:
    """Finds in texts what the terms of a query look for; what is excluded is not marked."""

    def __init__(self, groups: Iterable[Group]) -> None:
        terms = [term for group in groups for term in group.terms]
        self._phrases: set[Key] = set()
        for term in terms:
            self._phrases |= {stems(text) for text in (*term.phrases, *term.names)}
            for text in term.words:
                self._phrases.add(stems(text))
                words = WORD.findall(fold(text))
                self._phrases |= {(word_key(word),) for word in words if word not in STOP_WORDS}
        self._phrases.discard(())
        self._longest = max(map(len, self._phrases), default=0)
        self._runs = [
            run for term in terms for run in (*term.runs, *term.names) if IS_CJK.search(run)
        ]

    def parts(self, text: str) -> list[tuple[str, bool]]:
        """The text cut into parts, each with whether it is to be marked."""
        cut, at = [], 0
        for start, stop in _merged([*self._words(text), *self._cjk(text)]):
            cut += [(text[at:start], False), (text[start:stop], True)]
            at = stop
        return [(part, is_marked) for part, is_marked in [*cut, (text[at:], False)] if part]

    def _words(self, text: str) -> Iterator[Span]:
        if not self._phrases:
            return
        words = [(found.start(), found.end()) for found in _WORD.finditer(text)]
        keys = [word_key(fold(text[start:stop])) for start, stop in words]
        for first in range(len(words)):
            for last in range(min(first + self._longest, len(words)), first, -1):
                if tuple(keys[first:last]) in self._phrases:
                    yield words[first][0], words[last - 1][1]
                    break

    def _cjk(self, text: str) -> Iterator[Span]:
        if not self._runs or not IS_CJK.search(fold(text)):
            return
        folded, places = "", []
        for at, character in enumerate(text):
            for part in fold(character):
                folded += part
                places.append(at)
        for run in self._runs:
            start = folded.find(run)
            while start >= 0:
                yield places[start], places[start + len(run) - 1] + 1
                start = folded.find(run, start + 1)


def _merged(spans: list[Span]) -> Iterator[Span]:
    """Spans in order, those that touch or overlap as one."""
    start, stop = 0, 0
    for first, last in sorted(spans):
        if first > stop:
            if stop > start:
                yield start, stop
            start = first
        stop = max(stop, last)
    if stop > start:
        yield start, stop
