from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import (
    AmendmentFactory,
    DevelopmentFactory,
    RecommendationFactory,
    ResponseFactory,
)
from tracker.models import Amendment, Response, State, User


@pytest.fixture
def browser(client: Client, coordinator: User) -> Client:
    client.force_login(coordinator)
    return client


@pytest.fixture
def waiting() -> Response:
    """An answer that somebody else has sent."""
    recommendation = RecommendationFactory(published=True)
    return ResponseFactory(recommendation=recommendation, in_review=True, words="China accepts.")


def url(name: str, record: Any, kind: str = "response") -> str:
    return reverse(f"staff:{name}", args=[kind, getattr(record, "key", None) or record.slug])


def state_of(record: Any) -> str:
    record.refresh_from_db()
    return str(record.state)


def test_a_second_person_publishes_what_the_page_shows(browser: Client, waiting: Response) -> None:
    assert "China accepts." in browser.get(url("approval", waiting)).content.decode()

    browser.post(url("approval", waiting))

    assert state_of(waiting) == State.PUBLISHED


@pytest.mark.parametrize("step", ["recorded_by", "submitted_by"])
def test_nobody_publishes_what_they_wrote_or_sent(
    browser: Client, coordinator: User, step: str
) -> None:
    recommendation = RecommendationFactory(published=True)
    mine = ResponseFactory(recommendation=recommendation, in_review=True, **{step: coordinator})

    page = browser.get(url("approval", mine)).content.decode()
    assert "so a second person has to approve it." in page
    assert "Approve and publish" not in page

    refused = browser.post(url("approval", mine)).content.decode()
    assert "so a second person has to approve it." in refused
    assert state_of(mine) == State.IN_REVIEW


def test_a_contributor_reads_the_page_and_cannot_approve(
    client: Client, contributor: User, waiting: Response
) -> None:
    client.force_login(contributor)

    assert "Approve and publish" not in client.get(url("approval", waiting)).content.decode()
    assert client.post(url("approval", waiting)).status_code == 403
    assert state_of(waiting) == State.IN_REVIEW


def test_returning_needs_a_reason_and_its_author_reads_it(
    browser: Client, waiting: Response
) -> None:
    page = browser.post(url("send_back", waiting), {"reason": " "}).content.decode()
    assert "Say what the author should change." in page

    browser.post(url("send_back", waiting), {"reason": "Give the paragraph."})
    assert state_of(waiting) == State.DRAFT
    browser.force_login(waiting.recorded_by)
    home = browser.get(reverse("staff:home")).content.decode()
    assert "Give the paragraph." in home


def test_an_amendment_shows_old_and_new_side_by_side(browser: Client) -> None:
    amendment = AmendmentFactory(
        recommendation__title="The old title", changes={"title": "The new title"}, in_review=True
    )

    page = browser.get(url("approval", amendment, "amendment"))

    [line] = page.context["lines"]
    assert (line.label, line.old, line.new) == ("Title", "The old title", "The new title")


def test_what_was_overtaken_is_refused_with_the_reason(browser: Client) -> None:
    amendment = AmendmentFactory(in_review=True, base_version=7)

    page = browser.post(url("approval", amendment, "amendment")).content.decode()

    assert "has changed since this was proposed" in page
    assert state_of(amendment) == State.IN_REVIEW


def test_a_returned_amendment_can_be_proposed_anew(browser: Client, coordinator: User) -> None:
    amendment = AmendmentFactory(in_review=True)
    browser.post(url("send_back", amendment, "amendment"), {"reason": "Shorter, please."})

    assert Amendment.objects.get().state == State.DRAFT


def test_ticked_answers_are_published_together_and_the_refused_named(
    browser: Client, coordinator: User, waiting: Response
) -> None:
    recommendation = RecommendationFactory(published=True)
    mine = ResponseFactory(recommendation=recommendation, in_review=True, recorded_by=coordinator)

    page = browser.post(
        reverse("staff:approve_answers"), {"key": [waiting.key, mine.key, "\0"]}, follow=True
    ).content.decode()

    assert "1 published." in page
    assert f"{recommendation.reference} was not published" in page
    assert (state_of(waiting), state_of(mine)) == (State.PUBLISHED, State.IN_REVIEW)


def test_the_queue_is_in_order_of_arrival_by_kind(browser: Client, waiting: Response) -> None:
    DevelopmentFactory(in_review=True, title="A law")
    later = ResponseFactory(
        recommendation=RecommendationFactory(published=True),
        document=waiting.document,
        in_review=True,
    )

    context = browser.get(reverse("staff:approvals")).context

    assert [words for words, _ in context["kinds"]] == ["Developments"]
    [(document, choices, _)] = context["documents"]
    assert document == waiting.document
    assert [choice.answer for choice in choices] == [waiting, later]


def test_a_withdrawal_asks_for_its_reason_first(browser: Client) -> None:
    public = DevelopmentFactory(published=True)
    address = url("withdraw", public, "development")

    assert "Say why it is withdrawn." in browser.post(address, {"reason": ""}).content.decode()

    browser.post(address, {"reason": "Entered twice."})
    assert state_of(public) == State.WITHDRAWN


def test_an_author_takes_back_a_draft_and_nobody_elses(client: Client, contributor: User) -> None:
    client.force_login(contributor)
    mine, hers = DevelopmentFactory(recorded_by=contributor), DevelopmentFactory()

    client.post(url("discard", mine, "development"))
    page = client.post(url("discard", hers, "development")).content.decode()

    assert (state_of(mine), state_of(hers)) == (State.WITHDRAWN, State.DRAFT)
    assert "Only its author discards a draft." in page
