"""Which articles of which treaties an English text cites, and where."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from .instruments import Kind, Known, Mention, Names, mentions_in
from .provisions import Passage, in_roman, is_roman, passage_at, passages_in

_REACH = 1000  # characters back over which an article without a treaty is of the one named last
_LAST = 60  # articles: a law has more, but none of the treaties that bodies watch over here
_STEPS = 20  # instruments that are looked at on the way
_PARAGRAPH = re.compile(r"\n\s{0,9}\n|(?<=[.:;!?)\]”\"’*])[ \t]{0,9}\n")
_ASIDE = r"(?:\s{0,3}\([^()]{1,80}\))?"
_OF = re.compile(rf"{_ASIDE}\s{{0,3}},?\s{{0,3}}of\s", re.IGNORECASE)
_OF_THE = re.compile(
    rf"{_ASIDE}\s{{0,3}},?\s{{0,3}}(?:of|under|in|to|from)\s{{1,3}}(?:(?:both|the|its|their|this|that"
    r"|said|same|aforementioned|present|UN|U\.N\.|United\sNations|International|Optional|\d{4})"
    r"\s{1,3}){0,4}[“\"‘]?",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"(?:\s|,\s|\s?\()(?:the\s)?[“\"‘]?")
_BEFORE = re.compile(r"(?:['’]s)?(?:\s{1,3}|\s?[(\[]|,\s)")
_AND_SO = re.compile(
    r"(?:['’]s)?[¹²³⁰⁴-⁹]{0,3}\s?[,:;(–-]?\s{0,3}(?:and\s)?(?:in\sparticular|particularly|notably|especially|"
    r"specifically|including|namely|inter\salia|under|see|in|at|its)?,?\s{0,3}(?:its\s)?"
)
_OTHER_BEFORE = re.compile(r"(?<![A-Za-z])[A-Z]{3,9}(?:['’]s)?,?\s$")
_OTHER_BEHIND = re.compile(r"\s[A-Z]{3,9}(?![a-z])")
_NAMED_BEHIND = re.compile(r",?\s(?:the\s)?(?:[A-Z][a-z’'-]{1,20}\s){0,4}")
_THEN = re.compile(r"\s{0,3}(?:,|,?\s{0,3}and\b|;)\s{0,3}")
_NUMBERED = re.compile(r"\s?[\s(](?=\d{1,2}(?:[A-Z]?\(|[\s,;.)\]:]|$))")
_ENDS = re.compile(r"\s{0,2}(?:[,;.)\]:?!–—]|$|(?:and|or)\s(?=[A-Z]{2}))")
_SENTENCE = re.compile(r"[.;!?]\s")


class Citation(NamedTuple):
    """
    A treaty's article as a text names it, from `start` to `end`; `treaty` is the treaty's code.

    The words are those that name this article, with the treaty's name where that stands beside it.
    An article that only a range includes has no words of its own: `start` is `end`.
    """

    start: int
    end: int
    treaty: str
    article: str  # 1A(2); "" for the treaty as a whole

    @property
    def is_whole(self) -> bool:
        """Whether no article is named with the treaty."""
        return not self.article


@dataclass(frozen=True)
class _Cited:
    """Articles of a treaty, and the mention beside them that says so, if one does."""

    passage: Passage
    code: str = ""
    beside: Mention | None = None
    is_told: bool = True  # False: nothing before or beside it says of which treaty


def citations_in(text: str, treaties: Sequence[Known], heading: str = "") -> list[Citation]:
    """
    What an English text cites, in its order; no two overlap. Any text will do.

    “Article 6” alone, or “the Convention”, is of the treaty that the paragraph named last, or else
    of the only one in the `heading` that the text stands under, or of one named shortly before.
    What is of a law, or of a treaty that is not among `treaties`, is left out.
    """
    return _Reader(text, _names(tuple(treaties)), heading).read()


@lru_cache(maxsize=4)
def _names(treaties: tuple[Known, ...]) -> tuple[dict[str, Known], Names]:
    return {treaty.code: treaty for treaty in treaties}, Names(treaties)


class _Reader:
    def __init__(self, text: str, known: tuple[dict[str, Known], Names], heading: str) -> None:
        self.text = text
        self.treaties, self.names = known
        self.paragraphs = [found.end() for found in _PARAGRAPH.finditer(text)]
        self.heading = self._of_heading(heading) if heading else ""
        self.mentions = [*self._told(mentions_in(text, self.names))]
        self.starts = [mention.start for mention in self.mentions]
        self.used: set[int] = set()
        self.numbers: dict[tuple[str, str], str] = {}

    def read(self) -> list[Citation]:
        cited = self._with_next([*self._cited()])
        articles = [one for each in cited for one in self._articles(each)]
        wholes = [
            Citation(mention.start, mention.end, mention.code, "")
            for mention in self.mentions
            if mention.code and mention.kind in (Kind.NAME, Kind.NOUN)
            and mention.is_capital and mention.start not in self.used
        ]  # fmt: skip
        found: list[Citation] = []
        for one in sorted([*articles, *wholes]):
            if not found or one.start >= found[-1].end:
                found.append(one)
        return found

    def _of_heading(self, heading: str) -> str:
        codes = {mention.code for mention in mentions_in(heading, self.names)} - {""}
        return codes.pop() if len(codes) == 1 else ""

    def _paragraph(self, at: int) -> int:
        """Where the paragraph begins that a place is in."""
        before = bisect_right(self.paragraphs, at)
        return self.paragraphs[before - 1] if before else 0

    # Which treaty “the Convention” is

    def _told(self, mentions: list[Mention]) -> Iterator[Mention]:
        last: dict[str, Mention] = {}  # by the noun it is called
        defined: dict[str, str] = {}
        before: Mention | None = None
        for mention in mentions:
            if mention.kind is Kind.NOUN:
                code = self._of_noun(mention, before, defined, last)
                mention = replace(mention, code=code)
            if mention.defines:
                defined[mention.defines] = mention.code
            if mention.noun:
                last[mention.noun] = last["treaty"] = mention
            before = mention
            yield mention

    def _of_noun(
        self, mention: Mention, before: Mention | None, defined: dict[str, str],
        last: dict[str, Mention],
    ) -> str:  # fmt: skip
        noun = mention.noun
        if mention.is_its and before and before.code in self.names.protocols:
            return self.names.protocols[before.code]
        if noun in defined:
            return defined[noun]
        named = last.get(noun)
        if named and named.start >= self._paragraph(mention.start):
            return named.code
        if self.heading and noun in (self.names.nouns[self.heading], "treaty"):
            return self.heading
        return named.code if named else ""

    # Of which treaty articles are

    def _cited(self) -> Iterator[_Cited]:
        passages = [*passages_in(self.text), *self._behind_acronyms()]
        at = 0
        for passage in sorted(passages, key=lambda one: one.start):
            if passage.start < at:
                continue
            cited = self._of(passage)
            yield cited
            at = passage.end
            while cited.beside and cited.beside.start >= cited.passage.end:
                then = self._then(cited.beside)
                if not then:
                    break
                cited = then
                yield cited
                at = cited.passage.end

    def _behind_acronyms(self) -> Iterator[Passage]:
        """`CAT 3`, if no more is said of the number: not that of a session or a day."""
        for mention in self.mentions:
            if mention.kind is Kind.NAME and self.text[mention.start : mention.end].isupper():
                gap = _NUMBERED.match(self.text, mention.end)
                found = gap and passage_at(self.text, gap.end())
                if found and _ENDS.match(self.text, found.end):
                    yield found

    def _then(self, mention: Mention) -> _Cited | None:
        """`and 7 of the ICCPR`, behind another treaty's articles."""
        gap = _THEN.match(self.text, mention.end)
        passage = passage_at(self.text, gap.end()) if gap else None
        follows = self._next(passage) if passage else None
        if not (passage and follows and self._lies_between(_OF_THE, passage.end, follows.start)):
            return None
        return self._beside(passage, follows)

    def _of(self, passage: Passage) -> _Cited:
        """Whose articles these are: what stands beside them says so, or else what came before."""
        before, behind = self._previous(passage), self._next(passage)
        if behind and self._lies_between(_OF_THE, passage.end, behind.start):
            return self._beside(passage, behind)
        if _OF.match(self.text, passage.end):
            return _Cited(passage)
        if before and self._lies_between(_BEFORE, before.end, passage.start):
            return self._beside(passage, before)
        if behind and self._lies_between(_BEHIND, passage.end, behind.start):
            return self._beside(passage, behind)
        if self._is_of_other(passage):
            return _Cited(passage)
        if before and self._lies_between(_AND_SO, before.end, passage.start):
            return self._beside(passage, before)
        return self._of_context(passage)

    def _is_of_other(self, passage: Passage) -> bool:
        """Whether what is beside articles looks like the name of something not known here."""
        behind, near = self._next(passage), max(0, passage.start - 12)
        is_other = behind is not None and behind.kind is Kind.OTHER
        if behind and is_other and self._lies_between(_NAMED_BEHIND, passage.end, behind.start):
            return True
        found = _OTHER_BEHIND.match(self.text, passage.end)
        return bool(found or _OTHER_BEFORE.search(self.text, near, passage.start))

    def _of_context(self, passage: Passage) -> _Cited:
        begins = self._paragraph(passage.start)
        at = bisect_right(self.starts, passage.start) - 1
        for mention in reversed(self.mentions[max(0, at + 1 - _STEPS) : at + 1]):
            if mention.start < begins and self._fits(passage, self.heading):
                return _Cited(passage, self.heading)
            if mention.start < begins and mention.end < passage.start - _REACH:
                break
            if not mention.code:
                return _Cited(passage)
            if self._fits(passage, mention.code):
                return _Cited(passage, mention.code)
        return _Cited(
            passage, self.heading if self._fits(passage, self.heading) else "", None, False
        )

    def _with_next(self, cited: list[_Cited]) -> list[_Cited]:
        """`Article 6, on …, and Article 9 of CEDAW`: what nothing else tells, the next one does."""
        for at in range(len(cited) - 2, -1, -1):
            one, then = cited[at], cited[at + 1]
            between = self.text[one.passage.end : then.passage.start][:200]
            is_near = then.passage.start - one.passage.end < 200 and not _SENTENCE.search(between)
            may_be = not one.code and not one.is_told and self._fits(one.passage, then.code)
            if may_be and then.beside and is_near:
                cited[at] = replace(one, code=then.code)
        return cited

    def _fits(self, passage: Passage, code: str) -> bool:
        """Whether these may be a treaty's articles, by their numbers."""
        number = passage.provisions[0].number
        digits = re.match(r"\d+", number)
        is_too_high = digits is not None and int(digits[0]) > _LAST
        return bool(code) and not is_too_high and is_roman(number) == self._is_roman(code)

    def _is_roman(self, code: str) -> bool:
        known = self.treaties[code].articles
        return any(known) and all(is_roman(number) for number in known if number)

    def _beside(self, passage: Passage, mention: Mention) -> _Cited:
        return _Cited(passage, mention.code, mention)

    def _previous(self, passage: Passage) -> Mention | None:
        at = bisect_right(self.starts, passage.start)
        return self.mentions[at - 1] if at else None

    def _next(self, passage: Passage) -> Mention | None:
        at = bisect_right(self.starts, passage.start)
        return self.mentions[at] if at < len(self.mentions) else None

    def _lies_between(self, pattern: re.Pattern[str], start: int, end: int) -> bool:
        return start <= end <= start + 160 and bool(pattern.fullmatch(self.text, start, end))

    # What is told

    def _articles(self, cited: _Cited) -> list[Citation]:
        """A citation for each article; the first or the last has the treaty's name with it."""
        if not cited.code:
            return []
        found = [
            Citation(start, end, cited.code, self._number(cited.code, number))
            for start, end, number in cited.passage.provisions
        ]
        beside = cited.beside
        if beside and beside.start not in self.used:
            self.used.add(beside.start)
            found[0] = found[0]._replace(start=min(found[0].start, beside.start))
            found[-1] = found[-1]._replace(end=max(found[-1].end, beside.end))
        return found

    def _number(self, code: str, number: str) -> str:
        """As the treaty's articles are numbered here, if it is known: `1(A)(2)` is 1A(2)."""
        given = code, number
        if given not in self.numbers:
            number = in_roman(number) if self._is_roman(code) else number
            parts, known = _parts(number), self.treaties[code].articles
            self.numbers[given] = next((one for one in known if _parts(one) == parts), number)
        return self.numbers[given]


def _parts(number: str) -> list[str]:
    return re.findall(r"\d+|[a-z]+", number.casefold())
