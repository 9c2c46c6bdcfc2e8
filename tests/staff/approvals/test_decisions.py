import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import (
    AmendmentFactory,
    DevelopmentFactory,
    NoteSubjectFactory,
    RecommendationFactory,
    ResponseFactory,
    UserFactory,
)
from tests.staff.approvals.pages import as_read, state_of, url
from tracker.actions.publication import approve, sent_mark
from tracker.models import Response, State, User


def test_a_second_person_publishes_what_the_page_shows(browser: Client, waiting: Response) -> None:
    assert "China accepts." in browser.get(url("approval", waiting)).content.decode()

    browser.post(url("approval", waiting), as_read(waiting))

    assert state_of(waiting) == State.PUBLISHED


def test_who_decides_reads_the_notes_beside_the_recommendation(
    browser: Client, waiting: Response
) -> None:
    def read() -> tuple[str, int]:
        with CaptureQueriesContext(connection) as queries:
            page = browser.get(url("approval", waiting)).content.decode()
        return page, len(queries)

    assert "Notes beside the recommendation" not in read()[0]
    beside = {"recommendation": waiting.recommendation}
    NoteSubjectFactory(note__text="Sources differ on the date.", **beside)
    one, queries = read()
    NoteSubjectFactory(note__text="Wait for the addendum.", note__audience="staff", **beside)
    two, more = read()

    assert "Sources differ on the date." in one
    assert "Wait for the addendum." in two
    assert more == queries


@pytest.mark.parametrize("step", ["recorded_by", "submitted_by"])
def test_nobody_publishes_what_they_wrote_or_sent(
    browser: Client, coordinator: User, step: str
) -> None:
    recommendation = RecommendationFactory(published=True)
    mine = ResponseFactory(recommendation=recommendation, in_review=True, **{step: coordinator})

    page = browser.get(url("approval", mine)).content.decode()
    assert "so a second person has to approve it." in page
    assert "Approve and publish" not in page

    refused = browser.post(url("approval", mine), as_read(mine)).content.decode()
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

    browser.post(url("send_back", waiting), as_read(waiting) | {"reason": "Give the paragraph."})
    assert state_of(waiting) == State.DRAFT
    browser.force_login(waiting.recorded_by)
    home = browser.get(reverse("staff:home")).content.decode()
    assert "Give the paragraph." in home


def test_what_was_overtaken_is_refused_with_the_reason(browser: Client) -> None:
    amendment = AmendmentFactory(in_review=True, base_version=7)

    page = browser.post(
        url("approval", amendment, "amendment"), as_read(amendment)
    ).content.decode()

    assert "has changed since this was proposed" in page
    assert state_of(amendment) == State.IN_REVIEW


def test_what_a_colleague_decided_meanwhile_is_said(browser: Client, waiting: Response) -> None:
    read = {"expected": sent_mark(waiting)}
    approve(record=waiting, by=UserFactory(coordinator=True, name="Carla"))

    page = browser.post(url("approval", waiting), read).content.decode()
    assert "This is no longer in review: Carla approved it" in page

    page = browser.post(url("send_back", waiting), read | {"reason": "Why?"}).content.decode()
    assert "This is no longer in review: Carla approved it" in page
    assert state_of(waiting) == State.PUBLISHED


def test_nobody_returns_what_was_changed_since_they_read_it(
    browser: Client, waiting: Response
) -> None:
    page = browser.post(url("send_back", waiting), {"reason": "Why?", "expected": "another"})

    assert "changed and sent again" in page.content.decode()
    assert state_of(waiting) == State.IN_REVIEW


def test_nobody_decides_without_saying_what_they_read(browser: Client, waiting: Response) -> None:
    for step in ("approval", "send_back"):
        page = browser.post(url(step, waiting), {"reason": "Why?"}).content.decode()
        assert "changed and sent again since you opened it" in page
    assert state_of(waiting) == State.IN_REVIEW


def test_who_cannot_approve_reads_why_and_who_can(browser: Client, coordinator: User) -> None:
    mine = DevelopmentFactory(in_review=True, recorded_by=coordinator)
    UserFactory(coordinator=True, name="Carla")
    UserFactory(coordinator=True, name="Gone", is_active=False)

    page = browser.get(url("approval", mine, "development")).content.decode()

    assert "You wrote this, so a second person has to approve it." in page
    assert "Who can: Carla." in page


def test_a_record_is_read_beside_its_source_and_what_was_asked(
    browser: Client, waiting: Response
) -> None:
    page = browser.get(url("approval", waiting))

    assert waiting.recommendation.text in page.content.decode()
    assert [place.document for place in page.context["source"].places] == [waiting.document]


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


def test_an_author_takes_back_what_they_sent(client: Client, contributor: User) -> None:
    client.force_login(contributor)
    mine = DevelopmentFactory(recorded_by=contributor, in_review=True)
    hers = DevelopmentFactory(in_review=True)

    shown = client.get(url("approval", mine, "development")).content.decode()
    assert "Take it back to change it" in shown
    shown = client.get(url("approval", hers, "development")).content.decode()
    assert "Take it back to change it" not in shown
    client.post(url("recall", mine, "development"))
    page = client.post(url("recall", hers, "development")).content.decode()

    assert (state_of(mine), state_of(hers)) == (State.DRAFT, State.IN_REVIEW)
    assert "Only who wrote or sent this takes it back." in page
