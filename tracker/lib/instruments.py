"""Treaties, and what is no treaty known here, where an English text names them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import NamedTuple

_LITTLE = {"a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to"}  # in names
_LOOSE_FROM = 3  # words beyond those; a name with fewer has to stand as it is
_LONGEST = 60  # words of a name, with the little ones between
_WORDS = re.compile("[A-Za-z0-9]+")
_JOINS = re.compile(r"(?=.)[ \t\u00a0’'–,-]{0,3}(?:\r?\n)?[ \t\u00a0’'–,-]{0,3}")
_NOUNS = {"convention", "covenant", "protocol", "declaration", "agreement", "treaty"}
_LAWS = {"charter", "statute"}
_ITS = {"its", "their"}
_THE = _ITS | {"the", "this", "that", "said", "same", "such", "present", "aforementioned"}
_NO_NAMES = _THE | _LITTLE | {"under", "both", "each", "these", "those", "with"}
_ABOUT = {"on", "against", "relating", "concerning", "between", "regarding"}
_MONTHS = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
}  # fmt: skip
_TITLE = re.compile("(?:international )?(?:convention|covenant) ", re.IGNORECASE)
_PARENT = {"optional", "additional", "protocol", "convention", "covenant", "international"}
_LAW = re.compile(
    r"\b(?:Criminal|Penal|Civil|Labou?r|Family)\s(?:Code|Law|Procedure)\b"
    r"|\b(?:[Cc]onstitution|[Cc]riminal code|[Pp]enal code|[Cc]riminal law)(?![A-Za-z])"
    r"|\b(?<!International )(?<!Rights )(?<!Refugee )(?<!Humanitarian )"
    r"(?:Code|Laws?|Act|Regulations?|Rules|Ordinance|Decree|Bill|Resolution|Guidelines"
    r"|Principles|Directive|Journal|Quarterly|Bulletin|Yearbook)(?![A-Za-z])"
)
_OPENS = re.compile(
    r"[\s,]{0,3}[(\[]\W{0,3}(?:(?:hereinafter|hereafter|or|the|also|known|as|referred|to)\W{1,3}){0,4}"
)
_CLOSES = re.compile(r"\W{0,2}[)\]]")


@dataclass(frozen=True)
class Known:
    """A treaty: its code, what it is called, and its articles' numbers as far as they are known."""

    code: str
    names: tuple[str, ...]
    articles: tuple[str, ...] = ()


class Kind(Enum):
    """How a text names an instrument."""

    NAME = auto()  # by one of its names
    BODY = auto()  # by the committee that watches over it
    NOUN = auto()  # “the Convention”: which one, the text around it says
    OTHER = auto()  # a law, or a treaty that is not known


@dataclass(frozen=True)
class Mention:
    """
    Where a text names an instrument; `code` is empty where the words do not tell which.

    `noun`: what sort it is called; `defines`: the noun that means it from here on; `is_its`: “its
    Protocol”, that of the treaty before.
    """

    start: int
    end: int
    kind: Kind
    code: str = ""
    noun: str = ""
    defines: str = ""
    is_its: bool = False
    is_capital: bool = True


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    folded: str
    is_joined: bool  # to the word before it
    is_beside: bool  # without a comma between


@dataclass(frozen=True)
class _Name:
    code: str
    kind: Kind
    letters: str  # as they have to stand, where it is a single word: no cat is the CAT


class Names:
    """What treaties are called, to be found in texts; of two with one name, the first has it."""

    def __init__(self, treaties: Iterable[Known]) -> None:
        self._exact: dict[tuple[str, ...], _Name] = {}
        self._loose: dict[tuple[str, ...], _Name] = {}
        self.nouns: dict[str, str] = {}
        self.protocols: dict[str, str] = {}  # of a treaty: the one that is added to it
        subjects: dict[tuple[str, ...], str] = {}
        for treaty in treaties:
            self.nouns[treaty.code] = next(filter(None, map(_noun, treaty.names)), "")
            for name in treaty.names:
                self._learn(name, treaty.code, Kind.NAME)
                if _TITLE.match(name):
                    self._learn(_TITLE.sub("Committee ", name, count=1), treaty.code, Kind.BODY)
            for subject in map(_subject, treaty.names):
                other = subjects.setdefault(subject, treaty.code)
                if len(subject) > 1 and self.nouns[treaty.code] == "protocol":
                    self.protocols.setdefault(other, treaty.code)
        keys = [*self._exact, *self._loose]
        self._begun = {key[:size] for key in keys for size in range(1, len(key) + 1)}

    def _learn(self, name: str, code: str, kind: Kind) -> None:
        """Names in other scripts are passed over: this reads English."""
        words = tuple(word.casefold() for word in _WORDS.findall(name))
        content = tuple(word for word in words if word not in _LITTLE)
        if _has_other_letters(name) or not any(map(str.isalpha, content)):
            return
        letters = name if len(words) == 1 and name.isupper() else ""
        if len(content) < _LOOSE_FROM:
            self._exact.setdefault(words, _Name(code, kind, letters))
        else:
            self._loose.setdefault(content, _Name(code, kind, ""))

    def at(self, words: Sequence[_Word], first: int) -> tuple[int, _Name] | None:
        """The longest name that begins with a word: the number of its last one, and whose it is."""
        found = None
        whole: tuple[str, ...] = ()
        content: tuple[str, ...] = ()
        is_beside = True
        for last in range(first, len(words)):
            word = words[last]
            if last > first and not word.is_joined:
                break
            is_beside = is_beside and (last == first or word.is_beside)
            whole += (word.folded,)
            is_little = word.folded in _LITTLE
            content += () if is_little else (word.folded,)
            if whole not in self._begun and (content not in self._begun or last > first + _LONGEST):
                break
            if is_little:
                continue
            name = self._loose.get(content) or (self._exact.get(whole) if is_beside else None)
            if name and name.letters in ("", word.text):
                found = last, name
        return found


def mentions_in(text: str, names: Names) -> list[Mention]:
    """Every instrument that a text names, in its order; none overlaps another."""
    words = [*_words(text)]
    found = [*_named(text, words, names)]
    laws = [Mention(law.start(), law.end(), Kind.OTHER) for law in _LAW.finditer(text)]
    apart: list[Mention] = []
    for mention in sorted([*found, *laws], key=lambda one: (one.start, -one.end)):
        if not apart or mention.start >= apart[-1].end:
            apart.append(mention)
    return _with_definitions(text, apart)


def _words(text: str) -> Iterator[_Word]:
    before = 0
    for found in _WORDS.finditer(text):
        start, end = found.span()
        gap = text[before:start] if start - before < 9 else ""
        is_joined = bool(_JOINS.fullmatch(gap))
        letters = found[0]
        if text[start - 1 : start].isalpha() or text[end : end + 1].isalpha():
            letters = ""  # a part of a word in another script
        yield _Word(start, end, letters, letters.casefold(), is_joined, "," not in gap)
        before = end


def _named(text: str, words: list[_Word], names: Names) -> Iterator[Mention]:
    at = 0
    while at < len(words):
        found = names.at(words, at)
        if found:
            last, name = found
            if not _is_symbol(text, words[at].start, words[last].end):
                yield _known(words, at, last, name, names)
            at = last
        elif words[at].folded in _NOUNS | _LAWS and (mention := _unnamed(words, at)):
            yield mention
        at += 1


def _known(words: list[_Word], first: int, last: int, name: _Name, names: Names) -> Mention:
    follows = words[last + 1] if last + 1 < len(words) else None
    before = [word.folded for word in words[max(0, first - 3) : first] if word.folded != "the"]
    kind = name.kind
    if follows and follows.is_joined and follows.folded in ("committee", "committees"):
        kind = Kind.BODY
    if before[-2:] in (["protocol", "to"], ["protocols", "to"]):  # one that is not known
        return Mention(words[first].start, words[last].end, Kind.OTHER, noun="protocol")
    start, end = words[first].start, words[last].end
    return Mention(start, end, kind, name.code, names.nouns[name.code])


def _unnamed(words: list[_Word], at: int) -> Mention | None:
    """“the Convention”, or one that is not known: “Vienna Convention”, “Convention on Biology”."""
    word = words[at]
    first = at - 1 if at and words[at - 1].folded == "optional" and word.is_joined else at
    before = words[first - 1] if first and words[first].is_joined else None
    after, beyond = [*words[at + 1 : at + 3], None, None][:2]
    is_about = (
        after and after.is_joined and after.folded in _ABOUT
        and beyond and beyond.is_joined and not beyond.text.isdecimal()
        and beyond.folded not in _MONTHS
    )  # fmt: skip
    is_called = before and before.folded not in _NO_NAMES and not before.text.islower()
    if is_about or is_called or word.folded in _LAWS:
        return Mention(word.start, word.end, Kind.OTHER, noun=word.folded)
    if not before or before.folded not in _THE:
        return None
    is_capital, is_its = word.text[0].isupper(), before.folded in _ITS
    return Mention(
        words[first].start,
        word.end,
        Kind.NOUN,
        noun=word.folded,
        is_its=is_its,
        is_capital=is_capital,
    )


def _with_definitions(text: str, mentions: list[Mention]) -> list[Mention]:
    """A name with what it is called for short, in brackets behind it; CEDAW may be a body."""
    found: list[Mention] = []
    meant: dict[str, Kind] = {}
    for mention in mentions:
        words = text[mention.start : mention.end]
        before = found[-1] if found else None
        if before and (end := _defined(text, before, mention)):
            if mention.kind is Kind.NOUN:
                found[-1] = replace(before, end=end, defines=mention.noun)
                continue
            meant[words] = before.kind
            if before.kind is Kind.NAME:
                found[-1] = replace(before, end=end)
                continue
        if mention.kind is Kind.NAME:
            mention = replace(mention, kind=meant.get(words, mention.kind))
        found.append(mention)
    return found


def _defined(text: str, before: Mention, mention: Mention) -> int:
    """Where the bracket ends in which an instrument is named once more; 0 if there is none."""
    is_same = mention.code == before.code and bool(before.code)
    if not (is_same or mention.kind is Kind.NOUN) or mention.start - before.end > 60:
        return 0
    closes = _CLOSES.match(text, mention.end)
    opens = _OPENS.fullmatch(text, before.end, mention.start)
    return closes.end() if opens and closes else 0


def _is_symbol(text: str, start: int, end: int) -> bool:
    """Whether a name stands in a document's symbol or an address, as in CEDAW/C/CHN/CO/9."""
    return "/" in (text[start - 1 : start], text[end : end + 1])


def _noun(name: str) -> str:
    """What sort of treaty a name says it is; an “Optional Protocol to the Convention” is one."""
    return next((word for word in map(str.casefold, _WORDS.findall(name)) if word in _NOUNS), "")


def _subject(name: str) -> tuple[str, ...]:
    """What a title is about, which a protocol shares with its treaty."""
    words = map(str.casefold, _WORDS.findall(name))
    return tuple(word for word in words if word not in _LITTLE | _PARENT)


def _has_other_letters(text: str) -> bool:
    return any(char.isalpha() and not char.isascii() for char in text)
