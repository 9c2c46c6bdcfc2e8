"""The paragraphs of a PDF, without running headers, and with their pages."""

from __future__ import annotations

import io
import re

from tracker.imports.asks import Refused

from .paragraphs import Paragraph, joined, plain, without_running

MOST_PAGES = 400
_NOTE_SIGN = re.compile(r"(?<=[a-z”’\"'][.,;])\d{1,3}(?=\s|$)|(?<=[a-z]{3}[.)])\d{1,3}$")
_NO_TEXT = (
    "This PDF holds no text, only pictures of pages. Run text recognition on it, or choose the "
    "document in Word or as plain text."
)
_BROKEN = (
    "This PDF cannot be read: it is broken or protected. Save or print it anew as PDF, or choose "
    "the document in Word or as plain text."
)


def of_pages(data: bytes) -> list[Paragraph]:
    """The paragraphs of a PDF; raises Refused if it is broken or holds no text."""
    pages = without_running(_texts(data))
    if sum(len(line.strip()) for lines in pages for line in lines) < 40:
        raise Refused(_NO_TEXT)
    lines = [(at, line) for at, page in enumerate(pages, 1) for line in page]
    return [
        Paragraph(_NOTE_SIGN.sub("", plain(raw)), f"page {at}", f"p. {at}", raw)
        for at, raw in joined(lines)
        if plain(raw)
    ]


def _texts(data: bytes) -> list[list[str]]:
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise Refused(_BROKEN)
        if len(reader.pages) > MOST_PAGES:
            raise Refused(
                f"This PDF has {len(reader.pages)} pages; at most {MOST_PAGES} are read. "
                "Choose a file of only the part that asks."
            )
        return [page.extract_text().splitlines() for page in reader.pages]
    except Refused:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError,
            RecursionError):  # fmt: skip
        raise Refused(_BROKEN) from None
