"""Whichever door a question is asked at, the answer is the same."""

import datetime as dt
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.doors import from_api, from_csv, from_jsonl, from_page, from_xlsx
from tests.filters.plain import Plain
from tests.filters.world import DAYS, World
from tracker.exports.columns import Kind
from tracker.exports.recommendations import COLUMNS
from tracker.filters.facets import NONE
from tracker.filters.sorts import SORTS
from tracker.models import Recommendation

pytestmark = pytest.mark.django_db(transaction=True)  # so that the index is kept between requests
FILES = [from_csv, from_jsonl, from_xlsx, from_api]


@pytest.fixture
def world():
    """Records of every kind and state, and the plain filter on each of some days."""
    World(seed=7, size=30)
    return {day: Plain(day) for day in DAYS}


def question(chance, plain):
    """Up to three facets with values that occur, or none recorded."""
    values = {}
    for has in plain.values.values():
        for name, mine in has.items():
            values.setdefault(name, {NONE}).update(mine)
    names = chance.sample(sorted(values), chance.choice([0, 1, 1, 2, 3])) if values else []
    return {
        name: chance.sample(sorted(values[name]), chance.randint(1, min(3, len(values[name]))))
        for name in names
    }


@given(st.integers(0, 10**9))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_door_gives_the_set_of_the_plain_filter(client, world, seed):
    chance = random.Random(seed)  # noqa: S311
    day = chance.choice(DAYS)
    chosen, sort = question(chance, world[day]), chance.choice([*SORTS])
    query = {**chosen, "as_of": str(day), "sort": sort}
    reference = dict(Recommendation.objects.values_list("pk", "reference"))

    expected = [reference[pk] for pk in world[day].find(chosen, sort)]

    assert from_page(client, query) == expected
    for door in FILES:
        assert [row["reference"] for row in door(client, query)] == expected, door.__name__


@pytest.mark.parametrize("sort", ["", *SORTS])
def test_every_door_lists_what_words_find_in_the_same_order(client, world, sort):
    query = {"q": "escapees or return", **({"sort": sort} if sort else {})}
    shown = from_page(client, query)

    assert len(shown) > 5
    for door in FILES:
        assert [row["reference"] for row in door(client, query)] == shown, door.__name__


def test_every_door_gives_the_same_values_in_the_same_columns(client, world):
    query = {"as_of": str(DAYS[0])}
    as_csv, as_json, as_xlsx, as_api = (door(client, query) for door in FILES)

    assert as_json == as_api
    assert len(as_csv) == len(as_json) == len(as_xlsx) > 5
    for cells, values, sheet in zip(as_csv, as_json, as_xlsx, strict=True):
        assert [*cells] == [*values] == [*sheet] == [column.name for column in COLUMNS]
        assert cells == {column.name: cell(column, values[column.name]) for column in COLUMNS}
        assert sheet == {column.name: number(column, values[column.name]) for column in COLUMNS}


def cell(column, value):
    """A JSON value as a CSV shows it."""
    if column.kind is Kind.LIST:
        return "; ".join(value)
    if column.kind is Kind.BOOLEAN:
        return "Yes" if value else "No"
    return "" if value is None else str(value)


def number(column, value):
    """A JSON value as Excel holds it."""
    if column.kind is Kind.NUMBER:
        return "" if value is None else float(value)
    return cell(column, value)


def test_position_and_status_are_those_of_the_page(client, world):
    for day in DAYS:
        rows = {row["reference"]: row for row in from_jsonl(client, {"as_of": str(day)})}
        for row in world[day].there:
            found = rows[row.reference]
            assert found["position_code"] == world[day].position(row)
            assert found["status_code"] == world[day].status(row)


@pytest.mark.parametrize("door", [*FILES, from_page])
def test_a_day_before_everything_has_no_rows(client, world, door):
    assert door(client, {"as_of": str(dt.date(1960, 1, 1))}) == []
