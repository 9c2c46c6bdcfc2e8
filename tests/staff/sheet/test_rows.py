from typing import Any

import pytest
from django.test import Client

from tests.factories import (
    AssignmentFactory,
    OrganisationFactory,
    ResponseFactory,
)
from tests.staff.sheet.pages import HTMX, Ask, row_url, sheet_url
from tracker.models import Document, Note, Response, State, User


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
    assert 'data-outcome="saved"' in page
    assert "Saved as a draft." in page


def test_the_count_goes_down_with_each_answer(browser: Client, ask: Ask, reply: Document) -> None:
    for _ in range(3):
        ask()
    ResponseFactory(recommendation=ask(), document=reply)

    tally = browser.get(sheet_url(reply)).context["tally"]

    assert (tally.left, tally.total) == (3, 4)


def test_a_withdrawn_answer_does_not_count(browser: Client, ask: Ask, reply: Document) -> None:
    ResponseFactory(recommendation=ask(), document=reply, withdrawn=True)

    assert browser.get(sheet_url(reply)).context["tally"].left == 1


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


def test_a_note_is_kept_with_the_answer_or_alone_and_shown_in_the_row(
    browser: Client, ask: Ask, reply: Document, row: Any
) -> None:
    answered, bare = ask(), ask()
    browser.post(row_url(reply, answered), row(note="Beside an answer."))
    alone = dict.fromkeys(row(), "") | {"note": "Before one.", "responded_on": "2024-06-11"}
    same = {"language": "en", "words_kind": "paraphrase", "certainty": "seen"}
    browser.post(row_url(reply, bare), alone | same)

    page = browser.get(sheet_url(reply)).content.decode()

    assert "Beside an answer." in page
    assert "Before one." in page
    assert Response.objects.get().recommendation == answered


def test_a_note_beside_a_wrong_answer_is_not_saved_without_it(
    browser: Client, ask: Ask, reply: Document, row: Any
) -> None:
    page = browser.post(row_url(reply, ask()), row(position="", note="Ask Geneva."))

    assert "Ask Geneva." in page.content.decode()
    assert not Note.objects.exists()


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


@pytest.mark.parametrize("take", [{}, {"take-words": "theirs"}], ids=["undecided", "decided"])
@pytest.mark.parametrize("name", ["over", "expected", "contested", "take-words", "words", "note"])
def test_null_characters_in_what_a_row_sends_are_no_error_of_ours(
    browser: Client, ask: Ask, reply: Document, row: Any, name: str, take: dict[str, str]
) -> None:
    asked = ask()
    theirs = ResponseFactory(recommendation=asked, document=reply, words="Their words")
    typed = row(words="Mine", over=theirs.key, contested="words") | take

    for value in ("\0", f"{theirs.key}\0"):
        for headers in (HTMX, {}):
            page = browser.post(row_url(reply, asked), typed | {name: value}, headers=headers)
            assert page.status_code in {200, 302}

    browser.post(row_url(reply, asked), {name: "\0"})


def test_a_row_tells_of_an_answer_that_is_on_its_way_from_another_document(
    browser: Client, ask: Ask, reply: Document
) -> None:
    asked = [ask() for _ in range(2)]
    ResponseFactory(recommendation=asked[0], in_review=True)
    ResponseFactory(recommendation=asked[1], published=True)
    ResponseFactory(recommendation=asked[1], document=reply)

    page = browser.get(sheet_url(reply))

    found = {row.reference: row.recommendation for row in page.context["rows"]}
    assert [found[row.reference].has_other_answer for row in asked] == [True, False]
    assert page.content.decode().count("Another answer on its way") == 1


@pytest.mark.parametrize("query", ["", "?show=returned"])
def test_a_refused_row_still_tells_who_asked_and_whose_it_is(
    browser: Client, contributor: User, ask: Ask, reply: Document, row: Any, query: str
) -> None:
    asked = ask(made_by=[OrganisationFactory(state=True, name="Kenya")])
    AssignmentFactory(recommendation=asked, document=reply, assigned_to=contributor)

    page = browser.post(f"{row_url(reply, asked)}{query}", row(position=""))

    [shown] = page.context["rows"]
    assert shown.outcome == "error"
    assert shown.recommendation.assignee == str(contributor)
    assert "Kenya" in page.content.decode()


def test_a_recommendation_of_another_cycle_has_no_row(
    browser: Client, ask: Ask, reply: Document, row: Any
) -> None:
    assert browser.post(row_url(reply, ask(cycle=None)), row()).status_code == 404


def test_whoever_is_signed_out_while_typing_gets_no_sign_in_page_into_the_row(
    client: Client, ask: Ask, reply: Document, row: Any
) -> None:
    assert client.post(row_url(reply, ask()), row(), headers=HTMX).status_code == 401


def test_every_field_of_a_row_has_a_label_that_names_the_row(
    browser: Client, ask: Ask, reply: Document
) -> None:
    asked = ask()

    page = browser.get(sheet_url(reply)).content.decode()

    for name in ("category_as_stated", "words", "language", "locator", "note"):
        assert f'<label class="cell-label" for="{asked.reference}-{name}">' in page
    assert (
        f'<legend class="cell-label">Position<span class="visually-hidden"> for {asked.reference}'
        in page
    )
    assert page.count(f'<span class="visually-hidden"> for {asked.reference}</span>') == 9
