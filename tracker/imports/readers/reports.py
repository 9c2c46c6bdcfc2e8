"""
A report of the UPR's Working Group (PDF): the numbered recommendations under its conclusions.

    28. The following recommendations enjoy the support of …:
    28.1 Ratify … (Peru) (Chile);
    28.2 Continue … (Kenya); take further steps … (Ghana);

The paragraph above, the chapeau, gives the State's position, or says that it comes later. In the
first cycle items are numbered 1, 2 … within the paragraph. The summary of the dialogue before it is
left aside.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tracker.imports.asks import Ask, Reading, Refused, Wanted
from tracker.imports.opening.files import Opened
from tracker.imports.readers.numbering import asks_of, counted
from tracker.imports.readers.pdf_pages import Line, Pages, joined, words_in
from tracker.imports.readers.reviews import Cover, cover_in, is_of

Progress = Callable[[str], None]

_COVER_PAGES = 4
_TITLE = "reportoftheworkinggroupontheuniversalperiodicreview"
_SECTION = re.compile(r"(?:[ivx]+\.)?conclusionsand(?:/or)?recommendations\*{0,3}")
_END = "allconclusionsand/orrecommendationscontained"
_ITEM = re.compile(r"(\d{1,3})\.(\d{1,4})(?!\d|\.\d)[.)]?\s*")
_PARAGRAPH = re.compile(r"(\d{1,3})\.\s+(?=[A-Z“\"])")

_NOT_SUPPORTED = re.compile(
    r"not\s+enjoy|not\s+(?:be\s+)?(?:supported|accepted)|\breject|\bnot\s+in\s+a\s+position\b"
    r"|(?:could|can|does|did|do)\s*not\s+(?:accept|support)",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\bwill\s+(?:\w+\s+)?(?:be\s+(?:\w+\s+)?(?:examined|considered)|examine|consider)\b",
    re.IGNORECASE,
)
_PARTLY = re.compile(r"\bpart(?:ly|ial|ially)\b|\bin\s+part\b", re.IGNORECASE)
_SUPPORTED = re.compile(
    r"\b(?:enjoy|enjoys|enjoyed|have|has)\s+(?:\S+\s+){0,2}support\b|\b(?:accepts|supports)\b"
    r"|\b(?:are|were|been)\s+(?:\w+\s+)?(?:accepted|supported)\b|\b(?:accepted|supported)\s+by\b",
    re.IGNORECASE,
)
_NOTED = re.compile(r"\bnoted\b|\btak(?:es|en)\s+note\b|\bnotes\b", re.IGNORECASE)
_IMPLEMENTED = re.compile(r"\balready\s+(?:been\s+)?implemented\b", re.IGNORECASE)
_BEING = re.compile(r"\bin\s+the\s+process\b|\bbeing\s+implemented\b", re.IGNORECASE)


@dataclass(slots=True)
class _Chapeau:
    """A paragraph of the conclusions above the items that are numbered under it."""

    number: int
    lines: list[str]


@dataclass(slots=True)
class _Item:
    number: str
    page: int
    chapeau: _Chapeau
    lines: list[str] = field(default_factory=list)


def recognises(opened: Opened) -> bool:
    """Whether a file is such a report: a PDF with its title on the cover. Refused if broken."""
    return opened.kind == "pdf" and _TITLE in _squeezed(Pages(opened.data or b"").first())


def read(opened: Opened, wanted: Wanted, progress: Progress | None = None) -> Reading:
    """
    All recommendations of the report, if it is of the review of the State that is wanted.

    Where several States recommend different things under one number, each is an ask. Refused if
    the file is broken, or holds no numbered recommendations.
    """
    pages = Pages(opened.data or b"")
    numbers, has_end = _section(pages)
    if progress:
        progress(f"Reading pages {numbers[0]} to {numbers[-1]} of {len(pages)} …")
    pages.look_at({*range(1, min(_COVER_PAGES, len(pages)) + 1), *numbers})
    cover = _cover(pages)
    _must_recommend(cover)
    lines = list(pages.lines(numbers))
    known = words_in(lines)
    items = list(_items(_from_heading(lines)))
    if not items:
        raise Refused(
            "This PDF holds no numbered recommendations under “Conclusions and/or recommendations”."
            " Choose the report of the UPR Working Group, or import the file as a submission."
        )
    reading = Reading(source="report", proposed=cover.proposed())
    if cover.review.state and not is_of(cover.review.state, wanted.state):
        reading.left_out[cover.review.state] = len(items)
        reading.told = [cover.review.other_than(wanted.state)]
        return reading
    for item in items:
        reading.asks += _asks(item, cover, wanted.state, known)
    reading.told = list(_told(items, reading.asks, cover, has_end))
    return reading


def _must_recommend(cover: Cover) -> None:
    if "/Add." in cover.symbol:
        raise Refused(
            f"{cover.symbol} is an addendum: it holds the State’s replies rather than the"
            " recommendations. Import the report that it is added to, and enter the replies in the"
            " sheet of the review."
        )


def _cover(pages: Pages) -> Cover:
    first, *others = (pages.text(n) for n in range(1, min(_COVER_PAGES, len(pages)) + 1))
    return cover_in(first, " ".join(others))


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def _section(pages: Pages) -> tuple[range, bool]:
    """The pages of the conclusions, and whether their end was found."""
    first = last = 0
    for number in range(1, len(pages) + 1):
        text = pages.plain(number)
        if any(_SECTION.fullmatch(_squeezed(line)) for line in text.splitlines()):
            first, last = number, 0
        if first and not last and _END in _squeezed(text):
            last = number
    return range(first or 1, (last or len(pages)) + 1), bool(last)


def _from_heading(lines: list[Line]) -> list[Line]:
    """What is below the heading, up to the paragraph that closes the conclusions."""
    heads = [at for at, line in enumerate(lines) if _SECTION.fullmatch(_squeezed(line.text))]
    kept = lines[heads[-1] + 1 :] if heads else lines
    for at, line in enumerate(kept):
        if _END in _squeezed(line.text + (kept[at + 1].text if at + 1 < len(kept) else "")):
            return kept[:at] if _END in _squeezed(line.text) else kept[: at + 1]
    return kept


def _items(lines: Iterable[Line]) -> Iterator[_Item]:
    chapeau = _Chapeau(0, [])
    item: _Item | None = None
    for line in lines:
        begun = _begun(line, chapeau, item)
        if isinstance(begun, _Item):
            if item:
                yield item
            item, chapeau = begun, begun.chapeau
        elif begun:
            if item:
                yield item
            item, chapeau = None, begun
        elif item:
            item.lines.append(line.text)
        else:
            chapeau.lines.append(line.text)
    if item:
        yield item


def _begun(line: Line, chapeau: _Chapeau, item: _Item | None) -> _Item | _Chapeau | None:
    """What begins with this line: an item, a paragraph, or nothing."""
    if found := _ITEM.match(line.text):
        paragraph = int(found[1])
        if not chapeau.number or (paragraph == chapeau.number + 1 and found[2] == "1"):
            chapeau = _Chapeau(paragraph, [])
        if paragraph == chapeau.number:
            name = f"{paragraph}.{int(found[2])}"
            return _Item(name, line.page, chapeau, [line.text[found.end() :]])
    elif found := _PARAGRAPH.match(line.text):
        number, rest = int(found[1]), line.text[found.end() :]
        if number == _next_in(chapeau, item):
            return _Item(f"{chapeau.number}.{number}", line.page, chapeau, [rest])
        if not chapeau.number or number == chapeau.number + 1:
            return _Chapeau(number, [rest])
    return None


def _next_in(chapeau: _Chapeau, item: _Item | None) -> int:
    """The number that the next item has within its paragraph, as in the first cycle; 0 if none."""
    if item:
        return int(item.number.split(".")[1]) + 1
    return 1 if chapeau.lines and chapeau.lines[-1].rstrip().endswith(":") else 0


def _asks(item: _Item, cover: Cover, state: str, known: Counter[str]) -> Iterator[Ask]:
    text = joined(item.lines, known)
    chapeau = joined(item.chapeau.lines, known)
    position = position_in(chapeau)
    given: dict[str, Any] = {
        "place": f"page {item.page}",
        "raw": {"Number": item.number, "Text": text, "Above": chapeau},
        "document": cover.symbol,
        "published_on": cover.published_on,
        "made_on": cover.reviewed_on,
        "position": position,
        "answer": _answer(item, cover) if position else {},
    }
    yield from asks_of(text, number=item.number, review=cover.review, state=state, given=given)


def position_in(chapeau: str) -> str:
    """The position that a chapeau gives, in the words of the UN; "" if it gives none."""
    if _NOT_SUPPORTED.search(chapeau):
        return "Noted"
    if _LATER.search(chapeau):
        return ""
    if not _SUPPORTED.search(chapeau):
        return "Noted" if _NOTED.search(chapeau) else ""
    if _PARTLY.search(chapeau):
        return "Partly supported"
    if _IMPLEMENTED.search(chapeau) and not _BEING.search(chapeau):
        return "Accepted, already implemented"
    return "Supported"


def _answer(item: _Item, cover: Cover) -> dict[str, str]:
    said = {
        "document": cover.symbol,
        "locator": f"para. {item.chapeau.number}",
        "responded_on": cover.adopted_on,
    }
    return {name: words for name, words in said.items() if words}


def _told(items: list[_Item], asks: list[Ask], cover: Cover, has_end: bool) -> Iterator[str]:
    if not cover.review.state:
        yield "The report does not say clearly whose review it is of."
    positions = {ask.locator.split(" ")[0]: ask.position or "without a position" for ask in asks}
    split = ", ".join(f"{n:,} {position}" for position, n in Counter(positions.values()).items())
    yield f"The report numbers {len(items):,} recommendations: {split}."
    yield from counted(Counter(item.number for item in items), asks)
    if any(_LATER.search(" ".join(item.chapeau.lines)) for item in items):
        named = f"{cover.symbol}/Add.1" if cover.symbol else "its addendum"
        yield f"The State answers later, in another document: usually {named}."
    if not has_end:
        yield (
            "The paragraph that closes the recommendations was not found: look whether the last one"
            " is complete."
        )
