"""Within another action: what a file asks that is not here yet, as drafts, many at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, connection, transaction
from django.utils import timezone

from tracker.lib.partial_dates import PartialDate
from tracker.models import Article, Invocation, Recommendation, Response, SourceKey, User
from tracker.models.recommendations import draft_reference
from tracker.models.responses import new_key

from .copying import as_json, copy_rows, next_keys
from .recommendations import EDITABLE
from .row_values import ANSWER, LINKS, RESPONSE_NAMES, Faults, Fields, Names, Row, lines, said

_MANY = {"made_by": "maker", "themes": "theme", "affected_groups": "group"}
_OWN = [name for name in EDITABLE if name not in LINKS] + ["origin"]
_ONE = [name for name in LINKS if name not in _MANY]
_KNOWN = {*EDITABLE, "origin", "invocations"}
_SAID_OF_ANSWER = {*RESPONSE_NAMES, *ANSWER}


@dataclass(slots=True)
class Made:
    """What a row becomes: plain values of the rows of each table, their keys still to come."""

    row: Row
    values: dict[str, Any]
    links: dict[str, list[int]]
    invocations: list[dict[str, Any]] = field(default_factory=list)
    answer: dict[str, Any] | None = None
    pk: int = 0
    answer_pk: int | None = None


class Maker:
    """Makes records of rows, each validated as `full_clean` does, without a query."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._asks = Fields(Recommendation, _OWN, written=["title", "text"])
        self._answers = Fields(Response, RESPONSE_NAMES)
        self._invocations = Fields(Invocation, ["basis", "note"])

    def make_all(self, rows: Iterable[Row]) -> tuple[list[Made], Faults]:
        """What can be made of rows, and what is wrong with the others."""
        made: list[Made] = []
        faults: Faults = []
        for row in rows:
            try:
                made.append(self._make(row))
            except ValidationError as error:
                faults.append((row, said(error)))
        return made, faults + _twice(made)

    def _make(self, row: Row) -> Made:
        says, names = row.fields, self._names
        if others := set(says) - _KNOWN:
            raise ValidationError(dict.fromkeys(sorted(others), "There is no such field."))
        values = self._asks.cleaned(says)
        for name in _ONE:
            values[f"{name}_id"] = names.key(LINKS[name], says.get(name))
        if missing := [name for name in ("document", "addressed_to") if not values[f"{name}_id"]]:
            raise ValidationError(dict.fromkeys(missing, "This field cannot be null."))
        links = {name: names.keys(LINKS[name], says.get(name) or []) for name in _MANY}
        if not links["made_by"]:
            raise ValidationError({"made_by": "Say who makes the ask."})
        made = Made(row, values, links, self._invoked(says.get("invocations") or []))
        made.answer = self._answered(row.answer, values) if row.answer else None
        values["made_on"] = _text_of(values["made_on"])
        return made

    def _invoked(self, several: Sequence[dict[str, str]]) -> list[dict[str, Any]]:
        found: dict[int, dict[str, Any]] = {}
        for one in several:
            article = self._names.record(Article, one["article"])
            if article.pk in found:
                raise ValidationError({"invocations": f"{article} is listed twice."})
            try:
                found[article.pk] = self._invocations.cleaned(one) | {"article": article.pk}
            except ValidationError as error:
                raise ValidationError({"invocations": error.messages}) from None
        return list(found.values())

    def _answered(self, says: dict[str, Any], asked: dict[str, Any]) -> dict[str, Any]:
        if others := set(says) - _SAID_OF_ANSWER:
            raise ValidationError(dict.fromkeys(sorted(others), "There is no such field."))
        try:
            values = self._answers.cleaned(says)
        except ValidationError as error:
            raise ValidationError(said(error, Response)) from None
        for name, model in ANSWER.items():
            values[f"{name}_id"] = self._names.key(model, says.get(name))
        if not values["document_id"]:
            raise ValidationError("Say which document gives the answer.")
        values["cycle_id"] = values["cycle_id"] or asked["cycle_id"]
        if not _follows(values["responded_on"], asked["made_on"]):
            words = f"The answer cannot come before what was asked on {asked['made_on'].label}."
            raise ValidationError(words)
        values["responded_on"] = _text_of(values["responded_on"])
        return values


@lru_cache(maxsize=1000)
def _text_of(date: PartialDate) -> str:
    """A date as its column has it."""
    return str(date)


@lru_cache(maxsize=1000)
def _follows(answered: PartialDate, asked: PartialDate) -> bool:
    return answered.last_day >= asked.first_day


def _twice(several: Sequence[Made]) -> Faults:
    """Rows with a key or an origin that another row of the file has too."""
    faults: Faults = []
    seen: set[tuple[str, str]] = set()
    for made in several:
        for name, value in (("key", made.row.key), ("origin", made.values["origin"])):
            if value and (name, value) in seen:
                faults.append((made.row, f"another row has the {name} “{value}” too."))
            seen.add((name, value))
    return faults


def write_new(several: Sequence[Made], *, source: str, by: User) -> None:
    """
    Within another action: add what was made, with its links, answers and keys of the source.

    Raises ValidationError, naming the rows, if the database refuses what seemed right.
    """
    if not several:
        return
    answered = [made for made in several if made.answer]
    for made, key in zip(several, next_keys(Recommendation, len(several)), strict=True):
        made.pk = key
    for made, key in zip(answered, next_keys(Response, len(answered)), strict=True):
        made.answer_pk = key
    try:
        with transaction.atomic():
            _copy_all(several, answered, source, by)
            with connection.cursor() as cursor:  # now rather than at the end, where nobody is told
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    except (IntegrityError, DataError) as error:
        raise _named(several, str(error), by) from None


def _copy_all(several: Sequence[Made], answered: Sequence[Made], source: str, by: User) -> None:
    recorded = {"recorded_at": timezone.now(), "recorded_by_id": by.pk}
    asks = ({**made.values, "id": made.pk, "reference": draft_reference()} for made in several)
    _copy(Recommendation, recorded, asks, ["id", "reference", *_OWN, *(f"{n}_id" for n in _ONE)])
    for name, target in _MANY.items():
        through = Recommendation._meta.get_field(name).remote_field.through  # type: ignore[union-attr]
        pairs = ((made.pk, key) for made in several for key in made.links[name])
        copy_rows(through, ["recommendation", target], pairs)
    copy_rows(
        Invocation,
        ["recommendation", "article", "basis", "note"],
        (
            (made.pk, one["article"], one["basis"], one["note"])
            for made in several
            for one in made.invocations
        ),
    )
    answers = (
        {**made.answer, "id": made.answer_pk, "recommendation_id": made.pk, "key": new_key()}
        for made in answered
        if made.answer
    )
    given = ["id", "recommendation_id", "key", *RESPONSE_NAMES, *(f"{n}_id" for n in ANSWER)]
    _copy(Response, recorded, answers, given)
    keys = ((source, made.row.key, made.pk) for made in several if made.row.key)
    copy_rows(SourceKey, ["source", "key", "recommendation"], keys)


def _copy(
    model: Any, constant: dict[str, Any], rows: Iterable[dict[str, Any]], given: Sequence[str]
) -> None:
    """Copy rows of a model that have the `given` columns; the others are `constant` or unsaid."""
    fields = [one for one in model._meta.concrete_fields if not one.generated]
    unsaid = {one.attname: _plain(one.get_default()) for one in fields if one.attname not in given}
    rest = unsaid | constant
    ends = tuple(rest.values())
    said = itemgetter(*given)
    copy_rows(model, [*given, *rest], ((*said(row), *ends) for row in rows))


def _plain(value: Any) -> Any:
    return as_json(value) if isinstance(value, dict) else value


def _named(several: Sequence[Made], refusal: str, by: User) -> ValidationError:
    """What the database has against rows, which `full_clean` is asked about one by one."""
    faults: Faults = []
    for made in several:
        ask = Recommendation(recorded_by=by, **made.values)
        answer = Response(recorded_by=by, recommendation=ask, **made.answer or {})
        try:
            ask.full_clean()
            if made.answer:
                answer.full_clean(exclude=["recommendation"])
        except ValidationError as error:
            faults.append((made.row, said(error)))
    return ValidationError(lines(faults) or [f"The database refuses these rows: {refusal}"])
