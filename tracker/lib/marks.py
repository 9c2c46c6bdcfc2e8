"""Where in a text the words stand that it was found by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .folding import CJK, HAN, IS_CJK, fold
from .left_out import STOP_WORDS
from .queries import Group
from .thesaurus import WORD, Key, stems, word_key

Span = tuple[int, int]
Part = tuple[str, bool]  # a piece of a text, and whether it was looked for
EXCERPT = 160  # characters
_REACH = 20  # characters in which the edge of a word is looked for
_UNSPACED = re.compile(f"[{HAN}\u3041-\u3096\u30a1-\u30fa\u30fc]")  # written without spaces
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
                if term.symbol:  # its letters and numbers mean nothing apart
                    continue
                words = WORD.findall(fold(text))
                self._phrases |= {(word_key(word),) for word in words if word not in STOP_WORDS}
        self._phrases.discard(())
        self._longest = max(map(len, self._phrases), default=0)
        self._runs = [
            run for term in terms for run in (*term.runs, *term.names) if IS_CJK.search(run)
        ]

    def parts(self, text: str) -> list[Part]:
        """The text cut into parts, each with whether it is to be marked."""
        return _parts(text, self._spans(text))

    def excerpt(self, text: str, most: int = EXCERPT) -> list[Part]:
        """
        The same of about `most` characters around the first match; empty if there is none.

        It is cut between words, and between characters where a language has no spaces.
        """
        text = " ".join(text.split())
        spans = self._spans(text)
        if not spans:
            return []
        begin, end = _window(text, spans[0], most)
        shown = text[begin:end]
        inside = [
            (max(start, begin) - begin, min(stop, end) - begin)
            for start, stop in spans
            if start < end and stop > begin
        ]
        before = [("…", False)] if begin else []
        after = [("…", False)] if end < len(text) else []
        return [*before, *_parts(shown, inside), *after]

    def finds(self, text: str) -> bool:
        """Whether anything in the text is to be marked."""
        return bool(self._spans(text))

    def _spans(self, text: str) -> list[Span]:
        return list(_merged([*self._words(text), *self._cjk(text)]))

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


def _parts(text: str, spans: Iterable[Span]) -> list[Part]:
    cut, at = [], 0
    for start, stop in spans:
        cut += [(text[at:start], False), (text[start:stop], True)]
        at = stop
    return [(part, is_marked) for part, is_marked in [*cut, (text[at:], False)] if part]


def _window(text: str, first: Span, most: int) -> Span:
    """Where to cut a text so that a match stands in it with more after than before it."""
    start, stop = first
    begin = max(0, start - max(0, most - (stop - start)) // 3)
    end = min(len(text), begin + most)
    begin = max(0, min(begin, end - most))
    ahead = range(begin, min(start, begin + _REACH) + 1)
    back = range(end, max(stop, end - _REACH), -1)
    begin = next((at for at in ahead if _is_edge(text, at)), begin)
    end = next((at for at in back if _is_edge(text, at)), end)
    while text[begin].isspace():
        begin += 1
    while text[end - 1].isspace():
        end -= 1
    return begin, end


def _is_edge(text: str, at: int) -> bool:
    """Whether a text may be cut before its character `at`."""
    if at in (0, len(text)):
        return True
    beside = text[at - 1 : at + 1]
    return any(map(str.isspace, beside)) or bool(_UNSPACED.search(beside))
