"""Python's search for garbage in circles, put off while many objects are made that all stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """
    Until the end of this, nothing is searched for circles: thousands of rows hold none.

    Also a decorator. What is not in a circle is freed at once, as always.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
