"""Long work that tells how far it is, so that whoever waits for it sees that it goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

from django.db import connections

T = TypeVar("T")
Progress = Callable[[str], None]
SILENCE = 10.0  # seconds after which a silent reader is said to be still at work


class Left(Exception):  # noqa: N818 - nothing is wrong: nobody waits any more
    """Nobody waits for the work any more."""


class Work(Generic[T]):
    """
    Work in a thread of its own, which is given a way to tell how far it is.

    It may ask the database, by a connection of its own that ends with it, and writes nothing. What
    it raised is raised by `result`; `leave` ends it the next time that it tells something.
    """

    def __init__(self, work: Callable[[Progress], T]) -> None:
        self._told: SimpleQueue[str | None] = SimpleQueue()
        self._left = threading.Event()
        self._found: list[T] = []
        self._fault: BaseException | None = None
        self._thread = threading.Thread(target=self._run, args=[work], daemon=True)
        self._thread.start()

    def is_done(self, within: float) -> bool:
        """Whether the work is over; waits for it that many seconds."""
        self._thread.join(within)
        return not self._thread.is_alive()

    def told(self, silence: float = SILENCE) -> Iterator[str]:
        """Each line that the work tells, until it is over; "" where it was silent for long."""
        while True:
            try:
                line = self._told.get(timeout=silence)
            except Empty:
                yield ""
                continue
            if line is None:
                return
            yield line

    def leave(self) -> None:
        """Nobody waits any more."""
        self._left.set()

    @property
    def result(self) -> T:
        """What the work gave; what it raised is raised here."""
        self._thread.join()
        if self._fault:
            raise self._fault
        return self._found[0]

    def _run(self, work: Callable[[Progress], T]) -> None:
        try:
            self._found.append(work(self._tell))
        except BaseException as fault:
            self._fault = fault
        finally:
            connections.close_all()
            self._told.put(None)

    def _tell(self, line: str) -> None:
        if self._left.is_set():
            raise Left
        self._told.put(line)
