"""The Universal Human Rights Index as JSON: some 400 MB in one array, read record by record."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import IO, Any

import ijson

from .asks import Refused
from .cells import Cells
from .nesting import Shallow
from .words import clean

Progress = Callable[[str], None]

_EVERY = 20_000  # records between two words of progress
_BOM = b"\xef\xbb\xbf"
_NOT_ITS_JSON = (
    "This JSON does not hold the records of the Universal Human Rights Index: one array of objects"
    " was expected, each with an AnnotationId. Download the export of the Index anew."
)


def is_its_json(beginning: bytes) -> bool:
    """Whether a file that begins like this is the Index as JSON."""
    start = beginning.removeprefix(_BOM).lstrip()
    return start[:1] == b"[" and b'"AnnotationId"' in start and b'"Countries"' in start


def records(
    file: IO[bytes], is_about: Callable[[list[str]], bool], progress: Progress
) -> Iterator[tuple[str, Cells]]:
    """
    The records of the array whose States are wanted, as cells that the workbook would have.

    One is read after the other, so memory does not grow with the file. `is_about` is asked with
    the States of each. Raises Refused for a file that breaks off, that is no JSON, or that holds
    something else than the records of the Index.
    """
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    if file.read(len(_BOM)) != _BOM:
        file.seek(0)
    number = 0
    for number, record in enumerate(_items(file), start=1):
        if not isinstance(record, dict) or (number == 1 and "AnnotationId" not in record):
            raise Refused(_NOT_ITS_JSON)
        if number % _EVERY == 0:
            progress(f"Read {number:,} records{_of(file, size)} …")
        countries = record.get("Countries")
        states = countries if isinstance(countries, list) else [countries]
        if is_about([clean(state) for state in map(_cell, states) if state]):
            yield f"record {number:,}", {name: _cell(value) for name, value in record.items()}
    if not number:
        raise Refused(_NOT_ITS_JSON)


def _items(file: IO[bytes]) -> Iterator[Any]:
    """What the array holds, one after the other; Refused where it is no JSON."""
    number = 0
    try:
        for item in ijson.items(Shallow(file), "item", use_float=True):
            number += 1
            yield item
    except (ijson.JSONError, UnicodeDecodeError) as error:
        raise Refused(_broken(number, error)) from None


def _broken(number: int, error: Exception) -> str:
    where = f"after {number:,} records" if number else "at its beginning"
    if isinstance(error, ijson.IncompleteJSONError) and "remature EOF" in str(error):
        return f"The file breaks off {where}. Download it anew, to its end; nothing was taken over."
    return f"The file is no whole JSON {where}. Download it anew; nothing was taken over."


def _of(file: IO[bytes], size: int) -> str:
    return f", {100 * file.tell() // size} % of the file" if size else ""


def _cell(value: Any) -> str:
    """A value of JSON as a cell: an array one a line after “- ”."""
    if isinstance(value, list):
        return "\n".join(f"- {' '.join(_cell(item).split())}" for item in value if _is_word(item))
    return str(value).replace("\x00", "") if _is_word(value) else ""


def _is_word(value: Any) -> bool:
    return isinstance(value, str | int | float)
