import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    DocumentFactory,
    InvocationFactory,
    RecommendationFactory,
    RelationFactory,
)
from tracker.models import Document, Recommendation, State, User


@pytest.fixture
def document() -> Document:
    return DocumentFactory(slug="co-5")


ADDRESS = "/staff/recommendations/send/co-5/"


def states() -> dict[str, str]:
    return dict(Recommendation.objects.values_list("title", "state"))


def test_drafts_of_a_document_are_listed_with_their_gaps_and_sent_together(
    browser: Client, contributor: User, document: Document
) -> None:
    mine = {"document": document, "recorded_by": contributor}
    public = RecommendationFactory(title="Register births", published=True)
    late = RecommendationFactory(title="Late", text="Late.", locator="para. 5.10", **mine)
    twin = RecommendationFactory(
        title="Register births", text="Register.", locator="para. 5.2", **mine
    )
    InvocationFactory(recommendation=late)
    RecommendationFactory(title="Back", returned_reason="Which?", locator="para. 9", **mine)
    RecommendationFactory(title="Hers", document=document)

    first, second, back = browser.get(ADDRESS).context["sending"].rows

    assert (first.record, second.record, back.is_ticked) == (twin, late, False)
    assert f"May repeat {public.reference} “Register births”: the same title" in first.gaps
    assert "No article" in first.gaps
    assert "No article" not in second.gaps
    assert "Returned: Which?" in back.gaps
    page = browser.post(ADDRESS, {"key": [twin.reference, late.reference]}, follow=True)
    assert "2 recommendations sent for approval." in page.content.decode()
    assert states()["Late"] == State.IN_REVIEW
    assert (states()["Back"], states()["Hers"]) == (State.DRAFT, State.DRAFT)


def test_what_is_not_mine_or_not_ticked_is_not_sent(browser: Client, document: Document) -> None:
    hers = RecommendationFactory(document=document)

    for given in ({}, {"key": [hers.reference, "\0"]}):
        assert "Nothing was sent." in browser.post(ADDRESS, given).content.decode()

    hers.refresh_from_db()
    assert hers.is_draft


def test_an_item_is_sent_with_its_limbs_which_repeat_nothing(
    browser: Client, contributor: User, document: Document
) -> None:
    mine = {"document": document, "recorded_by": contributor, "locator": "para. 5"}
    item, limb, other = (
        RecommendationFactory(title=title, text=f"{title}.", **mine)
        for title in ("Stop", "Go", "See")
    )
    RelationFactory(kind="part-of", closeness="", from_recommendation=limb, to_recommendation=item)

    sending = browser.get(ADDRESS, {"item": item.reference}).context["sending"]

    assert [row.record for row in sending.rows] == [item, limb]
    assert not any(limb.reference in gap for gap in sending.rows[0].gaps)
    assert any(f"{other.reference} “See”: the same place" in gap for gap in sending.rows[0].gaps)


def test_the_queries_do_not_grow_with_the_drafts(
    browser: Client, contributor: User, document: Document
) -> None:
    def queries(more: int) -> int:
        RecommendationFactory.create_batch(more, document=document, recorded_by=contributor)
        with CaptureQueriesContext(connection) as captured:
            browser.get(ADDRESS)
        return len(captured)

    assert queries(2) == queries(6) <= 25
