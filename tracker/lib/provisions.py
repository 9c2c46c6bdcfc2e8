"""Articles of treaties as readers write them: `Art. 33(1)`, `article 6`, 제33조, 第33条."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBER = r"\d{1,3}[A-Za-z]?(?:\s?\([0-9A-Za-z]{1,4}\)|\.\d{1,2}(?!\d))*"
NUMBER = re.compile(_NUMBER)
_ARTICLE = re.compile(
    rf"\b(?:articles?|arts?)\b\.?\s*({_NUMBER})(?![\w/]|-\w)|제\s*(\d{{1,3}})\s*조|第\s*(\d{{1,3}})\s*[条條]",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"(?<=\d)([A-Za-z]?)\s+(?=\([0-9A-Za-z]{1,4}\))")


def articles_in(text: str) -> Iterator[tuple[str, bool]]:
    """A text cut before and after each article it names, of which only the number is given."""
    at = 0
    text = _LOOSE.sub(r"\1", text)
    for found in _ARTICLE.finditer(text):
        yield text[at : found.start()], False
        yield next(filter(None, found.groups())), True
        at = found.end()
    yield text[at:], False
