"""
The States that recommend and are reviewed, by any of their usual names.

`states.csv` has the 193 Member States of the United Nations and its two observer States: the name
in addresses, the short name in English, the regional group ("" for observers), and other names:
formal, earlier, in other files, in Chinese.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("states.csv")
_NO_LETTER = re.compile(r"[\W_]+")
_APOSTROPHES = re.compile("['‘’ʼ`´]")
_ABBREVIATED = {
    "rep": "republic", "dem": "democratic", "fed": "federated", "st": "saint", "is": "islands",
    "the": "", "ppl": "peoples",
}  # fmt: skip
_INVERTED = re.compile(r"^([^,(]+?)\s*(?:,|\()\s*(.*\bof(?: the)?)\s*\)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class State:
    """A State; `group` is a value of RegionalGroup, "" where it is in none."""

    slug: str
    name: str
    group: str
    others: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.others)


@cache
def states() -> tuple[State, ...]:
    """All of them, by slug."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            State(row["slug"], row["name"], row["group"], tuple(filter(None, others)))
            for row in csv.DictReader(file)
            for others in [row["others"].split("|")]
        )


@lru_cache(maxsize=4096)
def state_named(text: str) -> State | None:
    """
    The State that a text names, None if it names none for sure.

    Case, accents, articles and punctuation do not matter, nor does the order of “Korea, Republic
    of” and “Iran (Islamic Republic of)”. “Korea” alone is none: there are two.
    """
    known = _by_name()
    for written in _orders(text):
        if found := known.get(_folded(written)):
            return found
    return None


def _orders(text: str) -> Iterator[str]:
    yield text
    if inverted := _INVERTED.match(text.strip()):
        name, before = inverted.groups()
        yield f"{before} {name}"


@cache
def _by_name() -> dict[str, State]:
    return {_folded(name): state for state in states() for name in state.names}


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.replace("&", " and "))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
    words = _NO_LETTER.split(_APOSTROPHES.sub("", plain))
    return " ".join(word for word in (_ABBREVIATED.get(word, word) for word in words) if word)
