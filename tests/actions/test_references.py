"""The references that records get when they are published."""

from tests.factories import RecommendationFactory
from tracker.actions.publication import approve


def test_public_references_count_what_was_published_and_no_drafts(coordinator):
    drafts = RecommendationFactory.create_batch(5, in_review=True)

    given = [approve(record=draft, by=coordinator).reference for draft in drafts[::2]]
    assert given == ["R-1001", "R-1002", "R-1003"]
    for draft in drafts[1::2]:
        draft.refresh_from_db()
        assert draft.reference.startswith("D-")


def test_the_reference_of_what_was_withdrawn_is_not_given_again(coordinator):
    RecommendationFactory(published=True, withdrawn=True, reference="R-1009")
    draft = RecommendationFactory(in_review=True)

    assert approve(record=draft, by=coordinator).reference == "R-1010"


def test_references_go_on_beyond_four_digits(coordinator):
    for reference in ["R-9999", "R-0500"]:
        RecommendationFactory(published=True, reference=reference)
    drafts = RecommendationFactory.create_batch(2, in_review=True)

    given = [approve(record=draft, by=coordinator).reference for draft in drafts]
    assert given == ["R-10000", "R-10001"]


def test_the_numbers_below_a_thousand_are_left_to_the_fixtures(coordinator):
    RecommendationFactory(published=True, reference="R-0245")
    draft = RecommendationFactory(in_review=True)

    assert approve(record=draft, by=coordinator).reference == "R-1001"
