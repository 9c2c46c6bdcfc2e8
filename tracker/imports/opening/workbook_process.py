"""
A spreadsheet from standard input as JSON on standard output: a program of its own.

Files come from anywhere, and a broken one may ask its reader for all the memory there is, or never
end. Here that ends this process, within limits, and not the site's. It knows nothing of the site.

It writes {"sheets": [[name, number of the first row, of the first column, rows of texts]]}, or
{"refused": why}. Arguments: how many rows and how many cells are read at most.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from datetime import date, datetime, time, timedelta

import python_calamine

SECONDS = 8  # of the processor
MEMORY = 2**30
MOST_UNPACKED = 300 * 2**20
_CHUNK = 2**18
_BROKEN = (
    "The spreadsheet is broken. Open it in a spreadsheet program, save it anew as .xlsx, and "
    "choose that file."
)
_LOCKED = "The spreadsheet is protected by a password. Save it without one, and choose that file."


class TooMuchError(ValueError):
    """A file that is no spreadsheet for here, and why."""


def limit() -> None:
    try:
        import resource  # there is none on Windows
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_AS, MEMORY)):
        try:
            resource.setrlimit(what, (most, most))
        except (OSError, ValueError):
            continue  # macOS knows no limit on memory


def too_large(rows: int, cells: int) -> TooMuchError:
    return TooMuchError(
        f"The spreadsheet is too large: at most {rows:,} rows and {cells:,} cells are read from a "
        "sheet. Take out what is not needed, empty rows and columns as well, or split it."
    )


def check_packed(data: bytes, rows: int, cells: int) -> None:
    """An .xlsx is counted while it is unpacked, before anything is built of it."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        members = packed.infolist()
        if sum(member.file_size for member in members) > MOST_UNPACKED:
            raise too_large(rows, cells)
        for member in members:
            if member.filename.lower().startswith("xl/worksheets/"):
                count = 0
                with packed.open(member) as sheet:
                    while chunk := sheet.read(_CHUNK):
                        count += chunk.count(b"</c>") + chunk.count(b":c>") // 2
                        if count > cells:
                            raise too_large(rows, cells)


def text_of(cell: object) -> str:
    if isinstance(cell, str):
        return cell.replace("\x00", "")
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return (cell.date() if cell.time() == time() else cell).isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return str(cell)


def sheets(data: bytes, rows: int, cells: int) -> list[list[object]]:
    if data.startswith(b"PK"):
        check_packed(data, rows, cells)
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    found: list[list[object]] = []
    for about in book.sheets_metadata:
        if about.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(about.name)
        if sheet.start is None or sheet.end is None:
            continue
        (top, left), (bottom, right) = sheet.start, sheet.end
        height, width = bottom - top + 1, right - left + 1
        if height > rows + 1 or height * width > cells:
            raise too_large(rows, cells)
        texts = [[text_of(cell) for cell in row] for row in sheet.to_python(skip_empty_area=True)]
        found.append([about.name, top + 1, left + 1, texts])
    return found


def main(rows: int, cells: int) -> dict[str, object]:
    try:
        return {"sheets": sheets(sys.stdin.buffer.read(), rows, cells)}
    except TooMuchError as why:
        return {"refused": str(why)}
    except python_calamine.PasswordError:
        return {"refused": _LOCKED}
    except MemoryError:
        return {"refused": str(too_large(rows, cells))}
    except BaseException:  # a panic of the library is not even an Exception
        return {"refused": _BROKEN}


if __name__ == "__main__":
    limit()
    sys.stdout.write(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]))))
