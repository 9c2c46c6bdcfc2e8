"""Words from fixed lists in our own files: as exports write them, or as records hold them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db.models import TextChoices

from tracker.imports.asks import Fault
from tracker.lib.english import in_english
from tracker.models import Certainty, Recommendation

_YES, _NO = {"yes", "true", "1", "y", "예", "是"}, {"no", "false", "0", "n", "아니오", "否"}


class Words:
    """A fixed list: each value is known by itself and by its label in English."""

    def __init__(self, choices: type[TextChoices]) -> None:
        self.labels = in_english(choices.labels)
        pairs = zip(self.labels, choices.values, strict=True)
        self._values = {value.casefold(): value for value in choices.values}
        self._values |= {label.casefold(): value for label, value in pairs}

    def value(self, word: str) -> str:
        """What a word stands for; "" if it is not on the list."""
        return self._values.get(word.casefold(), "")


def yes_or_no(cells: Mapping[str, str], name: str, faults: list[Fault]) -> bool:
    """What a cell says; a fault if it says neither."""
    said = cells[name].strip().casefold()
    if said not in _YES | _NO:
        faults.append(unknown(name, cells[name].strip(), ["Yes", "No"]))
    return said in _YES


def word_of(cells: Mapping[str, str], name: str, known: Words, faults: list[Fault]) -> str:
    """The value that a word from a fixed list stands for; a fault if it is not on it."""
    said = cells.get(name, "").strip()
    found = known.value(said)
    if said and not found:
        faults.append(unknown(name, said, known.labels))
    return found


def unknown(column: str, said: str, known: Iterable[str]) -> Fault:
    """That a cell says what is on no list, with the list."""
    return Fault(
        what=f"“{said}” is not known in “{column}”",
        expected=f"One of: {', '.join(known)}.",
        mend="Write one of these words.",
        column=column,
        found=said,
    )


KINDS = Words(Recommendation.Kind)
TEXT_KINDS = Words(Recommendation.TextKind)
CERTAINTIES = Words(Certainty)
