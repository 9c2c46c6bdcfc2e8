from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import (
    AssignmentFactory,
    DocumentFactory,
    OrganisationFactory,
    ResponseFactory,
    ReviewCycleFactory,
    ThemeFactory,
)
from tracker.actions.publication import approve, submit
from tracker.filters.answers import live_answers
from tracker.models import Document, Note, Recommendation, Response, ReviewCycle, State, User

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


def queries(browser: Client, address: str, typed: Any = None) -> tuple[int, Any]:
    """How often an address asks the database, savepoints of the test aside; and what it answers."""
    with CaptureQueriesContext(connection) as found:
        response = browser.post(address, typed, headers=HTMX) if typed else browser.get(address)
    asked = [query["sql"] for query in found if "SAVEPOINT" not in query["sql"]]
    return len(asked), response


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


def marks(page: Any) -> str:
    """What an open page says it shows."""
    rows = "&".join(f"row={row.reference}.{row.mark}" for row in page.context["rows"])
    return f"{rows}&left={page.context['tally'].left}"


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
