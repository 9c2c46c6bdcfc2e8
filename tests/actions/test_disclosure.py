"""Documents and reviews become public with the first published record that names them."""

import pytest

from tests.factories import (
    AmendmentFactory,
    AssessmentFactory,
    DevelopmentFactory,
    DocumentFactory,
    EvidenceFactory,
    RecommendationFactory,
    ResponseFactory,
    ReviewCycleFactory,
)
from tracker.actions.disclosure import hidden_sources
from tracker.actions.publication import approve, approve_all, return_to_author, withdraw


def hidden_document(**fields):
    return DocumentFactory(is_public=False, **fields)


def response(**fields):
    asked = RecommendationFactory(published=True)
    return ResponseFactory(in_review=True, recommendation=asked, **fields)


def assessment(document):
    asked = RecommendationFactory(published=True)
    record = AssessmentFactory(in_review=True, recommendation=asked)
    EvidenceFactory(assessment=record, document=document)
    return record


def development_with_source(document):
    return DevelopmentFactory(in_review=True, sources=[document])


def amendment(document):
    return AmendmentFactory(in_review=True, changes={"document": document.slug})


NAMES_A_DOCUMENT = {
    "recommendation": lambda document: RecommendationFactory(in_review=True, document=document),
    "response": lambda document: response(document=document),
    "development": lambda document: DevelopmentFactory(in_review=True, document=document),
    "further source of a development": development_with_source,
    "evidence of an assessment": assessment,
    "amendment": amendment,
}
NAMES_A_CYCLE = {
    "recommendation": lambda cycle: RecommendationFactory(in_review=True, cycle=cycle),
    "response": lambda cycle: response(cycle=cycle),
    "document of a development": lambda cycle: DevelopmentFactory(
        in_review=True, document=hidden_document(cycle=cycle)
    ),
    "amendment": lambda cycle: AmendmentFactory(in_review=True, changes={"cycle": cycle.slug}),
}


@pytest.mark.parametrize("name", NAMES_A_DOCUMENT)
def test_a_document_becomes_public_with_what_names_it(coordinator, name):
    document = hidden_document()
    record = NAMES_A_DOCUMENT[name](document)
    assert hidden_sources([record]) == [document]

    approve(record=record, by=coordinator)

    document.refresh_from_db()
    assert document.is_public
    last = document.events.order_by("-pgh_id").first()
    assert last.pgh_context == {"action": "approve", "user": coordinator.pk}


@pytest.mark.parametrize("name", NAMES_A_CYCLE)
def test_a_review_becomes_public_with_what_names_it(coordinator, name):
    cycle = ReviewCycleFactory(is_public=False)
    record = NAMES_A_CYCLE[name](cycle)
    assert cycle in hidden_sources([record])

    approve(record=record, by=coordinator)

    cycle.refresh_from_db()
    assert cycle.is_public


def test_only_what_was_approved_of_several_shows_its_sources(coordinator):
    fine, own = hidden_document(), hidden_document()
    records = [response(document=fine), response(document=own, recorded_by=coordinator)]

    assert len(approve_all(records=records, by=coordinator)) == 1

    fine.refresh_from_db()
    own.refresh_from_db()
    assert (fine.is_public, own.is_public) == (True, False)


def test_what_is_returned_or_withdrawn_as_a_draft_shows_nothing(coordinator):
    document = hidden_document()
    returned = DevelopmentFactory(in_review=True, document=document)
    return_to_author(record=returned, reason="Say more.", by=coordinator)
    withdraw(record=returned, reason="Not so.", by=coordinator)

    document.refresh_from_db()
    assert not document.is_public


def test_a_document_stays_public_when_what_named_it_is_withdrawn(coordinator):
    document = hidden_document()
    record = DevelopmentFactory(in_review=True, document=document)
    withdraw(record=approve(record=record, by=coordinator), reason="Not so.", by=coordinator)

    document.refresh_from_db()
    assert document.is_public


def test_other_documents_and_reviews_stay_hidden(coordinator):
    other = hidden_document(cycle=ReviewCycleFactory(is_public=False))
    DevelopmentFactory(in_review=True, document=other)
    approve(record=DevelopmentFactory(in_review=True), by=coordinator)

    other.refresh_from_db()
    other.cycle.refresh_from_db()
    assert (other.is_public, other.cycle.is_public) == (False, False)
