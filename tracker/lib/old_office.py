"""Office files of before 2007: a small file system (OLE2, [MS-CFB]) with a stream for each part."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from itertools import islice

_FREE = 0xFFFFFFFA  # and above: no sector
_ENTRY = 128  # bytes of an entry of its directory
_MOST_ENTRIES = 4_096
_STORAGE, _STREAM, _ROOT = 1, 2, 5


class NotWhole(ValueError):  # noqa: N818 - said of a file, for whoever asked
    """Its tables lead nowhere, or in a circle."""


@dataclass(frozen=True)
class Stream:
    """An entry of the directory: where its bytes begin, and how many there are."""

    kind: int
    start: int
    size: int


class OldOffice:
    """An OLE2 file, by the names of what it holds; NotWhole if its tables cannot be followed."""

    def __init__(self, data: bytes) -> None:
        try:
            self._open(data)
        except (struct.error, IndexError, UnicodeDecodeError) as error:
            raise NotWhole(str(error)) from None

    def _open(self, data: bytes) -> None:
        shift, short = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or short != 6:
            raise NotWhole("sectors of no known size")
        self._data = data
        self._sector = 1 << shift
        self._next = self._sector_table()
        directory = self._chain(struct.unpack_from("<I", data, 48)[0])
        self.entries: dict[str, Stream] = {}
        for at in islice(range(0, len(directory), _ENTRY), _MOST_ENTRIES):
            name, length, kind, start, size = struct.unpack_from("<64sHB49xIQ", directory, at)
            if kind in (_STORAGE, _STREAM, _ROOT):
                named = name[: max(0, length - 2)].decode("utf-16-le")
                self.entries.setdefault(named, Stream(kind, start, size & 0xFFFFFFFF))

    def read(self, name: str) -> bytes:
        """The bytes of a stream; KeyError if there is none of that name."""
        entry = self.entries[name]
        (cutoff, small_table) = struct.unpack_from("<I", self._data, 56)[0], self._data[60:64]
        if entry.size >= cutoff:
            return self._chain(entry.start)[: entry.size]
        root = next(held for held in self.entries.values() if held.kind == _ROOT)
        table = _numbers(self._chain(*struct.unpack("<I", small_table)))
        within = self._chain(root.start)
        parts = [within[at * 64 : at * 64 + 64] for at in _walk(entry.start, table)]
        return b"".join(parts)[: entry.size]

    def _sector_table(self) -> tuple[int, ...]:
        """Which sector follows which: the FAT, whose own sectors the header lists."""
        listed = list(struct.unpack_from("<109I", self._data, 76))
        more, count = struct.unpack_from("<II", self._data, 68)
        for _ in range(min(count, len(self._data) // self._sector)):
            if more >= _FREE:
                break
            held = _numbers(self._at(more))
            listed += held[:-1]
            more = held[-1]
        used = [at for at in listed if at < _FREE]
        if len(used) > len(self._data) // self._sector:
            raise NotWhole("more tables than the file has room for")
        return _numbers(b"".join(self._at(at) for at in used))

    def _at(self, sector: int) -> bytes:
        start = (sector + 1) * self._sector
        if start >= len(self._data):
            raise NotWhole(f"no sector {sector}")
        return self._data[start : start + self._sector]

    def _chain(self, start: int) -> bytes:
        return b"".join(self._at(at) for at in _walk(start, self._next))


def _numbers(table: bytes) -> tuple[int, ...]:
    return struct.unpack_from(f"<{len(table) // 4}I", table)


def _walk(start: int, follows: tuple[int, ...]) -> list[int]:
    """The chain of sectors from `start`; NotWhole if it never ends."""
    walked = []
    while start < _FREE:
        walked.append(start)
        if len(walked) > len(follows):
            raise NotWhole("a chain of sectors without an end")
        start = follows[start]
    return walked
