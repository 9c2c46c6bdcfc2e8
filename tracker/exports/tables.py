"""
One list of records as it leaves the house, and the query that reads it.

The same query, with the same columns, stands behind CSV, XLSX, JSON Lines and the API. What a
recommendation has several of is grouped once and joined, so that a hundred thousand rows cost a
few scans rather than a look-up each; for a page of a hundred the planner takes the indexes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from tracker.lib.english import Label
from tracker.lib.reading import fetched, written_out

from .columns import Column, Kind, literal
from .guard import guarded_sql

FOUND = RawSQL("SELECT id FROM found", [])
NARROW = 20_000  # records from which on a join reads its whole table
Rows = Callable[[dt.date, bool], str]


@dataclass(frozen=True)
class Join:
    """
    Rows beside the records of a table: at most one for each.

    `rows` gives a query for a day; its column `of` is the key of the record it stands beside. If
    told to be narrow it reads only what is FOUND.
    """

    name: str
    rows: Rows


@dataclass(frozen=True)
class Table:
    """
    A list: `source` is its FROM clause, in which `key` is the record's primary key.

    Filters say which records it holds; `public` says once more, next to the data, what none of
    them may lack.
    """

    name: str
    title: Label
    meaning: Label
    columns: Sequence[Column]
    source: str
    key: str
    joins: Sequence[Join] = field(default_factory=tuple)
    public: str = "true"

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)


def cells_query(table: Table, keys: Sequence[int], on: dt.date, *, guard: bool) -> str:
    """Every column as a spreadsheet shows it, in the order of the keys."""
    inner = _select(table, keys, on, {column.name: _cell(column) for column in table.columns})
    if not guard:
        return inner
    shown = (
        guarded_sql(f'"{column.name}"')
        if column.kind in (Kind.TEXT, Kind.LIST, Kind.ADDRESS)
        else f'"{column.name}"'
        for column in table.columns
    )
    return f"SELECT {', '.join(shown)} FROM ({inner} OFFSET 0) AS cells"  # noqa: S608


def objects_query(table: Table, keys: Sequence[int], on: dt.date) -> str:
    """One JSON object for each record, in the order of the keys; what is not known is null."""
    inner = _select(table, keys, on, {column.name: _value(column) for column in table.columns})
    return f"SELECT row_to_json(record)::text FROM ({inner} OFFSET 0) AS record"  # noqa: S608


def objects(table: Table, keys: Sequence[int], on: dt.date) -> list[str]:
    """The JSON objects of a page."""
    if not keys:
        return []
    return [text for (text,) in fetched(objects_query(table, keys, on))]


def _select(table: Table, keys: Sequence[int], on: dt.date, shown: dict[str, str]) -> str:
    columns = ", ".join(f'{expression} AS "{name}"' for name, expression in shown.items())
    narrow = len(keys) <= NARROW
    joins = " ".join(
        f"LEFT JOIN ({join.rows(on, narrow)}) AS {join.name} ON {join.name}.of = {table.key}"
        for join in table.joins
    )
    array = literal("{" + ",".join(map(str, map(int, keys))) + "}")
    return (
        f"WITH found AS MATERIALIZED (SELECT id, place FROM"  # noqa: S608 - names and numbers of ours
        f" unnest({array}::bigint[]) WITH ORDINALITY AS asked(id, place))"
        f" SELECT {columns} FROM found JOIN {table.source} ON found.id = {table.key}"
        f" {joins} WHERE {table.public} ORDER BY found.place"
    )


def as_sql(rows: QuerySet[Any]) -> str:
    """A queryset as text, its parameters written in by the driver."""
    return written_out(*rows.query.sql_with_params())


def _value(column: Column) -> str:
    if column.kind is Kind.LIST:
        return f"coalesce({column.expression}, '{{}}')"
    if column.kind in (Kind.NUMBER, Kind.BOOLEAN):
        return column.expression
    return f"nullif({column.expression}, '')"


def _cell(column: Column) -> str:
    if column.kind is Kind.LIST:
        return f"nullif(array_to_string({column.expression}, '; '), '')"
    if column.kind is Kind.BOOLEAN:
        return f"CASE WHEN {column.expression} THEN 'Yes' ELSE 'No' END"
    return _value(column)
