"""
The text of a PDF from standard input as lines of JSON on standard output: a program of its own.

A PDF is a graph of objects with programs in it, and no limit of its reader holds for every way to
go round in it. Here what never ends, or asks for all the memory there is, ends this process and not
the site's. It knows nothing of the site.

It writes {"pages": count} and then {"text": of a page} for each, or {"refused": why} as the last
line. Arguments: how many pages are read at most; how many seconds of the processor it may take, in
all and more for each page; and perhaps the numbers of the pages that are wanted, with commas, and
“laid” for {"text": …, "laid": its text by the place of each letter, "" if that cannot be told}.
"""

from __future__ import annotations

import io
import json
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import pypdf

SECONDS = 60  # of the processor, for the whole file
MEMORY = 2**30
LIMITS: dict[str, Any] = {
    "maximum_declared_stream_length": 25_000_000,
    "array_based_stream_maximum_output_length": 10_000_000,
    "lzw_maximum_output_length": 2_000_000,  # letter by letter in Python
    "run_length_maximum_output_length": 5_000_000,
    "zlib_maximum_output_length": 10_000_000,  # of one stream; the text of a page has some 10 kB
    "zlib_maximum_recovery_input_length": 1_000_000,
    "stream_parsing_work_maximum_count": 500_000,
    "page_tree_maximum_entries": 10_000,
    "page_tree_maximum_page_entries": 100_000,
    "xform_maximum_invocations_per_extraction": 500,
}
BROKEN = (
    "This PDF cannot be read: it is broken. Print it anew as PDF, or choose the document in Word "
    "or as plain text."
)
LOCKED = (
    "This PDF is protected by a password or against copying. Choose a copy without protection, or "
    "the document in Word or as plain text."
)


@dataclass(frozen=True)
class Task:
    """What is asked of this process, as the arguments say it."""

    most_pages: int
    seconds: float
    a_page: float
    pages: tuple[int, ...] = ()  # all of them
    is_laid: bool = False


class RefusedError(Exception):
    """Why it is not read, in words for whoever chose it."""


class SlowError(BaseException):
    """The time for a page is over; pypdf goes on after a mere Exception."""


def limit(what: str, soft: int, hard: int) -> None:
    with suppress(ImportError, OSError, ValueError):  # none on Windows, not all on macOS
        import resource

        resource.setrlimit(getattr(resource, what), (soft, hard))


def watch(until: float) -> None:
    """
    End what is read when this process has taken so many seconds, again and again if need be.

    Where no Python runs that could be told, the system ends the process a little later.
    """
    seconds = max(0.01, until - time.process_time())
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds, 0.2)
    limit("RLIMIT_CPU", int(until) + 2, SECONDS)


def rest() -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, 0)


def too_slow(*_: object) -> None:
    raise SlowError


def texts(data: bytes, task: Task) -> Iterator[dict[str, object]]:
    watch(task.seconds)
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise RefusedError(LOCKED)
    count = len(reader.pages)
    if count > task.most_pages:
        raise RefusedError(
            f"This PDF has {count:,} pages; at most {task.most_pages:,} are read. Choose a file of "
            "only the part that asks."
        )
    yield {"pages": count}
    numbers = [number for number in task.pages if number <= count] or range(1, count + 1)
    for done, number in enumerate(numbers, 1):
        watch(task.seconds + done * task.a_page)
        page = reader.pages[number - 1]
        answer: dict[str, object] = {"text": letters(page.extract_text())}
        yield answer | ({"laid": letters(laid(page))} if task.is_laid else {})


def laid(page: pypdf.PageObject) -> str:
    try:
        return page.extract_text(extraction_mode="layout", layout_mode_strip_rotated=False)
    except Exception:  # fonts that it does not know
        return ""


def letters(text: str) -> str:
    """Without what is no letter: NUL, and halves of letters beyond the first 65,536."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\0", "")


def answers(data: bytes, task: Task) -> Iterator[dict[str, object]]:
    page = 0
    try:
        for answer in texts(data, task):
            yield answer
            page += 1
    except RefusedError as why:
        yield {"refused": str(why)}
    except SlowError:
        rest()
        where = f"Page {page} of this PDF" if page else "This PDF"
        yield {
            "refused": f"{where} takes too long to read: it is broken, or made of too many parts. "
            "Print it anew as PDF, or choose the document in Word or as plain text."
        }
    except BaseException:  # of memory, recursion, or whatever a reader of a broken file meets
        rest()
        yield {"refused": BROKEN}


def main() -> None:
    most, seconds, a_page, *more = sys.argv[1:]
    pages = tuple(int(number) for number in more[0].split(",") if number) if more else ()
    task = Task(int(most), float(seconds), float(a_page), pages, "laid" in more)
    if hasattr(signal, "SIGPROF"):
        signal.signal(signal.SIGPROF, too_slow)
    limit("RLIMIT_AS", MEMORY, MEMORY)
    with pypdf.apply_configuration(**LIMITS):
        for answer in answers(sys.stdin.buffer.read(), task):
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
