"""A block of cells from a spreadsheet, as a browser without a script sees it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.factories import ResponseFactory
from tests.staff.batches.pages import confirm, outcomes, said, text_of
from tracker.actions.responses import current_response
from tracker.models import Batch, Document, Recommendation

Ask = Callable[..., Recommendation]


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
