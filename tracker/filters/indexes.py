"""The process's indexes: public and staff apart, so that no count tells of drafts."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, field

from django.conf import settings
from django.db import DatabaseError, connection

from .index import FacetIndex

log = logging.getLogger(__name__)


@dataclass
class _Kept:
    """One audience's index and the thread that may be building the next."""

    drafts: bool
    index: FacetIndex | None = None
    building: threading.Thread | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def keep(self, index: FacetIndex) -> FacetIndex:
        if not index.seen.is_ours:
            self.index = index
        return index


_KEPT: dict[tuple[str, bool], _Kept] = {}  # by database and audience


def current_index(*, drafts: bool = False) -> FacetIndex | None:
    """
    The index as of now, or None while it is being built: then SQL answers.

    A reader never waits for a build; it follows single changes itself. What a transaction sees
    that has written is for that transaction alone: it may be taken back.
    """
    if settings.FACET_INDEX == "off":
        return None
    kept = _KEPT.setdefault((connection.settings_dict["NAME"], drafts), _Kept(drafts))
    with kept.lock:
        try:
            if kept.index and (followed := kept.index.followed()):
                return kept.keep(followed)
        except DatabaseError:
            log.exception("The facet index could not follow; SQL answers until it is built anew.")
        if settings.FACET_INDEX == "inline":
            return kept.keep(FacetIndex.build(drafts=kept.drafts))
        kept.index = None
        if not (kept.building and kept.building.is_alive()):
            kept.building = threading.Thread(target=_build_apart, args=[kept], daemon=True)
            kept.building.start()
        return None


def forget() -> None:
    """Throw the indexes away; for tests, whose databases come and go."""
    _KEPT.clear()


def _build_apart(kept: _Kept) -> None:
    """Build on a connection of its own; what happens meanwhile is followed afterwards."""
    try:
        kept.index = FacetIndex.build(drafts=kept.drafts)
    except DatabaseError:
        log.exception("The facet index could not be built; SQL answers.")
    finally:
        connection.close()
