"""Many answers at once: what can be written is, what somebody else changed is not; and back."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.actions.batches.rows import VALUES, entry, words_of
from tests.actions.test_concurrency import at_once, together
from tests.factories import (
    DocumentFactory,
    RecommendationFactory,
    ResponseFactory,
    ReviewCycleFactory,
    UserFactory,
)
from tracker.actions.base import Conflict
from tracker.actions.batches import record_batch, undo_batch
from tracker.actions.responses import record_response
from tracker.models import Batch, Position, Recommendation, Response, State


def test_a_batch_records_a_draft_for_each_row_and_remembers_what_stood_there(
    record, about, asks, contributor
):
    before = ResponseFactory(recommendation=asks[1], document=about["document"], words="Before")

    done = record(entry(asks[0]), entry(asks[1], before.key), entry(asks[2]))

    assert words_of(about, asks) == ["It is noted."] * 3
    drafts = Response.objects.filter(state=State.DRAFT, recorded_by=contributor)
    assert drafts.count() == 3
    entries = done.batch.entries.order_by("written__recommendation")
    assert [row.before for row in entries] == [None, before, None]
    before.refresh_from_db()
    assert before.state == State.WITHDRAWN
    event = drafts.first().events.get()
    assert event.pgh_context == {"action": "record_batch", "user": contributor.pk}


def test_a_row_that_somebody_changed_meanwhile_is_left_and_shown_and_the_others_are_written(
    record, about, asks
):
    theirs = ResponseFactory(recommendation=asks[1], document=about["document"], words="Theirs")

    done = record(*(entry(ask) for ask in asks))

    assert words_of(about, asks) == ["It is noted.", "Theirs", "It is noted."]
    [left] = [verdict for verdict in done.verdicts if verdict.why]
    assert left.is_conflict
    assert (left.current, left.meant.words) == (theirs, "It is noted.")
    assert str(theirs.recorded_by) in left.why


def test_an_answer_withdrawn_meanwhile_is_a_conflict_too(record, asks):
    [verdict] = record(entry(asks[0], "some-key")).verdicts

    assert verdict.is_conflict
    assert "withdrawn meanwhile" in verdict.why
    assert not Response.objects.exists()


def test_a_row_that_says_it_already_is_not_written_again(record, about, asks):
    first = record(entry(asks[0]))
    again = record(entry(asks[0]))

    assert first.batch
    assert again.batch is None
    assert [verdict.is_unchanged for verdict in again.verdicts] == [True]
    assert Batch.objects.count() == 1


def test_a_published_answer_is_corrected_with_a_reason_and_else_left(record, about, asks):
    public = ResponseFactory(recommendation=asks[0], document=about["document"], published=True)

    [refused] = record(entry(asks[0], public.key)).verdicts
    assert "say why" in refused.why

    record(entry(asks[0], public.key), reason="The wrong column was read.")
    correction = Response.objects.get(supersedes=public)
    assert correction.supersedes_reason == "The wrong column was read."
    public.refresh_from_db()
    assert public.is_published


def test_of_two_corrections_on_their_way_the_second_is_refused(record, about, asks):
    public = ResponseFactory(recommendation=asks[0], document=about["document"], published=True)
    ResponseFactory(recommendation=asks[0], supersedes=public, supersedes_reason="Elsewhere.")

    [verdict] = record(entry(asks[0], public.key), reason="Here.").verdicts

    assert verdict.why == "Another correction of this answer is on its way."


@pytest.mark.parametrize(
    "wrong",
    [
        {"responded_on": "2023-12"},
        {"responded_on": "2024-02-30"},
        {"responded_on": None},
        {"position": "perhaps"},
        {"position": ""},
        {"position": Position.NOT_ASKED_FOR},
        {"language": "tlh"},
        {"locator": "x" * 151},
        {"category_as_stated": "x" * 101},
        {"certainty": "sure"},
    ],
    ids=str,
)
def test_a_row_of_a_batch_is_judged_as_an_answer_by_itself(record, about, asks, contributor, wrong):
    with pytest.raises(ValidationError):
        record_response(
            recommendation=asks[0], document=about["document"], by=contributor, **VALUES | wrong
        )

    done = record(entry(asks[0], **wrong), entry(asks[1]))

    assert [bool(verdict.why) for verdict in done.verdicts] == [True, False]
    assert Response.objects.count() == 1


def test_a_batch_without_the_right_or_with_a_row_twice_leaves_no_trace(record, asks, refused):
    stranger = UserFactory()
    with refused(PermissionDenied):
        record(entry(asks[0]), by=stranger)
    with refused(ValidationError, match="there twice"):
        record(entry(asks[0]), entry(asks[0]))


def test_a_batch_that_fails_half_way_leaves_no_row(record, asks, refused):
    """The database refuses the batch's last step, as it would if it went away."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS"
            " $$BEGIN RAISE EXCEPTION 'gone'; END$$;"
            "CREATE TRIGGER fail BEFORE INSERT ON tracker_batchentry"
            " FOR EACH ROW EXECUTE FUNCTION fail()"
        )
    with refused(Exception, match="gone"):
        record(*(entry(ask) for ask in asks))


def many(about, count):
    """Recommendations, every third with a draft that stands there already."""
    asks = RecommendationFactory.create_batch(count, published=True)
    drafts = [ResponseFactory(recommendation=a, document=about["document"]) for a in asks[::3]]
    keys = {draft.recommendation_id: draft.key for draft in drafts}
    return [entry(ask, keys.get(ask.pk, "")) for ask in asks]


def test_a_batch_and_its_undo_ask_the_database_as_often_for_forty_rows_as_for_four(
    about, contributor
):
    def queries(count):
        entries = many(about, count)
        with CaptureQueriesContext(connection) as recorded:
            done = record_batch(kind=Batch.Kind.PASTED, entries=entries, by=contributor, **about)
        assert done.batch.entries.count() == count
        with CaptureQueriesContext(connection) as undone:
            undo_batch(batch=done.batch, by=contributor)
        return len(recorded), len(undone)

    four = queries(4)
    assert queries(40) == four
    assert max(four) <= 20


# Several people at once


@together
def test_batches_of_the_same_rows_in_another_order_do_not_wait_for_ever():
    asks = RecommendationFactory.create_batch(12, published=True)
    about = {"cycle": ReviewCycleFactory(), "document": DocumentFactory()}
    people = UserFactory.create_batch(2, contributor=True)

    def save(by, rows):
        entries = [entry(ask, words=f"by {by.pk}") for ask in rows]
        return record_batch(kind=Batch.Kind.PASTED, entries=entries, by=by, **about)

    for _ in range(3):
        done = at_once(lambda: save(people[0], asks), lambda: save(people[1], asks[::-1]))
        winner, loser = sorted(done, key=lambda result: result.batch is None)
        assert winner.batch.entries.count() == 12
        assert {verdict.is_conflict for verdict in loser.verdicts} == {True}
        undo_batch(batch=winner.batch, by=winner.batch.recorded_by)


@together
def test_of_a_batch_and_a_single_row_at_the_same_moment_one_is_told_of_the_other():
    about = {"cycle": ReviewCycleFactory(), "document": DocumentFactory()}
    one, other = UserFactory.create_batch(2, contributor=True)
    for ask in RecommendationFactory.create_batch(5, published=True):
        batch, single = at_once(
            lambda ask=ask: record_batch(
                kind=Batch.Kind.PASTED, entries=[entry(ask)], by=one, **about
            ),
            lambda ask=ask: record_response(
                recommendation=ask, expected="", by=other, **about, **VALUES | {"words": "Single"}
            ),
        )
        told = isinstance(single, Conflict), batch.verdicts[0].is_conflict
        assert sorted(told) == [False, True]
    assert Response.objects.count() == Recommendation.objects.count()
