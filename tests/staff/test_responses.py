from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import DocumentFactory, OrganisationFactory, ResponseFactory
from tracker.models import Document, Recommendation, Response, ReviewCycle, State, User

Ask = Callable[..., Recommendation]
HTMX = {"HX-Request": "true"}


@pytest.fixture
def row(reply: Document) -> Callable[..., dict[str, str]]:
    """What a person types in a row."""

    def typed(**changes: str) -> dict[str, str]:
        return {
            "position": "accepted",
            "category_as_stated": "",
            "words": "China accepts it.",
            "locator": "para. 5",
            "responded_on": "2024-06-11",
            "language": "en",
            "words_kind": "paraphrase",
            "certainty": "seen",
            "expected": "",
        } | changes

    return typed


def sheet_url(reply: Document) -> str:
    return reverse("staff:sheet", args=["upr-4", reply.slug])


def row_url(reply: Document, asked: Recommendation) -> str:
    return reverse("staff:sheet_row", args=["upr-4", reply.slug, asked.reference])


@pytest.fixture
def browser(client: Client, contributor: User) -> Client:
    client.force_login(contributor)
    return client


def test_choosing_a_cycle_and_a_document_opens_the_sheet_with_what_all_answers_share(
    browser: Client, reply: Document
) -> None:
    chosen = {"cycle": "upr-4", "document": reply.slug, "language": "zh-Hans"}

    response = browser.get(reverse("staff:log"), chosen)

    assert response.status_code == 302
    assert response["Location"] == f"{sheet_url(reply)}?language=zh-Hans"


def test_a_cycle_without_a_document_says_what_to_choose(browser: Client, reply: Document) -> None:
    page = browser.get(reverse("staff:log"), {"cycle": "upr-4", "document": ""}).content.decode()

    assert "Choose the document that holds China’s answers." in page


def test_the_documents_of_the_cycle_come_first(browser: Client, reply: Document) -> None:
    DocumentFactory(slug="other", kind=Document.Kind.ADDENDUM, published_on="2025")

    form = browser.get(reverse("staff:log"), {"cycle": "upr-4"}).context["form"]

    groups = form.fields["document"].choices
    assert [name for name, _ in groups[1:]] == ["This review cycle", "Replies"]
    assert groups[1][1][0][0] == reply.slug


def test_a_saved_row_becomes_a_draft_of_whoever_typed_it(
    browser: Client, contributor: User, ask: Ask, reply: Document, row: Any
) -> None:
    asked = ask()

    response = browser.post(row_url(reply, asked), row())

    assert response.status_code == 302
    assert response["Location"] == f"{sheet_url(reply)}?#{asked.reference}"
    answer = Response.objects.get()
    assert (answer.state, answer.recorded_by) == (State.DRAFT, contributor)
    assert (answer.words, answer.cycle) == ("China accepts it.", asked.cycle)


def test_with_htmx_the_row_is_swapped_and_the_count_with_it(
    browser: Client, ask: Ask, reply: Document, row: Any
) -> None:
    asked = ask()
    ask()

    response = browser.post(row_url(reply, asked), row(), headers=HTMX)

    page = response.content.decode()
    assert page.lstrip().startswith("<tbody") or f'id="{asked.reference}"' in page
    assert "<html" not in page
    assert "1 of 2" in page
    assert 'hx-swap-oob="true"' in page
    assert response["HX-Trigger-After-Settle"] == "row-saved"


def test_the_count_goes_down_with_each_answer(browser: Client, ask: Ask, reply: Document) -> None:
    for _ in range(3):
        ask()
    ResponseFactory(recommendation=ask(), document=reply)

    tally = browser.get(sheet_url(reply)).context["tally"]

    assert (tally.left, tally.total) == (3, 4)


def test_a_withdrawn_answer_does_not_count(browser: Client, ask: Ask, reply: Document) -> None:
    ResponseFactory(recommendation=ask(), document=reply, withdrawn=True)

    assert browser.get(sheet_url(reply)).context["tally"].left == 1


def test_asks_of_ngos_are_shown_on_request_only(browser: Client, ask: Ask, reply: Document) -> None:
    ask()
    ask(document=DocumentFactory(kind=Document.Kind.NGO_SUBMISSION))

    assert len(browser.get(sheet_url(reply)).context["rows"]) == 1
    assert len(browser.get(f"{sheet_url(reply)}?ngos=on").context["rows"]) == 2


def test_rows_can_be_narrowed_to_what_is_left_and_to_one_state(
    browser: Client, ask: Ask, reply: Document
) -> None:
    seoul = OrganisationFactory(slug="republic-of-korea", state=True)
    left, answered = ask(made_by=[seoul]), ask(made_by=[seoul])
    ask()
    ResponseFactory(recommendation=answered, document=reply)

    rows = browser.get(f"{sheet_url(reply)}?show=left&asked_by=republic-of-korea").context["rows"]

    assert [found.reference for found in rows] == [left.reference]


def test_rows_stand_in_the_order_of_the_document(
    browser: Client, ask: Ask, reply: Document
) -> None:
    for locator in ("28.10", "28.9", "28.100"):
        ask(locator=locator)

    rows = browser.get(sheet_url(reply)).context["rows"]

    assert [found.recommendation.locator for found in rows] == ["28.9", "28.10", "28.100"]


def test_a_new_row_starts_with_what_all_answers_share(
    browser: Client, ask: Ask, reply: Document
) -> None:
    ask()

    [row] = browser.get(f"{sheet_url(reply)}?words_kind=official").context["rows"]

    assert row.form["words_kind"].value() == "official"
    assert str(row.form["responded_on"].value()) == "2024-06-11"


def test_a_wrong_row_keeps_what_was_typed_and_says_what_was_expected(
    browser: Client, ask: Ask, reply: Document, row: Any
) -> None:
    typed = row(position="", words="Words that must not be lost", responded_on="soon")

    page = browser.post(row_url(reply, ask()), typed).content.decode()

    assert "Words that must not be lost" in page
    assert "Choose China’s position." in page
    assert "Write a date as 2023-05-12, 2023-05 or 2023." in page
    assert not Response.objects.exists()


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["without script", "with htmx"])
def test_a_conflict_shows_both_versions_and_loses_nothing(
    browser: Client, ask: Ask, reply: Document, row: Any, headers: dict[str, str]
) -> None:
    asked = ask()
    theirs = ResponseFactory(recommendation=asked, document=reply, words="Their words")

    page = browser.post(row_url(reply, asked), row(words="My words"), headers=headers)

    text = page.content.decode()
    assert "Their words" in text
    assert text.count("My words") >= 2  # in the comparison and in the field
    assert Response.objects.get() == theirs

    over = row(words="My words", over=theirs.key)
    browser.post(row_url(reply, asked), over)

    assert Response.objects.exclude(state=State.WITHDRAWN).get().words == "My words"


def test_an_answer_that_was_withdrawn_meanwhile_does_not_stop_mine(
    browser: Client, ask: Ask, reply: Document, row: Any
) -> None:
    asked = ask()
    gone = ResponseFactory(recommendation=asked, document=reply, withdrawn=True)

    page = browser.post(row_url(reply, asked), row(expected=gone.key)).content.decode()
    assert "was withdrawn while you were typing" in page
    assert "China accepts it." in page

    browser.post(row_url(reply, asked), row(expected=gone.key, over="-"))
    assert Response.objects.exclude(state=State.WITHDRAWN).exists()


def test_discarding_what_was_typed_shows_the_colleagues_answer(
    browser: Client, ask: Ask, reply: Document
) -> None:
    asked = ask()
    ResponseFactory(recommendation=asked, document=reply, words="Their words")

    page = browser.get(row_url(reply, asked), headers=HTMX).content.decode()

    assert "Their words" in page


def test_an_unchanged_row_is_not_saved_again(
    browser: Client, ask: Ask, reply: Document, row: Any
) -> None:
    asked = ask()
    browser.post(row_url(reply, asked), row(words="One\r\ntwo"))
    key = Response.objects.get().key

    again = row(words="One\r\ntwo", expected=key)
    page = browser.post(row_url(reply, asked), again, headers=HTMX).content.decode()

    assert "Nothing was changed" in page
    assert Response.objects.count() == 1


def test_a_published_answer_is_corrected_with_a_reason(
    browser: Client, ask: Ask, reply: Document, row: Any
) -> None:
    asked = ask()
    first = ResponseFactory(recommendation=asked, document=reply, published=True)
    typed = row(position="noted", expected=first.key)

    page = browser.post(row_url(reply, asked), typed).content.decode()
    assert "Say why the published answer is corrected." in page

    browser.post(row_url(reply, asked), typed | {"reason": "The wrong column was read."})
    assert Response.objects.get(supersedes=first).supersedes_reason == "The wrong column was read."


def test_my_drafts_of_the_document_are_sent_and_no_others(
    browser: Client, contributor: User, ask: Ask, reply: Document
) -> None:
    mine = ResponseFactory(recommendation=ask(), document=reply, recorded_by=contributor)
    hers = ResponseFactory(recommendation=ask(), document=reply)

    browser.post(reverse("staff:sheet_send", args=["upr-4", reply.slug]))

    mine.refresh_from_db()
    hers.refresh_from_db()
    assert (mine.state, hers.state) == (State.IN_REVIEW, State.DRAFT)


def test_a_recommendation_of_another_cycle_has_no_row(
    browser: Client, ask: Ask, reply: Document, row: Any
) -> None:
    assert browser.post(row_url(reply, ask(cycle=None)), row()).status_code == 404


def test_whoever_is_signed_out_while_typing_gets_no_sign_in_page_into_the_row(
    client: Client, ask: Ask, reply: Document, row: Any
) -> None:
    assert client.post(row_url(reply, ask()), row(), headers=HTMX).status_code == 401


def test_the_sheet_asks_the_database_as_often_for_fifty_rows_as_for_five(
    browser: Client, ask: Ask, reply: Document, cycle: ReviewCycle
) -> None:
    def queries(rows: int) -> int:
        while Recommendation.objects.count() < rows:
            ResponseFactory(recommendation=ask(), document=reply)
        with CaptureQueriesContext(
            connection,
        ) as found:
            response = browser.get(sheet_url(reply))
        assert len(response.context["rows"]) == rows
        return len(found)

    assert queries(5) == queries(50)


def test_every_field_of_a_row_has_a_label_that_names_the_row(
    browser: Client, ask: Ask, reply: Document
) -> None:
    asked = ask()

    page = browser.get(sheet_url(reply)).content.decode()

    for name in ("position", "category_as_stated", "words", "locator"):
        assert f'<label class="cell-label" for="{asked.reference}-{name}">' in page
    assert page.count(f'<span class="visually-hidden"> for {asked.reference}</span>') == 8
