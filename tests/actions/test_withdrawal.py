"""What is taken back: from the public, before it is read, or by its author."""

import pytest
from django.core.exceptions import ValidationError

from tests.actions.test_publication import PUBLISHABLE, make
from tests.factories import (
    AmendmentFactory,
    AssessmentFactory,
    DevelopmentFactory,
    EvidenceFactory,
    RecommendationFactory,
    ResponseFactory,
)
from tracker.actions.base import Conflict
from tracker.actions.publication import approve, discard, recall, return_to_author, submit, withdraw
from tracker.models import Response, State


@pytest.mark.parametrize("model", PUBLISHABLE)
@pytest.mark.parametrize("stage", [{}, {"in_review": True}, {"published": True}])
def test_whatever_is_withdrawn_keeps_its_reason_and_its_place(model, stage, coordinator):
    record = make(model, **stage)

    withdraw(record=record, reason=" Entered twice. ", by=coordinator)
    record.refresh_from_db()
    assert (record.state, record.withdrawn_by) == (State.WITHDRAWN, coordinator)
    assert record.withdrawn_reason == "Entered twice."
    assert bool(record.approved_at) == (stage == {"published": True})
    assert not model.objects.published().filter(pk=record.pk).exists()


@pytest.mark.parametrize("stage", [{}, {"in_review": True}])
@pytest.mark.parametrize("kind", ["recommendation", "development"])
def test_the_open_change_of_a_record_is_withdrawn_with_it(kind, stage, coordinator):
    """Else it stays in the queue, where nobody can approve it any more."""
    factory = {"recommendation": RecommendationFactory, "development": DevelopmentFactory}[kind]
    record = factory(published=True)
    change = AmendmentFactory(**{"recommendation": None, kind: record}, **stage)

    withdraw(record=record, reason="Entered twice.", by=coordinator)

    change.refresh_from_db()
    assert (change.state, change.withdrawn_by) == (State.WITHDRAWN, coordinator)
    assert change.withdrawn_reason == "The record was withdrawn."
    step = change.events.latest("pgh_id")
    assert (step.state, step.pgh_context["reason"]) == (State.WITHDRAWN, "Entered twice.")


def test_what_is_withdrawn_stays_as_it_was_withdrawn(coordinator, refused):
    record = ResponseFactory(published=True, withdrawn=True)

    with refused(Conflict, match="withdrawn already"):
        withdraw(record=record, reason="Another reason.", by=coordinator)


@pytest.mark.parametrize("undo", [withdraw, return_to_author])
@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_record_is_not_taken_back_without_a_reason(undo, reason, coordinator, refused):
    record = ResponseFactory(in_review=True)

    with refused(ValidationError) as refusal:
        undo(record=record, reason=reason, by=coordinator)
    assert list(refusal.value.message_dict) == ["reason"]


@pytest.mark.parametrize("stage", ["draft", "in_review", "published"])
def test_what_was_corrected_is_not_withdrawn_before_its_correction(stage, coordinator, refused):
    """Else the answer that the correction itself corrects would be in force once more."""
    first = ResponseFactory(published=True)
    chain = {"recommendation": first.recommendation, "supersedes_reason": "Misread."}
    second = ResponseFactory(**chain, published=True, supersedes=first)
    third = ResponseFactory(**chain, supersedes=second, **{stage: True} if stage != "draft" else {})

    for record in [first, second]:
        with refused(Conflict, match="withdraw the correction first"):
            withdraw(record=record, reason="Wrong.", by=coordinator)
    for record in [third, second, first]:
        withdraw(record=record, reason="Wrong.", by=coordinator)
    assert not Response.objects.published().exists()


def test_an_author_discards_a_draft_of_their_own(contributor, refused):
    mine, anothers = ResponseFactory(recorded_by=contributor), ResponseFactory()
    sent = ResponseFactory(recorded_by=contributor, in_review=True)

    assert discard(record=mine, by=contributor).state == State.WITHDRAWN
    with refused(ValidationError, match="Only its author"):
        discard(record=anothers, by=contributor)
    with refused(Conflict, match="no longer a draft"):
        discard(record=sent, by=contributor)


@pytest.mark.parametrize("model", PUBLISHABLE)
def test_an_author_takes_back_what_waits_and_nobody_elses(model, contributor, refused):
    mine, anothers = make(model), make(model, in_review=True)
    submit(records=[mine], by=contributor)

    again = recall(record=mine, by=contributor)
    assert (again.state, again.submitted_at, again.submitted_by) == (State.DRAFT, None, None)
    with refused(ValidationError, match="Only who wrote or sent this"):
        recall(record=anothers, by=contributor)
    with refused(Conflict, match="no longer in review"):
        recall(record=mine, by=contributor)


def test_an_amendment_of_a_withdrawn_record_is_not_applied(coordinator, refused):
    recommendation = RecommendationFactory(published=True, withdrawn=True)
    amendment = AmendmentFactory(in_review=True, recommendation=recommendation)

    with refused(ValidationError):
        approve(record=amendment, by=coordinator)


def test_what_alone_carries_a_published_assessment_is_not_withdrawn(coordinator, refused):
    development = DevelopmentFactory(published=True)
    assessment = AssessmentFactory(published=True, evidence=None)
    EvidenceFactory(assessment=assessment, document=None, development=development)

    with refused(ValidationError, match="rests on this alone"):
        withdraw(record=development, reason="It did not happen.", by=coordinator)
    EvidenceFactory(assessment=assessment)
    assert withdraw(record=development, reason="It did not happen.", by=coordinator)
