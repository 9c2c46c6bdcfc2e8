import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from tests.factories import (
    DocumentFactory,
    RecommendationFactory,
    ResponseFactory,
    UserFactory,
)
from tracker.actions.base import Conflict
from tracker.actions.publication import approve, submit, withdraw
from tracker.actions.responses import current_response, record_response
from tracker.lib.partial_dates import PartialDate
from tracker.models import Position, Response, State


@pytest.fixture
def record(contributor):
    """Record an answer that is fine, but for what the test changes."""
    about = {
        "recommendation": RecommendationFactory(made_on="2024-01-23", published=True),
        "document": DocumentFactory(),
    }

    def run(**changes):
        answer = {"position": Position.ACCEPTED, "responded_on": "2024-07", "by": contributor}
        return record_response(**about | answer | changes)

    return run


def publish(response):
    submit(records=[response], by=UserFactory(contributor=True))
    return approve(record=response, by=UserFactory(coordinator=True))


def test_an_answer_is_kept_as_a_draft_and_its_event_says_who_did_it(record, contributor):
    response = Response.objects.get(pk=record(words="We accept.", locator="para. 3").pk)

    assert (response.state, response.recorded_by) == (State.DRAFT, contributor)
    assert response.responded_on == PartialDate(2024, 7)
    event = response.events.get()
    assert event.pgh_context == {"action": "record_response", "user": contributor.pk}


@pytest.mark.parametrize(
    ("field", "value", "complaint"),
    [
        ("responded_on", "2023-12", "cannot come before what was asked on 23 January 2024"),
        ("responded_on", "2024-02-30", "There is no such date"),
        ("responded_on", None, "cannot be null"),
        ("position", "perhaps", "is not a valid choice"),
        ("position", Position.NOT_ASKED_FOR, "is not a valid choice"),
        ("language", "tlh", "is not a valid choice"),
        ("locator", "x" * 151, "at most 150 characters"),
    ],
)
def test_an_answer_that_breaks_a_rule_leaves_no_trace(record, refused, field, value, complaint):
    with refused(ValidationError, match=complaint) as refusal:
        record(**{field: value})

    assert list(refusal.value.message_dict) == [field]


def test_an_answer_may_be_as_vague_as_the_month_of_the_question(record):
    assert record(responded_on="2024-01").pk


def test_a_person_without_the_right_leaves_no_trace(record, refused):
    somebody = UserFactory()
    with refused(PermissionDenied):
        record(by=somebody)


def test_a_second_entry_replaces_the_draft(record):
    first, second = record(position=Position.NOTED), record()

    first.refresh_from_db()
    assert first.state == State.WITHDRAWN
    assert first.withdrawn_reason == "Replaced by a newer entry before it was approved."
    assert (second.supersedes, second.state) == (None, State.DRAFT)
    assert current_response(second.recommendation, second.document) == second


def test_a_second_entry_replaces_one_in_review(record):
    first = record()
    submit(records=[first], by=UserFactory(contributor=True))
    second = record()

    first.refresh_from_db()
    assert (first.state, second.state) == (State.WITHDRAWN, State.DRAFT)


def test_a_published_answer_is_corrected_by_a_row_that_supersedes_it(record):
    published = publish(record(position=Position.NOTED))
    correction = record(reason=" Read from the wrong line. ")

    assert correction.supersedes == published
    assert correction.supersedes_reason == "Read from the wrong line."
    assert correction.events.get().pgh_context["reason"] == " Read from the wrong line. "
    published.refresh_from_db()
    assert published.is_published, "until the correction is approved"


def test_a_published_answer_is_not_corrected_without_a_reason(record, refused):
    publish(record())

    with refused(ValidationError, match="Say why") as refusal:
        record(reason=" ")
    assert list(refusal.value.message_dict) == ["reason"]


def test_a_correction_that_is_still_a_draft_is_replaced_and_keeps_what_it_corrects(record):
    published = publish(record())
    first = record(reason="Misread.")
    second = record(position=Position.NOTED)

    first.refresh_from_db()
    assert first.state == State.WITHDRAWN
    assert (second.supersedes, second.supersedes_reason) == (published, "Misread.")


def test_an_answer_from_another_document_stands_by_itself(record):
    first, other = record(), record(document=DocumentFactory())

    first.refresh_from_db()
    assert first.is_draft
    assert other.supersedes is None


def test_whoever_saw_another_entry_is_told_and_shown_the_current_one(record, refused):
    seen = record(expected="")
    meanwhile = record(expected=seen.key)

    for expected in [seen.key, "", "unknown"]:
        with refused(Conflict, match="meanwhile") as refusal:
            record(expected=expected)
        assert refusal.value.current == meanwhile


def test_a_first_entry_expected_where_there_is_none_is_a_conflict(record, refused):
    with refused(Conflict) as refusal:
        record(expected="gone")
    assert refusal.value.current is None


def test_after_a_correction_is_withdrawn_the_corrected_answer_is_current_again(record, coordinator):
    published = publish(record())
    correction = publish(record(reason="Misread."))
    withdraw(record=correction, reason="It was right.", by=coordinator)

    assert current_response(published.recommendation, published.document) == published


@pytest.mark.parametrize(
    "smuggled",
    [
        {"state": State.PUBLISHED},
        {"approved_at": "2024-01-01", "approved_by": None},
        {"supersedes": None},
        {"recorded_at": None},
        {"key": "mine"},
    ],
)
def test_the_way_to_the_public_cannot_be_skipped(record, refused, smuggled):
    with refused(TypeError, match=next(iter(smuggled))):
        record(**smuggled)


def test_a_correction_stays_with_its_recommendation():
    elsewhere = ResponseFactory(published=True)
    correction = ResponseFactory.build(
        recommendation=RecommendationFactory(), supersedes=elsewhere, supersedes_reason="Misread."
    )

    with pytest.raises(ValidationError, match="stays with its recommendation"):
        correction.clean()


def test_an_answer_about_nothing_is_refused_in_words():
    with pytest.raises(ValidationError, match="cannot be null") as refusal:
        Response(position=Position.ACCEPTED, responded_on="soon").full_clean()

    assert {"recommendation", "document", "responded_on"} <= set(refusal.value.message_dict)
