"""The rows of tables as readers take them: cells by heading, from a file or as they were staged."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import IO

from tracker.imports.asks import OUR_HEADINGS
from tracker.imports.opening.tables import Opened, Sheet
from tracker.imports.words import folded
from tracker.lib.states import state_named

Place = str
Cells = dict[str, str]


def rows_of(sheets: Iterable[Sheet]) -> Iterator[tuple[Place, Cells]]:
    """Each row with its place, and its cells by heading: all but what we wrote beside them."""
    for sheet in sheets:
        theirs = [heading not in OUR_HEADINGS for heading in sheet.headings]
        for number, cells in sheet.rows:
            row = zip(sheet.headings, cells, theirs, strict=True)
            yield (
                sheet.place(number),
                {heading: cell for heading, cell, is_theirs in row if is_theirs},
            )


def not_read(sheets: Sequence[Sheet], read: Sequence[Sheet]) -> list[str]:
    """A sentence that names the sheets of a file that were not read; none if all were."""
    left = [sheet.name for sheet in sheets if sheet not in read]
    if not left:
        return []
    named = ", ".join(f"“{name}”" for name in left)
    others = "sheets were" if len(left) > 1 else "sheet was"
    return [f"{len(left)} {others} not read, because of other headings: {named}."]


def is_state(name: str, state: str) -> bool:
    """Whether two names are of one State; the same words are, whether it is known or not."""
    if folded(name) == folded(state):
        return True
    known = state_named(name)
    return known is not None and known == state_named(state)


def stream_of(opened: Opened) -> IO[bytes]:
    """The bytes of a file, to be closed by who reads them; of long ones, where they lie."""
    if opened.data is not None:
        return io.BytesIO(opened.data)
    if opened.path is None:
        return io.BytesIO()
    return opened.path.open("rb")
