from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import RecommendationFactory, RelationFactory
from tracker.models import Recommendation, Relation, User


@pytest.fixture
def here() -> Recommendation:
    return RecommendationFactory(published=True, text="Stop returning anybody to torture.")


def relate(here: Recommendation, other: Recommendation) -> str:
    return f"{reverse('staff:relate', args=[here.reference])}?with={other.reference}"


def workspace(record: Recommendation) -> str:
    return reverse("staff:recommendation", args=[record.reference])


CLOSE = {"way": "takes-up:other", "closeness": "close", "certainty": "seen", "note": "Footnote 12."}


def test_another_record_is_found_by_words_and_by_reference(
    browser: Client, here: Recommendation
) -> None:
    draft = RecommendationFactory(title="Allow asylum procedures")
    address = reverse("staff:relate", args=[here.reference])

    for words in ("asylum procedures", draft.reference.lower()):
        page = browser.get(address, {"q": words})
        assert page.context["found"] == [draft]
        assert f"with={draft.reference}" in page.content.decode()


def test_both_texts_stand_side_by_side_with_the_words_that_differ_marked(
    browser: Client, here: Recommendation
) -> None:
    other = RecommendationFactory(text="Stop returning women to torture.")

    page = browser.get(relate(here, other)).content.decode()

    assert '<mark class="differs">anybody</mark>' in page
    assert '<mark class="differs">women</mark>' in page
    assert "Stop returning" in page


def test_texts_in_two_languages_are_not_marked(browser: Client, here: Recommendation) -> None:
    other = RecommendationFactory(text="강제송환을 중단할 것", language="ko")

    page = browser.get(relate(here, other)).content.decode()

    assert "They are in two languages" in page
    assert "<mark" not in page


def test_a_relation_is_added_in_the_direction_that_was_chosen(
    browser: Client, here: Recommendation
) -> None:
    other = RecommendationFactory()

    response = browser.post(relate(here, other), CLOSE)

    assert response["Location"] == f"{workspace(here)}#relations"
    relation = Relation.objects.get()
    assert (relation.from_recommendation, relation.to_recommendation) == (other, here)
    page = browser.get(workspace(here)).content.decode()
    assert "Taken up by" in page
    assert "Footnote 12." in page
    assert "Takes up" in browser.get(workspace(other)).content.decode()


def test_whoever_approves_a_draft_reads_its_relations(
    browser: Client, here: Recommendation
) -> None:
    draft = RecommendationFactory()
    RelationFactory(from_recommendation=draft, to_recommendation=here, note="Footnote 12.")

    page = browser.get(reverse("staff:approval", args=["recommendation", draft.reference]))

    assert f"Takes up: {here} (close, Footnote 12.)" in page.content.decode()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"closeness": ""}, "Say how close it is"),
        ({"way": "likes:other"}, "Select a valid choice"),
        ({"note": "x" * 301}, "at most 300 characters"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    browser: Client, here: Recommendation, changes: dict[str, str], message: str
) -> None:
    page = browser.post(relate(here, RecommendationFactory()), CLOSE | changes).content.decode()

    assert message in page
    assert not Relation.objects.exists()


def test_a_limb_needs_no_closeness(browser: Client, here: Recommendation) -> None:
    browser.post(relate(here, RecommendationFactory()), CLOSE | {"way": "part-of:other"})

    assert Relation.objects.get().closeness == ""


def test_between_public_records_a_contributor_is_told_who_may(
    browser: Client, coordinator: User, here: Recommendation
) -> None:
    other = RecommendationFactory(published=True)

    assert "a coordinator has to add it" in browser.get(relate(here, other)).content.decode()
    assert browser.post(relate(here, other), CLOSE).status_code == 403
    browser.force_login(coordinator)
    browser.post(relate(here, other), CLOSE)

    assert Relation.objects.count() == 1


def test_a_relation_is_removed_with_a_reason(browser: Client, here: Recommendation) -> None:
    relation = RelationFactory(to_recommendation=here)
    one = relation.from_recommendation.reference
    address = reverse("staff:relation_remove", args=[one, "takes-up", here.reference])
    assert address in browser.get(workspace(here)).content.decode()

    assert "Say why." in browser.post(address, {"reason": ""}).content.decode()
    assert browser.post(address, {"reason": "Misread."}).status_code == 302
    assert not Relation.objects.exists()
    assert browser.post(address, {"reason": "Misread."}).status_code == 404


def test_an_empty_panel_gives_an_example(browser: Client, here: Recommendation) -> None:
    page = browser.get(workspace(here)).content.decode()

    assert "None yet. For example: a Committee’s recommendation" in page


@pytest.mark.parametrize("words", ["", "%00", "with=%00", "with=R-9999", "q=%00&with=%00"])
def test_odd_addresses_break_nothing(browser: Client, here: Recommendation, words: str) -> None:
    address = reverse("staff:relate", args=[here.reference])

    assert browser.get(f"{address}?{words}").status_code == 200
    assert browser.post(f"{address}?{words}", CLOSE).status_code == 200


def test_ten_relations_take_as_many_queries_as_one(
    browser: Client, here: Recommendation, django_assert_max_num_queries: Any
) -> None:
    for _ in range(10):
        RelationFactory(from_recommendation=here)

    with django_assert_max_num_queries(32):
        browser.get(workspace(here))
    with django_assert_max_num_queries(20):
        browser.get(reverse("staff:relate", args=[here.reference]), {"q": "returning"})
