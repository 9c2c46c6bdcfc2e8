"""Where each paragraph stands: below which headings, and as which item of which list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from .cues import begins_as_command
from .headings import Heading, heading_of
from .marks import Mark, mark_of
from .paragraphs import Paragraph, is_apparatus


@dataclass(frozen=True, slots=True)
class Entry:
    """
    A paragraph in its place: `text` without its mark, `label` as a locator names it.

    `lead` is what introduces the list that it is an item of; a `is_parent` has items below it.
    """

    text: str
    paragraph: Paragraph
    headings: tuple[Heading, ...] = ()
    label: str = ""
    lead: str = ""
    is_item: bool = False
    is_parent: bool = False

    @property
    def asking(self) -> Heading | None:
        """The nearest heading that says that asks stand below it."""
        if any(heading.is_closing for heading in self.headings[-1:]):
            return None
        return next((heading for heading in reversed(self.headings) if heading.is_asking), None)


@dataclass(slots=True)
class _Place:
    """Where the reading of a document is."""

    headings: list[Heading] = field(default_factory=list)
    items: list[Mark] = field(default_factory=list)
    last: dict[str, int] = field(default_factory=dict)  # the last number of each kind of heading
    bullets: int = 0
    loose: int = 0  # paragraphs without a mark below this heading
    lead: str = ""
    leads: list[str] = field(default_factory=list)  # of each open item
    is_restarted: bool = False  # whether items are numbered anew below this heading


def outline(paragraphs: Iterable[Paragraph]) -> list[Entry]:
    """Every paragraph that is no heading, footnote or line of the contents, in its place."""
    kept = [one for one in _without_repeated([*paragraphs]) if not is_apparatus(one.raw)]
    place = _Place()
    entries = [entry for one in kept for entry in _entry(one, place)]
    return [*_with_parents(entries)]


def _without_repeated(paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    """Without short lines that recur again and again: running headers in a plain text."""
    times: dict[str, int] = {}
    for one in paragraphs:
        times[one.raw] = times.get(one.raw, 0) + 1
    for one in paragraphs:
        is_running = times[one.raw] >= 4 and len(one.raw) < 120 and not one.is_item
        if not is_running or mark_of(one)[0]:
            yield one


def _entry(one: Paragraph, place: _Place) -> Iterator[Entry]:
    mark, text = mark_of(one, above=place.items)
    is_below_ask = any(heading.is_asking for heading in place.headings)
    is_command = bool(is_below_ask and mark and begins_as_command(text))
    heading = None if one.cell or is_command else heading_of(one, mark, text)
    if heading and not (mark and mark.is_bullet):
        _go_below(place, heading)
        return
    if one.cell and not is_below_ask:
        heading = heading_of(replace(one, level=1), None, one.cell)
        place.headings = [*place.headings, *([heading] if heading else [])]
    yield _in_list(one, mark, text, place) if mark else _loose(one, text, place)


def _loose(one: Paragraph, text: str, place: _Place) -> Entry:
    place.loose += 1
    place.items, place.leads = [], []
    place.lead = text if text.endswith((":", "：")) else ""
    return Entry(text, one, tuple(place.headings), f"para. {place.loose}")


def _in_list(one: Paragraph, mark: Mark, text: str, place: _Place) -> Entry:
    kinds = [open_.kind for open_ in place.items]
    depth = kinds.index(mark.kind) if mark.kind in kinds else len(kinds)
    place.items[depth:], place.leads[depth:] = [mark], [text]
    if mark.is_bullet and depth == 0:
        place.bullets += 1
    if mark.number == 1 and depth == 0 and not mark.is_bullet:
        place.is_restarted = True
    lead = place.leads[depth - 1] if depth else place.lead
    return Entry(text, one, tuple(place.headings), _label(one, place), lead, is_item=True)


def _label(one: Paragraph, place: _Place) -> str:
    first, *deeper = place.items
    if first.is_bullet:
        label = f"bullet {place.bullets}"
    else:
        is_item = (place.is_restarted or one.is_item) and _asks(place.headings)
        label = f"item {first.shown}" if is_item else f"para. {first.shown}"
    for mark in deeper:
        if mark.is_bullet:
            label += f", bullet {mark.number}"
        else:
            label += mark.shown if mark.is_bracketed else f".{mark.written}"
    return label


def _asks(headings: list[Heading]) -> bool:
    return any(heading.is_asking for heading in headings)


def _go_below(place: _Place, heading: Heading) -> None:
    """Take a heading: those of its rank and below are left."""
    keep = _kept(place, heading)
    if heading.mark:
        place.last[heading.kind] = heading.mark.number
    place.headings = [*place.headings[:keep], heading]
    place.items, place.leads, place.lead = [], [], ""
    place.bullets = place.loose = 0
    place.is_restarted = False
    if heading.title.endswith(":"):
        place.lead = heading.title


def _kept(place: _Place, heading: Heading) -> int:
    """How many of the open headings stay open above a new one."""
    open_ = place.headings
    if heading.level:
        return next(
            (
                at
                for at, above in enumerate(open_)
                if not above.level or above.level >= heading.level
            ),
            len(open_),
        )
    if heading.mark:
        return _kept_above_number(place, heading)
    if heading.is_closing or not open_:
        return 0
    if _asks(open_) and not heading.is_asking:
        at = next(at for at, above in enumerate(open_) if above.is_asking)
        return at + 1  # a heading of a group of asks
    if heading.is_capital or heading.is_known:
        return _above_known(open_, heading)
    return next((at for at, above in enumerate(open_) if not above.mark), len(open_))


def _above_known(open_: list[Heading], heading: Heading) -> int:
    """“Questions” and “Recommendations” stand below “Questions and recommendations”."""
    if heading.is_asking:
        first = next((at for at, above in enumerate(open_) if above.is_asking), None)
        if first is not None and open_[first].title.casefold() != heading.title.casefold():
            wider = open_[first].title.casefold()
            if heading.title.casefold().rstrip(":") in wider:
                return first + 1
    return 0


def _kept_above_number(place: _Place, heading: Heading) -> int:
    assert heading.mark  # noqa: S101 - the caller has asked
    open_, depth = place.headings, heading.depth
    for at, above in enumerate(open_):
        if above.kind == heading.kind or (depth and above.depth and above.depth >= depth):
            return at
    plain = next((at for at, above in enumerate(open_) if not above.mark), None)
    if plain is None:
        return len(open_)
    goes_on = heading.mark.number == place.last.get(heading.kind, 0) + 1 and heading.mark.number > 1
    if open_[plain].is_asking and not goes_on:
        return len(open_)
    return plain if goes_on or open_[plain].is_known or open_[plain].is_capital else len(open_)


def _with_parents(entries: list[Entry]) -> Iterator[Entry]:
    """Items that others stand below of are their parents, and no asks of their own."""
    leads = {entry.lead for entry in entries if entry.lead}
    for entry in entries:
        is_parent = entry.text in leads and bool(re.search(r"[:：]\s*\Z", entry.text))
        yield replace(entry, is_parent=is_parent)
