from typing import Any

from django.test import Client
from django.urls import reverse

from tests.factories import (
    ResponseFactory,
    ReviewCycleFactory,
)
from tests.staff.sheet.pages import HTMX, Ask, row_url, sheet_url
from tracker.actions.publication import approve, submit
from tracker.filters.answers import live_answers
from tracker.models import Document, ReviewCycle, State, User


def test_my_drafts_of_the_table_are_sent_and_no_others(
    browser: Client, contributor: User, ask: Ask, reply: Document, cycle: ReviewCycle
) -> None:
    later = ReviewCycleFactory(slug="upr-5")
    about = {"document": reply, "recorded_by": contributor}
    mine = ResponseFactory(recommendation=ask(), cycle=cycle, **about)
    hers = ResponseFactory(recommendation=ask(), cycle=cycle, document=reply)
    back = ResponseFactory(
        recommendation=ask(), cycle=cycle, returned_reason="Wrong paragraph.", **about
    )
    other = ResponseFactory(recommendation=ask(cycle=later), cycle=later, **about)
    home = browser.get(reverse("staff:home"))
    assert "Send my 1 draft for approval" in browser.get(sheet_url(reply)).content.decode()
    assert [sent.cycle for sent in home.context["work"].drafts.answers] == [cycle, later]

    address = reverse("staff:sheet_send", args=["upr-4", reply.slug])
    [row] = browser.get(address).context["sending"].rows
    assert (row.record, row.is_ticked) == (mine, True)
    page = browser.post(address, {"key": [mine.key, hers.key, back.key]}, follow=True)

    page = page.content.decode()
    assert "1 answer sent for approval." in page
    assert "Returned to you and not changed since, so not sent: 1." in page
    assert "Send my" not in page
    for answer in (mine, hers, back, other):
        answer.refresh_from_db()
    assert mine.state == State.IN_REVIEW
    assert {hers.state, back.state, other.state} == {State.DRAFT}
    assert back.returned_reason == "Wrong paragraph."


def test_why_an_answer_was_returned_stays_in_its_row_until_it_is_sent_again(
    browser: Client, contributor: User, ask: Ask, reply: Document, cycle: ReviewCycle, row: Any
) -> None:
    asked, said = ask(), "Wrong paragraph."
    answer = ResponseFactory(
        recommendation=asked, document=reply, cycle=cycle, recorded_by=contributor,
        returned_reason=said,
    )  # fmt: skip
    send = reverse("staff:sheet_send", args=["upr-4", reply.slug])
    browser.post(send)
    assert f"Returned: {said}" in browser.get(sheet_url(reply)).content.decode()

    for words in ("China accepts it", "China accepts it in part."):
        typed = row(expected=answer.key, words=words)
        saved = browser.post(row_url(reply, asked), typed, headers=HTMX).content.decode()
        assert f"Returned, changed since: {said}" in saved
        assert "Send my 1 draft" in saved
        answer = live_answers(reply).get()
    assert f"Returned, changed since: {said}" in browser.get(sheet_url(reply)).content.decode()

    browser.post(send, {"key": [answer.key]})
    answer.refresh_from_db()
    assert answer.state == State.IN_REVIEW
    assert said not in browser.get(sheet_url(reply)).content.decode()
    browser.post(row_url(reply, asked), row(expected=answer.key, over=answer.key, words="Anew."))
    assert live_answers(reply).get().is_draft
    assert said not in browser.get(sheet_url(reply)).content.decode()


def test_a_correction_of_what_is_public_does_not_show_why_it_was_returned_before(
    browser: Client,
    contributor: User,
    coordinator: User,
    ask: Ask,
    reply: Document,
    cycle: ReviewCycle,
    row: Any,
) -> None:
    asked, said = ask(), "Wrong paragraph."
    returned = ResponseFactory(
        recommendation=asked, document=reply, cycle=cycle, recorded_by=contributor,
        returned_reason=said,
    )  # fmt: skip
    browser.post(row_url(reply, asked), row(expected=returned.key, words="In part."))
    mended = live_answers(reply).get()
    assert f"Returned, changed since: {said}" in browser.get(sheet_url(reply)).content.decode()
    submit(records=[mended], by=contributor)
    approve(record=mended, by=coordinator)

    typed = row(expected=mended.key, words="In part only.", reason="A slip.")
    browser.post(row_url(reply, asked), typed)

    correction = live_answers(reply).order_by("pk").last()
    assert correction
    assert (correction.state, correction.supersedes) == (State.DRAFT, mended)
    assert said not in browser.get(sheet_url(reply)).content.decode()
