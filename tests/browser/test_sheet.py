"""A reply logged in the sheet: by keyboard, over a bad connection, and by two at once."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.tabs import NARROW, Account, Tab
from tests.factories import (
    DocumentFactory,
    OrganisationFactory,
    RecommendationFactory,
    ReviewCycleFactory,
)
from tracker.models import Document, Note, Response, State

SAVED = "Saved as a draft."
SignIn = Callable[[Page, Account], None]


@pytest.fixture
def _which_database(_which_database: None) -> None:
    """With a cycle of 21 asks, made outside the transaction of the test: the server sees it."""
    cycle = ReviewCycleFactory(slug="upr-5", name="UPR 5th cycle")
    report = DocumentFactory(kind=Document.Kind.WORKING_GROUP_REPORT, cycle=cycle)
    DocumentFactory(
        slug="add-5", kind=Document.Kind.ADDENDUM, cycle=cycle, published_on="2024-06-11"
    )
    maker = OrganisationFactory(state=True, slug="republic-of-korea")
    for number in range(21):
        RecommendationFactory(
            published=True, cycle=cycle, document=report, made_by=[maker], locator=f"7.{number + 1}"
        )


@pytest.fixture
def sheet() -> str:
    """The address of the sheet of that cycle, with no row answered."""
    return "/staff/log/upr-5/add-5/"


def live() -> list[Response]:
    rows = Response.objects.filter(document__slug="add-5").exclude(state=State.WITHDRAWN)
    return list(rows.order_by("recommendation__reference"))


def rows_of(page: Page) -> list[Locator]:
    return page.locator("tbody.sheet-row").all()


def focused(page: Page) -> str:
    """The row and the field that have the focus."""
    return str(page.evaluate("document.activeElement.id"))


def words_of(row: Locator) -> Locator:
    return row.locator("[name=words]")


def test_twenty_rows_are_logged_by_keyboard_alone(
    page: Page, tab: Tab, sheet: str, sign_in: SignIn, accounts: dict[str, Account]
) -> None:
    sign_in(page, accounts["contributor"])
    tab.goto(sheet)
    assert tab.violations() == []
    rows = rows_of(page)
    references = [row.get_attribute("id") for row in rows]
    page.locator("[data-jump=empty]").focus()
    page.keyboard.press("Enter")
    for number, letter in enumerate("AIBPNXDR" * 2 + "NNXX"):
        assert focused(page).startswith(f"{references[number]}-position")
        page.keyboard.press(letter)
        page.keyboard.press("Tab")  # China's own category
        page.keyboard.press("Tab")
        page.keyboard.type(f"Answer {number}")
        if number == 0:
            page.keyboard.press("Control+Shift+ArrowDown")  # no key of ours
            rows[0].locator("[name=locator]").focus()
            page.keyboard.type("para. 7")
        if number == 1:
            page.keyboard.press("Control+ArrowDown")
            assert focused(page) == f"{references[2]}-words"
            page.keyboard.press("Control+ArrowUp")
            assert focused(page) == f"{references[1]}-words"
            rows[1].locator("[name=locator]").focus()
            page.keyboard.press("Control+'")
        page.keyboard.press("Control+Enter")
    expect(page.locator("#tally")).to_contain_text("1 of 21")
    expect(page.locator("[data-said]")).to_contain_text("1 left")
    assert focused(page).startswith(f"{references[20]}-position")

    answers = live()
    assert [answer.words for answer in answers] == [f"Answer {n}" for n in range(20)]
    assert [answer.locator for answer in answers[:3]] == ["para. 7", "para. 7", ""]
    assert [answer.position for answer in answers[:3]] == [
        "accepted",
        "already-implemented",
        "being-implemented",
    ]
    page.evaluate("scrollTo(0, 0)")  # axe takes what is half below the bar for too small
    assert tab.violations() == []
    page.set_viewport_size(NARROW)
    assert tab.overflow() <= 0


def test_the_last_row_of_a_page_leads_to_the_first_that_is_left_on_the_others(
    page: Page,
    tab: Tab,
    sheet: str,
    sign_in: SignIn,
    accounts: dict[str, Account],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tracker.forms.sheets.ROWS", 1)
    sign_in(page, accounts["contributor"])
    tab.goto(f"{sheet}?page=21")
    last = rows_of(page)[0].get_attribute("id")
    page.locator("[data-jump=empty]").click()

    for left in (20, 19, 18):
        page.keyboard.press("n")
        page.keyboard.press("Control+Enter")
        expect(page.locator("#tally")).to_contain_text(f"{left} of 21")
        expect(page).to_have_url(re.compile(r"\?show=left#next$"))
        expect(page.locator("tbody.sheet-row [name=position]:focus")).to_have_count(1)

    references = [answer.recommendation.reference for answer in live()]
    assert references[-1] == last
    assert len(references) == 3


def test_no_key_does_anything_while_characters_are_composed(
    page: Page, tab: Tab, sheet: str, sign_in: SignIn, accounts: dict[str, Account]
) -> None:
    sign_in(page, accounts["contributor"])
    tab.goto(sheet)
    row = rows_of(page)[0]
    words_of(row).focus()
    here = focused(page)
    input_method = page.context.new_cdp_session(page)
    input_method.send(
        "Input.imeSetComposition", {"text": "거부", "selectionStart": 2, "selectionEnd": 2}
    )
    keys = [("Enter", True), ("ArrowDown", True), ("'", True), ("n", False)]
    composing = """([key, ctrlKey]) => document.activeElement.dispatchEvent(new KeyboardEvent(
        "keydown", {key, ctrlKey, isComposing: true, bubbles: true, cancelable: true}))"""
    for key in keys:
        assert page.evaluate(composing, list(key))  # nobody prevented it
        assert focused(page) == here
    input_method.send("Input.insertText", {"text": "거부"})  # what was composed
    row.locator("[name=position]").first.focus()
    assert page.evaluate(composing, ["n", False])
    assert row.locator("[name=position]:checked").count() == 0
    row.locator("[name=language]").select_option("ko")
    expect(words_of(row)).to_have_attribute("lang", "ko")
    row.locator("[name=position]").first.focus()
    page.keyboard.press("x")
    page.keyboard.press("Control+Enter")
    expect(row).to_contain_text(SAVED)

    [answer] = live()
    assert (answer.words.strip(), answer.language, answer.position) == (
        "거부",
        "ko",
        "not-accepted",
    )


def test_a_dropped_connection_loses_nothing(
    page: Page, tab: Tab, sheet: str, sign_in: SignIn, accounts: dict[str, Account]
) -> None:
    sign_in(page, accounts["contributor"])
    tab.goto(sheet)
    first, second = rows_of(page)[:2]
    page.context.set_offline(True)
    first.get_by_label("Noted", exact=False).first.check()
    words_of(first).fill("Typed on the train")
    second.get_by_label("Noted", exact=False).first.check()  # the first is left
    expect(first).to_contain_text("Not saved: the server cannot be reached")
    expect(page.locator("[data-said]")).to_contain_text("What you typed is still here")
    words_of(first).fill("Typed on the train, and more")
    words_of(second).fill("Also typed")
    asked: list[str] = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.get_by_role("link", name="Records").click(no_wait_after=True)
    expect(words_of(first)).to_have_value("Typed on the train, and more")
    assert asked == ["beforeunload"]

    page.context.set_offline(False)
    expect(first).to_contain_text(SAVED)
    page.locator("h1").click()
    expect(second).to_contain_text(SAVED)
    expect(page.locator("#tally")).to_contain_text("19 of 21")
    assert [answer.words for answer in live()] == ["Typed on the train, and more", "Also typed"]
    tab.faults[:] = [fault for fault in tab.faults if "ERR_INTERNET_DISCONNECTED" not in fault]


def test_what_is_typed_while_a_row_is_being_saved_is_neither_lost_nor_moved(
    page: Page, tab: Tab, sheet: str, sign_in: SignIn, accounts: dict[str, Account]
) -> None:
    sign_in(page, accounts["contributor"])
    tab.goto(sheet)
    row = rows_of(page)[0]
    held: list[Callable[[], None]] = []
    page.route("**/R-*/*", lambda route: held.append(route.continue_))
    row.locator("[name=position]").first.focus()
    page.keyboard.press("n")
    words_of(row).fill("One two")
    row.get_by_role("button", name="Save").click()
    expect(row).to_contain_text("Saving…")
    words_of(row).focus()
    page.keyboard.press("Home")
    page.keyboard.type("Zero ")
    while held:
        held.pop()()
    expect(row).to_contain_text("Draft")
    page.keyboard.type("and ")
    expect(words_of(row)).to_have_value("Zero and One two")
    page.unroute("**/R-*/*")
    page.keyboard.press("Control+Enter")
    expect(row).to_contain_text(SAVED)
    assert [answer.words for answer in live()] == ["Zero and One two"]


def test_two_people_in_one_row_see_both_versions_and_merge_them(
    page: Page,
    tab: Tab,
    open_tab: Callable[..., Tab],
    sheet: str,
    sign_in: SignIn,
    accounts: dict[str, Account],
) -> None:
    other = open_tab()
    sign_in(page, accounts["contributor"])
    sign_in(other.page, accounts["coordinator"])
    tab.goto(sheet)
    other.goto(sheet)
    mine, theirs = rows_of(page)[0], rows_of(other.page)[0]

    theirs.get_by_label("Noted", exact=False).first.check()
    words_of(theirs).fill("Their words")
    theirs.locator("[name=locator]").fill("para. 9")
    theirs.locator("[name=locator]").press("Enter")
    expect(theirs).to_contain_text(SAVED)
    mine.get_by_label("Noted", exact=False).first.check()
    words_of(mine).fill("My words")
    words_of(mine).press("Control+Enter")
    expect(mine).to_contain_text("somebody recorded another answer")

    under = mine.locator("tr.under")
    expect(under).to_contain_text("Their words")
    expect(under).to_contain_text("My words")
    page.evaluate("scrollTo(0, 0)")
    assert tab.violations() == []
    assert under.locator("[name=take-locator][value=theirs]").is_checked()
    page.get_by_role("button", name="Next not saved").click()
    under.locator("[name=take-words][value=mine]").check()
    under.get_by_role("button", name="Save what I chose").click()
    expect(mine).to_contain_text(SAVED)
    expect(mine.locator("[name=locator]")).to_have_value("para. 9")
    [answer] = live()
    assert (answer.words, answer.locator) == ("My words", "para. 9")

    other.page.locator("h1").click()
    other.page.evaluate("hearNews()")  # as it does every ten seconds
    expect(words_of(theirs)).to_have_value("My words")
    expect(other.page.locator("[data-said]")).to_contain_text("Saved by colleagues")


def test_without_script_a_row_is_a_form_of_its_own(
    open_tab: Callable[..., Tab], sheet: str, sign_in: SignIn, accounts: dict[str, Account]
) -> None:
    tab = open_tab(java_script_enabled=False)
    page = tab.page
    sign_in(page, accounts["contributor"])
    page.goto(f"{sheet}?show=left&without=category&density=compact")
    row = rows_of(page)[0]
    words_of(row).fill("By a plain form")
    row.locator("summary").click()
    row.locator("[name=note]").fill("Ask Geneva.")
    row.get_by_role("button", name="Save").click()
    row = rows_of(page)[0]
    expect(row).to_contain_text("Choose China’s position.")
    expect(words_of(row)).to_have_value("By a plain form")
    row.get_by_label("Noted", exact=False).first.check()
    row.get_by_role("button", name="Save").click()

    expect(page.locator("main")).to_contain_text(SAVED)
    expect(page.locator("#tally")).to_contain_text("20 of 21")
    assert [answer.words for answer in live()] == ["By a plain form"]
    assert Note.objects.filter(text="Ask Geneva.").exists()
