"""Passages of UN documents as databases keep them: HTML, a heading and a number glued to a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tracker.imports.words import clean, folded
from tracker.lib.states import state_named

_DROPPED = re.compile(r"<!--.*?-->|<(style|script)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_INLINE = "a|abbr|b|em|font|i|small|span|strong|sub|sup|u"
_BLOCK = "article|blockquote|br|div|h[1-6]|hr|li|ol|p|section|table|tbody|td|th|thead|tr|ul"
_INLINE_TAG = re.compile(rf"</?(?:{_INLINE}|o:p)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCK})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ITEM = re.compile(r"(?P<locator>\d{1,3}\.\d{1,3})\.?\s*(?=[^\s\d.])")  # 140.7 of a UPR report
_BEGINS = r"(?=[A-Z“\"‘'(\[*¿«]|[^\x00-\x7f])"
_NUMBERED = re.compile(rf"(?P<number>\d{{1,3}})\s?\.\s*{_BEGINS}")
_LETTERED = re.compile(r"(?P<number>\d{1,3})\s?\((?P<letter>[a-z]{1,4})\)\s*(?=\S)")
_HEADED = re.compile(rf"(?P<heading>[^\W\d_][^.;:?!]{{2,118}}?)\s+(?P<number>\d{{1,3}})\.{_BEGINS}")
# “… under article 14.The” is the end of a sentence rather than a heading.
_REFERS = re.compile(
    r"\b(?:articles?|arts?|paragraphs?|paras?|rules?|sections?|chapters?|no|nos|goals?|targets?"
    r"|annex|page|pages|the|of|in|and|to|for|by)\Z",
    re.IGNORECASE,
)
_NESTED = r"\((?:[^()]|\([^()]*\))*\)"
_LAST_BRACKET = re.compile(rf"\s*(?P<names>{_NESTED})[\s;,.]*\Z")


@dataclass(frozen=True)
class Passage:
    """A text without what was glued to it: where it stands, and what heads it."""

    text: str
    locator: str = ""
    heading: str = ""


def without_html(text: str) -> str:
    """The words of a text that may be HTML, also where it was escaped once more; in one line."""
    return clean(_without_tags(clean(_without_tags(text))))


def passage_of(text: str) -> Passage:
    """
    Take a paragraph's number, and a heading before it, from the beginning of its text.

    `4.The Committee …` is para. 4; `140.7 Ratify …` is item 140.7 of a UPR report;
    `Rural women 49.The Committee …` is para. 49 below a heading. A number with a space after it
    and words before it is taken for a part of the sentence.
    """
    words = without_html(text)
    if found := _ITEM.match(words):
        return Passage(words[found.end() :], found["locator"])
    if found := _NUMBERED.match(words):
        return Passage(words[found.end() :], f"para. {found['number']}")
    if found := _LETTERED.match(words):
        locator = f"para. {found['number']} ({found['letter']})"
        return Passage(words[found.end() :], locator)
    found = _HEADED.match(words)
    if found and not _REFERS.search(found["heading"]):
        return Passage(words[found.end() :], f"para. {found['number']}", found["heading"])
    return Passage(words)


def without_states(text: str, states: Iterable[str]) -> str:
    """
    The text without the States in brackets at its end, where they are said beside it anyway.

    A bracket that names anything else stays, and so does all before it.
    """
    known = set(map(_state, states))
    kept = text
    while found := _LAST_BRACKET.search(kept):
        inner = found["names"][1:-1]
        if not (_state(inner) in known or set(map(_state, re.split(r"[,;]", inner))) <= known):
            break
        kept = kept[: found.start()]
    return kept if kept.strip() else text


def _state(name: str) -> str:
    """One word for a State, by whatever name."""
    known = state_named(name)
    return known.slug if known else folded(name)


def _without_tags(text: str) -> str:
    if "<" not in text:
        return text
    text = _DROPPED.sub(" ", text)
    return _BLOCK_TAG.sub(" ", _INLINE_TAG.sub("", text))
