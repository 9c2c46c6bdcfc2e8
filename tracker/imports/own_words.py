"""Words from fixed lists in our own files: as exports write them, or as records hold them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tracker.lib.english import in_english
from tracker.models import Certainty, Recommendation

from .asks import Fault

_YES, _NO = {"yes", "true", "1", "y", "예", "是"}, {"no", "false", "0", "n", "아니오", "否"}


def yes_or_no(cells: Mapping[str, str], name: str, faults: list[Fault]) -> bool:
    """What a cell says; a fault if it says neither."""
    said = cells[name].strip().casefold()
    if said not in _YES | _NO:
        faults.append(unknown(name, cells[name].strip(), ["Yes", "No"]))
    return said in _YES


def word_of(
    cells: Mapping[str, str], name: str, known: Mapping[str, str], faults: list[Fault]
) -> str:
    """The value that a word from a fixed list stands for; a fault if it is not on it."""
    said = cells.get(name, "").strip()
    if said and said.casefold() not in known:
        faults.append(unknown(name, said, [word for word in known if known[word] != word]))
        return ""
    return known[said.casefold()] if said else ""


def unknown(column: str, said: str, known: Iterable[str]) -> Fault:
    """That a cell says what is on no list, with the list."""
    return Fault(
        what=f"“{said}” is not known in “{column}”",
        expected=f"One of: {', '.join(known)}.",
        mend="Write one of these words.",
        column=column,
        found=said,
    )


def _words(choices: Any) -> dict[str, str]:
    """Each value by its word in exports and by itself."""
    labels = zip(in_english(choices.labels), choices.values, strict=True)
    return {value.casefold(): value for value in choices.values} | {
        label.casefold(): value for label, value in labels
    }


KINDS = _words(Recommendation.Kind)
TEXT_KINDS = _words(Recommendation.TextKind)
CERTAINTIES = _words(Certainty)
