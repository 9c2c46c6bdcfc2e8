"""Of whom something is asked: the State under review, or somebody else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

_OF = {
    "China": (
        r"China|PRC|P\.R\.C\.|People[’']s\sRepublic\sof\sChina|Chinese\s(?:government|authorities|State|officials"
        r"|side|police|legislators?|leadership)|Beijing|중국|中国|中方|中华人民共和国"
    ),
}
_ITS = (
    r"State\s(?:party|under\sreview|concerned)|(?:the|its|their|national|local|central|competent)\s"
    r"(?:government|authorities|State)|government\s(?:must|should)|당사국|缔约国|정부|政府"
)
_OTHERS = (
    r"Republic\sof\sKorea|South\sKorean?(?:\s(?:government|authorities))?|ROK|대한민국|한국\s?정부|韩国(?:政府)?"
    r"|Democratic\sPeople[’']s\sRepublic\sof\sKorea|North\sKorean?\s(?:government|authorities|regime)|DPRK|북한\s?당국|朝鲜"
    r"|(?:UN|United\sNations)\sHigh\sCommissioner\s(?:for|of)\s(?:Refugees|Human\sRights)|UNHCR|OHCHR"
    r"|(?:UN\s)?Special\sRapporteurs?|(?:UN\s)?Secretary-General|(?:UN\s)?Security\sCouncil|Human\sRights\sCouncil"
    r"|General\sAssembly|Commission\son\sthe\sStatus\sof\sWomen|CSW|CEDAW\sCommittee|the\sCommittee|Committee\s(?:on|against)\s[A-Z]\w+"
    r"|Working\sGroup|United\sNations|UN(?:\s(?:agencies|bodies|member\s?states))?|international\scommunity"
    r"|(?:all\s)?(?:UN\s)?Member\sStates|(?:all|other|recommending|third)\s(?:States|countries)|third\scountr(?:y|ies)"
    r"|European\sUnion|EU|United\sStates|U\.S\.|Japan|Mongolia|Thailand|Laos|Vi(?:et|etn)am|neighbou?ring\s(?:States|countries)"
    r"|donors?|civil\ssociety(?:\sorgani[sz]ations)?|NGOs|companies|businesses|국제\s?사회|유엔|国际社会|联合国"
)
_PASSES_ON = re.compile(
    r"[^,;:.]{0,40}\sto\s(?:\w+ly\s)?(?:raise|put|pose|convey|transmit|press|urge|encourage|recommend|ask|call\s(?:up)?on|demand|request)\b",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    r"\b(?:in|to|from|of|by|with|into|across|against|within|under|about|for)\s(?:the\s)?\Z", re.I
)
_CLAUSE = re.compile(
    r"[,;:–—]|\b(?:and|but|that|which|who|while|because|if|when|where)\b", re.IGNORECASE
)


_BEFORE_MODAL = re.compile(  # between a subject and its modal
    r"[,\s]*(?:[,–—]|(?:and|also|therefore|thus)\b|\w+ly\b|(?:of|in|at)\s[\w\s’'-]{1,50},\Z)"
)


@dataclass(frozen=True, slots=True)
class Addressee:
    """
    Whom a sentence addresses: `name` as it says it, "" for nobody; `is_state` for the State under
    review, `is_named` if it is named or called the State party rather than only understood.
    """

    name: str
    is_state: bool
    is_named: bool = False


NOBODY = Addressee("", is_state=True)


@cache
def _patterns(state: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    names = _OF.get(state) or re.escape(state).replace(r"\ ", r"\s")
    bounded = r"(?<![\w])(?:{})(?![A-Za-z])"
    return (
        re.compile(bounded.format(names), re.IGNORECASE if state != "China" else 0),
        re.compile(bounded.format(_ITS), re.IGNORECASE),
        re.compile(bounded.format(_OTHERS if state == "China" else f"{_OTHERS}|{_OF['China']}")),
    )


def addressee_in(words: str, state: str, *, is_subject: bool = False) -> Addressee:
    """
    Whom words address: what is named first, or, of the words before a modal, the last subject.

    One who is to pass it on is not meant: “ask the Committee to urge China”.
    """
    own, its, others = _patterns(state)
    found = [
        (match.start(), match[0], kind)
        for kind, pattern in ((1, own), (2, its), (0, others))
        for match in pattern.finditer(words)
    ]
    if is_subject:
        return _subject(words, found)
    for at, name, kind in sorted(found, key=lambda one: (one[0], -one[2])):
        if kind:
            return Addressee(name, is_state=True, is_named=True)
        passed = _PASSES_ON.match(words, at + len(name))
        is_before = words[:at].strip(" ,").lower() in (
            "",
            "the",
            "on the",
            "that the",
            "to the",
            "on",
            "to",
        )
        if is_before and not (passed and (own.search(words, passed.end()) or _follows(words))):
            return Addressee(name, is_state=False, is_named=True)
        if is_before:
            return Addressee(state, is_state=True, is_named=True)
    return NOBODY


def _follows(words: str) -> bool:
    return bool(re.search(r"\bfollowing\b|:\s*\Z", words))


def _subject(words: str, found: list[tuple[int, str, int]]) -> Addressee:
    """The subject before a modal: the nearest name that no preposition makes an object."""
    for at, name, kind in sorted(found, reverse=True):
        after = words[at + len(name) :]
        if _NO_SUBJECT.search(words[:at]) or len(_CLAUSE.findall(after)) > 2 or len(after) > 90:
            continue
        if after.strip() and not _BEFORE_MODAL.match(f"{after.strip()},"):
            continue
        if re.match(r"[’']s\b|['’]", after):
            continue
        return Addressee(name, is_state=kind > 0, is_named=True)
    return Addressee("", is_state=True)


def names_state(words: str, state: str) -> bool:
    own, its, _ = _patterns(state)
    return bool(own.search(words) or its.search(words))


def other_in(words: str, state: str) -> str:
    """Another than the State whom a heading or the words before a list address; "" for none."""
    own, its, others = _patterns(state)
    if own.search(words) or its.search(words):
        return ""
    found = others.search(words)
    return found[0] if found and not _follows_passing(words, found.end()) else ""


def _follows_passing(words: str, at: int) -> bool:
    """“We ask the Committee to put to China”: it passes on what China is asked."""
    return bool(_PASSES_ON.search(words, at))
