"""Many answers at once: what can be written is, what somebody else changed is not; and back."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.actions.test_concurrency import at_once, together
from tests.factories import (
    DocumentFactory,
    RecommendationFactory,
    ResponseFactory,
    ReviewCycleFactory,
    UserFactory,
)
from tracker.actions.base import Conflict
from tracker.actions.batches import Entry, record_batch, undo_batch
from tracker.actions.publication import approve, return_to_author, submit, withdraw
from tracker.actions.responses import current_response, record_response
from tracker.models import Batch, BatchEntry, Position, Recommendation, Response, State


@pytest.fixture
def about():
    return {"cycle": ReviewCycleFactory(), "document": DocumentFactory()}


@pytest.fixture
def asks():
    return RecommendationFactory.create_batch(3, published=True, made_on="2024-01-23")


VALUES = {"position": Position.NOTED, "responded_on": "2024-07", "words": "It is noted."}


def entry(ask, expected="", **changes):
    return Entry(ask, expected, VALUES | changes)


@pytest.fixture
def record(about, contributor):
    """Record a batch, as somebody who saw no answer anywhere unless the entries say so."""

    def run(*entries, **options):
        given = {"kind": Batch.Kind.FILLED_IN, "by": contributor} | about | options
        return record_batch(entries=entries, **given)

    return run


def words_of(about, asks):
    found = [current_response(ask, about["document"]) for ask in asks]
    return [answer and answer.words for answer in found]


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


# Undo


def test_an_undo_returns_each_row_to_what_it_was(record, about, asks, contributor):
    colleague = UserFactory(contributor=True)
    draft = ResponseFactory(
        recommendation=asks[1], document=about["document"], words="Draft", recorded_by=colleague
    )
    sent = ResponseFactory(
        recommendation=asks[2], document=about["document"], words="Sent", in_review=True
    )
    done = record(entry(asks[0]), entry(asks[1], draft.key), entry(asks[2], sent.key))

    batch = undo_batch(batch=done.batch, by=contributor)

    assert words_of(about, asks) == [None, "Draft", "Sent"]
    first, second = (current_response(ask, about["document"]) for ask in asks[1:])
    assert (first.state, first.recorded_by) == (State.DRAFT, colleague)
    assert (second.state, second.submitted_at) == (State.IN_REVIEW, sent.submitted_at)
    assert second.recorded_by == sent.recorded_by
    assert (batch.undone_by, set(batch.entries.values_list("left_because", flat=True))) == (
        contributor,
        {""},
    )
    event = first.events.get()
    assert event.pgh_context == {"action": "undo_batch", "user": contributor.pk}


def test_what_was_published_is_in_force_again_without_its_correction(
    record, about, asks, contributor
):
    public = ResponseFactory(recommendation=asks[0], document=about["document"], published=True)
    done = record(entry(asks[0], public.key), reason="Misread.")

    undo_batch(batch=done.batch, by=contributor)

    assert current_response(asks[0], about["document"]) == public
    assert public.events.count() == 1, "it was not touched"


def test_batches_of_the_same_rows_are_undone_one_after_the_other(record, about, asks, contributor):
    draft = ResponseFactory(recommendation=asks[0], document=about["document"], words="Draft")
    done = [record(*map(entry, asks, [draft.key, "", ""]))]
    for words in ("Second.", "Third."):
        now = [current_response(ask, about["document"]).key for ask in asks]
        done.append(record(*(entry(*row, words=words) for row in zip(asks, now, strict=True))))

    for batch, expected in zip(
        [row.batch for row in reversed(done)],
        [["Second."] * 3, ["It is noted."] * 3, ["Draft", None, None]],
        strict=True,
    ):
        undo_batch(batch=batch, by=contributor)
        assert words_of(about, asks) == expected

    assert not BatchEntry.objects.exclude(left_because="").exists()


def test_an_answer_that_an_undo_brought_back_and_somebody_changed_is_left(
    record, about, asks, contributor
):
    first = record(entry(asks[0]))
    key = current_response(asks[0], about["document"]).key
    undo_batch(batch=record(entry(asks[0], key, words="Second.")).batch, by=contributor)
    touched("changed", current_response(asks[0], about["document"]), UserFactory(contributor=True))

    batch = undo_batch(batch=first.batch, by=contributor)

    assert words_of(about, asks) == ["Hers", None, None]
    assert "has changed the answer since" in batch.entries.get().left_because


def touched(how, answer, by):
    coordinator = UserFactory(coordinator=True)
    if how == "changed":
        about = {"recommendation": answer.recommendation, "document": answer.document}
        record_response(**about, **VALUES | {"words": "Hers"}, by=by)
        return
    if how == "withdrawn":
        withdraw(record=answer, reason="Twice.", by=coordinator)
        return
    submit(records=[answer], by=by)
    if how == "published":
        approve(record=answer, by=coordinator)
    if how == "returned":
        return_to_author(record=answer, reason="Which paragraph?", by=coordinator)


@pytest.mark.parametrize("how", ["changed", "withdrawn", "sent", "published", "returned"])
def test_a_row_that_was_touched_since_is_left_and_says_why(record, about, asks, contributor, how):
    done = record(entry(asks[0]), entry(asks[1]))
    answer = current_response(asks[0], about["document"])
    touched(how, answer, UserFactory(contributor=True))
    before = current_response(asks[0], about["document"])

    undo_batch(batch=done.batch, by=contributor)

    assert current_response(asks[0], about["document"]) == before
    assert current_response(asks[1], about["document"]) is None
    left = BatchEntry.objects.get(written__recommendation=asks[0]).left_because
    assert how in left


def test_a_batch_is_undone_once(record, asks, contributor, refused):
    done = record(entry(asks[0]))
    undo_batch(batch=done.batch, by=contributor)

    with refused(Conflict, match="undone already"):
        undo_batch(batch=done.batch, by=contributor)


def test_one_undoes_ones_own_last_batch_and_a_coordinator_any(
    record, asks, contributor, coordinator, refused
):
    first, second = record(entry(asks[0])).batch, record(entry(asks[1])).batch
    colleague = UserFactory(contributor=True)

    with refused(PermissionDenied):
        undo_batch(batch=second, by=colleague)
    with refused(ValidationError, match="later batch of this document first"):
        undo_batch(batch=first, by=contributor)
    assert undo_batch(batch=first, by=coordinator).undone_by == coordinator
    assert undo_batch(batch=second, by=contributor).undone_by == contributor


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
