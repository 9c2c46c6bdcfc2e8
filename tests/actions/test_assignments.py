import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.actions.test_concurrency import at_once, together
from tests.factories import DocumentFactory, RecommendationFactory, UserFactory
from tracker.actions.assignments import (
    assign_answers,
    assign_next,
    split_answers,
    unassign_answers,
)
from tracker.models import Assignment


@pytest.fixture
def about():
    return {
        "recommendations": RecommendationFactory.create_batch(5),
        "document": DocumentFactory(),
    }


def who_has(about):
    rows = Assignment.objects.filter(document=about["document"])
    found = {row.recommendation_id: row.assigned_to for row in rows}
    return [found.get(row.pk) for row in about["recommendations"]]


def test_rows_are_assigned_and_assigned_anew_and_taken_back(about, contributor):
    anna, minji = UserFactory.create_batch(2, contributor=True)
    first = {**about, "recommendations": about["recommendations"][:2]}

    assert assign_answers(**first, to=anna, by=contributor).rows == 2
    handed = assign_answers(**about, to=minji, by=contributor)

    assert (handed.rows, handed.taken_from) == (5, [anna])
    assert who_has(about) == [minji] * 5
    assert assign_answers(**about, to=minji, by=contributor).rows == 0
    assert unassign_answers(**first, by=contributor) == 2
    assert who_has(about) == [None, None, minji, minji, minji]
    labels = Assignment.pgh_event_model.objects.order_by("pgh_id").values_list("pgh_label")
    assert [label for (label,) in labels] == ["insert"] * 2 + [
        *["update", "update", "insert", "insert", "insert"], "delete", "delete",
    ]  # fmt: skip


def test_the_next_rows_are_the_first_that_nobody_has(about, contributor):
    anna, minji = UserFactory.create_batch(2, contributor=True)
    second = {**about, "recommendations": about["recommendations"][1:2]}
    assign_answers(**second, to=anna, by=contributor)

    assert assign_next(**about, at_most=2, to=minji, by=contributor) == 2

    assert who_has(about) == [minji, anna, minji, None, None]


def test_rows_that_nobody_has_are_shared_out_evenly_in_runs(about, contributor):
    one, two, three = UserFactory.create_batch(3, contributor=True)

    shared = split_answers(**about, among=[one, two, three], by=contributor)

    assert [count for _, count in shared] == [1, 2, 2]
    assert who_has(about) == [one, two, two, three, three]


@pytest.mark.parametrize("gone", [{"is_active": False, "contributor": True}, {}])
def test_nothing_is_assigned_to_who_cannot_log_answers(about, contributor, refused, gone):
    person = UserFactory(**gone)

    with refused(ValidationError, match="no longer logs answers") as refusal:
        assign_answers(**about, to=person, by=contributor)
    assert list(refusal.value.message_dict) == ["to"]
    with refused(ValidationError, match="no longer logs answers"):
        split_answers(**about, among=[contributor, person], by=contributor)
    with refused(ValidationError, match="Choose who shares"):
        split_answers(**about, among=[], by=contributor)


def test_assigning_asks_the_database_as_often_for_forty_rows_as_for_four(contributor):
    def queries(count):
        rows = RecommendationFactory.create_batch(count)
        with CaptureQueriesContext(connection) as found:
            assign_answers(
                recommendations=rows, document=DocumentFactory(), to=contributor, by=contributor
            )
        return len(found)

    assert queries(4) == queries(40)


@together
def test_two_who_take_the_next_rows_at_the_same_moment_get_different_ones():
    rows, document = RecommendationFactory.create_batch(8), DocumentFactory()
    people = UserFactory.create_batch(2, contributor=True)

    def take(person, recommendations):
        return assign_next(
            recommendations=recommendations, document=document, at_most=4, to=person, by=person
        )

    assert at_once(lambda: take(people[0], rows), lambda: take(people[1], rows[::-1])) == [4, 4]
    assert [person.assignments.count() for person in people] == [4, 4]
