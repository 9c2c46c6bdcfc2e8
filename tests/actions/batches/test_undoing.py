"""A batch taken back: each row is again what it was, unless somebody has touched it since."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from tests.actions.batches.rows import VALUES, entry, words_of
from tests.factories import ResponseFactory, UserFactory
from tracker.actions.base import Conflict
from tracker.actions.batches import undo_batch
from tracker.actions.publication import approve, return_to_author, submit, withdraw
from tracker.actions.responses import current_response, record_response
from tracker.models import BatchEntry, State


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
