"""The default order of recommendations in arrays: pages of any set at any depth."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from django.db.models import Func, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat
from pyroaring import BitMap

from .packed import bitmap, read_order

_DIGITS, _DOWNWARDS = "0123456789", "9876543210"
_KEY = Concat(
    Func(
        Cast("made_on", TextField()), Value(_DIGITS), Value(_DOWNWARDS),
        function="translate", output_field=TextField(),
    ),
    Value("~", TextField()),
    Cast("reference", TextField()),
    output_field=TextField(),
)  # fmt: skip
_WIDTH, _LONGEST = 32, 20  # bytes of a key, and of the reference in it
WALKED = 2000  # of the order, before it is sorted out which are found


@dataclass(frozen=True)
class Order:
    """
    Primary keys by date downwards, then by reference upwards.

    `keys` sorts alike: the digits of the date reversed, and the reference. Text compares as dates
    do, and `~` after every digit and dash puts a vaguer date last, as `-made_on` does.
    """

    keys: np.ndarray
    pks: np.ndarray

    @classmethod
    def read(cls, rows: QuerySet) -> Order:
        pks, keys = read_order(rows, _KEY)
        by_key = np.argsort(keys, kind="stable")
        return cls(keys[by_key], pks[by_key])

    def merged(self, fresh: Order, gone: np.ndarray) -> Order:
        """This without the keys `gone`, and with `fresh` ones in their places; itself if equal."""
        stay = ~np.isin(self.pks, gone)
        if np.array_equal(self.keys[~stay], fresh.keys):  # which no two recommendations share
            return self
        keys, pks = self.keys[stay], self.pks[stay]
        at = np.searchsorted(keys, fresh.keys, side="right")
        return Order(np.insert(keys, at, fresh.keys), np.insert(pks, at, fresh.pks))

    @cached_property
    def everything(self) -> BitMap:
        return bitmap(np.sort(self.pks))

    @cached_property
    def by_reference(self) -> Order:
        """The same by reference upwards, R-9999 before R-10000."""
        letters = np.frombuffer(self.keys.tobytes(), dtype=np.uint8).reshape(-1, _WIDTH)
        starts = (letters == ord("~")).argmax(axis=1) + 1
        references = np.empty(len(letters), dtype=f"S{_LONGEST}")
        for start in np.unique(starts):
            mine = starts == start
            shown = np.ascontiguousarray(letters[mine, start : start + _LONGEST])
            references[mine] = shown.view(references.dtype)[:, 0]
        lengths = (letters != ord(" ")).sum(axis=1) - starts
        order = np.lexsort((references, lengths))
        return Order(references[order], self.pks[order])

    def begun(self, day: dt.date) -> BitMap:
        """Everything made by a day: the rest of the order from there."""
        first = str(day).translate(str.maketrans(_DIGITS, _DOWNWARDS)).encode()
        return bitmap(np.sort(self.pks[np.searchsorted(self.keys, first) :]))

    def cut(self, found: BitMap, start: int, stop: int, *, backwards: bool = False) -> list[int]:
        """Keys from `start` to `stop` of the found ones in this order, or in the reverse."""
        total = len(found)
        stop = min(stop, total)
        if start >= stop:
            return []
        ahead = (self.pks[::-1] if backwards else self.pks)[:WALKED]
        soon = [pk for pk in ahead.tolist() if pk in found]
        if len(soon) >= stop:
            return soon[start:stop]
        if backwards:
            start, stop = total - stop, total - start
        keys: list[int] = self._sorted(found)[start:stop].tolist()
        return keys[::-1] if backwards else keys

    def _sorted(self, found: BitMap) -> np.ndarray:
        """All the found keys in order: through their ranks if they are few, else by a mask."""
        if len(found) == len(self.pks):
            return self.pks
        keys = np.frombuffer(found.to_array(), dtype=np.uint32)
        if len(keys) * 20 < len(self.pks):
            ranked: np.ndarray = self.pks[np.sort(self._ranks[keys])]
            return ranked
        mask = np.zeros(len(self._ranks), dtype=bool)
        mask[keys] = True
        masked: np.ndarray = self.pks[mask[self.pks]]
        return masked

    @cached_property
    def _ranks(self) -> np.ndarray:
        ranks = np.zeros(int(self.pks.max(initial=0)) + 1, dtype=np.int32)
        ranks[self.pks] = np.arange(len(self.pks), dtype=np.int32)
        return ranks
