"""
A thousand small worlds, each a random interleaving of two to four editors, and a few large ones.

Whatever they do, row by row or many at once, nobody overwrites what they have not seen: each write
either replaces the answer that its author saw, or is refused with the version that stands there. A
model in plain Python, which knows no database, says what has to come out of each step.
"""

import random
from typing import ClassVar

import pytest
from django.db import transaction

from tests.actions.editors import World
from tests.factories import DocumentFactory, RecommendationFactory, ReviewCycleFactory, UserFactory
from tracker.models import Recommendation

ROWS, WORLDS, STEPS = 110, 10, 30


def ask_often(document):
    """Many published recommendations that differ in nothing but their references."""
    one = RecommendationFactory(document=document, published=True)
    names = [f.attname for f in Recommendation._meta.concrete_fields]
    same = {n: getattr(one, n) for n in names if n not in {"id", "reference", "search_vector"}}
    last = int(one.reference[2:])
    return Recommendation.objects.bulk_create(
        Recommendation(**same, reference=f"R-{last + n:04}") for n in range(1, ROWS + 1)
    )


@pytest.fixture
def about():
    return {"cycle": ReviewCycleFactory(), "document": DocumentFactory()}


@pytest.fixture
def asks(about):
    return ask_often(about["document"])


@pytest.fixture
def chance():
    return random.Random(2024)  # noqa: S311 - the same interleavings in each run


class SmallWorld(World):
    often: ClassVar = World.often | {"record": 20, "record_many": 1, "read": 20, "undo": 1}


def test_in_a_thousand_interleavings_nobody_overwrites_what_they_have_not_seen(chance, about, asks):
    everybody = [*UserFactory.create_batch(3, contributor=True), UserFactory(coordinator=True)]
    contested = refused = written = 0
    for _ in range(1000):
        people = chance.sample(everybody, chance.choice([2, 2, 3, 4]))
        with transaction.atomic():
            rows = chance.sample(asks, chance.choice([1, 1, 2]))
            world = SmallWorld(chance, about=about, asks=rows, people=people)
            turns = [*world.editors, *chance.choices(world.editors, k=chance.choice([1, 1, 2, 4]))]
            for editor in chance.sample(turns, len(turns)):
                world.step(editor)
            world.check()
            transaction.set_rollback(True)
        contested += any(len(editors) > 1 for editors in world.scenes.values())
        refused, written = refused + world.refused, written + world.written

    assert contested > 400, "worlds in which two or more wanted to write the same row"
    assert refused > 500
    assert written > 1000


def test_nobody_overwrites_what_they_have_not_seen_in_many_rows_at_once(chance):
    scenes = refused = written = 0
    for _ in range(WORLDS):
        about = {"cycle": ReviewCycleFactory(), "document": DocumentFactory()}
        people = [UserFactory(contributor=True), UserFactory(coordinator=True)]
        people += UserFactory.create_batch(chance.randint(0, 2), contributor=True)
        asks = ask_often(about["document"])
        world = World(chance, about=about, asks=asks, people=people)
        for n in range(STEPS):
            world.step(chance.choice(world.editors))
            if n % 5 == 4:
                world.check()
        scenes += sum(len(editors) > 1 for editors in world.scenes.values())
        refused, written = refused + world.refused, written + world.written

    assert scenes >= 1000, "rows that saw more than one editor"
    assert refused > 1000
    assert written > 1000
