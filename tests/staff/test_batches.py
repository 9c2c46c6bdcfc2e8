"""Many rows at once, as a browser without a script sees it."""

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import RecommendationFactory, ResponseFactory, UserFactory
from tracker.actions.responses import current_response
from tracker.models import Batch, Document, Recommendation, Response, ReviewCycle, State, User

Ask = Callable[..., Recommendation]


@pytest.fixture
def browser(client: Client, contributor: User) -> Client:
    client.force_login(contributor)
    return client


@pytest.fixture
def asks(ask: Ask) -> list[Recommendation]:
    """Four rows, in the order of the table: 28.1, 28.2, 28.3, 28.4."""
    return [ask(locator=f"28.{n}") for n in range(1, 5)]


@pytest.fixture
def url(reply: Document) -> Callable[..., str]:
    def address(name: str, *keys: str, **query: Any) -> str:
        found = reverse(f"staff:{name}", args=["upr-4", reply.slug, *keys])
        return f"{found}?{'&'.join(f'{k}={v}' for k, v in query.items())}"

    return address


def text_of(response: HttpResponse) -> str:
    """What a page says, without tags."""
    words = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(html.unescape(words).split())


def confirm(browser: Client, address: str, preview: Any) -> Any:
    """Press the button of a preview: the form that it shows, and nothing else."""
    form = preview.context["form"]
    return browser.post(address, {**dict(form.given), "seen": form.mark, "save": "1"})


def outcomes(response: Any) -> list[str]:
    return [row.outcome for row in response.context["form"].shown]


def said(asks: list[Recommendation], reply: Document) -> list[str | None]:
    found = [current_response(asked, reply) for asked in asks]
    return [answer and answer.position for answer in found]


# Fill in


def test_ticked_rows_are_previewed_old_beside_new_and_then_saved_together(
    browser: Client, asks: list[Recommendation], reply: Document, url: Any
) -> None:
    ResponseFactory(recommendation=asks[0], document=reply, position="noted", words="Kept")
    address = url("fill", row=asks[0].reference) + f"&row={asks[2].reference}"

    page = browser.post(address, {"position": "accepted", "preview": "1"})

    assert outcomes(page) == ["changed", "new"]
    assert "was Noted → now Accepted" in text_of(page)
    assert not Batch.objects.exists()

    done = confirm(browser, address, page)

    batch = Batch.objects.get()
    assert done["Location"] == reverse("staff:batch", args=["upr-4", reply.slug, batch.key])
    assert said(asks, reply) == ["accepted", None, "accepted", None]
    assert current_response(asks[0], reply).words == "Kept"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("query", "count"), [({"which": "page"}, 4), ({"which": "all", "show": "left"}, 3), ({}, 0)]
)
def test_all_of_the_page_or_all_that_fit_the_filter_are_chosen_without_a_tick(
    browser: Client, asks: list[Recommendation], reply: Document, url: Any, query: Any, count: int
) -> None:
    ResponseFactory(recommendation=asks[0], document=reply)

    page = browser.get(url("fill", **query))

    assert len(page.context["table"].chosen) == count
    assert ("No row is chosen" in text_of(page)) == (count == 0)


def test_rows_that_cannot_be_saved_say_why_and_keep_nobody_from_saving_the_others(
    browser: Client, asks: list[Recommendation], reply: Document, url: Any
) -> None:
    ResponseFactory(recommendation=asks[0], document=reply, published=True)
    ResponseFactory(recommendation=asks[1], document=reply)
    address = url("fill", which="all")

    page = browser.post(address, {"category_as_stated": "accepted in part", "preview": "1"})

    assert outcomes(page) == ["left", "changed", "left", "left"]
    assert "It is published: say why" in text_of(page)
    assert "Choose a position: this row has none yet." in text_of(page)
    confirm(browser, address, page)
    assert Response.objects.filter(category_as_stated="accepted in part").count() == 1


def test_nothing_filled_in_is_refused_and_dates_to_come_too(
    browser: Client, asks: list[Recommendation], url: Any
) -> None:
    address = url("fill", which="all")

    assert "Nothing is filled in" in text_of(browser.post(address, {"preview": "1"}))
    page = browser.post(address, {"responded_on": "2999", "preview": "1"})
    assert "2999 is still to come" in text_of(page)
    assert not page.context["form"].shown


def test_a_row_that_a_colleague_changed_after_the_preview_is_left_with_both_versions(
    browser: Client, asks: list[Recommendation], reply: Document, url: Any
) -> None:
    address = url("fill", which="all")
    page = browser.post(address, {"position": "noted", "words": "Mine", "preview": "1"})
    theirs = ResponseFactory(recommendation=asks[1], document=reply, words="Theirs")

    told = confirm(browser, address, page)

    assert said(asks, reply) == ["noted", "accepted", "noted", "noted"]
    assert "3 rows saved as drafts; 1 row changed while you were looking" in text_of(told)
    assert "was Theirs → now Mine" in text_of(told)
    assert str(theirs.recorded_by) in text_of(told)

    confirm(browser, address, told)

    assert said(asks, reply) == ["noted"] * 4
    assert Batch.objects.count() == 2


def test_a_confirmation_that_is_sent_twice_writes_once(
    browser: Client, asks: list[Recommendation], url: Any
) -> None:
    address = url("fill", which="all")
    page = browser.post(address, {"position": "noted", "preview": "1"})

    confirm(browser, address, page)
    again = confirm(browser, address, page)

    assert Batch.objects.count() == 1
    assert "every row says this already" in text_of(browser.get(again["Location"]))


def test_what_was_not_seen_is_not_saved(
    browser: Client, asks: list[Recommendation], ask: Ask, reply: Document, url: Any
) -> None:
    """Neither rows of another table, nor rows that came after the preview."""
    address = url("fill", which="all")
    page = browser.post(address, {"position": "noted", "preview": "1"})
    late, other = ask(locator="28.5"), RecommendationFactory(published=True)

    form = page.context["form"]
    forged = {**dict(form.given), "seen": f"{form.mark} 9={other.reference}:", "save": "1"}
    browser.post(address, forged)

    assert said([*asks, late, other], reply) == [*["noted"] * 4, None, None]


# Paste


def test_a_block_goes_where_its_first_cell_was_put(
    browser: Client, asks: list[Recommendation], reply: Document, url: Any
) -> None:
    block = 'Supported\tour words\t"Two\nlines, said ""so"""\tp. 3\r\n部分接受\t\tMore\t\r\n'

    page = browser.post(
        url("paste"), {"block": block, "start": asks[1].reference, "column": "position"}
    )
    confirm(browser, url("paste"), page)

    assert said(asks, reply) == [None, "accepted", "partly-accepted", None]
    answer = current_response(asks[1], reply)
    assert answer is not None
    assert (answer.words, answer.locator) == ('Two\nlines, said "so"', "p. 3")
    assert Batch.objects.get().kind == Batch.Kind.PASTED


@pytest.mark.parametrize("names", [["28.3", "para. 28.1"], None], ids=["numbers", "references"])
def test_a_first_column_that_names_rows_decides_where_they_go(
    browser: Client, asks: list[Recommendation], reply: Document, url: Any, names: Any
) -> None:
    first, second = names or [asks[2].reference, asks[0].reference.lower()]

    page = browser.post(url("paste"), {"block": f"{first}\tNoted\n{second}\tNot accepted"})
    confirm(browser, url("paste"), page)

    assert said(asks, reply) == ["not-accepted", None, "noted", None]


def test_headings_name_columns_in_any_order_and_those_not_known_are_named(
    browser: Client, asks: list[Recommendation], reply: Document, url: Any
) -> None:
    block = f'Response,Country,Reference,Date\nrejected,"Kenya, say",{asks[1].reference},2024-06-12'

    page = browser.post(url("paste"), {"block": block})

    assert "Not read, because no column here is called so: Country." in text_of(page)
    confirm(browser, url("paste"), page)
    assert str(current_response(asks[1], reply).responded_on) == "2024-06-12"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("No\nYes\nNo", ["not-accepted", "accepted", "not-accepted"]),
        ("P\nx\nI", ["partly-accepted", "not-accepted", "already-implemented"]),
        ("R\tA\nD\tB", ["no-reply", "pending", None]),
        ("Not accepted\tNo\nNoted\tYes", ["not-accepted", "noted", None]),
        ("Noted\tResponse\nNo\tReply", ["noted", "not-accepted", None]),
        ("No\tPosition\n28.2\tNoted", [None, "noted", None]),
        ("No.;Country;Response\n28.2;Kenya;Noted\n", [None, "noted", None]),
        ("28.3,Noted\n\n28.1,No", ["not-accepted", None, "noted"]),
    ],
)
def test_a_first_line_of_answers_is_not_taken_for_headings(
    browser: Client,
    asks: list[Recommendation],
    reply: Document,
    url: Any,
    block: str,
    expected: Any,
) -> None:
    page = browser.post(url("paste"), {"block": block})
    confirm(browser, url("paste"), page)

    assert said(asks[:3], reply) == expected


@pytest.mark.parametrize(
    "words", ["Response, China says, is given below.", "28.1, said twice\nText; no comma"]
)
def test_words_with_commas_are_not_cut(
    browser: Client, asks: list[Recommendation], reply: Document, url: Any, words: str
) -> None:
    address = url("paste", show="left")

    page = browser.post(address, {"block": words, "column": "words"})

    said = [shown.wanted.given["words"] for shown in page.context["form"].shown]
    assert said == words.split("\n")


def test_what_is_not_understood_names_the_row_what_was_found_and_what_is_expected(
    browser: Client, asks: list[Recommendation], reply: Document, url: Any
) -> None:
    block = (
        f"{asks[0].reference}\tperhaps\nR-9999\tNoted\n{asks[1].reference}\tNoted\n"
        f"28.2\tAccepted\n{asks[2].reference}\t\t{'x' * 101}\n{asks[3].reference}\tPending"
    )

    page = browser.post(url("paste"), {"block": block})

    faults = {fault.number: (fault.found, fault.why) for fault in page.context["form"].faults}
    assert faults[1][0] == asks[0].reference
    assert "“perhaps” is no position known here. Expected one of: “Accepted”," in faults[1][1]
    assert "“R-9999” names no row of this table." in faults[2][1]
    assert faults[4][1] == "Line 3 is about this row already."
    assert set(faults) == {1, 2, 4}
    assert outcomes(page) == ["new", "left", "new"]
    confirm(browser, url("paste"), page)
    assert said(asks, reply) == [None, "noted", None, "pending"]


def test_a_place_that_two_rows_share_names_neither(
    browser: Client, asks: list[Recommendation], ask: Ask, url: Any
) -> None:
    ask(locator="28.1")

    page = browser.post(url("paste"), {"block": "28.1\tNoted\n28.2\tNoted\n28.3\tNoted"})

    [fault] = page.context["form"].faults
    assert "Write the reference instead." in fault.why


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ({"block": ""}, "Paste the cells here first."),
        ({"block": "a\tb\tc\td\te"}, "The block has 5 columns of answers"),
        ({"block": "a\tb", "column": "locator"}, "from “Where in the document” on there are 1"),
        ({"block": "Noted\n" * 501}, "These are 501 lines. Paste up to 500 at once."),
        ({"block": "Noted", "start": "R-9999"}, "“R-9999” is no row of this table."),
        ({"block": "Position\tPosition\na\tb"}, "Two columns are headed “Position”"),
        ({"block": "No\0ted"}, "Null characters are not allowed."),
        ({"block": "Noted", "start": "\0"}, "Null characters are not allowed."),
        ({"block": "Noted", "column": "state"}, "Select a valid choice."),
    ],
)
def test_a_block_that_cannot_be_placed_says_why_and_stays_to_be_mended(
    browser: Client, asks: list[Recommendation], url: Any, typed: dict[str, str], complaint: str
) -> None:
    page = browser.post(url("paste"), typed)

    assert complaint in text_of(page)
    assert page.context["form"]["block"].value() == typed["block"]
    assert not page.context["form"].shown


def test_lines_beyond_the_table_are_named(
    browser: Client, asks: list[Recommendation], url: Any
) -> None:
    page = browser.post(url("paste"), {"block": "Noted\nNoted", "start": asks[3].reference})

    assert outcomes(page) == ["new"]
    assert "The table has no more rows for this line." in text_of(page)


def test_a_confirmed_block_goes_to_the_rows_that_were_seen_though_others_are_first_by_now(
    browser: Client, asks: list[Recommendation], reply: Document, url: Any
) -> None:
    address = url("paste", show="left")
    page = browser.post(address, {"block": "Noted\n\nPending"})
    ResponseFactory(recommendation=asks[0], document=reply)

    confirm(browser, address, page)

    assert said(asks, reply) == ["accepted", None, "pending", None]


def test_a_row_that_was_answered_on_the_screen_still_takes_a_block_under_its_filter(
    browser: Client, asks: list[Recommendation], reply: Document, url: Any
) -> None:
    ResponseFactory(recommendation=asks[0], document=reply, position="pending")
    shown = " ".join(asked.reference for asked in asks[:2])
    typed = {"block": "Noted\nNoted\nNoted", "start": asks[0].reference, "rows": shown}

    page = browser.post(url("paste", show="left"), typed)
    confirm(browser, url("paste", show="left"), page)

    assert said(asks, reply) == ["noted", "noted", "noted", None]


# Undo


def test_the_last_batch_is_found_and_undone_and_says_what_was_left(
    browser: Client, asks: list[Recommendation], reply: Document, url: Any
) -> None:
    page = browser.post(url("paste"), {"block": "Noted\nNoted"})
    where = confirm(browser, url("paste"), page)["Location"]
    ResponseFactory(recommendation=asks[1], document=reply, position="pending")
    assert where in browser.get(url("batches")).content.decode()

    done = browser.post(f"{where}undo/", follow=True)

    assert said(asks, reply)[0] is None
    assert "1 of 2 rows was left" in text_of(done)
    assert "has changed the answer since" in text_of(done)
    again = browser.post(f"{where}undo/", follow=True)
    assert "Not undone. This batch was undone already." in text_of(again)


def test_all_batches_are_listed_on_pages(
    browser: Client, cycle: ReviewCycle, reply: Document, contributor: User, url: Any
) -> None:
    about = {"cycle": cycle, "document": reply, "recorded_by": contributor}
    batches = [Batch.objects.create(kind=Batch.Kind.PASTED, **about) for _ in range(51)]

    first, second = browser.get(url("batches")), browser.get(url("batches", page=2))

    assert list(first.context["page"]) == batches[:0:-1]
    assert list(second.context["page"]) == batches[:1]
    assert "Page 2 of 2" in text_of(second)


def test_a_colleagues_batch_is_shown_without_a_way_to_undo_it(
    client: Client, browser: Client, asks: list[Recommendation], url: Any
) -> None:
    page = browser.post(url("paste"), {"block": "Noted"})
    where = confirm(browser, url("paste"), page)["Location"]
    client.force_login(UserFactory(contributor=True))

    seen = client.get(where)

    assert "Only its author or a coordinator undoes a batch." in text_of(seen)
    assert client.post(f"{where}undo/").status_code == 403
    assert Response.objects.get().state == State.DRAFT


@pytest.mark.parametrize("pressed", ["preview", "save"])
@pytest.mark.parametrize(
    "name",
    ["position", "words", "responded_on", "reason", "seen", "block", "start", "column", "rows", ""],
)
def test_null_characters_in_what_a_batch_sends_are_no_error_of_ours(
    browser: Client, asks: list[Recommendation], url: Any, pressed: str, name: str
) -> None:
    seen = f"1={asks[0].reference}:"
    typed = {"position": "noted", "block": "Noted", "seen": seen, pressed: "1", name: f"{seen}\0"}

    for address in (url("fill", which="all"), url("paste"), url("fill", row="%00", assigned="%00")):
        assert browser.post(address, typed).status_code in {200, 302}

    batch = Batch.objects.first()
    if batch:
        assert browser.post(url("undo", batch.key), typed).status_code == 302


# How much it asks


def test_previews_ask_the_database_as_often_for_forty_rows_as_for_four(
    browser: Client, ask: Ask, reply: Document, cycle: ReviewCycle, url: Any
) -> None:
    def queries(rows: int) -> list[int]:
        while Recommendation.objects.count() < rows:
            ResponseFactory(recommendation=ask(), document=reply)
        found = []
        typed = {"block": "Noted\n" * rows, "words": "Hers"}
        for name in ("fill", "paste"):
            with CaptureQueriesContext(connection) as captured:
                page = browser.post(url(name, which="all"), typed)
            assert len(outcomes(page)) == rows
            found.append(len(captured))
        return found

    four = queries(4)
    assert queries(40) == four
    assert max(four) <= 16


def test_a_batch_is_shown_in_as_many_queries_for_forty_rows_as_for_four(
    browser: Client, ask: Ask, url: Any
) -> None:
    def queries(rows: int) -> int:
        while Recommendation.objects.count() < rows:
            ask()
        page = browser.post(url("paste"), {"block": f"Noted\tThe {rows}th\n" * rows})
        where = confirm(browser, url("paste"), page)["Location"]
        with CaptureQueriesContext(connection) as captured:
            browser.get(where)
        return len(captured)

    assert queries(4) == queries(40)
