"""The page on which coordinators merge two organisations."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import OrganisationFactory, RecommendationFactory
from tracker.models import Organisation, User


@pytest.fixture
def browser(client: Client, coordinator: User) -> Client:
    client.force_login(coordinator)
    OrganisationFactory(slug="hrw", name="Human Rights Watch", country="United States")
    fold = OrganisationFactory(slug="hrw-asia", name="HRW Asia", country="Thailand", acronym="HRW")
    RecommendationFactory(made_by=[fold])
    return client


def address(keep: str = "hrw", fold: str = "hrw-asia") -> str:
    return f"{reverse('staff:organisation_merge')}?keep={keep}&fold={fold}"


def test_what_merging_does_is_read_before_it_is_done(browser: Client) -> None:
    page = browser.get(address()).content.decode()

    assert "HRW Asia goes into Human Rights Watch" in page
    for told in ("ask it made", "HRW Asia", "Thailand", "/en/organisations/hrw-asia/"):
        assert told in page
    assert Organisation.objects.filter(slug="hrw-asia").exists()


def merge(browser: Client, **changes: Any) -> Any:
    mark = browser.get(address()).context["merger"].mark
    return browser.post(address(), {"expected": mark, "reason": "One office."} | changes)


def test_two_become_one(browser: Client) -> None:
    answer = merge(browser)

    page = browser.get(answer["Location"]).content.decode()
    assert "merged a duplicate into it" in page
    assert "One office." in page
    assert Organisation.objects.get(slug="hrw").recommendations.count() == 1


@pytest.mark.parametrize(
    ("changes", "message"),
    [({"reason": " "}, "Say how you know"), ({"expected": "old"}, "has changed meanwhile")],
)
def test_what_is_wrong_is_said_and_both_stay(
    browser: Client, changes: dict[str, str], message: str
) -> None:
    page = merge(browser, **changes).content.decode()

    assert message in page
    assert "Show what merging does" in page
    assert Organisation.objects.filter(slug="hrw-asia").exists()


@pytest.mark.parametrize(
    ("where", "message"),
    [
        (address(fold="hrw"), "Choose two different organisations."),
        (address(fold="nobody"), "Select a valid choice"),
        (address(fold=""), "Choose the organisation that goes into it."),
        (address(fold="canada"), "These two cannot be merged."),
    ],
)
def test_a_pair_that_is_none_is_refused(browser: Client, where: str, message: str) -> None:
    OrganisationFactory(slug="canada", state=True)

    page = browser.post(where, {"expected": "x", "reason": "x"}).content.decode()

    assert message in page


def test_one_of_the_two_may_be_chosen_already(browser: Client) -> None:
    page = browser.get(f"{reverse('staff:organisation_merge')}?fold=hrw-asia")

    assert page.context["pair"].initial["fold"] == "hrw-asia"
    assert "Choose the organisation" not in page.content.decode()
