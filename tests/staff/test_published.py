"""What is published is corrected and withdrawn from its page, and the public sees it at once."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import (
    AssessmentFactory,
    DevelopmentFactory,
    RecommendationFactory,
    ResponseFactory,
    UserFactory,
)
from tracker.actions.publication import sent_mark
from tracker.models import Publishable, Recommendation, Response, State, User
from tracker.templatetags.staff import correct_url, step_url, work_url

Make = Callable[[Recommendation], Any]
KINDS: dict[str, Make] = {
    "recommendation": lambda asked: asked,
    "response": lambda asked: ResponseFactory(recommendation=asked, published=True, words="Noted."),
    "assessment": lambda asked: AssessmentFactory(recommendation=asked, published=True),
    "development": lambda asked: DevelopmentFactory(published=True, recommendations=[asked]),
}


@pytest.fixture
def browser(client: Client, coordinator: User) -> Client:
    client.force_login(coordinator)
    return client


@pytest.fixture(params=KINDS)
def public(request: pytest.FixtureRequest) -> Any:
    return KINDS[request.param](RecommendationFactory(published=True))


def read_by_all(record: Any) -> str:
    """The public page that has the record."""
    page = record if hasattr(record, "get_absolute_url") else record.recommendation
    return Client().get(page.get_absolute_url()).content.decode()


def test_its_page_leads_to_correcting_and_withdrawing_it(browser: Client, public: Any) -> None:
    page = browser.get(work_url(public)).content.decode()

    assert step_url(public, "withdraw") in page
    assert correct_url(public).replace("&", "&amp;") in page
    assert browser.get(correct_url(public)).status_code == 200


def test_what_follows_from_withdrawing_is_said_before_the_button(
    browser: Client, public: Any
) -> None:
    page = " ".join(browser.get(step_url(public, "withdraw")).content.decode().split())
    place = public if hasattr(public, "get_absolute_url") else public.recommendation

    said = page[page.index("What follows") : page.index("Withdraw for good")]
    assert place.get_absolute_url() in said
    assert "the day and the reason you give below" in said
    assert "Lists, searches, counts, files and the API are without it at once" in said
    assert "Nothing is deleted" in said
    assert "cannot be taken back" in said
    assert "The public reads it" in said


def test_once_withdrawn_the_public_reads_why_in_its_place(browser: Client, public: Any) -> None:
    browser.post(step_url(public, "withdraw"), {"reason": "It was entered twice."})

    page = read_by_all(public)

    assert "withdrawn on" in page or "was withdrawn" in page
    assert "It was entered twice." in page
    assert "Noted." not in page


def approve(record: Publishable) -> None:
    """By somebody who wrote none of it, from the page."""
    colleague = Client()
    colleague.force_login(UserFactory(coordinator=True))
    colleague.post(work_url(record), {"expected": sent_mark(record)})


def test_an_answer_is_corrected_on_a_page_of_its_own(browser: Client) -> None:
    answer = KINDS["response"](RecommendationFactory(published=True))
    typed = {
        "position": "not-accepted", "words": "Refused.", "words_kind": "paraphrase",
        "language": "en", "responded_on": "2024-07-04", "certainty": "seen",
        "expected": answer.key, "send": "yes",
    }  # fmt: skip

    missing = browser.post(correct_url(answer), typed).content.decode()
    assert "Say why the published answer is corrected." in missing
    browser.post(correct_url(answer), typed | {"reason": "Misread."})

    correction = Response.objects.get(supersedes=answer)
    assert correction.state == State.IN_REVIEW
    assert "Refused." not in read_by_all(answer)
    approve(correction)
    page = read_by_all(answer)
    assert "Refused." in page
    assert "Misread." in page
    assert "Noted." not in page


def test_an_answer_that_stays_the_same_is_no_correction(browser: Client) -> None:
    answer = KINDS["response"](RecommendationFactory(published=True))
    names = ["position", "words", "words_kind", "language", "certainty"]
    same = {name: getattr(answer, name) for name in names} | {"responded_on": "2024-07-04"}

    page = browser.post(correct_url(answer), same | {"expected": answer.key, "reason": "None."})

    assert "Nothing was changed." in page.content.decode()
    assert not Response.objects.filter(supersedes=answer).exists()


def test_a_colleague_s_correction_is_shown_before_mine_replaces_it(browser: Client) -> None:
    answer = KINDS["response"](RecommendationFactory(published=True))
    theirs = ResponseFactory(
        recommendation=answer.recommendation, document=answer.document, words="Their words",
        supersedes=answer, supersedes_reason="Misread.",
    )  # fmt: skip
    typed = {
        "position": "noted", "words": "My words", "words_kind": "paraphrase", "language": "en",
        "responded_on": "2024-07-04", "certainty": "seen", "expected": answer.key,
        "reason": "Misread.",
    }  # fmt: skip

    page = browser.post(correct_url(answer), typed).content.decode()
    assert "Their words" in page
    assert "My words" in page

    browser.post(correct_url(answer), typed | {"over": theirs.key})
    assert Response.objects.get(supersedes=answer, state=State.DRAFT).words == "My words"


def test_a_withdrawn_draft_of_an_answer_is_told_to_nobody() -> None:
    asked = RecommendationFactory(published=True)
    ResponseFactory(recommendation=asked, withdrawn=True, withdrawn_reason="A slip.")

    assert "A slip." not in read_by_all(asked)


def test_what_is_not_there_is_not_corrected(browser: Client) -> None:
    assert browser.get(reverse("staff:correct_answer", args=["nothing"])).status_code == 404
