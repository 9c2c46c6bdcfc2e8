"""What the rows of a file name and say, looked up and validated for all of them at once."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import MaxLengthValidator
from django.db.models import CharField, TextField

from tracker.models import Article, Document, Recommendation, Response, ReviewCycle
from tracker.models.fields import PartialDateField

from .recommendations import EDITABLE
from .records import Finder

MOST_TOLD = 20  # rows that a message names
ANSWER = {"document": Document, "cycle": ReviewCycle}
_INK = re.compile(r"[^\s\u00a0\u200b\u3000]")
_BESIDE = ("answer", "undo")  # what stands in values beside the fields of the recommendation
_UNSAID = object()  # in the place of a value that a row does not give
Faults = list[tuple["Row", str]]


class Row(NamedTuple):
    """A staged row, as far as confirming and undoing need it."""

    pk: int
    number: int
    place: str
    key: str
    values: dict[str, Any]
    outcome: str
    differences: list[dict[str, Any]]
    record_id: int | None
    answer_id: int | None
    expected: int | None

    @property
    def fields(self) -> dict[str, Any]:
        """What it says of the recommendation itself."""
        return {name: self.values[name] for name in self.values if name not in _BESIDE}

    @property
    def answer(self) -> dict[str, Any]:
        """What it says of China's answer; empty if nothing."""
        return self.values.get("answer") or {}

    @property
    def changed(self) -> dict[str, str]:
        """By name, what the fields were in which it differs: `title`, `answer.position`."""
        return {one["name"]: one["old"] for one in self.differences}

    @property
    def changed_in_answer(self) -> dict[str, str]:
        """The same of the answer alone."""
        stem = "answer."
        return {name[len(stem) :]: old for name, old in self.changed.items() if stem in name}

    @property
    def undo(self) -> dict[str, Any]:
        """What confirming kept of what it changed."""
        return self.values.get("undo") or {}


def _links() -> dict[str, Any]:
    fields = ((name, Recommendation._meta.get_field(name)) for name in EDITABLE)
    return {name: field.related_model for name, field in fields if field.is_relation}


LINKS = _links()


_MANY = [name for name in LINKS if Recommendation._meta.get_field(name).many_to_many]
_ONE = [name for name in LINKS if name not in _MANY]


def named_in(row: Row) -> Iterator[tuple[Any, str]]:
    """The model and the natural key of each record that a row names."""
    values, answer = row.values, row.answer
    for name in _ONE:
        if key := values.get(name):
            yield LINKS[name], key
    for name in _MANY:
        for key in values.get(name) or ():
            yield LINKS[name], key
    for one in values.get("invocations") or ():
        yield Article, one["article"]
    for name, model in ANSWER.items():
        if key := answer.get(name):
            yield model, key


class Names:
    """The records that rows name, read once for each model."""

    def __init__(self, rows: Iterable[Row], finder: Finder) -> None:
        self._wanted: dict[Any, set[str]] = defaultdict(set)
        for row in rows:
            for model, key in named_in(row):
                self._wanted[model].add(key)
        self._known = {model: finder.known(model, keys) for model, keys in self._wanted.items()}
        self._pks = {
            model: {key: known[key].pk for key in self._wanted[model] if key in known}
            for model, known in self._known.items()
        }

    def gone(self, rows: Iterable[Row]) -> Faults:
        """What each row names that is not here."""
        here = {model: set(known) for model, known in self._pks.items()}
        if all(keys <= here[model] for model, keys in self._wanted.items()):
            return []
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
        return self._pks[model][key] if key else None

    def keys(self, model: Any, keys: Iterable[str]) -> list[int]:
        """The primary keys of several, each once: two names may by now mean the same."""
        found = [self._pks[model][key] for key in keys]
        return found if len(found) < 2 else list(dict.fromkeys(found))


class Fields:
    """
    What some fields of a model make of plain values, as its `full_clean` does, without a query.

    It remembers what it was asked: of ten thousand rows most say the same in most fields. `written`
    are those that may not be blank.
    """

    def __init__(self, model: Any, names: Sequence[str], *, written: Sequence[str] = ()) -> None:
        self._fields = {name: model._meta.get_field(name) for name in names}
        self._unsaid = {name: field.get_default() for name, field in self._fields.items()}
        self._long = [name for name, field in self._fields.items() if _is_long(field)]
        self._short = [name for name in names if name not in self._long]
        self._known: dict[tuple[Any, ...], dict[str, Any]] = {}
        self._plain = {name for name in self._long if _only_length_counts(self._fields[name])}
        self._written = set(written)

    def cleaned(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The value of each field; ValidationError, keyed by field, if one is refused."""
        said = tuple([values.get(name, _UNSAID) for name in self._short])
        try:
            found = self._known.get(said)
        except TypeError:  # there is a list, which no field here takes
            found = None
        if found is None:
            return self._cleaned(self._fields, values, said)
        return found | self._cleaned(self._long, values)

    def _cleaned(
        self, names: Iterable[str], values: Mapping[str, Any], said: tuple[Any, ...] = ()
    ) -> dict[str, Any]:
        found, faults = {}, {}
        for name in names:
            try:
                value = values.get(name, self._unsaid[name])
                found[name] = self._asked(self._fields[name], value)
            except ValidationError as error:
                faults[name] = error.messages
        if faults:
            raise ValidationError(faults)
        if said:
            self._known[said] = {name: found[name] for name in self._short}
        return found

    def _asked(self, field: Any, value: Any) -> Any:
        if isinstance(value, list | dict):
            raise ValidationError("Write one value.")
        if field.blank and value in field.empty_values:
            return None if field.null else ""
        most = field.max_length or sys.maxsize
        is_fine = field.name in self._plain and value and type(value) is str and len(value) <= most
        found = value if is_fine else field.clean(value, None)
        if field.name in self._written and not _INK.search(found):
            raise ValidationError("This may not be blank.")
        return found


def _is_long(field: Any) -> bool:
    """Whether rows say different things in a field: words rather than one of a few values."""
    is_text = isinstance(field, TextField | CharField) and not isinstance(field, PartialDateField)
    return is_text and not field.choices


def _only_length_counts(field: Any) -> bool:
    return all(isinstance(one, MaxLengthValidator) for one in field.validators)


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
