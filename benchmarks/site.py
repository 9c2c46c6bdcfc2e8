"""The tracker as its web server calls it, and one address more: whether the index is built."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from tracker.wsgi import application as tracker

from .pages import READY


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    if environ["PATH_INFO"] != READY:
        return tracker(environ, start_response)
    from tracker.filters.indexes import current_index  # after Django is set up

    start_response("200 OK" if current_index() else "503 Service Unavailable", [])
    return []
