"""What became of a text, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal, get_args

from .folding import CJK

Kind = Literal["same", "gone", "new"]
Word = tuple[str, str]  # with the space behind it

_WORDS = re.compile(rf"([{CJK}])|([^\W{CJK}]+|\S)(\s*)|(\s+)")
_LONG = 2_000  # words; in longer texts very common ones are compared only beside rarer ones


@dataclass(frozen=True)
class Piece:
    """A stretch of text that both versions have, or only the earlier one, or only the later."""

    text: str
    kind: Kind


def word_differences(old: str, new: str) -> list[Piece]:
    """
    Two versions of a text as one: what stayed, what went, what came, in the order of reading.

    Words are compared whole, and Chinese, Japanese and Korean letter by letter. `same` and `gone`
    joined give `old`, `same` and `new` joined give `new`, to the last space.
    """
    found = [piece for piece in _compared(_words(old), _words(new)) if piece.text]
    pieces = []
    for _, run in groupby(found, key=_stays):
        together = list(run)
        for kind in get_args(Kind):
            text = "".join(piece.text for piece in together if piece.kind == kind)
            pieces += [Piece(text, kind)] if text else []
    return pieces


def _stays(piece: Piece) -> bool:
    return piece.kind == "same"


def _words(text: str) -> list[Word]:
    found = _WORDS.findall(text)
    return [(letter or word, behind or space) for letter, word, behind, space in found]


def _compared(old: list[Word], new: list[Word]) -> Iterator[Piece]:
    before, after = [word for word, _ in old], [word for word, _ in new]
    is_long = max(len(old), len(new)) > _LONG
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, is_long).get_opcodes():
        if tag == "equal":
            for (word, space), (_, other) in zip(old[i1:i2], new[j1:j2], strict=True):
                yield Piece(word, "same")
                yield from _space(space, other)
        else:
            yield from _replaced(old[i1:i2], new[j1:j2])


def _replaced(old: list[Word], new: list[Word]) -> Iterator[Piece]:
    """Other words in the place of some; the space behind both belongs to neither."""
    gone, came = ("".join(map("".join, words)) for words in (old, new))
    space, other = (words[-1][1] if words else "" for words in (old, new))
    shared = space if space == other else ""
    yield Piece(gone.removesuffix(shared), "gone")
    yield Piece(came.removesuffix(shared), "new")
    yield Piece(shared, "same")


def _space(old: str, new: str) -> Iterator[Piece]:
    if old == new:
        yield Piece(old, "same")
    else:
        yield Piece(old, "gone")
        yield Piece(new, "new")
