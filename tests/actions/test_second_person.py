"""Nobody approves their own words, whoever touched them afterwards."""

import pytest
from django.core.exceptions import ValidationError

from tests.factories import (
    DevelopmentFactory,
    DocumentFactory,
    OrganisationFactory,
    RecommendationFactory,
    RelationFactory,
    ReviewCycleFactory,
    UserFactory,
)
from tracker.actions.assessments import assess_status
from tracker.actions.batches import Entry, record_batch
from tracker.actions.developments import revise_development
from tracker.actions.publication import approve, return_to_author, submit
from tracker.actions.recommendations import edit_recommendation
from tracker.actions.relations import relate, remove_relation
from tracker.actions.responses import record_response
from tracker.actions.second_person import other_writers, partly_by
from tracker.models import Position


def retitled(recommendation, title, by, **given):
    return edit_recommendation(
        recommendation=recommendation,
        values={"title": title},
        expected=recommendation.version,
        by=by,
        **given,
    )


def revised(development, title, by):
    kept = {name: getattr(development, name) for name in ("kind", "summary", "document")}
    return revise_development(
        development=development, expected=development.version, by=by, title=title, **kept
    )


def answered(asked, by, *, document, words, **given):
    return record_response(
        recommendation=asked,
        document=document,
        position=Position.NOTED,
        responded_on="2024-07",
        words=words,
        by=by,
        **given,
    )


def assessed(asked, by, **given):
    return assess_status(
        recommendation=asked,
        evidence=[(DocumentFactory(), "p. 3")],
        status="C",
        as_of="2024-07",
        assessor=OrganisationFactory(),
        rationale="Returns are reported after the answer.",
        by=by,
        **given,
    )


@pytest.fixture
def asked():
    return RecommendationFactory(published=True)


@pytest.fixture
def source():
    return DocumentFactory()


def a_recommendation(one, other, asked, source):
    return retitled(RecommendationFactory(recorded_by=one), "Other words", other)


def a_recommendation_of_three(one, other, asked, source):
    draft = retitled(RecommendationFactory(), "Words of mine", one)
    return retitled(draft, "Other words", other)


def a_related_draft(one, other, asked, source):
    """What the first says of how it stands to another becomes public with it."""
    draft = RecommendationFactory(recorded_by=other)
    ends = {"from_recommendation": draft, "to_recommendation": asked}
    relate(kind="repeats", closeness="close", note="Footnote 12.", by=one, **ends)
    return draft


def the_other_end_of_a_relation(one, other, asked, source):
    drafts = RecommendationFactory.create_batch(2, recorded_by=other)
    ends = {"from_recommendation": drafts[0], "to_recommendation": drafts[1]}
    relate(kind="repeats", closeness="close", by=one, **ends)
    return drafts[1]


def a_draft_that_lost_a_relation(one, other, asked, source):
    draft = RecommendationFactory(recorded_by=other)
    relation = RelationFactory(from_recommendation=draft, to_recommendation=asked)
    remove_relation(relation=relation, reason="Misread.", by=one)
    return draft


def a_development(one, other, asked, source):
    return revised(revised(DevelopmentFactory(), "Words of mine", one), "Other words", other)


def an_answer(one, other, asked, source):
    answered(asked, one, document=source, words="Noted")
    answered(asked, other, document=source, words="Noted,")
    return answered(asked, other, document=source, words="Noted.")


def a_batch_over_an_answer(one, other, asked, source):
    before = answered(asked, one, document=source, words="Noted")
    values = {"position": "noted", "responded_on": before.responded_on, "words": "Noted."}
    recorded = record_batch(
        kind="filled-in",
        entries=[Entry(asked, before.key, values)],
        cycle=ReviewCycleFactory(),
        document=source,
        by=other,
    )
    return recorded.batch.entries.get().written


def an_assessment(one, other, asked, source):
    draft = assessed(asked, other, corrects=assessed(asked, one))
    return assessed(asked, other, corrects=draft)


KINDS = [
    a_recommendation,
    a_recommendation_of_three,
    a_related_draft,
    the_other_end_of_a_relation,
    a_draft_that_lost_a_relation,
    a_development,
    an_answer,
    a_batch_over_an_answer,
    an_assessment,
]


@pytest.mark.parametrize("written", KINDS)
def test_whoever_wrote_any_part_does_not_approve_it_after_a_colleagues_touch(
    written, asked, source, coordinator, contributor, refused
):
    """Else one person puts their own words before the public once a colleague mends a comma."""
    record = written(coordinator, contributor, asked, source)
    submit(records=[record], by=contributor)
    record.refresh_from_db()

    with refused(ValidationError, match="You wrote"):
        approve(record=record, by=coordinator)
    assert approve(record=record, by=UserFactory(coordinator=True)).is_published


@pytest.mark.parametrize("written", KINDS)
def test_what_one_wrote_a_part_of_is_found_among_all_that_waits(
    written, asked, source, coordinator, contributor, django_assert_max_num_queries
):
    record = written(coordinator, contributor, asked, source)
    assert partly_by(type(record), coordinator) == set()
    submit(records=[record], by=contributor)

    writers = other_writers(type(record), [record.pk])[record.pk]
    with django_assert_max_num_queries(2):
        found = partly_by(type(record), coordinator)
    assert found == ({record.pk} if coordinator.pk in writers else set())
    assert coordinator.pk in writers or record.recorded_by == coordinator
    assert partly_by(type(record), UserFactory()) == set()


def test_whoever_corrects_anew_may_be_read_by_who_wrote_before_the_last_publication(
    asked, source, coordinator, contributor
):
    answered(asked, coordinator, document=source, words="Noted")
    first = answered(asked, contributor, document=source, words="Noted.")
    submit(records=[first], by=contributor)
    approve(record=first, by=UserFactory(coordinator=True))
    second = answered(asked, contributor, document=source, words="Noted!", reason="Misread.")
    submit(records=[second], by=contributor)

    assert approve(record=second, by=coordinator).is_published


def test_whoever_wrote_another_assessment_may_approve_this_one(asked, coordinator, contributor):
    mine = assessed(asked, coordinator)
    later = assessed(asked, contributor)
    assessed(asked, contributor, corrects=mine)
    submit(records=[later], by=contributor)

    assert approve(record=later, by=coordinator).is_published


def test_both_who_wrote_a_returned_change_leave_its_approval_to_a_third(
    asked, coordinator, contributor, refused
):
    change = retitled(asked, "Words of mine", coordinator, reason="Clearer.")
    return_to_author(record=change, reason="Shorter.", by=UserFactory(coordinator=True))
    change.refresh_from_db()
    change.recorded_by = contributor  # who took it over
    change.save()
    submit(records=[change], by=contributor)

    with refused(ValidationError, match="You wrote part of this"):
        approve(record=change, by=coordinator)
