"""
Submissions and reports: a text, a Word document or a PDF, and what it asks.

Lists below headings such as “Recommendations” and lists that a request introduces are sure; what is
asked in running text is found too, and left for a person to decide.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from tracker.imports.asks import Ask, Reading, Refused, Wanted
from tracker.imports.opening.encodings import Decoded, decoded
from tracker.imports.opening.files import Opened
from tracker.lib.instruments import Known

from .cover import proposed
from .finding import asks_of, found_in
from .outline import outline
from .pages import of_pages
from .paragraphs import Paragraph, of_text
from .word import of_word

KINDS = ("text", "docx", "pdf")
_EMPTY = "This file holds no text. Choose the document itself, as .txt, .docx or .pdf."


def recognises(opened: Opened) -> bool:
    """Whether it is a document with running text; ask after the readers of other such files."""
    return opened.kind in KINDS and opened.data is not None


def read(
    opened: Opened,
    wanted: Wanted,
    progress: Callable[[str], None] | None = None,
    *,
    treaties: Sequence[Known] = (),
    organisations: Sequence[str] = (),
) -> Reading:
    """
    What a document asks of the State that is wanted.

    `treaties` are those whose articles it may cite, `organisations` names that its cover is
    searched for. Raises Refused for a file that holds
    no text or cannot be read.
    """
    if progress:
        progress("Looking for asks …")
    return read_submission(
        opened.kind, opened.data or b"", wanted, treaties, organisations, progress
    )


def _paragraphs_of(
    kind: str, data: bytes, encoding: str, progress: Callable[[str], None] | None
) -> tuple[list[Paragraph], Decoded | None]:
    """The paragraphs of a document, and how the letters of a plain text were read."""
    letters = None
    if kind == "docx":
        found = of_word(data)
    elif kind == "pdf":
        found = of_pages(data, progress)
    else:
        letters = decoded(data, encoding)
        found = of_text(letters.text)
    if not found:
        raise Refused(_EMPTY)
    return found, letters


def read_submission(
    kind: str,
    data: bytes,
    wanted: Wanted,
    treaties: Sequence[Known] = (),
    organisations: Sequence[str] = (),
    progress: Callable[[str], None] | None = None,
) -> Reading:
    """What the bytes of a document of this kind ask; the rest as in `read`."""
    paragraphs, letters = _paragraphs_of(kind, data, wanted.encoding, progress)
    found = found_in(outline(paragraphs), wanted.state)
    about = proposed(paragraphs, organisations)
    asks = asks_of(found, _named(paragraphs), treaties)
    if about.get("mechanism") == "UPR":
        for ask in asks:
            ask.mechanism, ask.session = "UPR", about.get("session")
    reading = Reading(
        source="submission", asks=asks, told=_told(asks, about, wanted), proposed=about
    )
    if letters:
        reading.told[:0] = letters.told
        encoding = "" if letters.encoding == "utf-8" else letters.encoding
        said = {"encoding": encoding, "previews": letters.previews}
        about |= {name: value for name, value in said.items() if value}
    return reading


def _named(paragraphs: Sequence[Paragraph]) -> str:
    """What names a document in the keys of its asks: how it begins, by its letters alone."""
    words = " ".join(one.text for one in paragraphs[:40]).casefold()
    return re.sub(r"\W+", "", words)[:400]


def _told(asks: Sequence[Ask], about: dict[str, Any], wanted: Wanted) -> list[str]:
    told = []
    others = [ask for ask in asks if ask.faults]
    unsure = sum(1 for ask in asks if not ask.is_sure and not ask.faults)
    sure = len(asks) - len(others) - unsure
    if not asks:
        told.append(
            "No ask was found: no list below a heading such as “Recommendations”, and no sentence "
            "such as “We urge …”. Enter them by pasting the passage."
        )
    else:
        told.append(f"{sure} asks stand in lists or say plainly what {wanted.state} should do.")
    if unsure:
        told.append(f"{unsure} more may be asks. They are not ticked: read and decide.")
    if others:
        names = ", ".join(dict.fromkeys(ask.faults[0].found for ask in others))
        told.append(f"{len(others)} address others than {wanted.state} ({names}): not ticked.")
    if not about.get("title"):
        told.append("The document gives no title of its own. Write one for it.")
    return told
