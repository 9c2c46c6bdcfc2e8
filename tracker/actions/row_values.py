"""What the rows of a file name and say, looked up and validated for all of them at once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from tracker.models import Article, Document, Recommendation, Response, ReviewCycle

from .recommendations import EDITABLE
from .records import Finder

MOST_TOLD = 20  # rows that a message names
ANSWER = {"document": Document, "cycle": ReviewCycle}
_INK = re.compile(r"[^\s\u00a0\u200b\u3000]")
_SHORT = 60  # characters of a value that other rows may well have too
Faults = list[tuple["Row", str]]


class Row(NamedTuple):
    """A staged row, as far as confirming and undoing need it."""

    pk: int
    number: int
    place: str
    key: str
    values: dict[str, Any]
    outcome: str
    record_id: int | None
    answer_id: int | None
    expected: int | None

    @property
    def fields(self) -> dict[str, Any]:
        """What it says of the recommendation itself."""
        return {name: self.values[name] for name in self.values if name not in ("answer", "undo")}

    @property
    def answer(self) -> dict[str, Any]:
        """What it says of China's answer; empty if nothing."""
        return self.values.get("answer") or {}

    @property
    def undo(self) -> dict[str, Any]:
        """What confirming kept of what it changed."""
        return self.values.get("undo") or {}


def _links() -> dict[str, Any]:
    fields = ((name, Recommendation._meta.get_field(name)) for name in EDITABLE)
    return {name: field.related_model for name, field in fields if field.is_relation}


LINKS = _links()


def named_in(row: Row) -> Iterator[tuple[Any, str]]:
    """The model and the natural key of each record that a row names."""
    for name, model in LINKS.items():
        found = row.values.get(name)
        for key in found if isinstance(found, list) else [found] if found else []:
            yield model, key
    for invocation in row.values.get("invocations") or []:
        yield Article, invocation["article"]
    for name, model in ANSWER.items():
        if key := row.answer.get(name):
            yield model, key


class Names:
    """The records that rows name, read once for each model."""

    def __init__(self, rows: Iterable[Row], finder: Finder) -> None:
        wanted: dict[Any, set[str]] = defaultdict(set)
        for row in rows:
            for model, key in named_in(row):
                wanted[model].add(key)
        self._known = {model: finder.known(model, keys) for model, keys in wanted.items()}

    def gone(self, rows: Iterable[Row]) -> Faults:
        """What each row names that is not here."""
        here = {model: set(known) for model, known in self._known.items()}
        return [
            (row, f"there is no {model._meta.verbose_name} “{key}” any more")
            for row in rows
            for model, key in named_in(row)
            if key not in here[model]
        ]

    def record(self, model: Any, key: str) -> Any:
        return self._known[model][key]

    def key(self, model: Any, key: str | None) -> int | None:
        """The primary key of what is named; None where nothing is."""
        return self._known[model][key].pk if key else None

    def keys(self, model: Any, keys: Iterable[str]) -> list[int]:
        """The primary keys of several, each once: two names may by now mean the same."""
        known = self._known.get(model, {})
        return list(dict.fromkeys(known[key].pk for key in keys))


class Fields:
    """
    What some fields of a model make of plain values, as its `full_clean` does, without a query.

    It remembers what it was asked: of ten thousand rows most say the same in most fields. `written`
    are those that may not be blank.
    """

    def __init__(self, model: Any, names: Sequence[str], *, written: Sequence[str] = ()) -> None:
        self._fields = {name: model._meta.get_field(name) for name in names}
        self._unsaid = {name: field.get_default() for name, field in self._fields.items()}
        self._known: dict[str, dict[Any, Any]] = {name: {} for name in names}
        self._written = set(written)

    def cleaned(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The value of each field; ValidationError, keyed by field, if one is refused."""
        found, faults = {}, {}
        for name, unsaid in self._unsaid.items():
            try:
                found[name] = self._one(name, values.get(name, unsaid))
            except ValidationError as error:
                faults[name] = error.messages
        if faults:
            raise ValidationError(faults)
        return found

    def _one(self, name: str, value: Any) -> Any:
        if isinstance(value, list | dict):
            raise ValidationError("Write one value.")
        known = self._known[name]
        if value in known:
            return known[value]
        found = self._asked(self._fields[name], value)
        if not isinstance(value, str) or len(value) <= _SHORT:
            known[value] = found
        return found

    def _asked(self, field: Any, value: Any) -> Any:
        if field.blank and value in field.empty_values:
            return None if field.null else ""
        found = field.clean(value, None)
        if field.name in self._written and not _INK.search(found):
            raise ValidationError("This may not be blank.")
        return found


def said(error: ValidationError, model: Any = Recommendation) -> str:
    """A refusal in a line, each message with its field."""
    found = error.update_error_dict({})
    fields = [*model._meta.fields, *model._meta.many_to_many]
    known = {field.name: str(field.verbose_name) for field in fields}
    return " ".join(
        message if name == NON_FIELD_ERRORS else f"{known.get(name, name)}: {message}"
        for name, messages in found.items()
        for message in ValidationError(messages).messages
    )


def lines(faults: Faults) -> list[str]:
    """What is wrong with rows, a line each; of many the first."""
    told = [f"{row.place}: {what}" for row, what in faults[:MOST_TOLD]]
    more = len(faults) - MOST_TOLD
    return [*told, f"… and {more} more."] if more > 0 else told


RESPONSE_NAMES = [
    field.name
    for field in Response._meta.concrete_fields
    if field.editable and not field.is_relation and not field.primary_key
]
