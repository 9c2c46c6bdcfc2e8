"""How deep JSON goes: looked at while it is read, since its parser takes ever longer the deeper."""

from __future__ import annotations

import re
from typing import IO

from .asks import Refused

MOST_LEVELS = 40  # records of the sources that we read have three
MOST_LETTERS = 2 * 2**20  # bytes of one text
_TEXT = re.compile(rb'"(?>[^"\\]+|\\.)*+"', re.DOTALL)
_ALL_BUT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))


class Shallow:
    """A file of JSON that refuses to be read where it goes too deep, or has a text without end."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._open = b""  # the beginning of a text that goes on in the next part
        self._level = 0

    def read(self, size: int = -1) -> bytes:
        part = self._file.read(size)
        outside, quote, rest = _TEXT.sub(b"", self._open + part).partition(b'"')
        self._open = quote + rest
        if len(self._open) > MOST_LETTERS:
            raise Refused(
                f"A text of this JSON has more than {MOST_LETTERS // 2**20} MB: a quotation mark "
                "is missing. Download it anew; nothing was taken over."
            )
        for bracket in outside.translate(None, _ALL_BUT_BRACKETS):
            self._level += 1 if bracket in b"[{" else -1
            if self._level > MOST_LEVELS:
                raise Refused(
                    f"This JSON has more than {MOST_LEVELS} levels, which no list of records has. "
                    "Download it anew; nothing was taken over."
                )
        return part
