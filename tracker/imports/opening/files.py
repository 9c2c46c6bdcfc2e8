"""A file as a person gave it, opened once for every reader: what it is, told by its bytes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tracker.imports.asks import Refused
from tracker.imports.opening.harm import LookThrough, old_workbook_kind
from tracker.imports.opening.plain import text_kind
from tracker.lib.files import FileRefused, bytes_of, outside_kind, package_kind, pdf_kind

MOST_STREAMED = 4 * 2**30  # bytes of JSON; all of UHRI has 400 MB
_OBJECTS = re.compile(rb'(\xef\xbb\xbf)?\s*(\[\s*\{|\{")')
_PARTED = "or split it and bring in one part after the other"
_OPEN_DOCUMENT = re.compile(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Opened:
    """
    A file that passed every check that is cheap: of a kind we read, whole, and of bearable size.

    `kind` is csv (any table of text), text (running text), xlsx, xls, docx, pdf or json (a list of
    objects). `data` are its bytes; None if it is long JSON, to be read from `path` as a stream.
    """

    kind: str
    data: bytes | None
    path: Path | None
    name: str
    size: int = 0
    sha256: str = ""


def open_file(file: BinaryIO | Path, name: str, most: int) -> Opened:
    """
    A file of at most `most` bytes, by its content; its name only labels it.

    A path may lead to JSON of any length (to 4 GB): that is not held in memory. Raises Refused for
    what is of no kind that is read, broken, encrypted, too large, or made to do harm. No XML of
    it is parsed, nothing of it is run, and nothing that it links to is fetched.
    """
    if not isinstance(file, Path):
        return _opened(file, None, name, most)
    try:
        with file.open("rb") as held:
            return _opened(held, file, name, most)
    except OSError as error:
        raise Refused(f"“{file}” cannot be opened: {error.strerror}. Look at its name.") from None


def _opened(file: BinaryIO, path: Path | None, name: str, most: int) -> Opened:
    size = file.seek(0, 2)
    file.seek(0)
    if path and size > most and _OBJECTS.match(file.read(1024)):
        return _streamed(file, path, name, size)
    try:
        data = bytes_of(file, most=most, instead=_PARTED)
        kind = _kind(data)
    except FileRefused as refused:
        raise Refused(f"This file is not taken. {refused}") from None
    return Opened(kind, data, path, name, len(data), hashlib.sha256(data).hexdigest())


def _streamed(file: BinaryIO, path: Path, name: str, size: int) -> Opened:
    if size > MOST_STREAMED:
        raise Refused(f"This file is not taken. It has more than 4 GB. Split it, {_PARTED[3:]}.")
    digest = hashlib.sha256()
    file.seek(0)
    while part := file.read(2**20):
        digest.update(part)
    return Opened("json", None, path, name, size, digest.hexdigest())


def _kind(data: bytes) -> str:
    known: dict[str, Callable[[bytes], str]] = {
        "pdf": pdf_kind,
        "package": _package,
        "old-office": old_workbook_kind,
        "other": text_kind,
    }
    return known[outside_kind(data)](data)


def _package(data: bytes) -> str:
    if _OPEN_DOCUMENT.match(data):
        raise FileRefused("It is an OpenDocument file. Save it as .docx or .xlsx.")
    return package_kind(data, LookThrough())
