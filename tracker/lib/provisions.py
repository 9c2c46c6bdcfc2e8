"""Articles of treaties as people write them: `Art. 33(1)`, `Articles 7–9`, 제33조, 第33条."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

LONGEST_RANGE = 40  # articles
_LONGEST_TOLD = 20  # of those that a text includes without naming them
_MOST_INNER = 10  # letters that it includes so
_SUB = r"\((?:\d{1,2}|[ivx]{1,5}|[A-Za-z])\)"
_NUMBER = rf"\d{{1,3}}[A-Za-z]?(?:\s?{_SUB}|\.\d{{1,2}}(?!\d))*"
_WORD = r"(?:articles?|arts?)\b\.?"
NUMBER = re.compile(_NUMBER)
ARTICLE_WORD = re.compile(rf"\b{_WORD}\s*", re.IGNORECASE)
AND = re.compile(r"\s*(?:,|&|\band\b)\s*")
RANGE = re.compile(r"(\d{1,3})\s*(?:-|–|—|\bto\b)\s*(\d{1,3})")
_ARTICLE = re.compile(
    rf"\b{_WORD}\s*({_NUMBER})(?![\w/]|-\w)|제\s*(\d{{1,3}})\s*조|第\s*(\d{{1,3}})\s*[条條]",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"(?<=\d)([A-Za-z]?)\s+(?=\([0-9A-Za-z]{1,4}\))")

# In running text: white space is bounded, so that no text takes longer than it is long.
_GAP = r"\s{0,3}"
_ENDS = r"(?![^\W¹²³⁰⁴-⁹]|/\w|-[A-Za-z])"  # a raised number is a footnote's
_ITEM = re.compile(rf"(?:{_NUMBER}|[IVX]{{1,6}}(?:\s?{_SUB})*){_ENDS}")
_PARAGRAPHS = r"(?:paragraphs?|paras?\b\.?)"
_PLACE = rf"\d{{1,2}}(?:\s?{_SUB})*"
_BEGINS = re.compile(
    rf"(?<![^\W¹²³⁰⁴-⁹])(?:{_PARAGRAPHS}\s{{1,3}}(?P<place>{_PLACE})\s{{1,3}}of\s{{1,3}})?"
    rf"{_WORD}{_GAP}(?=[0-9IVX])",
    re.IGNORECASE,
)
_ALSO = rf"(?:,{_GAP}(?:(?:and|or)\b)?|and\b|or\b|&|as\s{{1,3}}well\s{{1,3}}as\b)"
_NEXT = re.compile(rf"{_GAP}{_ALSO}{_GAP}(?:{_WORD}{_GAP})?", re.IGNORECASE)
_TO = re.compile(rf"{_GAP}(?:-|–|—|(?:to|through)\b){_GAP}(?:{_WORD}{_GAP})?", re.IGNORECASE)
_SIBLING = re.compile(rf"{_GAP}(?:{_ALSO}|[-–—]){_GAP}(?P<sub>{_SUB})", re.IGNORECASE)
_OF_IT = re.compile(rf",?{_GAP}{_PARAGRAPHS}{_GAP}(?P<place>{_PLACE})", re.IGNORECASE)
_ALSO_OF_IT = re.compile(
    rf"{_GAP}(?:{_ALSO}|[-–—]){_GAP}(?P<place>{_PLACE}){_ENDS}(?!,?{_GAP}{_PARAGRAPHS})",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\s+(?!(?:of|under|in|to|from|and|or|which|is|are)\b)(?:[a-z]|(?:January|February|March|April|"
    r"May|June|July|August|September|October|November|December)\b)"
)
_ROMAN = [
    ten + one
    for ten in ("", "X", "XX", "XXX")
    for one in ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
]


class Provision(NamedTuple):
    """
    An article as a text names it: where, and its number without spaces.

    One that only a range includes has no letters of its own: it stands, empty, before its end.
    """

    start: int
    end: int
    number: str


@dataclass(frozen=True)
class Passage:
    """Articles that a text names together: `Articles 2, 5 and 7–9`."""

    start: int
    end: int
    provisions: tuple[Provision, ...]


def articles_in(text: str) -> Iterator[tuple[str, bool]]:
    """A text cut before and after each article it names, of which only the number is given."""
    at = 0
    text = _LOOSE.sub(r"\1", text)
    for found in _ARTICLE.finditer(text):
        yield text[at : found.start()], False
        yield next(filter(None, found.groups())), True
        at = found.end()
    yield text[at:], False


def passages_in(text: str) -> Iterator[Passage]:
    """Where an English text names articles, whatever they are of."""
    at = 0
    while begins := _BEGINS.search(text, at):
        passage = passage_at(text, begins.end(), start=begins.start(), place=begins["place"] or "")
        at = passage.end if passage else begins.end()
        if passage:
            yield passage


def passage_at(text: str, at: int, *, start: int | None = None, place: str = "") -> Passage | None:
    """
    The numbers that a text has at a place, `start` being that of the words before them.

    `place` is a paragraph that was named before the article, as in `paragraph 1 of article 33`.
    """
    first = _ITEM.match(text, at)
    if not first:
        return None
    start = at if start is None else start
    if place:
        number = _number(first[0]) + _below(place)
        return Passage(start, first.end(), (Provision(start, first.end(), number),))
    reader = _Reader(text, start, first)
    reader.read()
    return Passage(start, reader.at, tuple(reader.found))


class _Reader:
    """Reads a list of articles, from its first number on."""

    def __init__(self, text: str, start: int, first: re.Match[str]) -> None:
        self.text, self.at = text, first.end()
        self.found = [Provision(start, first.end(), _number(first[0]))]
        self.is_one = not re.match("(?:articles|arts)", text[start : start + 8], re.IGNORECASE)

    def read(self) -> None:
        while self._range() or self._paragraphs() or self._siblings() or self._another():
            pass

    def _take(self, start: int, end: int, number: str) -> bool:
        self.found.append(Provision(start, end, number))
        self.at = end
        return True

    def _range(self) -> bool:
        """`–9` after 7: all that lie between, too."""
        to = _TO.match(self.text, self.at)
        last = to and _ITEM.match(self.text, to.end())
        numbers = last and _between(self.found[-1].number, last[0])
        if not (to and last and numbers):
            return False
        self.found += [Provision(last.start(), last.start(), number) for number in numbers]
        return self._take(last.start(), last.end(), last[0])

    def _paragraphs(self) -> bool:
        """`, paragraphs 3 and 4` after 9: 9(3) and 9(4)."""
        found = _OF_IT.match(self.text, self.at)
        if not found:
            return False
        start, _, article = self.found.pop()
        self._take(start, found.end(), article + _below(found["place"]))
        are_more = re.search("graphs|paras", found[0], re.IGNORECASE)
        while are_more and (also := _ALSO_OF_IT.match(self.text, self.at)):
            self._take(also.start("place"), also.end(), article + _below(also["place"]))
        return True

    def _siblings(self) -> bool:
        """`and (4)` after 9(3)."""
        above, bracket, last = self.found[-1].number.rpartition("(")
        found = _SIBLING.match(self.text, self.at) if bracket else None
        if not found or (last[0].isalpha() and found["sub"][1].isdecimal()):
            return False
        if last[0].isdecimal() and found["sub"][1].isalpha():
            above = self.found[-1].number  # `16 (1), (c)`
        elif len(last) < 3 and len(found["sub"]) == 3 and re.match(r"\s*[-–—]", found[0]):
            letters = range(ord(last[0]) + 1, ord(found["sub"][1]))
            inner = [f"{above}({chr(letter)})" for letter in letters if len(letters) <= _MOST_INNER]
            self.found += [Provision(found.start("sub"), found.start("sub"), one) for one in inner]
        return self._take(found.start("sub"), found.end(), above + found["sub"])

    def _another(self) -> bool:
        """`, 9` or `and 9`; but in `Article 6, 9 women` the words go on."""
        also = _NEXT.match(self.text, self.at)
        item = also and _ITEM.match(self.text, also.end())
        if not also or not item:
            return False
        has_word = bool(re.search("art", also[0], re.IGNORECASE))
        if self.is_one and not has_word and _GOES_ON.match(self.text, item.end()):
            return False
        start = also.end() - len(also[0]) + _word_in(also[0]) if has_word else item.start()
        return self._take(start, item.end(), _number(item[0]))


def _between(first: str, last: str) -> list[str] | None:
    """The numbers inside a range, in its own style; None if it is none."""
    if first.isdecimal() and last.isdecimal():
        numbers = [*map(str, numbers_between(int(first), int(last)))]
    elif first in _ROMAN and last in _ROMAN:
        numbers = _ROMAN[_ROMAN.index(first) : _ROMAN.index(last) + 1]
    else:
        return None
    return numbers[1:-1] if 1 < len(numbers) <= _LONGEST_TOLD else None


def in_roman(number: str) -> str:
    """`7(2)` → `VII(2)`; as it is, if it does not begin with a number that can be written so."""
    plain, bracket, rest = number.partition("(")
    is_known = plain.isdecimal() and 0 < int(plain) < len(_ROMAN)
    return f"{_ROMAN[int(plain)]}{bracket}{rest}" if is_known else number


def is_roman(number: str) -> bool:
    return bool(number) and number.partition("(")[0] in _ROMAN


def numbers_between(first: int, last: int) -> range:
    """All numbers from one to another; none if that is no range of articles."""
    return range(first, last + 1) if first < last <= first + LONGEST_RANGE else range(0)


def _word_in(words: str) -> int:
    found = re.search("art", words, re.IGNORECASE)
    return found.start() if found else 0


def _number(words: str) -> str:
    """`9.3 (a)` → `9(3)(a)`."""
    return re.sub(r"\.(\d+)", r"(\1)", "".join(words.split()))


def _below(place: str) -> str:
    """`1 (a)` → `(1)(a)`."""
    number, bracket, rest = "".join(place.split()).partition("(")
    return f"({number}){bracket}{rest}"
