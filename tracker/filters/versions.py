"""Which state of the data an answer was made from."""

from __future__ import annotations

import datetime as dt
import hashlib

from django.db.models import Count, Max

from tracker.models import Change

from .indexes import current_index


def data_version() -> str:
    """
    The data's version: equal in every process, and another one after each change.

    The index knows it, and asks only for what is new; without an index all changes are counted.
    """
    if index := current_index():
        last, count = index.version
    else:
        last, count = Change.objects.aggregate(last=Max("pk"), count=Count("pk")).values()
    return f"{last or 0}-{count}"


def etag(version: str, today: dt.date, *shape: str) -> str:
    """
    An HTTP entity tag for an answer of this version.

    The day belongs to it because what holds depends on it, and `shape`, the names of the columns
    for instance, because a new release may say more.
    """
    told = hashlib.sha256("/".join(shape).encode()).hexdigest()[:8]
    return f'W/"{version}-{today:%Y%m%d}-{told}"'
