"""A document as paragraphs, each with its place: lines of a text, of Word or of pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tracker.imports.words import clean

_FOOTNOTE_IN_LINE = re.compile(
    r"\s?\[\d{1,3}:\s(?:[^\[\]]|\[[^\[\]]*\])*\]?|\[footnoteRef:\d{1,3}\]"
)
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+")
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{2})(?=\S)|(?<=\S)(\*{1,3}|_{2})(?!\w)")
_FOOTNOTE = re.compile(r"\s*(?:[⁰¹²³⁴-⁹]{1,3}|\[\d{1,3}[\]:]|\[\^\d{1,3}\])\s*\S")
_CONTENTS = re.compile(r"(?:\.{4,}|…{2,}|\t|\s{5,})\s*\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s*$")
_PAGE = re.compile(r"\s*(?:page\s+)?[-–|]?\s*\d{1,3}\s*[-–|]?(?:\s*(?:/|of)\s*\d{1,3})?\s*", re.I)
_NEW = re.compile(
    r"\s*(?:[-–—•▪·*●○◦■□▶※\uf0b7]\s|[(（\[]?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[ivxIVX]{1,5}|[A-Za-z])"
    r"[.)）\]](?:\s|$)|\d{1,3}(?:\.\d{1,3}){1,3}\s|#{1,6}\s|[①-⑳]|[가나다라마바사아자차]\.\s"
    r"|[(（]?[一二三四五六七八九十]{1,3}[、)）])"
)
_ENDS = re.compile(r"[.!?:;。！？：；…][”’\"')\]]*\s*\Z")
_HAN_END = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff、，]\Z")
_EDGE = 60  # characters at the end of a line of the contents that tell that it is one
_MOST = 20_000  # characters of a paragraph that lines are joined to
_LONG = 70  # characters: what a full line of a page has at least


@dataclass(frozen=True, slots=True)
class Paragraph:
    """
    A paragraph: `text` in single spaces, `raw` as it stood, `mark` the number that Word gives it.

    `where` is its place as a locator says it, `level` that of a heading by its style (0: none
    said), `is_item` whether it is an item of a list whatever its text begins with.
    """

    text: str
    place: str
    where: str
    raw: str
    mark: str = ""
    level: int = 0
    is_item: bool = False
    cell: str = ""  # the heading of its column, if it stands in a table


def plain(text: str) -> str:
    """A text without footnote signs, marks of emphasis and needless space."""
    text = _FOOTNOTE_IN_LINE.sub("", text)
    return clean(_EMPHASIS.sub("", _RAISED.sub("", text)))


def is_apparatus(raw: str) -> bool:
    """Whether a line is a footnote, a page number or a line of the contents."""
    return bool(_FOOTNOTE.match(raw) or _CONTENTS.search(raw[-_EDGE:]) or _PAGE.fullmatch(raw))


def of_text(text: str) -> list[Paragraph]:
    """The paragraphs of a plain text: its lines, or lines joined where they were broken to fit."""
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1)]
    join = joined if is_broken_to_fit([line for _, line in lines]) else single
    return [
        Paragraph(plain(raw), f"line {at}", f"l. {at}", raw.strip())
        for at, raw in join(lines)
        if plain(raw)
    ]


def is_broken_to_fit(lines: Iterable[str]) -> bool:
    """Whether a text is broken at the edge of a page: many a full line goes on in the next."""
    full = [line for line in lines if line.strip()]
    if not full or max(map(len, full)) > 200:
        return False
    going_on = sum(
        not _ENDS.search(line) and after.strip()[:1].islower() for line, after in pairwise(full)
    )
    return going_on * 6 > len(full)


def single(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    return ((at, line) for at, line in lines if line.strip())


def joined(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Paragraphs of lines that were broken to fit, each with the place of its first line."""
    held, begun, last = "", 0, ""
    for at, line in lines:
        if held and _begins_anew(held, last, line):
            yield begun, held
            held = ""
        if line.strip():
            held, begun = (_with(held, line), begun) if held else (line.strip(), at)
        last = line
    if held:
        yield begun, held


def _begins_anew(held: str, last: str, line: str) -> bool:
    """Whether a line is another paragraph than the one that is held, after the `last` line."""
    words = line.strip()
    if _NEW.match(line) or len(held) > _MOST:
        return True
    if not words or not last.strip():  # a page or a gap may stand within a sentence
        return bool(_ENDS.search(held[-20:])) or len(held) <= _LONG or words[:1].isupper()
    if is_apparatus(line):
        return True
    return not words[0].islower() and len(last.strip()) < _LONG * 0.7


def _with(held: str, line: str) -> str:
    words = line.strip()
    if re.search(r"[a-z]-\Z", held[-2:]) and words[:1].islower():
        return held[:-1] + words
    return held + words if _HAN_END.search(held[-1:]) else f"{held} {words}"


def without_running(pages: list[list[str]]) -> list[list[str]]:
    """
    Pages without page numbers and without what stands at the head or foot of many of them.

    On the first page that stays: it says what the document is.
    """
    edges = Counter(
        key for lines in pages for key in {_key(line) for line in (*lines[:3], *lines[-3:])}
    )
    least = max(3, len(pages) // 3)
    running = {key for key, count in edges.items() if count >= least}
    return [
        [line for at, line in enumerate(lines) if not _is_running(line, at, len(lines), known)]
        for lines, known in zip(pages, [set(), *[running] * (len(pages) - 1)], strict=False)
    ]


def _is_running(line: str, at: int, count: int, known: set[str]) -> bool:
    """Whether a line is at the edge of a page and known to stand there, or a page number."""
    is_edge = at < 3 or at >= count - 3
    return is_edge and (_key(line) in known or bool(_PAGE.fullmatch(line)))


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split()).casefold())
