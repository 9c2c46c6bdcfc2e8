"""Where in a text the words stand that it was found by."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, count

from .folding import CJK, HAN, IS_CJK, fold
from .left_out import STOP_WORDS
from .queries import Group
from .terms import Term
from .thesaurus import WORD, Key, stems, word_key

Span = tuple[int, int]
Match = tuple[int, int, frozenset[int]]  # where, and by which terms
Part = tuple[str, bool]  # a piece of a text, and whether it was looked for
EXCERPT = 160  # characters
_REACH = 20  # characters in which the edge of a word is looked for
_ASCII = "".join(map(chr, range(128)))
_UNSPACED = re.compile(f"[{HAN}\u3041-\u3096\u30a1-\u30fa\u30fc]")  # written without spaces
_WORD = re.compile(rf"([^\W_{CJK}]+)")


class Marker:
    """Finds in texts what the terms of a query look for; what is excluded is not marked."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._phrases: dict[Key, set[int]] = {}  # each with the terms that look for it
        self._runs: list[tuple[str, int]] = []
        self._sides: list[set[int]] = []  # of an `or`: the terms that can stand in a text
        number = count()
        for group in groups:
            known = {next(number): term for term in group.terms}
            self._sides.append({at for at, term in known.items() if self._learn(term, at)})
        self._firsts = {key[0] for key in self._phrases}
        self._longest = max(map(len, self._phrases), default=0)
        self._reach = 4 * max((len(run) for run, _ in self._runs), default=0)  # spaces among them

    def _learn(self, term: Term, at: int) -> bool:
        """Look for what a term looks for; whether there is anything."""
        keys = {stems(text) for text in (*term.phrases, *term.names, *term.words)}
        if not term.symbol:  # whose letters and numbers mean nothing apart
            words = {word for text in term.words for word in WORD.findall(fold(text))}
            keys |= {(word_key(word),) for word in words - STOP_WORDS}
        runs = {run for run in (*term.runs, *term.names) if IS_CJK.search(run)}
        keys = {key for key in keys if key and not IS_CJK.search(" ".join(key))}
        for key in keys:
            self._phrases.setdefault(key, set()).add(at)
        self._runs += [(run, at) for run in runs]
        return bool(keys or runs)

    def parts(self, text: str) -> list[Part]:
        """The text cut into parts, each with whether it is to be marked."""
        return _parts(text, _merged(self._found(text)))

    def misses(self, text: str) -> set[int]:
        """The terms, by number, that a text does not say; none if it says a side of an `or`."""
        said = {at for *_, terms in self._found(text) for at in terms}
        missing = [side - said for side in self._sides]
        return set().union(*missing) if all(missing) else set()

    def excerpt(
        self, text: str, terms: Collection[int] | None = None, most: int = EXCERPT
    ) -> list[Part]:
        """
        Parts of about `most` characters around the first match; empty if there is none.

        The first of some terms, if they are given. It is cut between words, and between characters
        where a language has no spaces.
        """
        text = " ".join(text.split())
        found = self._found(text)
        wanted = [one for one in found if terms is None or one[2].intersection(terms)]
        if not wanted:
            return []
        begin, end = _window(text, min(one[:2] for one in wanted), most)
        inside = [
            (max(start, begin) - begin, min(stop, end) - begin)
            for start, stop in _merged(found)
            if start < end and stop > begin
        ]
        before = [("…", False)] if begin else []
        after = [("…", False)] if end < len(text) else []
        return [*before, *_parts(text[begin:end], inside), *after]

    def _found(self, text: str) -> list[Match]:
        return [*self._words(text), *self._cjk(text)]

    def _words(self, text: str) -> Iterator[Match]:
        pieces = _WORD.split(text)  # between words, and each word
        keys = list(map(_key, pieces[1::2]))
        if self._firsts.isdisjoint(keys):  # as most texts are
            return
        ends = list(accumulate(map(len, pieces)))
        for first, key in enumerate(keys):
            if key not in self._firsts:
                continue
            for last in range(min(first + self._longest, len(keys)), first, -1):
                if terms := self._phrases.get(tuple(keys[first:last])):
                    yield ends[2 * first], ends[2 * last - 1], frozenset(terms)
                    break

    def _cjk(self, text: str) -> Iterator[Match]:
        if not self._runs or text.isascii():
            return
        begin = max(0, len(text) - len(text.lstrip(_ASCII)) - self._reach)
        parts = list(map(_folded, text[begin : len(text.rstrip(_ASCII)) + self._reach]))
        folded = "".join(parts)
        ends = list(accumulate(map(len, parts)))
        for run, term in self._runs:
            start = folded.find(run)
            while start >= 0:
                first = bisect_right(ends, start)
                last = bisect_right(ends, start + len(run) - 1)
                yield begin + first, begin + last + 1, frozenset([term])
                start = folded.find(run, start + 1)


def _merged(found: list[Match]) -> Iterator[Span]:
    """Where matches are, in order, those that touch or overlap as one."""
    start, stop = 0, 0
    for first, last in sorted(match[:2] for match in found):
        if first > stop:
            if stop > start:
                yield start, stop
            start = first
        stop = max(stop, last)
    if stop > start:
        yield start, stop


@lru_cache(maxsize=20_000)  # texts share their words
def _key(word: str) -> str:
    return word_key(fold(word))


@lru_cache(maxsize=20_000)
def _folded(character: str) -> str:
    return fold(character)


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
