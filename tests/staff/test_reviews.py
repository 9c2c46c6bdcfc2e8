from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import MechanismFactory, ReviewCycleFactory
from tests.staff.choices import chosen
from tracker.models import ReviewCycle, User


@pytest.fixture
def browser(client: Client, contributor: User) -> Client:
    MechanismFactory(code="upr")
    client.force_login(contributor)
    return client


def typed(**changes: Any) -> dict[str, Any]:
    return {"mechanism": "upr", "name": "UPR 5th cycle", "certainty": "reported"} | changes


def test_the_next_review_is_entered_and_answers_can_be_logged_in_it(browser: Client) -> None:
    browser.post(reverse("staff:cycle_new"), typed(number="5", reviewed_on="2029-01"))

    cycle = ReviewCycle.objects.get()
    assert (cycle.slug, cycle.number, str(cycle.reviewed_on)) == ("upr-5th-cycle", 5, "2029-01")
    assert not cycle.is_public
    assert "UPR 5th cycle" in browser.get(reverse("staff:log")).content.decode()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"mechanism": ""}, "Choose the mechanism that reviews."),
        ({"name": ""}, "Give the review its name."),
        ({"name": "UPR 4th cycle"}, "There already is a review with this name."),
        (
            {"reviewed_on": "2029-02", "reviewed_until": "2029-01"},
            "The review cannot end before it begins.",
        ),
        ({"number": "-1"}, "greater than or equal to 0"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    browser: Client, changes: dict[str, Any], message: str
) -> None:
    ReviewCycleFactory(name="UPR 4th cycle")

    assert message in browser.post(reverse("staff:cycle_new"), typed(**changes)).content.decode()
    assert ReviewCycle.objects.count() == 1


def test_a_review_is_changed_and_a_conflict_loses_nothing(browser: Client) -> None:
    cycle = ReviewCycleFactory(name="Their name", is_public=False)
    address = reverse("staff:cycle_edit", args=[cycle.slug])

    refused = browser.post(address, typed(name="My name", expected="old"))
    page = refused.content.decode()
    cycle.refresh_from_db()
    assert cycle.name == "Their name"
    assert "Their name" in page
    assert "My name" in page

    over = refused.context["form"].mark_now
    browser.post(address, chosen(refused, typed(name="My name", expected="old", over=over)))
    cycle.refresh_from_db()
    assert cycle.name == "My name"


def test_the_reviews_there_are_stand_beside_the_form(browser: Client) -> None:
    cycle = ReviewCycleFactory(is_public=False)

    page = browser.get(reverse("staff:cycle_new")).content.decode()

    assert reverse("staff:cycle_edit", args=[cycle.slug]) in page
    assert "not public yet" in page
