"""What a document says of itself: title, submitters, mechanism, session, dates and symbol."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from .dates import DATE, iso
from .paragraphs import Paragraph, is_apparatus
from .submitters import submitters
from .titles import title_in

_COVER = 60  # paragraphs that may belong to a cover
_LONG = 220  # characters that no line of it has
_BODY = re.compile(
    r"(?:contents?|table of contents|executive summary|summary|introduction|abstract"
    r"|목차|서론|目录|引言)\W*\Z|(?:\d{1,2}|[A-Z]|I{1,3})[.)]\s+\w",
    re.IGNORECASE,
)
_MECHANISMS = {
    "CSW": r"\bCSW\b|Commission\son\sthe\sStatus\sof\sWomen|妇女地位委员会",
    "UPR": r"\bUPR\b|Universal\sPeriodic\sReview|보편적\s?정례|普遍定期审议",
    "CEDAW": r"\bCEDAW\b|Discrimination\sagainst\sWomen|여성차별철폐|消除对妇女",
    "CAT": r"(?-i:\bCAT\b)|Committee\sagainst\sTorture|고문방지|禁止酷刑",
    "CRC": r"\bCRC\b|Rights\sof\sthe\sChild|아동권리|儿童权利",
    "CERD": r"\bI?CERD\b|Racial\sDiscrimination|인종차별|种族歧视",
    "CESCR": r"\bI?CESCR\b|Economic,\sSocial\sand\sCultural\sRights|经济、社会",
    "CRPD": r"\bCRPD\b|Persons\swith\sDisabilities",
}
_COMMITTEES = ("CEDAW", "CAT", "CRC", "CERD", "CESCR", "CRPD")
_TO_A_COMMITTEE = re.compile(r"\b(?:we|submission).{0,60}\b(?:the|this)\sCommittee\b", re.I)
_SUBMITTED = re.compile(r"\b(?:filed|submitted|submission|lodged)\b|제출|提交", re.IGNORECASE)
_SESSION = re.compile(
    r"\b(\d{1,3})(?:st|nd|rd|th)?\s+(?:pre-?sessional|session)|session\s+(\d{1,3})"
    r"|CSW\s?(\d{2})|第(\d+)届",
    re.IGNORECASE,
)
_CYCLE = re.compile(
    r"\b(\d|first|second|third|fourth|fifth)(?:st|nd|rd|th)?\s+(?:UPR\s+)?cycle|cycle\s+(\d)",
    re.IGNORECASE,
)
_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5"}
_SYMBOL = re.compile(
    r"\b(?:A|E|S|CEDAW|CAT|CRC|CERD|CCPR|CED|CMW|CRPD)/[A-Z0-9][A-Z0-9./-]{3,40}(?<=[A-Z0-9])"
)


def proposed(paragraphs: Sequence[Paragraph], known: Iterable[str] = ()) -> dict[str, Any]:
    """What a person may take over of what the document says of itself; `known` organisations."""
    cover = _cover(paragraphs)
    text = "\n".join(one.text for one in cover)
    mechanism = _mechanism(text) or _addressed_committee(paragraphs)
    symbol = _SYMBOL.search(text)
    given: dict[str, Any] = {
        "title": title_in(cover),
        "made_by": submitters(cover, paragraphs, known),
        "mechanism": mechanism,
        "session": _number(_SESSION, text) if mechanism else None,
        "cycle_number": _number(_CYCLE, text) if mechanism else None,
        "symbol": symbol[0] if symbol else "",
        **_date(cover, is_submission=bool(mechanism)),
    }
    return {name: value for name, value in given.items() if value not in ("", None, [])}


def _cover(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs before the contents or the first section."""
    cover: list[Paragraph] = []
    for one in paragraphs[:_COVER]:
        if len(cover) > 1 and (_BODY.match(one.text) or len(one.text) > _LONG):
            break
        if len(one.text) <= _LONG:
            cover.append(one)
    return [one for one in cover if not is_apparatus(one.raw) or DATE.search(one.text)]


def _mechanism(text: str) -> str:
    """The mechanism that a cover names."""
    named = (name for name, words in _MECHANISMS.items() if re.search(words, text, re.I))
    return next(named, "")


def _addressed_committee(paragraphs: Sequence[Paragraph]) -> str:
    """The committee that a text without a cover addresses: that of the treaty it names most."""
    text = "\n".join(one.text for one in paragraphs)
    if not _TO_A_COMMITTEE.search(text):
        return ""
    times = Counter({name: len(re.findall(_MECHANISMS[name], text)) for name in _COMMITTEES})
    name, count = times.most_common(1)[0]
    return name if count else ""


def _number(pattern: re.Pattern[str], text: str) -> int | None:
    found = pattern.search(text)
    value = next(filter(None, found.groups()), "").lower() if found else ""
    return int(_ORDINALS.get(value, value)) if value else None


def _date(cover: Sequence[Paragraph], *, is_submission: bool) -> dict[str, str]:
    """The first date of the cover: when it was filed, or when a report came out."""
    for one in cover:
        if found := DATE.search(one.text):
            is_filed = is_submission or bool(_SUBMITTED.search(one.text))
            return {"submitted_on" if is_filed else "published_on": iso(found)}
    return {}
