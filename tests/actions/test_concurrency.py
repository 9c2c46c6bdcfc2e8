"""Several people at once: nobody's work is lost, and no number is given out twice."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from tests.factories import (
    AssessmentFactory,
    DevelopmentFactory,
    DocumentFactory,
    EvidenceFactory,
    RecommendationFactory,
    ResponseFactory,
    UserFactory,
)
from tracker.actions.base import Conflict
from tracker.actions.publication import approve, submit, withdraw
from tracker.actions.recommendations import edit_recommendation
from tracker.actions.responses import current_response, record_response
from tracker.models import Position, Recommendation, Response, State

together = pytest.mark.django_db(transaction=True)


def at_once(*actions):
    """Run each in a thread of its own, from one starting shot; their results or refusals."""
    start = threading.Barrier(len(actions))

    def run(do):
        try:
            start.wait()
            return do()
        except (Conflict, ValidationError) as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(actions)) as pool:
        return list(pool.map(run, actions))


def while_holding(first, second):
    """Do `first`, and before it is committed begin `second`, which has to wait for it."""
    results = []
    thread = threading.Thread(target=lambda: results.extend(at_once(second)))
    with transaction.atomic():
        first()
        thread.start()
        wait_for_a_lock()
    thread.join()
    return results[0]


def wait_for_a_lock():
    waiting = (
        "SELECT count(*) FROM pg_locks"
        " WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))"
    )
    for _ in range(200):
        with connection.cursor() as cursor:
            cursor.execute(waiting)
            if cursor.fetchone()[0]:
                return
        time.sleep(0.01)
    raise AssertionError("The second action did not wait.")


@together
def test_approvals_at_the_same_moment_give_out_each_reference_once():
    drafts = RecommendationFactory.create_batch(8, in_review=True)
    coordinators = UserFactory.create_batch(8, coordinator=True)
    published = at_once(
        *(
            partial(approve, record=draft, by=by)
            for draft, by in zip(drafts, coordinators, strict=True)
        )
    )

    assert sorted(r.reference for r in published) == [f"R-{n}" for n in range(1001, 1009)]


@together
def test_two_approvals_of_one_record_publish_it_once():
    draft = RecommendationFactory(in_review=True)
    one, other = UserFactory.create_batch(2, coordinator=True)
    results = at_once(
        lambda: approve(record=draft, by=one), lambda: approve(record=draft, by=other)
    )

    assert {type(result) for result in results} == {Recommendation, Conflict}


@together
def test_an_answer_approved_meanwhile_is_not_replaced_as_a_draft(coordinator, contributor):
    """Otherwise a published answer would be withdrawn as if it had never been approved."""
    recommendation = RecommendationFactory(published=True)
    answer = ResponseFactory(recommendation=recommendation, in_review=True)

    def approved():
        approve(record=answer, by=coordinator)

    def recorded():
        return record_response(
            recommendation=recommendation,
            document=answer.document,
            position=Position.NOTED,
            responded_on="2024-07",
            by=contributor,
        )

    refusal = while_holding(approved, recorded)
    assert refusal.message_dict == {"reason": ["Say why the published answer is corrected."]}
    answer.refresh_from_db()
    assert (answer.state, answer.approved_by) == (State.PUBLISHED, coordinator)


@together
def test_an_answer_replaced_meanwhile_is_not_approved(coordinator, contributor):
    recommendation = RecommendationFactory(published=True)
    answer = ResponseFactory(recommendation=recommendation, in_review=True)

    def replaced():
        record_response(
            recommendation=recommendation,
            document=answer.document,
            position=Position.NOTED,
            responded_on="2024-07",
            by=contributor,
        )

    refusal = while_holding(replaced, lambda: approve(record=answer, by=coordinator))
    assert isinstance(refusal, Conflict)


@together
def test_an_answer_to_what_is_withdrawn_meanwhile_is_not_published(coordinator):
    recommendation = RecommendationFactory(published=True)
    answer = ResponseFactory(recommendation=recommendation, in_review=True)

    refusal = while_holding(
        lambda: withdraw(record=recommendation, reason="Twice.", by=coordinator),
        lambda: approve(record=answer, by=coordinator),
    )
    assert isinstance(refusal, ValidationError)
    assert not Response.objects.published().exists()


@together
def test_two_who_send_the_same_drafts_in_another_order_do_not_wait_for_ever():
    drafts = ResponseFactory.create_batch(12)
    one, other = UserFactory.create_batch(2, contributor=True)

    for _ in range(3):
        sent = at_once(
            lambda: submit(records=drafts, by=one),
            lambda: submit(records=drafts[::-1], by=other),
        )
        assert sum(sent) == 12
        Response.objects.update(state=State.DRAFT)


@together
def test_of_two_edits_at_the_same_moment_one_is_told_of_the_other():
    def edit(draft, title):
        return edit_recommendation(
            recommendation=draft, values={"title": title}, expected=1, by=draft.recorded_by
        )

    for draft in RecommendationFactory.create_batch(5):
        results = at_once(partial(edit, draft, "One"), partial(edit, draft, "Other"))
        won = [r for r in results if isinstance(r, Recommendation)]
        lost = [r for r in results if isinstance(r, Conflict)]
        assert (len(won), len(lost)) == (1, 1)
        assert lost[0].current.title == won[0].title


@together
def test_who_writes_about_a_record_that_a_colleague_answers_does_not_wait(contributor):
    """Else two who each answer one record and then write about the other's wait for ever."""
    asked, document = RecommendationFactory(), DocumentFactory()

    def written():
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '2s'")
            return DevelopmentFactory(recommendations=[asked])

    with transaction.atomic():
        answer({"recommendation": asked, "document": document}, contributor)
        (development,) = at_once(written)
    assert list(development.recommendations.all()) == [asked]


def answer(about, by):
    """Save an answer as one who saw none; on a conflict gives what stands there."""
    try:
        record_response(
            **about, position=Position.NOTED, responded_on="2024-07", expected="", by=by
        )
    except Conflict as conflict:
        return conflict.current
    return None


@together
def test_editors_who_save_at_the_same_moment_are_told_of_each_other():
    people = UserFactory.create_batch(4, contributor=True)
    for _ in range(10):
        about = {"recommendation": RecommendationFactory(), "document": DocumentFactory()}
        shown = at_once(*(partial(answer, about, by) for by in people))

        winner = current_response(**about)
        assert Response.objects.filter(**about).count() == 1
        assert sorted(shown, key=bool) == [None, winner, winner, winner]


@together
@pytest.mark.parametrize("kind", ["development", "response"])
@pytest.mark.parametrize("withdraws_first", [True, False])
def test_what_an_assessment_rests_on_is_not_withdrawn_while_it_is_approved(
    kind, withdraws_first, coordinator
):
    """Else a judgement would be public whose only evidence is not."""
    thing = {"development": DevelopmentFactory, "response": ResponseFactory}[kind](published=True)
    asked = RecommendationFactory(published=True)
    with transaction.atomic():
        assessment = AssessmentFactory(in_review=True, recommendation=asked, evidence=None)
        EvidenceFactory(assessment=assessment, document=None, **{kind: thing})

    def approved():
        return approve(record=assessment, by=coordinator)

    def withdrawn():
        return withdraw(record=thing, reason="It is not so.", by=coordinator)

    first, second = (withdrawn, approved) if withdraws_first else (approved, withdrawn)
    refusal = while_holding(first, second)
    assert isinstance(refusal, ValidationError)
    assert "rests on" in str(refusal)
