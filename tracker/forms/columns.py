"""The columns of a pasted block: what heads them, and what a cell of each may hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from tracker.models import Certainty, Response
from tracker.models.fields import LanguageField, PartialDateFormField

from .vocabulary import plain, read_position

REFERENCE = "reference"
COLUMNS = {
    REFERENCE: "Recommendation",
    "position": "Position",
    "category_as_stated": "China’s own category",
    "words": "What China said",
    "locator": "Where in the document",
    "responded_on": "Answered on",
    "language": "Language of the words",
    "words_kind": "The words are",
    "certainty": "How sure it is",
}
_ALSO = {
    REFERENCE: "reference, ref, row, no, number, nr, paragraph, para, recommendation no",
    "position": "china's position, response, reply, answer, decision",
    "category_as_stated": "category, china's category, own category",
    "words": "words, china's words, text, explanation, comment, comments, remarks",
    "locator": "where, locator, place, page",
    "responded_on": "date, responded on",
    "language": "language, lang",
    "words_kind": "kind of words, words kind",
    "certainty": "certainty",
}
_NAMES = {
    plain(word): name
    for name, label in COLUMNS.items()
    for word in [label, *_ALSO[name].split(",")]
}


def column_of(heading: str) -> str:
    """The column that a heading names; "" if none."""
    return _NAMES.get(plain(heading), "")


def read_cell(name: str, text: str) -> Any:
    """What a cell says, as the model has it; ValidationError with what was found and expected."""
    return _READERS[name](text) if name in _READERS else text


def _date(text: str) -> Any:
    date = PartialDateFormField().clean(text)
    if date.first_day > timezone.localdate():
        raise ValidationError(f"“{text}” is still to come. Write the day China answered.")
    return date


def _one_of(choices: Iterable[tuple[str, Any]]) -> Callable[[str], str]:
    words = {plain(str(word)): value for value, label in choices for word in (value, label)}
    known = ", ".join(str(label) for _, label in choices)

    def read(text: str) -> str:
        if plain(text) not in words:
            raise ValidationError(f"“{text}” is not known here. Expected one of: {known}.")
        return str(words[plain(text)])

    return read


_READERS: dict[str, Callable[[str], Any]] = {
    "position": read_position,
    "responded_on": _date,
    "language": _one_of(LanguageField.LANGUAGES),
    "words_kind": _one_of(Response.WordsKind.choices),
    "certainty": _one_of(Certainty.choices),
}
