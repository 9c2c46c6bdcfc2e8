"""The things asked for last, for threads that share them."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing")


class Recent(Generic[Key, Thing]):
    """Up to `size` things, made when first asked for; the longest unasked goes first."""

    def __init__(self, size: int, kept: Mapping[Key, Thing] | None = None) -> None:
        self._size = size
        self._kept: OrderedDict[Key, Thing] = OrderedDict(kept or {})
        self._lock = threading.Lock()

    @property
    def kept(self) -> dict[Key, Thing]:
        with self._lock:
            return dict(self._kept)

    def get(self, key: Key, make: Callable[[], Thing]) -> Thing:
        """The thing; two threads that miss it at once both make it."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        self.keep({key: made})
        return made

    def known(self, keys: Iterable[Key]) -> dict[Key, Thing]:
        """Those of some things that are kept."""
        with self._lock:
            found = {key: self._kept[key] for key in keys if key in self._kept}
            for key in found:
                self._kept.move_to_end(key)
        return found

    def keep(self, things: Mapping[Key, Thing]) -> None:
        with self._lock:
            self._kept |= things
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
