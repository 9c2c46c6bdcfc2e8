"""British and American spelling: texts have either, and so do those who look for them."""

from __future__ import annotations

import re
from functools import lru_cache

# What stands before, British, American, and what follows. A variant that nobody writes (promize)
# finds nothing, so that a rule may be a little too wide.
_DIFFERENCES = [
    (r"[a-z]{3,}", "is", "iz", r"(?:e[sdr]?|ers|ing|able|ational|ations?)\b"),
    (r"[a-z]{2,}l", "ys", "yz", r"(?:e[sdr]?|ing)\b"),
    ("labo|colo|favo|flavo|harbo|humo|rumo|rigo|vigo|savio|armo|tumo", "ur", "r", ""),
    ("(?:mis)?behavio|(?:dis)?hono|neighbo|endeavo", "ur", "r", ""),
    ("cent|theat|fib|lit|calib|spect|(?:centi|kilo|milli)?met", "re", "er", r"s?\b"),
    ("defen|offen|pretens?|licen", "ce", "se", r"[sd]?\b"),
    ("cent", "red", "ered", r"\b"),
    (
        "travel|counsel|label|cancel|model|fuel|signal|channel|level",
        "l",
        "",
        r"(?:ed|ing|[eo]rs?)\b",
    ),
    ("catal|dial|anal|monol", "ogue", "og", r"s?\b"),
    ("(?:re)?program", "me", "", r"s?\b"),
    ("fulfi|enro|insta", "l", "ll", r"(?:s|ments?)?\b"),
    ("judg|acknowledg", "em", "m", r"ents?\b"),
    ("(?:ortho)?p|gyn|an", "ae", "e", r"(?:d|m|c)"),
]


def _rules(old: int, new: int) -> list[tuple[re.Pattern[str], str]]:
    return [
        (re.compile(rf"\b({parts[0]}){parts[old]}(?={parts[3]})"), rf"\g<1>{parts[new]}")
        for parts in _DIFFERENCES
    ]


_AMERICAN = _rules(1, 2)
_BRITISH = _rules(2, 1)


@lru_cache(maxsize=20_000)
def american(text: str) -> str:
    """A folded text in American spelling, as words are compared."""
    return _respelled(text, _AMERICAN)


def spellings(text: str) -> tuple[str, ...]:
    """A folded English text as it stands, as a Briton and as an American would write it."""
    return tuple(dict.fromkeys([text, _respelled(text, _BRITISH), american(text)]))


def _respelled(text: str, rules: list[tuple[re.Pattern[str], str]]) -> str:
    for pattern, new in rules:
        text = pattern.sub(new, text)
    return text
