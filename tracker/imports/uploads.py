"""A file that somebody sends: read while they wait, staged, its columns as they were told last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tracker.filters.import_columns import headings_of, remembered
from tracker.imports.asks import Reading, Wanted
from tracker.imports.opening.files import Opened
from tracker.imports.progress import Work
from tracker.imports.readers import read
from tracker.imports.staging import restage, stage_reading
from tracker.models import Import, User

SHORT = 1.5  # seconds: whoever waits longer is told how far it is
FEW = 2_000  # asks that are compared while nobody notices


class Upload:
    """
    Reads an opened file in a thread; checking and staging are left to whoever asks for them.

    Raises Refused, where its answer is asked for, if the file cannot be read. Whoever stops asking
    leaves nothing behind: it is staged in one transaction, at the end.
    """

    def __init__(
        self, opened: Opened, *, wanted: Wanted, settings: Mapping[str, Any], by: User
    ) -> None:
        self._opened, self._wanted, self._settings, self._by = opened, wanted, settings, by
        self._work: Work[Reading] = Work(lambda progress: read(opened, wanted, progress=progress))

    def is_short(self, within: float = SHORT) -> bool:
        """Whether it is read already, and small enough to be compared at once."""
        return self._work.is_done(within) and len(self._work.result.asks) <= FEW

    def stage(self) -> Import:
        """The import, once the file is read."""
        imported = stage_reading(
            self._work.result,
            self._opened,
            wanted=self._wanted,
            settings=self._settings,
            by=self._by,
        )
        return as_remembered(imported, wanted=self._wanted, by=self._by)

    def lines(self) -> Iterator[str]:
        """How far the reading is, line by line; "" where there is nothing new for a while."""
        try:
            yield from self._work.told()
            yield f"Comparing {len(self._work.result.asks):,} asks with what is recorded …"
        finally:
            self._work.leave()


def as_remembered(imported: Import, *, wanted: Wanted, by: User) -> Import:
    """
    A staged table, read as somebody said of the last one with its headings.

    Nothing else is read anew, nor a table whose columns are `wanted` otherwise.
    """
    is_table = imported.source == Import.Source.TABLE and not wanted.columns
    if is_table and (mapping := remembered(headings_of(imported))):
        settings = imported.settings | {"columns": mapping.columns}
        return restage(imported, settings=settings, by=by)
    return imported
