from typing import Any

from django.test import Client
from django.urls import reverse

from tests.factories import (
    OrganisationFactory,
    ResponseFactory,
)
from tests.staff.sheet.pages import Ask, marks, queries, row_url, sheet_url
from tracker.actions.publication import submit
from tracker.models import Document, Recommendation, Response, ReviewCycle, State


def test_a_saved_row_asks_the_database_for_nothing_twice(
    browser: Client, ask: Ask, reply: Document, row: Any
) -> None:
    asked = ask()

    first, _ = queries(browser, row_url(reply, asked), row())
    key = Response.objects.get().key
    second, _ = queries(browser, row_url(reply, asked), row(expected=key, words="Other words."))

    assert Response.objects.filter(state=State.DRAFT).get().words == "Other words."
    # session (read and kept), person, cycle, document, ask, notes, answer; then the lock, the
    # present answer, the checks, the new answer; and the two counts
    assert first <= 14
    assert second == first + 1  # the draft that it replaces


def test_a_page_of_a_cycle_of_428_asks_the_database_as_often_as_one_of_five(
    browser: Client, ask: Ask, reply: Document, cycle: ReviewCycle
) -> None:
    maker = OrganisationFactory(state=True)
    for _ in range(5):
        ResponseFactory(recommendation=ask(made_by=[maker]), document=reply)
    few, _ = queries(browser, sheet_url(reply))
    first = Recommendation.objects.first()
    assert first is not None
    same = {
        field.attname: getattr(first, field.attname)
        for field in Recommendation._meta.concrete_fields
        if field.name not in {"id", "reference", "search_vector"}
    }
    Recommendation.objects.bulk_create(
        Recommendation(**same, reference=f"R-{number}") for number in range(2000, 2423)
    )

    many, response = queries(browser, sheet_url(reply))

    assert (response.context["tally"].left, response.context["tally"].total) == (423, 428)
    assert len(response.context["rows"]) == 50
    assert few == many <= 15


def test_a_page_hears_of_rows_that_colleagues_saved_and_of_nothing_else(
    browser: Client, ask: Ask, reply: Document
) -> None:
    saved, changed, same = ask(), ask(), ask()
    answer = ResponseFactory(recommendation=changed, document=reply)
    ResponseFactory(recommendation=same, document=reply)
    shown = marks(browser.get(sheet_url(reply)))
    news = reverse("staff:sheet_news", args=["upr-4", reply.slug])

    asked, nothing = queries(browser, f"{news}?{shown}")
    assert nothing.status_code == 204
    assert asked <= 7  # session, person, cycle, document, marks, asks, answers

    ResponseFactory(recommendation=saved, document=reply, words="Saved by a colleague")
    submit(records=[answer], by=answer.recorded_by)
    page = browser.get(f"{news}?{shown}")

    assert {row.reference for row in page.context["rows"]} == {saved.reference, changed.reference}
    assert "Saved by a colleague" in page.content.decode()
    assert browser.get(f"{news}?row=R-0001.%00&row=x&left=0").status_code == 204


def test_asking_for_news_does_not_keep_a_session_alive(
    browser: Client, ask: Ask, reply: Document
) -> None:
    news = reverse("staff:sheet_news", args=["upr-4", reply.slug])

    assert not browser.get(news).cookies
    assert browser.get(sheet_url(reply)).cookies
