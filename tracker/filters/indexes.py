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


_KEPT = {drafts: _Kept(drafts) for drafts in (False, True)}


def current_index(*, drafts: bool = False) -> FacetIndex | None:
    """
    The index as of now, or None while it is being built: then SQL answers.

    A reader never waits for a build; it follows single changes itself.
    """
    if settings.FACET_INDEX == "off":
        return None
    kept = _KEPT[drafts]
    with kept.lock:
        try:
            if kept.index and (followed := kept.index.followed()):
                kept.index = followed
                return followed
        except DatabaseError:
            log.exception("The facet index could not follow; SQL answers until it is built anew.")
        kept.index = None
        if settings.FACET_INDEX == "inline":
            kept.index = FacetIndex.build(drafts=kept.drafts)
            return kept.index
        if not (kept.building and kept.building.is_alive()):
            kept.building = threading.Thread(target=_build_apart, args=[kept], daemon=True)
            kept.building.start()
        return None


def forget() -> None:
    """Throw the indexes away; for tests, whose databases come and go."""
    for kept in _KEPT.values():
        kept.index = None


def _build_apart(kept: _Kept) -> None:
    """Build on a connection of its own; what happens meanwhile is followed afterwards."""
    try:
        kept.index = FacetIndex.build(drafts=kept.drafts)
    except DatabaseError:
        log.exception("The facet index could not be built; SQL answers.")
    finally:
        connection.close()
