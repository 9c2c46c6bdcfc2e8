import pytest
from django.core.exceptions import ValidationError

from tests.factories import (
    FACTORIES,
    AssessmentFactory,
    DevelopmentFactory,
    EvidenceFactory,
    RecommendationFactory,
    ResponseFactory,
    UserFactory,
)
from tracker.actions.base import Conflict
from tracker.actions.publication import (
    approve,
    approve_all,
    recall,
    return_to_author,
    sent_mark,
    submit,
)
from tracker.actions.recommendations import edit_recommendation
from tracker.models import Assessment, Publishable, Recommendation, Response, State

PUBLISHABLE = [model for model in FACTORIES if issubclass(model, Publishable)]


def make(model, **stage):
    """A record that lacks nothing but approval."""
    if model is Recommendation or "recommendation" not in {f.name for f in model._meta.fields}:
        return FACTORIES[model](**stage)
    return FACTORIES[model](recommendation=RecommendationFactory(published=True), **stage)


def context(record):
    return record.events.order_by("-pgh_id").first().pgh_context


@pytest.mark.parametrize("model", PUBLISHABLE)
def test_a_draft_is_sent_approved_and_public(model, contributor, coordinator):
    record = make(model)

    assert submit(records=[record], by=contributor) == 1
    record.refresh_from_db()
    assert (record.state, record.submitted_by) == (State.IN_REVIEW, contributor)
    assert context(record) == {"action": "submit", "user": contributor.pk}

    approve(record=record, by=coordinator)
    record.refresh_from_db()
    assert (record.state, record.approved_by) == (State.PUBLISHED, coordinator)
    assert record.submitted_at <= record.approved_at
    assert model.objects.published().filter(pk=record.pk).exists()
    assert context(record) == {"action": "approve", "user": coordinator.pk}


def test_sending_leaves_alone_what_is_no_draft(contributor):
    draft, sent = ResponseFactory(), ResponseFactory(in_review=True)

    assert submit(records=[draft, sent], by=contributor) == 1
    sent.refresh_from_db()
    assert sent.submitted_by != contributor


@pytest.mark.parametrize("model", PUBLISHABLE)
def test_nobody_approves_what_they_wrote(model, coordinator, refused):
    record = make(model, in_review=True, recorded_by=coordinator)

    with refused(ValidationError, match="a second person has to approve"):
        approve(record=record, by=coordinator)


def test_nobody_approves_what_they_sent(coordinator, refused):
    record = DevelopmentFactory()
    submit(records=[record], by=coordinator)

    with refused(ValidationError, match="a second person has to approve"):
        approve(record=record, by=coordinator)


def test_whoever_rewrote_and_sent_a_draft_does_not_approve_it(coordinator, contributor, refused):
    draft = RecommendationFactory(recorded_by=contributor)
    edit_recommendation(
        recommendation=draft, values={"text": "Words of mine."}, expected=1, by=coordinator
    )
    submit(records=[draft], by=coordinator)

    with refused(ValidationError, match="a second person has to approve"):
        approve(record=draft, by=coordinator)


def test_whoever_only_returned_it_may_approve_it_later(coordinator, contributor):
    draft = RecommendationFactory(in_review=True)
    return_to_author(record=draft, reason="Which paragraph?", by=coordinator)
    submit(records=[draft], by=contributor)

    assert approve(record=draft, by=coordinator).is_published


@pytest.mark.parametrize("model", PUBLISHABLE)
def test_one_person_may_do_both_where_the_rule_is_off(model, coordinator, settings):
    settings.TWO_PERSON_RULE = False
    record = make(model, recorded_by=coordinator)
    submit(records=[record], by=coordinator)

    assert approve(record=record, by=coordinator).is_published


def test_of_several_records_those_that_can_be_are_published(coordinator):
    fine = RecommendationFactory(in_review=True)
    mine = DevelopmentFactory(in_review=True, recorded_by=coordinator)
    early = ResponseFactory(in_review=True)
    decided = DevelopmentFactory(published=True)
    refused = approve_all(records=[fine, mine, early, decided], by=coordinator)

    assert {record: words.split()[0] for record, words in refused} == {
        mine: "You",
        early: "Approve",
        decided: "This",
    }
    for record, state in [(fine, "published"), (mine, "in-review"), (early, "in-review")]:
        record.refresh_from_db()
        assert record.state == state


def test_what_is_approved_together_need_not_be_in_order(coordinator):
    question = RecommendationFactory(in_review=True)
    answer = ResponseFactory(in_review=True, recommendation=question)
    judgement = AssessmentFactory(in_review=True, recommendation=question)
    EvidenceFactory(assessment=judgement, document=None, response=answer)

    assert approve_all(records=[judgement, answer, question], by=coordinator) == []
    assert Response.objects.published().get() == answer
    assert Assessment.objects.published().get() == judgement


@pytest.mark.parametrize("model", PUBLISHABLE)
@pytest.mark.parametrize("stage", [{}, {"published": True}, {"withdrawn": True}])
@pytest.mark.parametrize("decide", [approve, return_to_author])
def test_only_what_is_in_review_is_decided(model, stage, decide, coordinator, refused):
    record = make(model, **stage)
    reason = {"reason": "Not yet."} if decide is return_to_author else {}

    with refused(Conflict, match="no longer in review") as refusal:
        decide(record=record, by=coordinator, **reason)
    assert refusal.value.current == record


@pytest.mark.parametrize("factory", [ResponseFactory, AssessmentFactory])
@pytest.mark.parametrize("stage", [{}, {"in_review": True}, {"published": True, "withdrawn": True}])
def test_an_answer_is_not_public_before_what_was_asked(factory, stage, coordinator, refused):
    record = factory(in_review=True, recommendation=RecommendationFactory(**stage))

    with refused(ValidationError, match="Approve the recommendation"):
        approve(record=record, by=coordinator)


@pytest.mark.parametrize("kind", ["development", "response"])
@pytest.mark.parametrize("stage", [{}, {"in_review": True}, {"published": True, "withdrawn": True}])
def test_a_judgement_is_not_public_before_what_it_rests_on(kind, stage, coordinator, refused):
    """Its readers would see a judgement without its evidence."""
    judgement = make(Assessment, in_review=True)
    rests_on = {"development": DevelopmentFactory, "response": ResponseFactory}[kind](**stage)
    EvidenceFactory(assessment=judgement, document=None, **{kind: rests_on})

    with refused(ValidationError, match="It rests on"):
        approve(record=judgement, by=coordinator)


def test_a_record_goes_back_to_its_author_with_a_reason(coordinator):
    record = DevelopmentFactory(in_review=True)

    return_to_author(record=record, reason=" Which source? ", by=coordinator)
    record.refresh_from_db()
    assert (record.state, record.returned_reason) == (State.DRAFT, "Which source?")
    assert record.submitted_at is record.submitted_by is None
    assert context(record)["reason"] == " Which source? "


@pytest.mark.parametrize("model", PUBLISHABLE)
def test_what_is_sent_again_and_recalled_is_no_longer_returned(model, contributor, coordinator):
    record = make(model, in_review=True, recorded_by=contributor)
    return_to_author(record=record, reason="Which source?", by=coordinator)

    submit(records=[record], by=contributor)
    recall(record=record, by=contributor)

    record.refresh_from_db()
    assert (record.state, record.returned_reason) == (State.DRAFT, "")
    assert record.events.filter(returned_reason="Which source?").exists()


def test_a_decision_is_about_the_record_as_it_is_not_as_it_was_read(coordinator):
    stale = ResponseFactory(recommendation=RecommendationFactory(published=True), in_review=True)
    approve(record=Response.objects.get(pk=stale.pk), by=UserFactory(coordinator=True))

    with pytest.raises(Conflict):
        approve(record=stale, by=coordinator)


def test_nobody_approves_what_was_changed_and_sent_again_since_they_read_it(
    coordinator, contributor, refused
):
    draft = RecommendationFactory(in_review=True, recorded_by=contributor)
    read = sent_mark(draft)
    edit_recommendation(
        recommendation=draft, values={"title": "Something else"}, expected=1, by=contributor
    )
    submit(records=[draft], by=contributor)

    with refused(Conflict, match="changed and sent again"):
        approve(record=draft, by=coordinator, expected=read)
    draft.refresh_from_db()
    assert approve(record=draft, by=coordinator, expected=sent_mark(draft)).is_published


def test_whoever_rewrote_a_draft_last_does_not_approve_it(coordinator, contributor, refused):
    draft = RecommendationFactory(recorded_by=contributor)
    edit_recommendation(
        recommendation=draft, values={"title": "In other words"}, expected=1, by=coordinator
    )
    submit(records=[draft], by=contributor)

    with refused(ValidationError, match="You wrote part of this"):
        approve(record=draft, by=coordinator)
