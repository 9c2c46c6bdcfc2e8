"""The paragraphs of a PDF, without running headers, and with their pages."""

from __future__ import annotations

import re
from collections.abc import Callable

from tracker.imports.asks import Refused
from tracker.imports.opening.pdf_texts import texts_of

from .paragraphs import Paragraph, joined, plain, without_running

_NOTE_SIGN = re.compile(r"(?<=[a-z”’\"'][.,;])\d{1,3}(?=\s|$)|(?<=[a-z]{3}[.)])\d{1,3}$")
_NO_TEXT = (
    "This PDF holds no text, only pictures of pages. Run text recognition on it, or choose the "
    "document in Word or as plain text."
)


def of_pages(data: bytes, progress: Callable[[str], None] | None = None) -> list[Paragraph]:
    """The paragraphs of a PDF; raises Refused if it is broken or holds no text."""
    pages = without_running([text.splitlines() for text in texts_of(data, progress)])
    if sum(len(line.strip()) for lines in pages for line in lines) < 40:
        raise Refused(_NO_TEXT)
    lines = [(at, line) for at, page in enumerate(pages, 1) for line in page]
    return [
        Paragraph(_NOTE_SIGN.sub("", plain(raw)), f"page {at}", f"p. {at}", raw)
        for at, raw in joined(lines)
        if plain(raw)
    ]
