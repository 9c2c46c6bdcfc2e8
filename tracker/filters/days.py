"""Everything that was done on a day, by anybody, to any record: a line for each step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils import timezone

from tracker.lib.reading import Row, fetched
from tracker.models import User

from .events import row_words
from .history import PAST_THE_APPLICATION, did_words
from .tracked import event_model, named, noun_of, nouns, owner_of, tracked_models

_RECORDS_SHOWN = 12  # of one step; the rest are counted
_VERBS = {"insert": "added", "update": "changed", "delete": "removed"}


@dataclass(frozen=True)
class Asked:
    """Which steps somebody wants to see: of a day, of one person, about records of one kind."""

    day: dt.date
    by: int | None = None
    noun: str = ""


@dataclass
class DayStep:
    """One thing a person did on a day, and the records it was about."""

    at: dt.datetime
    who: str
    did: str
    reason: str
    records: list[models.Model] = field(default_factory=list)
    more: int = 0
    sorts: list[str] = field(default_factory=list)

    @property
    def summary(self) -> str:
        return "; ".join(self.sorts).capitalize()


class Day:
    """
    The steps of a day, the last first; sliced like a list, so that a page reads only its own.

    Accounts are not told of: they are no facts of the tracker, and administrators' business.
    """

    def __init__(self, asked: Asked) -> None:
        self.asked = asked

    def __len__(self) -> int:
        ((count,),) = self._fetched("SELECT count(DISTINCT step) FROM event")
        return int(count)

    def __getitem__(self, part: slice) -> list[DayStep]:
        start, stop = part.start or 0, part.stop
        rows = self._fetched(
            "SELECT step, min(at), min(who), min(action), min(reason) FROM event"
            " GROUP BY step ORDER BY min(at) DESC, step LIMIT %s OFFSET %s",
            [stop - start, start],
        )
        people = User.objects.in_bulk({int(who) for _, _, who, _, _ in rows if who})
        found = {}
        for step, at, who, action, reason in rows:
            name = str(people.get(int(who), "")) if who else ""
            found[step] = DayStep(
                at, name or PAST_THE_APPLICATION, did_words(action or ""), reason or ""
            )
        self._add_sorts(found)
        self._add_records(found)
        return list(found.values())

    def people(self) -> list[User]:
        """Everybody who did something on the day, whatever else is asked."""
        rows = Day(Asked(self.asked.day))._fetched("SELECT DISTINCT who FROM event")
        return list(User.objects.filter(pk__in=[int(who) for (who,) in rows if who]))

    def _add_sorts(self, steps: dict[str, DayStep]) -> None:
        rows = self._fetched(
            "SELECT step, part, noun, verb, count(*) FROM event WHERE step = ANY(%s)"
            " GROUP BY step, part, noun, verb ORDER BY part, verb",
            [list(steps)],
        )
        words = {model._meta.db_table: model for model in tracked_models()}
        for step, part, noun, verb, count in rows:
            what = row_words(words[part], nouns()[noun])
            said = f"{what} {_VERBS.get(verb, verb)}"
            steps[step].sorts.append(f"{said} ({count})" if count > 1 else said)

    def _add_records(self, steps: dict[str, DayStep]) -> None:
        rows = self._fetched(
            "SELECT step, noun, record, count(*) OVER (PARTITION BY step),"
            " row_number() OVER (PARTITION BY step ORDER BY noun, record)"
            " FROM (SELECT DISTINCT step, noun, record FROM event WHERE step = ANY(%s)) found",
            [list(steps)],
        )
        shown = [row for row in rows if row[4] <= _RECORDS_SHOWN]
        known = _records(shown)
        for step, noun, key, count, _ in shown:
            if record := known.get((noun, key)):
                steps[step].records.append(record)
            steps[step].more = max(count - _RECORDS_SHOWN, 0)

    def _fetched(self, query: str, params: Iterable[Any] = ()) -> list[Row]:
        begin = timezone.make_aware(dt.datetime.combine(self.asked.day, dt.time.min))
        selects, given = [], []
        for model in tracked_models():
            if owner := owner_of(model):
                select, also = self._select(model, *owner)
                selects.append(select)
                given += [begin, begin + dt.timedelta(days=1), *also]
        return fetched(f"WITH event AS ({' UNION ALL '.join(selects)}) {query}", [*given, *params])

    def _select(self, model: Any, owner: Any, column: str) -> tuple[str, list[Any]]:
        table = event_model(model)._meta.db_table
        where, params = "pgh_created_at >= %s AND pgh_created_at < %s", []
        if self.asked.by is not None:
            where += " AND pgh_context->>'user' = %s"
            params.append(str(self.asked.by))
        if self.asked.noun and self.asked.noun != noun_of(owner):
            where += " AND false"
        return (
            f"SELECT coalesce(pgh_context_id::text, '{table}-' || pgh_id) AS step,"  # noqa: S608
            " pgh_created_at AS at, pgh_context->>'user' AS who,"
            " pgh_context->>'action' AS action, pgh_context->>'reason' AS reason,"
            f" '{model._meta.db_table}' AS part, '{noun_of(owner)}' AS noun,"
            f" {column} AS record, pgh_label AS verb FROM {table} WHERE {where}"
        ), params


def _records(rows: Iterable[Row]) -> dict[tuple[str, int], models.Model]:
    """The records that rows name by noun and key; those that are gone are left out."""
    wanted: dict[str, set[int]] = {}
    for _, noun, key, *_ in rows:
        wanted.setdefault(noun, set()).add(key)
    return {
        (noun, key): record
        for noun, keys in wanted.items()
        for key, record in named(nouns()[noun]).in_bulk(keys).items()
    }
