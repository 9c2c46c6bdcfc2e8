"""
The pages of a PDF as lines of running text: no page numbers, no running heads, no footnotes.

pypdf's plain text is quick, and breaks words where letters were set apart; its layout mode reads
each letter's place, and takes three times as long. So pages are looked through in the first way,
and what is kept is read in the second.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from tracker.imports.asks import Refused
from tracker.imports.opening import pdf_process
from tracker.imports.opening.pdf_texts import first_of, laid_of, texts_of
from tracker.imports.words import clean

_RUNNING = re.compile(
    r"""(?:\d{1,3}\s+)?(?:
        A/[A-Z]+(?:/[\w.]+)+ (?:\s+[Pp]age)?
        | [Pp]age(?=\s\d)
        | (?:\(E\)\s*)? GE\.\s?\d\d-\d{4,6}(?:\s*\([A-Z]\))?(?:\s+\d{6})?
        | \*?\s?\d{6,9}\s?\*
    )(?:\s+\d{1,3})?""",
    re.VERBOSE,
)
_STARRED = re.compile(r"\*{1,3}\s+(?=[A-Z“\"])")
_NOTE = re.compile(r"(\d{1,2})\s+(?=[A-Z“‘\"'])")
_OPEN = re.compile(r"\w[–—/]$")  # goes on without a space
_SOFT = "\u00ad"
_HYPHEN = re.compile(rf"(\w+)([-{_SOFT}\u2010])$")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of running text, and the page on which it stands, counted from 1."""

    page: int
    text: str


class Pages:
    """A PDF as a process of its own reads it; Refused if it is broken, cut off or would not end."""

    def __init__(self, data: bytes) -> None:
        if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-2048:]:
            raise Refused(pdf_process.BROKEN)
        self._data = data
        self._exact: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self._plain)

    @cached_property
    def _plain(self) -> list[str]:
        return [text.translate(_LIGATURES) for text in texts_of(self._data)]

    def first(self) -> str:
        """All of the first page, quickly: words may be broken."""
        return first_of(self._data).translate(_LIGATURES)

    def plain(self, number: int) -> str:
        """All of a page, quickly: words may be broken."""
        return self._plain[number - 1]

    def look_at(self, numbers: Iterable[int]) -> None:
        """Read these pages as exactly as can be, all at once."""
        wanted = sorted(set(numbers) - self._exact.keys())
        for number, *texts in laid_of(self._data, wanted) if wanted else ():
            plain, laid = (text.translate(_LIGATURES) for text in texts)
            self._exact[number] = laid if _letters(laid) == _letters(plain) else plain

    def text(self, number: int) -> str:
        """All of a page, as exactly as can be."""
        self.look_at([number])
        return self._exact[number]

    def lines(self, numbers: Iterable[int]) -> Iterator[Line]:
        """The running text of some pages."""
        for number in numbers:
            for text in _running(self.text(number), number):
                yield Line(number, text)


def _letters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def _running(text: str, number: int) -> list[str]:
    """The lines of a page without its head, its foot and its notes."""
    near = {str(at) for at in range(max(1, number - 3), number + 4)}
    lines = [line for line in map(_cleaned, text.splitlines()) if line]
    lines = [line for line in lines if not _RUNNING.fullmatch(line) and line not in near]
    return _without_notes(lines)


def _cleaned(line: str) -> str:
    """A clean line, with the soft hyphen at its end, which is needed to join it to the next."""
    words = clean(line)
    return words + _SOFT if words and line.rstrip().endswith(_SOFT) else words


def _without_notes(lines: list[str]) -> list[str]:
    """Notes stand below the text, and each is called by its number or stars above."""
    for at, line in enumerate(lines):
        if at and _STARRED.match(line) and _follow(lines[at:]):
            return lines[:at]
        found = _NOTE.match(line)
        called = _called(lines[:at], found[1]) if found and _follow(lines[at:]) else []
        if called:
            return _without_calls(called, lines[at:])
    return lines


def _follow(notes: list[str]) -> bool:
    """Whether these lines can be notes: nothing numbered as a paragraph comes after."""
    return not any(re.match(r"\d{1,3}\.(?:\d{1,4}\b|\s)", line) for line in notes)


def _called(lines: list[str], number: str) -> list[str]:
    """
    The lines without the small number that calls a note; none if nothing calls it.

    It stands against a word, or on a line of its own. Apart from words it may be a number of the
    text: then it goes only where no other is like it.
    """
    against = re.compile(rf"(?<=[^\W\d_]|[,.;:)”’]){number}(?=[\s,.;:)]|$)|^{number}$")
    apart = re.compile(rf"(?<=[^\W\d_]|[,.;:)”’])\s{number}(?=[\s,.;:)]|$)")
    for call in (against, apart):
        found = [at for at, line in enumerate(lines) if call.search(line)]
        if found and (call is against or len(found) == 1):
            at = found[-1]
            return [*lines[:at], call.sub("", lines[at], count=1), *lines[at + 1 :]]
        if found:
            return lines
    return []


def _without_calls(lines: list[str], notes: list[str]) -> list[str]:
    for note in notes[1:]:
        if found := _NOTE.match(note):
            lines = _called(lines, found[1]) or lines
    return lines


def joined(lines: Iterable[str], known: Counter[str]) -> str:
    """
    Lines as one text. A hyphen at the end of a line goes if the document has the word without it.

    `known` are the words of the whole document. Where it has neither, a hyphen after a whole word
    stays.
    """
    text = ""
    for line in lines:
        hyphen = _HYPHEN.search(text)
        if not hyphen:
            text += line if not text or _OPEN.search(text) else f" {line}"
            continue
        after = re.match(r"\w*", line)
        whole = (hyphen[1] + (after[0] if after else "")).casefold()
        is_broken = hyphen[2] == _SOFT or (
            known[whole] and not known[f"{hyphen[1]}-{after[0] if after else ''}".casefold()]
        )
        is_broken = is_broken or not (known[whole] or known[hyphen[1].casefold()])
        text = (text[:-1] if is_broken and line[:1].islower() else text) + line
    return text


def words_in(lines: Iterable[Line]) -> Counter[str]:
    """How often each word stands in the text, compounds with their hyphens also whole."""
    found: Counter[str] = Counter()
    for line in lines:
        text = _HYPHEN.sub("", line.text).casefold()
        found.update(re.findall(r"\w+(?:-\w+)+", text))
        found.update(re.findall(r"\w+", text))
    return found
