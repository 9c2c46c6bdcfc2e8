"""Who submits a document: named on its cover, where they present themselves, or below the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tracker.lib.folding import fold

from .paragraphs import Paragraph

NAME_AND_ACRONYM = re.compile(
    r"(?P<name>[^():;]{4,120}?)\s*\((?P<short>[A-Z][A-Za-z&]{1,12})\)\s*\Z"
)
_FRONT, _END = 60, 12  # paragraphs before the text and after it
_MOST = 20
_LINE = 120  # characters that a line of a cover has at most
_BY = re.compile(
    r"(?:(?:jointly\s)?(?:submitted|prepared|presented|authored|report|(?:joint\s)?submission)"
    r"\s(?:jointly\s)?by|by|submitting\sorgani[sz]ations?|submitters?|stakeholders?"
    r"|name\sof\s(?:the\s)?organi[sz]ations?|제출\s?(?:단체|기관)|提交(?:方|单位|组织))"
    r"(?:\s*[:：]\s*|\s+)(?P<names>\S.{1,300})",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?:president|chair(?:man|woman|person)?|vice\schair\w*|director|secretary(?:-|\s)general"
    r"|coordinator|head)(?:\sof)?,?\s+(?P<name>[A-Z].{3,100})",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\s*(?:[,;、]|&|\band\b|및)\s+")
_SENDERS = re.compile(
    r"\b(?:coalition|alliance|association|foundation|cent(?:er|re)|institute|network|federation"
    r"|campaign|organi[sz]ation|society|watch|legal aid|lawyers|working group)\b",
    re.IGNORECASE,
)
_BODY = re.compile(r"(?:executive summary|summary|introduction|background)\W*\Z", re.IGNORECASE)
_UN_BODY = re.compile(  # whom a submission addresses, rather than who submits it
    r"\b(?:committee (?:on|against|for)|commission on|council|united nations|rapporteur|assembly"
    r"|high commissioner|commission of inquiry)\b",
    re.IGNORECASE,
)
_SMALL = frozenset(["and", "of", "for", "the", "in", "on", "with"])


def submitters(
    cover: Sequence[Paragraph], paragraphs: Sequence[Paragraph], known: Iterable[str] = ()
) -> list[str]:
    """The names of those who submit a document; of those `known` all that its cover names."""
    names = [name for one in cover for name in _named(one.text)]
    names += [name for one in _front(paragraphs) for name in _with_acronym(one.text)]
    if not names:
        names = [name for one in cover if is_group(one.text) for name in _SEVERAL.split(one.text)]
    names += [
        found["name"].strip(" .,")
        for one in paragraphs[-_END:]
        if len(one.text) < 160 and (found := _SIGNED.match(one.text))
    ]
    return _each_once([*names, *_known_on([*_front(paragraphs)], known)])[:_MOST]


def is_group(line: str) -> bool:
    """Whether a line is the name of an organisation, or of two."""
    words = re.findall(r"[A-Za-z’'-]+", line)
    is_name = all(word[0].isupper() for word in words if word not in _SMALL)
    is_short = ":" not in line and len(words) <= 14
    return is_name and is_short and not line.isupper() and bool(_SENDERS.search(line))


def _named(line: str) -> list[str]:
    """Those that “submitted by” names, or the one that a bracket of a cover follows."""
    if (found := _BY.match(line)) and not line.endswith("."):
        parts = [part.strip(" .*") for part in _SEVERAL.split(found["names"])]
        return [_without_acronym(part) for part in parts if 1 < len(part) < 120]
    if line.rstrip().endswith(")") and "(" not in line and _SENDERS.search(line):
        return [line.strip(" )\t%").removeprefix("The ")]
    return []


def _front(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """What stands before the first section, where the submitters present themselves."""
    for one in paragraphs[:_FRONT]:
        if _BODY.match(one.text):
            return
        yield one


def _with_acronym(line: str) -> list[str]:
    """The name in a line that is only a name and its acronym."""
    found = NAME_AND_ACRONYM.fullmatch(line) if line[:1].isupper() and len(line) < 140 else None
    return [found["name"].strip()] if found else []


def _without_acronym(name: str) -> str:
    found = NAME_AND_ACRONYM.fullmatch(name)
    name = found["name"] if found else name
    return name.removeprefix("the ").removeprefix("The ")


def _known_on(front: Sequence[Paragraph], known: Iterable[str]) -> list[str]:
    text = f" {fold(' '.join(one.text for one in front if len(one.text) < _LINE))} "
    able = (name for name in known if len(name) > 5 and not _UN_BODY.search(name))
    return [name for name in able if f" {fold(name)} " in text]


def _each_once(names: Iterable[str]) -> list[str]:
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(fold(_without_acronym(name)), name)
    return list(kept.values())
