"""The text of a PDF, page by page, read in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from tracker.imports.asks import Refused
from tracker.imports.opening import pdf_process

MOST_PAGES = 400
SECONDS = 1.2  # of the processor, a quarter of it to start
SECONDS_A_PAGE = 0.1  # more; a page of the UN's takes a fifth of that
SECONDS_A_LAID_PAGE = 0.4  # read in both ways
_ENVIRONMENT = ("PATH", "LD_LIBRARY_PATH", "PYTHONPATH", "SYSTEMROOT")


def texts_of(data: bytes, progress: Callable[[str], None] | None = None) -> list[str]:
    """
    The text of each page, as its lines stand; "" for a page without any.

    Raises Refused for a PDF that is broken, protected, too long, or that would take without end.
    """
    texts: list[str] = []
    count = 0
    for answer in _answers(data, SECONDS_A_PAGE):
        if "pages" in answer:
            count = int(str(answer["pages"]))
            continue
        texts.append(str(answer["text"]))
        if progress and len(texts) % 20 == 0:
            progress(f"Page {len(texts):,} of {count:,} …")
    if not texts or len(texts) < count:
        raise Refused(pdf_process.BROKEN)
    return texts


def first_of(data: bytes) -> str:
    """The text of the first page; Refused as all of them are."""
    for answer in _answers(data, SECONDS_A_PAGE, "1"):
        if "text" in answer:
            return str(answer["text"])
    raise Refused(pdf_process.BROKEN)


def laid_of(data: bytes, numbers: Iterable[int]) -> Iterator[tuple[int, str, str]]:
    """
    Each page of these with its text in two ways: as the lines stand, and by each letter's place.

    The second is slower and more exact; "" where that cannot be told. Refused as all of them are.
    """
    wanted = list(numbers)
    answers = _answers(data, SECONDS_A_LAID_PAGE, ",".join(map(str, wanted)), "laid")
    told = [answer for answer in answers if "text" in answer]
    if len(told) < len(wanted):
        raise Refused(pdf_process.BROKEN)
    for number, answer in zip(wanted, told, strict=True):
        yield number, str(answer["text"]), str(answer["laid"])


def _answers(data: bytes, a_page: float, *more: str) -> Iterator[dict[str, object]]:
    """
    What the process says, line by line; it does not outlive whoever listens.

    `more` says which pages, and how. Raises Refused where the process refuses.
    """
    for answer in _lines(data, [str(MOST_PAGES), str(SECONDS), str(a_page), *more]):
        if "refused" in answer:
            raise Refused(str(answer["refused"]))
        yield answer


def _lines(data: bytes, arguments: list[str]) -> Iterator[dict[str, object]]:
    process = subprocess.Popen(  # noqa: S603 - our own program, with numbers of ours
        [sys.executable, "-P", pdf_process.__file__, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
    )
    with process:
        assert process.stdin is not None  # noqa: S101 - both are pipes, for the type checker
        assert process.stdout is not None  # noqa: S101
        try:
            with suppress(BrokenPipeError), process.stdin as into:
                into.write(data)
            yield from map(json.loads, process.stdout)
        except ValueError:  # half a line: it was ended by the system
            raise Refused(pdf_process.BROKEN) from None
        finally:
            process.kill()
