"""Which state of the data an answer was made from."""

from __future__ import annotations

import datetime as dt
import hashlib
import threading
from dataclasses import dataclass

from django.utils.crypto import salted_hmac

from tracker.lib.reading import fetched

_LOCK = threading.Lock()
_SINCE = """
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text, coalesce(max(id), 0), count(*),
           count(*) FILTER (WHERE xid < pg_snapshot_xmin(pg_current_snapshot()))
    FROM tracker_change WHERE xid >= %s::xid8 AND is_public
"""


@dataclass(frozen=True)
class _Settled:
    """Changes by transactions before `xmin`, which are all over: their number never moves."""

    xmin: str = "0"
    count: int = 0
    last: int = 0


_settled = _Settled()


def data_version() -> str:
    """
    The public data's version: the same in every process, another after each committed change.

    Nobody can tell from it how many changes there were, or that drafts were worked on.

    The last change and how many there are: a transaction may commit after one that began later.
    Only what is newer than this process has settled is counted, so the log's length costs nothing.
    """
    global _settled
    with _LOCK:
        seen = _settled
        ((xmin, last, fresh, over),) = fetched(_SINCE, [seen.xmin])
        last = max(last, seen.last)
        _settled = _Settled(xmin, seen.count + over, last)
    return salted_hmac(__name__, f"{last}-{seen.count + fresh}").hexdigest()[:12]


def etag(version: str, today: dt.date, *shape: str) -> str:
    """
    An HTTP entity tag for an answer of this version.

    The day belongs to it because what holds depends on it, and `shape`: the address, for a tag of
    one says nothing about another, and what a new release may change, like the names of columns.
    """
    told = hashlib.sha256("/".join(shape).encode()).hexdigest()[:8]
    return f'W/"{version}-{today:%Y%m%d}-{told}"'
