"""Read many keys at once: the database packs those of each value into one string of bytes."""

from __future__ import annotations

import array
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from django.core.exceptions import EmptyResultSet
from django.db.models import Aggregate, BinaryField, Func, QuerySet, Value
from pyroaring import BitMap

from tracker.lib.reading import fetched

Values = dict[str, BitMap]
Pairs = QuerySet[Any]
Some = list[int] | None  # recommendations by primary key; None: all of them
ENTRY = np.dtype([("rec", ">i4"), ("since", ">i4"), ("at", ">i8"), ("pk", ">i4")])


class _Key(Func):
    template = "int4send((%(expressions)s)::int4)"
    output_field = BinaryField()


class _Date(Func):
    """A partial date as a number that sorts alike: 20230000, 20230500 or 20230512."""

    template = "int4send(rpad(replace(%(expressions)s, '-', ''), 8, '0')::int4)"
    output_field = BinaryField()


class _Moment(Func):
    template = "timestamptz_send(%(expressions)s)"
    output_field = BinaryField()


class _Text(Func):
    """A text cut or filled to 32 bytes, for those that are plain ASCII."""

    template = "rpad(%(expressions)s, 32)::bytea"
    output_field = BinaryField()


class _Packed(Aggregate):
    template = "string_agg(%(expressions)s, ''::bytea)"
    arg_joiner = " || "
    output_field = BinaryField()


def day_number(date: Any) -> int:
    """A day, or a partial date as text, as `_Date` writes it."""
    return int(str(date).replace("-", "").ljust(8, "0"))


def bitmap(keys: Iterable[int] | np.ndarray) -> BitMap:
    """The set of some keys; quick if they are a sorted array."""
    if isinstance(keys, np.ndarray):
        return BitMap(array.array("I", np.ascontiguousarray(keys, dtype=np.uint32).tobytes()))
    return BitMap(keys)


def _keys(packed: bytes | memoryview) -> BitMap:
    return bitmap(np.sort(np.frombuffer(packed, dtype=">i4").astype(np.uint32)))


def any_of(values: Values) -> BitMap:
    """Those that have one of the values at least."""
    return BitMap.union(BitMap(), *values.values())


def read_keys(rows: QuerySet[Any]) -> BitMap:
    """The primary keys that a query of one column finds, however it is composed."""
    try:
        query, params = rows.order_by().query.sql_with_params()
    except EmptyResultSet:
        return BitMap()
    packing = "SELECT string_agg(int4send(pk::int4), ''::bytea)"
    ((packed,),) = fetched(f"{packing} FROM ({query}) AS found(pk)", params)
    return _keys(packed) if packed else BitMap()


def read_values(pairs: Mapping[str, list[Pairs]], some: Some = None) -> dict[str, Values]:
    """
    The recommendations of each value, for several facets by name.

    Of everything it asks once for each query; of `some`, once for all.
    """
    found: dict[str, Values] = {name: {} for name in pairs}
    queries = [
        _by_value(rows if some is None else rows.filter(rec__in=some)).annotate(facet=Value(name))
        for name, queries in pairs.items()
        for rows in queries
    ]
    columns = [rows.values_list("facet", "value", "packed") for rows in queries]
    if some is not None and columns:
        columns = [columns[0].union(*columns[1:], all=True)]
    for rows in columns:
        for name, value, packed in rows:
            if value and packed:  # a value that is the same for all makes a row without any
                found[name].setdefault(value, BitMap()).update(_keys(packed))
    return found


def _by_value(rows: Pairs) -> QuerySet[Any]:
    found: Pairs = rows.order_by().values("value").annotate(packed=_Packed(_Key("rec")))
    return found


def read_entries(rows: Pairs, some: Some = None) -> dict[str, np.ndarray]:
    """Rows of `rec`, `value`, `since`, `at` as an array of ENTRY for each value."""
    rows = rows if some is None else rows.filter(rec__in=some)
    packed = _Packed(_Key("rec"), _Date("since"), _Moment("at"), _Key("pk"))
    found = rows.order_by().values("value").annotate(packed=packed).values_list("value", "packed")
    return {value: np.frombuffer(packed, dtype=ENTRY) for value, packed in found if packed}


def read_order(rows: QuerySet[Any], key: Any) -> tuple[np.ndarray, np.ndarray]:
    """Primary keys and their sort keys (of 32 bytes), in no order."""
    found = rows.order_by().aggregate(pks=_Packed(_Key("pk")), keys=_Packed(_Text(key)))
    pks = np.frombuffer(found["pks"] or b"", dtype=">i4").astype(np.int32)
    return pks, np.frombuffer(found["keys"] or b"", dtype="S32")
