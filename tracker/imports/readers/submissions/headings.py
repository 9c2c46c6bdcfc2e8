"""Headings: what makes a line one, and whether asks stand below it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .marks import Mark
from .paragraphs import Paragraph

_ASKING = re.compile(
    r"""\b(?:recommend(?:ed|ations?)?\b|questions?\b|requests?\b|demands?\b|proposals?\b
      |suggest(?:ions?|ed)\b|calls?\s(?:to|for)\s(?:urgent\s)?action|asks\b|list\sof\sissues
      |issues\sto\sraise|what\s.{1,40}\sshould\b|the\sway\sforward|appeals?\b|measures\sto\sbe\staken)
    |권고|제언|건의|질문|질의|요구|요청|촉구|제안|建议|问题清单|提问|请求|要求|呼吁""",
    re.VERBOSE | re.IGNORECASE,
)
_QUESTION = re.compile(
    r"\bquestions?\b|issues\sto\sraise|list\sof\sissues|질문|질의|提问|问题清单", re.I
)
_REQUEST = re.compile(
    r"\b(?:requests?|demands?|appeals?|calls?)\b|요구|요청|촉구|请求|要求|呼吁", re.I
)
_NOT_ASKING = re.compile(
    r"""\b(?:previous|past|prior|earlier|former|last|implementation\sof|implemented|follow-?up
      |status\sof|accepted|supported|noted|received|rejected|responses?\sto|in\slight\sof
      |(?:first|second|third|1st|2nd|3rd)\scycle|from\sthe\s(?:previous|last|third|second)|made\sby
      |adopted\sby|international\scalls?|unanswered|in\squestion|call\sfor\simmediate)\b
    |이전|지난|이행|以往|此前|上一轮|落实""",
    re.VERBOSE | re.IGNORECASE,
)
_CLOSING = re.compile(
    r"""(?:concluding\sremarks|conclusions?|(?:works?\s)?cited|references?|bibliography|sources|annex(?:es)?
      |appendi(?:x|ces)|end\s?notes|foot\s?notes|notes|acknowledge?ments?|treaties(?:\sand\slegislation)?
      |about\s.{0,60}|contacts?|contact\s(?:us|information)|glossary|abbreviations
      |introduction|background|methodology|(?:executive\s)?summary|abstract|signatories|signatures?
      |결론|맺음말|참고\s?문헌|부록|서론|요약|结论|结语|参考文献|附件|引言|摘要)
    (?:\s\w{1,3})?\s*:?""",
    re.VERBOSE | re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"(?:recommendations?\s|questions?\s|requests?\s|we\s.{1,40}\s)?(?:to|for)\s(?:the\s)?(.+?):?"
    r"|what\s(?:the\s)?(.+?)\s(?:should|must|can)\s.*",
    re.IGNORECASE,
)
_SENDER = re.compile(
    r"(?:jointly\s)?(?:prepared|submitted|written)\s(?:jointly\s)?by\b", re.IGNORECASE
)
_SMALL = frozenset(
    [
        "a", "an", "and", "as", "at", "but", "by", "due", "for", "from", "in", "into", "of", "on",
        "or", "over", "per", "than", "the", "to", "toward", "towards", "under", "upon", "via", "vs",
        "with", "within", "without", "is", "are", "its", "their",
    ]
)  # fmt: skip
_HANGUL_HAN = re.compile(r"[\uac00-\ud7a3\u4e00-\u9fff]")
_NAMES = frozenset(
    [
        "UN", "UPR", "NGO", "DPRK", "PRC", "ROK", "CEDAW", "CAT", "CRC", "CERD", "UNHCR", "OHCHR",
        "HRC", "NK", "II", "III", "IV", "VI",
    ]
)  # fmt: skip
_LONGEST = 130  # characters
_TITLE = re.compile(r"[A-Za-z’'\-]+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its title without its mark, and what stands below it."""

    title: str
    mark: Mark | None
    level: int
    is_capital: bool
    is_asking: bool
    is_closing: bool
    is_known: bool

    @property
    def kind(self) -> str:
        return self.mark.kind if self.mark else ""

    @property
    def depth(self) -> int:
        """How many numbers its mark has: 2 for 4.1; 0 for a letter or none."""
        return int(self.kind.split()[1].rstrip("()")) if self.kind.startswith("digits") else 0

    @property
    def addressee(self) -> str:
        """Whom it addresses: “Recommendations to the Republic of Korea”; "" if it names nobody."""
        found = _ADDRESSED.fullmatch(in_title_case(self.title))
        return next(filter(None, found.groups())) if found else ""

    @property
    def asks(self) -> str:
        """The kind of what is asked below it, as Recommendation.Kind has it."""
        words = self.title
        if _QUESTION.search(words):
            return "both" if re.search(r"recommend|권고|建议", words, re.I) else "question"
        return "request" if _REQUEST.search(words) else "recommendation"

    @property
    def shown(self) -> str:
        """As a locator says it."""
        return in_title_case(self.title).rstrip(" :")


def heading_of(one: Paragraph, mark: Mark | None, text: str) -> Heading | None:
    """The heading that a paragraph is, or None."""
    title = re.sub(r"^#{1,6}\s+", "", text).strip()
    if not title or len(title) > _LONGEST or not any(map(str.isalpha, title)):
        return None
    is_known = bool(_CLOSING.fullmatch(title)) or (len(title) < 60 and _asking(title))
    is_capital = _is_capital(title)
    if not (one.level or text != title or _looks_like_one(title, mark, is_capital, is_known)):
        return None
    closing = bool(_CLOSING.fullmatch(title)) and not _asking(title)
    return Heading(title, mark, one.level, is_capital, _asking(title), closing, is_known)


def _asking(title: str) -> bool:
    return bool(_ASKING.search(title)) and not _NOT_ASKING.search(title)


def _is_capital(title: str) -> bool:
    letters = [char for char in title if char.isalpha() and char.lower() != char.upper()]
    return len(letters) > 3 and sum(map(str.isupper, letters)) > 0.9 * len(letters)


def _looks_like_one(title: str, mark: Mark | None, is_capital: bool, is_known: bool) -> bool:
    if re.search(r"[.;,?!。；，？！]\Z", title) or title[0].islower() or _SENDER.match(title):
        return False
    if _HANGUL_HAN.search(title):
        return len(title) < 30 and (is_known or bool(mark)) and not title.endswith(("다", "오"))
    if is_capital and len(title) < 100:
        return True
    if title.endswith(":"):
        return bool(_ADDRESSED.fullmatch(title) or (is_known and len(title) < 60))
    words = [word for word in _TITLE.findall(re.sub(r"\([^)]*\)", "", title)) if word]
    if is_known and len(words) <= 9:
        return True
    if mark and mark.kind.startswith("digits") and not mark.kind.startswith("digits 1"):
        return len(words) <= 14
    large = [word for word in words if word.lower() not in _SMALL]
    capital = sum(word[:1].isupper() for word in large)
    return 0 < len(words) <= 22 and capital >= max(1, 0.85 * len(large))


def in_title_case(title: str) -> str:
    """A title in capitals as a title; any other as it is."""
    if not _is_capital(title):
        return title
    words = [
        word.lower() if at and word.lower() in _SMALL else _capitalised(word)
        for at, word in enumerate(title.split())
    ]
    return " ".join(words)


def _capitalised(word: str) -> str:
    if word.strip("()[]:,.’'\"“”") in _NAMES:
        return word
    lower = word.lower()
    first = next((at for at, char in enumerate(lower) if char.isalpha()), 0)
    return lower[:first] + lower[first : first + 1].upper() + lower[first + 1 :]
