"""Index, SQL and plain Python give one answer to every filter, whatever is edited meanwhile."""

import os
import subprocess
import sys
from urllib.parse import quote

import pytest
from django.db import connection, transaction
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import (
    AssessmentFactory,
    RecommendationFactory,
    ResponseFactory,
    ReviewCycleFactory,
)
from tests.filters.plain import Plain
from tests.filters.world import DAYS, TODAY, World
from tracker.filters import finding, indexes
from tracker.filters.facets import BY_NAME, NONE
from tracker.filters.index import FacetIndex
from tracker.filters.recommendations import RecommendationFilter
from tracker.filters.sorts import SORTS
from tracker.models import Recommendation, State, Theme

committed = pytest.mark.django_db(transaction=True)
PLAIN_SORTS = sorted(SORTS.keys() - {"relevance"})
AUDIENCES = pytest.mark.parametrize("drafts", [False, True], ids=["public", "staff"])


@pytest.fixture(autouse=True)
def _afresh():
    indexes.forget()
    yield
    indexes.forget()


def asked(chosen, day, *, drafts=False):
    """The filter as a door makes it, from the words of an address."""
    query = QueryDict(mutable=True)
    for name, values in chosen.items():
        query.setlist(name, values)
    found = RecommendationFilter(query, on=day, drafts=drafts)
    assert found.is_valid(), found.errors
    return found


def answer(found, *, sort="newest"):
    """A finding as plain values, its keys taken in two pages."""
    half = found.total // 2
    keys = found.keys(0, half, sort) + found.keys(half, found.total, sort)
    return found.total, keys, found.counts()


def different(one, other):
    """What two answers disagree about."""
    found = {
        name: (one[at], other[at])
        for at, name in enumerate(("total", "keys"))
        if one[at] != other[at]
    }
    return found | {
        name: (counts, other[2].get(name))
        for name, counts in one[2].items()
        if counts != other[2].get(name)
    }


def filters(values):
    """Up to three facets, each with one or two of its values or none recorded."""

    def of(name):
        known = sorted({NONE, *values[name]})
        return st.lists(st.sampled_from(known), min_size=1, max_size=2, unique=True)

    names = st.lists(st.sampled_from(sorted(values)), max_size=3, unique=True)
    return names.flatmap(lambda chosen: st.fixed_dictionaries({n: of(n) for n in chosen}))


def occurring(plain):
    """Every facet's values that some recommendation has."""
    return {
        name: set().union(*(values[name] for values in plain.values.values())) for name in BY_NAME
    }


def by_index(question, *, sort):
    return answer(finding._by_index(question, question.index), sort=sort)


def by_sql(question, *, sort):
    return answer(finding._by_sql(question), sort=sort)


def by_hand(plain, chosen, *, sort):
    keys = plain.find(chosen, sort)
    return len(keys), keys, plain.counts(chosen)


def check(chosen, day, plain, *, drafts, sort="newest", engines=(by_index, by_sql)):
    question, expected = asked(chosen, day, drafts=drafts), by_hand(plain, chosen, sort=sort)
    for engine in engines:
        assert different(engine(question, sort=sort), expected) == {}, engine.__name__


@committed
@AUDIENCES
@pytest.mark.parametrize(("engine", "times"), [(by_index, 1000), (by_sql, 60)])
def test_thousands_of_filters_are_answered_as_plain_python_does(engine, times, drafts):
    World(times)
    plains = {day: Plain(day, drafts) for day in DAYS}
    values = occurring(plains[TODAY])

    @settings(max_examples=times, suppress_health_check=[HealthCheck.differing_executors])
    @given(filters(values), st.sampled_from(DAYS), st.sampled_from(PLAIN_SORTS))
    def holds(chosen, day, sort):
        check(chosen, day, plains[day], drafts=drafts, sort=sort, engines=[engine])

    holds()


def everything(index):
    """All that an index holds, to compare two of them."""
    facts = index.facts
    entries = {
        name: [
            (int(r), int(s), e.names[v]) for r, s, v in zip(e.rec, e.since, e.value, strict=True)
        ]
        for name, e in facts.entries.items()
    }
    days = {
        day: (
            set(index.day(day).universe),
            {
                name: {value: set(keys) for value, keys in values.items() if keys}
                for name, values in index.day(day).values.items()
            },
        )
        for day in DAYS
    }
    return facts.order.pks.tolist(), set(facts.split), entries, days


@committed
@pytest.mark.parametrize("seed", range(2))
def test_following_edits_gives_the_index_that_a_new_start_would_give(seed):
    world = World(seed, size=16)
    kept = {drafts: FacetIndex.build(drafts=drafts) for drafts in (False, True)}
    for index in kept.values():
        everything(index)  # so that each day is there to be followed

    for _ in range(25):
        edit = world.edit()
        for drafts, index in kept.items():
            kept[drafts] = index.followed()
            fresh = FacetIndex.build(drafts=drafts)
            assert everything(kept[drafts]) == everything(fresh), edit
            assert kept[drafts].version == fresh.version


@committed
@AUDIENCES
def test_answers_stay_right_while_everything_is_edited(drafts):
    world = World(7, size=12)
    for step in range(12):
        edit = world.edit()
        day = DAYS[step % len(DAYS)]
        plain = Plain(day, drafts)
        values = occurring(plain)
        name = sorted(values)[step % len(values)]
        chosen = {name: sorted(values[name])[:1] or [NONE]}
        check(chosen, day, plain, drafts=drafts)
        assert edit


@committed
def test_another_name_of_a_theme_is_seen_without_building_anew():
    World(1, size=4)
    index = FacetIndex.build(drafts=False)
    theme = Theme.objects.first()
    assert index.words(BY_NAME["theme"])[theme.code] != "Another name"
    Theme.objects.filter(pk=theme.pk).update(name="Another name")

    assert index.followed().words(BY_NAME["theme"])[theme.code] == "Another name"


@committed
def test_another_code_of_a_theme_has_the_index_built_anew():
    World(1, size=4)
    index = FacetIndex.build(drafts=False)
    Theme.objects.filter(pk=Theme.objects.first().pk).update(code="another")

    assert index.followed() is None


@committed
def test_a_review_that_was_held_makes_older_assessments_stale():
    with transaction.atomic():
        judged = AssessmentFactory(
            published=True, as_of="2024-01-01", recommendation__published=True,
            recommendation__made_on="2023", recommendation__cycle=ReviewCycleFactory(),
        )  # fmt: skip
    assert finding.find(asked({"assessed": ["fresh"]}, TODAY)).total == 1

    mechanism = judged.recommendation.cycle.mechanism
    ReviewCycleFactory(mechanism=mechanism, reviewed_on="2024-05-01")
    assert finding.find(asked({"assessed": ["before-review"]}, TODAY)).total == 1


@committed
def test_an_index_in_use_stays_as_it_was():
    world = World(3, size=10)
    index = FacetIndex.build(drafts=False)
    before = everything(index)
    for _ in range(10):
        world.edit()
        index.followed()

    assert everything(index) == before


@committed
def test_what_an_edit_leaves_as_it_was_is_shared_with_the_index_before():
    recommendation = RecommendationFactory(published=True)
    ResponseFactory(recommendation=recommendation, published=True, responded_on="2020")
    index = FacetIndex.build(drafts=False)

    Recommendation.objects.update(title="Another", names_north_koreans=True)
    named = index.followed()
    ResponseFactory(recommendation=recommendation, published=True, responded_on="2021")
    answered = named.followed()

    assert named.facts.order is index.facts.order
    assert named.facts.entries["position"] is index.facts.entries["position"]
    assert named.facts.values["theme"].items() <= index.facts.values["theme"].items()
    assert answered.facts.entries["position"] is not named.facts.entries["position"]
    assert answered.facts.entries["status"] is named.facts.entries["status"]


@committed
def test_without_a_change_the_index_is_the_same():
    World(1, size=2)
    index = FacetIndex.build(drafts=False)

    assert index.followed() is index


def test_a_draft_is_in_no_bitmap_of_the_public_index():
    World(5)
    index = FacetIndex.build(drafts=False)
    hidden = set(Recommendation.objects.exclude(state=State.PUBLISHED).values_list("pk", flat=True))
    held = [keys for values in index.facts.values.values() for keys in values.values()]

    assert hidden
    assert not hidden & set(index.facts.order.pks.tolist())
    assert not any(hidden & set(keys) for keys in held)


@committed
def test_a_transaction_that_ends_late_is_seen_although_others_came_after_it():
    early, late = (RecommendationFactory(published=True, made_on="2020") for _ in range(2))
    connection.ensure_connection()
    slow = connection.copy()
    try:
        with slow.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute(
                "UPDATE tracker_recommendation SET kind = 'question' WHERE id = %s", [early.pk]
            )
            Recommendation.objects.filter(pk=late.pk).update(kind="concern")
            index = FacetIndex.build(drafts=False)
            assert set(index.day(TODAY).values["kind"]) >= {"concern", "recommendation"}
            cursor.execute("COMMIT")
        kinds = index.followed().day(TODAY).values["kind"]
    finally:
        slow.close()

    assert set(kinds["question"]) == {early.pk}


_OTHER_PROCESS = """
import django, sys
django.setup()
from tracker.models import Response
Response.objects.filter(pk=int(sys.argv[1])).update(
    state="withdrawn", withdrawn_at="2024-05-05T00:00Z", withdrawn_by=int(sys.argv[2]),
    withdrawn_reason="Entered twice.",
)
"""


@committed
def test_what_another_process_commits_is_seen_at_the_next_request():
    response = ResponseFactory(
        published=True, recommendation__published=True, responded_on="2024-01-01"
    )
    assert finding.find(asked({"position": ["accepted"]}, TODAY)).total == 1

    settings_of_the_test = connection.settings_dict
    subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", _OTHER_PROCESS, str(response.pk), str(response.recorded_by_id)],
        check=True,
        env=address_in_environment(settings_of_the_test),
    )

    assert finding.find(asked({"position": ["accepted"]}, TODAY)).total == 0


def address_in_environment(database):
    """This process's environment with the test's own database in DATABASE_URL."""
    host = quote(database["HOST"], safe="")
    port = f":{database['PORT']}" if database["PORT"] else ""
    url = f"postgresql://{database['USER']}@{host}{port}/{database['NAME']}"
    return os.environ | {"DATABASE_URL": url}


def test_a_rolled_back_edit_leaves_no_trace():
    found = RecommendationFactory(published=True, made_on="2020")
    index = FacetIndex.build(drafts=False)
    with transaction.atomic():
        Recommendation.objects.filter(pk=found.pk).update(kind="question")
        transaction.set_rollback(True)

    assert "question" not in (index.followed() or index).day(TODAY).values["kind"]


@committed
def test_what_a_transaction_takes_back_was_kept_for_nobody():
    everybody = asked({}, TODAY)
    assert finding.find(everybody).total == 0
    with transaction.atomic():
        RecommendationFactory(published=True, made_on="2020")
        assert finding.find(asked({}, TODAY)).total == 1
        transaction.set_rollback(True)

    assert finding.find(asked({}, TODAY)).total == 0


def test_what_a_draft_was_assessed_as_is_counted_for_nobody():
    RecommendationFactory.create_batch(9, published=True, made_on="2020")
    AssessmentFactory(
        published=True, status="C", as_of="2021", recommendation=RecommendationFactory()
    )

    counts = FacetIndex.build(drafts=False).counts({}, TODAY)

    assert counts["status"] == {"not-assessed": 9}
