import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import (
    DocumentFactory,
    OrganisationFactory,
    ResponseFactory,
    ThemeFactory,
)
from tests.staff.sheet.pages import Ask, sheet_url
from tracker.models import Document


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


def test_rows_can_be_narrowed_to_what_was_returned_to_a_theme_and_to_words(
    browser: Client, ask: Ask, reply: Document
) -> None:
    theme = ThemeFactory(code="asylum")
    returned, themed, worded = ask(), ask(themes=[theme]), ask(title="Register births")
    ResponseFactory(recommendation=returned, document=reply, returned_reason="Wrong paragraph.")
    ResponseFactory(recommendation=themed, document=reply)

    def found(query: str) -> list[str]:
        page = browser.get(f"{sheet_url(reply)}?{query}")
        return [row.reference for row in page.context["rows"]]

    assert found("show=returned") == [returned.reference]
    assert found("theme=asylum") == [themed.reference]
    assert found("words=births") == [worded.reference]
    assert "Wrong paragraph." in browser.get(sheet_url(reply)).content.decode()


@pytest.mark.parametrize("query", ["words=%00", "theme=nothing", "without=nothing", "density=9"])
def test_a_choice_that_is_not_understood_shows_every_row_and_says_so(
    browser: Client, ask: Ask, reply: Document, query: str
) -> None:
    ask()

    page = browser.get(f"{sheet_url(reply)}?{query}")

    assert len(page.context["rows"]) == 1
    assert 'class="error">' in page.content.decode()


def test_columns_and_density_are_in_the_address_and_what_is_left_out_is_not_lost(
    browser: Client, ask: Ask, reply: Document
) -> None:
    ResponseFactory(recommendation=ask(), document=reply, category_as_stated="accepted")

    page = browser.get(f"{sheet_url(reply)}?without=category&without=words&density=compact")

    text = page.content.decode()
    assert 'data-without="category words"' in text
    assert 'data-density="compact"' in text
    assert 'value="accepted"' in text  # sent along with the row all the same


def test_what_all_answers_share_stays_in_the_address_when_rows_are_chosen(
    browser: Client, ask: Ask, reply: Document
) -> None:
    page = browser.get(f"{sheet_url(reply)}?language=ko&show=left&page=2").content.decode()

    assert '<input type="hidden" name="language" value="ko">' in page
    assert '<input type="hidden" name="show"' not in page


def test_rows_stand_in_the_order_of_the_document(
    browser: Client, ask: Ask, reply: Document
) -> None:
    for locator in ("28.10", "28.9", "28.100"):
        ask(locator=locator)

    rows = browser.get(sheet_url(reply)).context["rows"]

    assert [found.recommendation.locator for found in rows] == ["28.9", "28.10", "28.100"]
