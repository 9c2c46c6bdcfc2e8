"""What an uploaded file is, told by its bytes alone: its name and its sender may say anything."""

from __future__ import annotations

import csv
import hashlib
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

MOST_PARTS = 2_000  # of a zip: a long report with its pictures has some hundred
MOST_UNPACKED = 100 * 2**20  # bytes; takes half a second to read
MOST_RATIO = 100  # unpacked to packed; a sheet of equal rows reaches 40
_SMALL = 10 * 2**20  # bytes that no ratio makes a bomb
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_OVERRIDE = re.compile(r"<(?:\w+:)?Override\b([^>]*)>")
_ATTRIBUTE = re.compile(r"""(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_END = re.compile(rb"startxref\s+(\d{1,12})\s+%%EOF")
_TABLE = re.compile(rb"xref\s+\d+\s+\d+\s+\d{10} \d{5} [nf]")
_STREAM = re.compile(rb"\d+\s+\d+\s+obj\b")
_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f]")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, LookupError, ValueError,
    NotImplementedError, RuntimeError,
)  # fmt: skip
_KINDS = "Choose a PDF, a Word file (.docx), an Excel file (.xlsx) or a CSV file."
BROKEN = "It is broken or not whole. Open it, save it anew and choose the new file."
LOCKED = "It is protected by a password or against copying. Choose a copy without protection."
HAS_MACROS = "It holds macros, which are programs. Save it without them, as .docx or .xlsx."
TOO_MUCH = "It would unpack to far more than such a document has. Choose another copy of it."


class FileRefused(ValueError):  # noqa: N818 - it is an answer rather than a fault
    """What is wrong with a file, and what to do."""


@dataclass(frozen=True)
class FileFacts:
    """What is known of a file once it is gone: its kind, its bytes, and their SHA-256 in hex."""

    kind: str
    size: int
    sha256: str


def facts_of(file: BinaryIO, *, most: int) -> FileFacts:
    """
    The facts of an open file of at most `most` bytes: a PDF, docx, xlsx or CSV.

    Raises FileRefused for anything else, and for what is broken, encrypted, a zip bomb, or holds
    macros. Nothing of it is run, and no XML of it is parsed.
    """
    data = bytes_of(file, most=most, instead="or enter the document without its file")
    return FileFacts(_kind(data), len(data), hashlib.sha256(data).hexdigest())


def bytes_of(file: BinaryIO, *, most: int, instead: str) -> bytes:
    """All of an open file; FileRefused if it is empty, or has more than `most` bytes."""
    file.seek(0)
    data = file.read(most + 1)
    if not data:
        raise FileRefused("It is empty. Choose the file again.")
    if len(data) > most:
        raise FileRefused(f"It has more than {most // 2**20} MB. Choose a smaller copy, {instead}.")
    return data


def outside_kind(data: bytes) -> str:
    """What the first bytes promise: pdf, package (a zip), old-office or other."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK"):
        return "package"
    return "old-office" if data.startswith(_OLD_OFFICE) else "other"


def _kind(data: bytes) -> str:
    outside = outside_kind(data)
    if outside == "pdf":
        return pdf_kind(data)
    if outside == "package":
        return package_kind(data)
    if outside == "old-office":
        raise FileRefused(
            "It is an old Office file (.doc, .xls) or has a password. Save it as .docx or .xlsx, "
            "without a password."
        )
    return _csv(data)


def pdf_kind(data: bytes) -> str:
    """
    “pdf”, or FileRefused for one that is broken or has a password.

    Its end names the place of the cross-reference table, which names the root object.
    """
    ends = list(_END.finditer(data, max(0, len(data) - 2048)))
    if not ends:
        raise FileRefused(BROKEN)
    at = data.index(b"%PDF-") + int(ends[-1][1])
    if _TABLE.match(data, at):
        start = data.find(b"trailer", at)
    else:
        start = at if _STREAM.match(data, at) else -1
    about = data[start : start + 4096].split(b"stream")[0] if start >= 0 else b""
    if b"/Root" not in about or b"/Size" not in about:
        raise FileRefused(BROKEN)
    if b"/Encrypt" in about:
        raise FileRefused(LOCKED)
    return "pdf"


def package_kind(data: bytes, look: Callable[[str, bytes], None] | None = None) -> str:
    """
    “docx” or “xlsx”, or FileRefused for any other zip, and for one that would do harm.

    `look` is given each part, its name and its bytes, and may refuse it.
    """
    try:
        return _office(data, look)
    except _UNREADABLE as error:
        if isinstance(error, FileRefused):
            raise
        raise FileRefused(BROKEN) from None


def _office(data: bytes, look: Callable[[str, bytes], None] | None) -> str:
    if data.count(b"PK\x01\x02") > MOST_PARTS:  # before anything reads the list of them
        raise FileRefused(TOO_MUCH)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = package.infolist()
        _must_be_harmless(parts, len(data))
        _read_through(package, parts, look)
        return _main_part(_content_types(package), {part.filename for part in parts})


def _must_be_harmless(parts: list[zipfile.ZipInfo], packed: int) -> None:
    names = [part.filename for part in parts]
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED:
        raise FileRefused(TOO_MUCH)
    if unpacked > _SMALL and unpacked > MOST_RATIO * packed:
        raise FileRefused(TOO_MUCH)
    if any(part.flag_bits & 0x1 for part in parts):
        raise FileRefused(LOCKED)
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise FileRefused(HAS_MACROS)
    methods = {part.compress_type for part in parts}
    if len(set(names)) < len(names) or not methods <= {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise FileRefused(BROKEN)


def _read_through(
    package: zipfile.ZipFile,
    parts: list[zipfile.ZipInfo],
    look: Callable[[str, bytes], None] | None,
) -> None:
    """Read every part to its end, where its checksum is compared; never more than it declares."""
    for part in parts:
        with package.open(part) as content:
            if look:
                look(part.filename, content.read())
            while content.read(2**20):
                pass


def _content_types(package: zipfile.ZipFile) -> str:
    with package.open("[Content_Types].xml") as content:
        listed = content.read(2**20)
    wide = listed.startswith((b"\xff\xfe", b"\xfe\xff"))
    return listed.decode("utf-16" if wide else "utf-8-sig")


def _main_part(types: str, names: set[str]) -> str:
    if "vbaProject" in types or "macroEnabled" in types:
        raise FileRefused(HAS_MACROS)
    for override in _OVERRIDE.findall(types):
        told = {name: double or single for name, double, single in _ATTRIBUTE.findall(override)}
        kind = {_WORD: "docx", _SHEET: "xlsx"}.get(told.get("ContentType", ""))
        if kind and told.get("PartName", "").lstrip("/") in names:
            return kind
    raise FileRefused(f"It is a zip file, but neither of Word nor of Excel. {_KINDS}")


def _csv(data: bytes) -> str:
    """Text in UTF-8 or marked UTF-16, two rows of it or more with two cells or more."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        raise FileRefused(
            f"It is of no kind that is taken here. {_KINDS} Save a CSV file as “CSV UTF-8”."
        ) from None
    first = text.lstrip()[:1]
    if _CONTROL.search(text) or first in {"", "<", "{"}:
        raise FileRefused(f"It is of no kind that is taken here. {_KINDS}")
    line = text.lstrip().partition("\n")[0]
    delimiter = max(",;\t|", key=line.count)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        tabular = list(islice((row for row in rows if len(row) > 1), 2))
        for _ in rows:
            pass
    except csv.Error:
        raise FileRefused(BROKEN) from None
    if len(tabular) < 2:
        raise FileRefused(f"It is text, but no table with rows and cells. {_KINDS}")
    return "csv"
