from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import ResponseFactory
from tests.staff.sheet.pages import HTMX, Ask, row_url, sheet_url
from tracker.actions.publication import submit
from tracker.filters.answers import live_answers
from tracker.models import Document, Note, Response, State


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["without script", "with script"])
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


def test_a_conflict_is_shown_even_where_the_choice_of_rows_no_longer_has_the_row(
    browser: Client, ask: Ask, reply: Document, row: Any
) -> None:
    asked = ask()
    ask()
    ResponseFactory(recommendation=asked, document=reply, words="Their words")

    page = browser.post(f"{row_url(reply, asked)}?show=left", row(words="My words"))

    assert page.context["rows"][0].reference == asked.reference
    assert len(page.context["rows"]) == 2
    assert "My words" in page.content.decode()


def test_a_merge_takes_each_field_from_where_it_was_chosen(
    browser: Client, ask: Ask, reply: Document, row: Any
) -> None:
    asked = ask()
    base = row(words="As it was", locator="para. 1")
    browser.post(row_url(reply, asked), base)
    seen = Response.objects.get().key
    theirs = row(words="Their words", locator="para. 2", expected=seen)
    browser.post(row_url(reply, asked), theirs)
    now = Response.objects.exclude(state=State.WITHDRAWN).get()
    mine = row(words="My words", locator="para. 1", category_as_stated="noted", expected=seen)

    clash = browser.post(row_url(reply, asked), mine, headers=HTMX).context["rows"][0].clash

    assert {line.name: line.taken for line in clash.differences} == {
        "words": "",  # both changed it
        "locator": "theirs",
        "category_as_stated": "mine",
    }
    chosen = {f"take-{line.name}": line.taken or "mine" for line in clash.differences}
    again = mine | chosen | {"over": now.key, "contested": clash.contested}
    browser.post(row_url(reply, asked), again)
    saved = Response.objects.exclude(state=State.WITHDRAWN).get()
    assert (saved.words, saved.locator, saved.category_as_stated) == (
        "My words",
        "para. 2",
        "noted",
    )


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["without script", "with script"])
def test_what_both_changed_is_not_decided_by_silence(
    browser: Client, ask: Ask, reply: Document, row: Any, headers: dict[str, str]
) -> None:
    asked = ask()
    theirs = ResponseFactory(recommendation=asked, document=reply, words="Their words")
    mine = row(words="My words", over=theirs.key, contested="words")

    page = browser.post(row_url(reply, asked), mine, headers=headers).content.decode()

    assert "Choose yours or theirs: What China said." in page
    assert "My words" in page
    assert "Their words" in page
    assert Response.objects.get() == theirs


def test_a_third_person_who_was_faster_than_the_merge_is_shown_as_well(
    browser: Client, ask: Ask, reply: Document, row: Any
) -> None:
    asked = ask()
    second = ResponseFactory(
        recommendation=asked, document=reply, withdrawn=True, locator="para. 2"
    )
    third = ResponseFactory(recommendation=asked, document=reply, words="A third version")
    merge = row(words="My words", over=second.key) | {"take-locator": "theirs"}

    row_found = browser.post(row_url(reply, asked), merge, headers=HTMX).context["rows"][0]

    assert row_found.clash.theirs == third
    assert row_found.form["locator"].value() == "para. 2"
    assert Response.objects.exclude(state=State.WITHDRAWN).get() == third


def test_what_was_saved_but_never_heard_of_is_no_conflict_the_second_time(
    browser: Client, ask: Ask, reply: Document, row: Any
) -> None:
    asked = ask()
    browser.post(row_url(reply, asked), row(note="Ask Geneva."))

    page = browser.post(row_url(reply, asked), row(note="Ask Geneva."), headers=HTMX)

    assert 'data-outcome="saved"' in page.content.decode()
    assert Response.objects.count() == 1
    assert Note.objects.count() == 1


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


def test_what_a_colleague_sent_is_taken_back_only_on_purpose(
    browser: Client, ask: Ask, reply: Document
) -> None:
    asked = ask()
    sent = ResponseFactory(recommendation=asked, document=reply, words="Theirs")
    submit(records=[sent], by=sent.recorded_by)
    row = reverse("staff:sheet_row", args=["upr-4", reply.slug, asked.reference])
    form = browser.get(sheet_url(reply)).context["rows"][0].form
    typed = {name: form[name].value() or "" for name in form.fields} | {"words": "Mine"}

    refused = browser.post(row, typed, headers={"HX-Request": "true"}).content.decode()

    assert "sent this answer" in refused
    assert "If you save yours, theirs leaves the queue." in refused
    sent.refresh_from_db()
    assert sent.state == State.IN_REVIEW
    browser.post(row, typed | {"over": sent.key, "take-words": "mine"})
    assert [answer.words for answer in live_answers(reply)] == ["Mine"]
