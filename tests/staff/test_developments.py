from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import (
    AmendmentFactory,
    DevelopmentFactory,
    DocumentFactory,
    RecommendationFactory,
)
from tracker.actions.publication import sent_mark
from tracker.models import Development, State, User


@pytest.fixture
def typed() -> Any:
    DocumentFactory(slug="reuters-2023")

    def values(**changes: str) -> dict[str, str]:
        return {
            "kind": "event",
            "title": "About 500 people reported returned",
            "summary": "An NGO reported it.",
            "happened_on": "2023-10-09",
            "document": "reuters-2023",
            "certainty": "reported",
        } | changes

    return values


def test_a_development_names_its_recommendations_by_reference(browser: Client, typed: Any) -> None:
    first, second = RecommendationFactory(published=True), RecommendationFactory(published=True)

    named = f"{first.reference.lower()}, {second.reference}"
    browser.post(reverse("staff:development_new"), typed(recommendations=named))

    assert set(Development.objects.get().recommendations.all()) == {first, second}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"recommendations": "R-9998 R-9999"}, "There is no recommendation “R-9999”."),
        ({"document": ""}, "Name the source document by its symbol or short name."),
        ({"happened_until": "2022"}, "It cannot end before it begins."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    browser: Client, typed: Any, changes: dict[str, str], message: str
) -> None:
    page = browser.post(reverse("staff:development_new"), typed(**changes)).content.decode()

    assert message in page
    assert not Development.objects.exists()


def test_a_returned_development_is_changed_and_sent_again(browser: Client, typed: Any) -> None:
    draft = DevelopmentFactory(returned_reason="Name the source.")
    address = reverse("staff:development_edit", args=[draft.slug])

    browser.post(address, typed(expected="1", send="yes"))

    draft.refresh_from_db()
    assert (draft.title, draft.state) == ("About 500 people reported returned", State.IN_REVIEW)


def test_a_conflict_shows_the_record_and_keeps_what_was_typed(browser: Client, typed: Any) -> None:
    draft = DevelopmentFactory(title="Their title", version=2)

    page = browser.post(
        reverse("staff:development_edit", args=[draft.slug]), typed(expected="1")
    ).content.decode()

    assert "Their title" in page
    assert "About 500 people reported returned" in page
    draft.refresh_from_db()
    assert draft.title == "Their title"


def test_a_change_that_was_returned_is_taken_up_where_it_was_left(browser: Client) -> None:
    public, asked = DevelopmentFactory(published=True), RecommendationFactory(published=True)
    AmendmentFactory(
        recommendation=None, development=public, returned_reason="Which day?", reason="A day came.",
        changes={"happened_on": "2023-10-09", "recommendations": [asked.reference]},
    )  # fmt: skip

    page = browser.get(reverse("staff:development_edit", args=[public.slug]))

    form = page.context["form"]
    assert form["happened_on"].value() == "2023-10-09"
    assert form["recommendations"].value() == asked.reference
    assert form["reason"].value() == "A day came."
    shown = browser.get(reverse("staff:approval", args=["development", public.slug]))
    assert "was returned" in shown.content.decode()


def test_a_published_development_is_corrected_by_two_people(
    browser: Client, coordinator: User, typed: Any
) -> None:
    public = DevelopmentFactory(published=True, title="Returns")
    address = reverse("staff:development_edit", args=[public.slug])
    assert "Propose this change" in browser.get(address).content.decode()

    missing = browser.post(address, typed(expected="1")).content.decode()
    assert "Say why the published record should change." in missing

    page = browser.post(address, typed(expected="1", reason="A figure came."), follow=True)
    assert "The change waits for a second person." in page.content.decode()
    labels = [line.label for line in page.context["lines"]]
    assert {"Title", "Summary", "Happened on"} <= set(labels)

    browser.force_login(coordinator)
    change = public.amendments.get()
    read = {"expected": sent_mark(change)}
    browser.post(reverse("staff:approval", args=["amendment", change.key]), read)
    shown = browser.get(public.get_absolute_url()).content.decode()
    assert "About 500 people reported returned" in shown
    history = browser.get(reverse("staff:development_history", args=[public.slug]))
    assert "Title: About 500 people reported returned" in history.content.decode()
