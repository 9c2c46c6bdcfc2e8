"""The title on a cover: the lines that are neither sender, addressee nor date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .dates import DATE
from .headings import in_title_case
from .paragraphs import Paragraph
from .submitters import NAME_AND_ACRONYM, is_group

_LONGEST = 400  # characters
_GOES_ON = ("in", "on", "of", "and", "for", "to", "under", "by", "from", "at", "with")
_OTHER = re.compile(
    r"""[^\w]*(?:english|korean|chinese|original:.*|confidential|draft
        |united\snations(?:\seconomic\sand\ssocial\scouncil)?|human\srights\scouncil
        |un\supr\s.*|.*\bsession\b.*|commission\son.*|committee\son.*|communications?\sprocedure
        |universal\speriodic\sreview.*|(?:joint\s)?submission|.*\bsubmission\sto\s.*
        |(?:filed|submitted|prepared|by|date[d:])\s.*|.*@.*|.*https?:.*|.*www\..*
        |©.*|.*\d{4}\s?[A-Z]{2}\s.*|\+\s?\d[\d\s]+|.*\)\s*|.*:)""",
    re.VERBOSE | re.IGNORECASE,
)
_ITEM = re.compile(r"\W*(?:\d{1,3}[.)]|[-•▪·*]\s)")
_SENTENCE = re.compile(r"[.;]\Z")
_EASTERN = re.compile(r"[\uac00-\ud7a3\u4e00-\u9fff]")


def title_in(cover: Sequence[Paragraph]) -> str:
    """The title that a cover gives, "" if none; lines in capitals as a title has them."""
    styled = next((one.text for one in cover if one.level == 1), "")
    if styled:
        return in_title_case(styled)[:_LONGEST]
    title = ""
    for line in _lines(cover):
        title = _with(title, in_title_case(line))
    return title[:_LONGEST]


def _lines(cover: Sequence[Paragraph]) -> Iterator[str]:
    """The first line that may be a title, and in capitals those that follow it."""
    lines = [one.text for one in cover]
    has_another = any(_may_be(line) and not is_group(line) for line in lines)
    before = ""
    for line in lines:
        if not before and has_another and is_group(line):
            continue
        is_next = not before or (before.isupper() and line.isupper())
        if _may_be(line) and is_next:
            yield line
            before = line
        elif before:
            return


def _with(title: str, line: str) -> str:
    first = line.split()[0].lower()
    if not title or title.endswith(":"):
        return f"{title} {line}".strip()
    if first in _GOES_ON:
        return f"{title} {first}{line[len(first) :]}"
    return f"{title} {line}" if " — " in title else f"{title} — {line}"


def _may_be(line: str) -> bool:
    least = 0 if _EASTERN.search(line) else 1
    has_words = sum(map(str.isalpha, line)) > 7 and len(line.split()) > least
    is_part = line.isupper() and line.endswith(":")
    is_other = bool(_OTHER.fullmatch(line)) and not is_part
    is_date = len(line) < 50 and bool(DATE.search(line))
    is_text = bool(_ITEM.match(line) or _SENTENCE.search(line)) or len(line) >= 200
    return has_words and not (is_other or is_date or is_text or NAME_AND_ACRONYM.fullmatch(line))
