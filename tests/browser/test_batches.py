"""Many rows at once, as somebody does it who has the answers in a spreadsheet."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from playwright.sync_api import Page, expect

from tests.browser.tabs import Account, Tab
from tests.factories import RecommendationFactory
from tracker.models import Document, ReviewCycle

SHEET = "/staff/log/upr-4/a-hrc-56-6-add-1/"


def elsewhere(do: Callable[[], Any]) -> Any:
    """Done on a connection of its own, so that the server sees it."""

    def run() -> Any:
        try:
            return do()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(run).result()


@pytest.fixture
def thirty(site: str) -> list[str]:
    """Thirty more rows in the table, 900.1 to 900.30, after those that are there."""

    def make() -> list[str]:
        cycle = ReviewCycle.objects.get(slug=SHEET.split("/")[3])
        report = Document.objects.get(symbol="A/HRC/56/6")
        about = {"cycle": cycle, "document": report, "published": True, "made_by": []}
        return [
            RecommendationFactory(**about, locator=f"900.{n}", made_on="2024-01").reference
            for n in range(1, 31)
        ]

    found: list[str] = elsewhere(make)
    return found


def copied(page: Page, text: str) -> None:
    """Into the clipboard, as a person does it: typed, marked and copied."""
    page.goto(f"{SHEET}paste/")
    box = page.get_by_label("Cells from the spreadsheet")
    box.fill(text)
    box.press("Control+A")
    box.press("Control+C")


def test_a_block_of_thirty_rows_is_pasted_into_a_cell_seen_saved_and_undone(
    tab: Tab, thirty: list[str], sign_in: Callable[[Page, Account], None], accounts: Any
) -> None:
    page = tab.page
    sign_in(page, accounts["contributor"])
    copied(page, "\n".join(f"Supported\taccepted\tWords of row {n}\tp. {n}" for n in range(1, 31)))

    page.goto(SHEET)
    page.locator(f"#{thirty[0]} [name$=category_as_stated]").focus()
    page.locator(f"#{thirty[0]} [name$=position]").first.focus()
    page.keyboard.press("Control+V")

    expect(page.locator("#preview")).to_contain_text("30 rows would be saved")
    expect(page.get_by_role("heading", name="What would change")).to_be_focused()
    assert tab.violations() == []
    page.get_by_role("button", name="Save these rows (30)").click()
    expect(page.locator("main")).to_contain_text("Saved as drafts: 30.")
    expect(page.locator("main")).to_contain_text("Words of row 30")
    assert tab.violations() == []

    page.get_by_role("button", name="Undo these rows (30)").click()
    expect(page.locator("main")).to_contain_text("Every row is again what it was before.")
    page.goto(SHEET)
    expect(page.locator(f"#{thirty[29]} .row-state")).to_contain_text("No answer yet")


def test_ticked_rows_are_filled_in_and_assigned(
    tab: Tab, thirty: list[str], sign_in: Callable[[Page, Account], None], accounts: Any
) -> None:
    page = tab.page
    sign_in(page, accounts["contributor"])
    page.goto(SHEET)
    for reference in thirty[:3]:
        page.get_by_label(f"Choose {reference}").check()
    expect(page.locator("[data-ticks]")).to_contain_text("3 ticked")
    page.evaluate("scrollTo(0, 0)")  # so that what sticks to the top hides no half of a control
    assert tab.violations() == []

    page.get_by_role("button", name="Fill in…").click()
    expect(page.locator("main")).to_contain_text("3 rows chosen")
    page.get_by_label("Position").select_option(label="Noted")
    page.get_by_role("button", name="Show what would change").click()
    expect(page.locator("#preview")).to_contain_text("3 rows would be saved")
    page.get_by_role("button", name="Save these rows (3)").click()
    expect(page.locator("main")).to_contain_text("Saved as drafts: 3.")

    page.goto(SHEET)
    page.get_by_label("Tick all of this page").check()
    page.get_by_role("button", name="Assign…").click()
    colleague = page.get_by_role("region", name="The rows you chose").get_by_label("Colleague")
    colleague.select_option(index=1)
    assert tab.violations() == []
    page.get_by_role("button", name=re.compile(r"Assign \d+ rows")).click()
    expect(page.locator("main")).to_contain_text("assigned to")
    expect(page.locator(f"#{thirty[0]} .row-mark .tag")).to_be_visible()


def test_the_pages_fit_a_phone_and_work_without_a_script(
    open_tab: Callable[..., Tab],
    thirty: list[str],
    sign_in: Callable[[Page, Account], None],
    accounts: Any,
) -> None:
    tab = open_tab(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = tab.page
    sign_in(page, accounts["coordinator"])
    page.goto(f"{SHEET}paste/")
    page.get_by_label("Cells from the spreadsheet").fill("900.2\tperhaps\n900.3\tNoted")
    page.get_by_role("button", name="Show what would change").click()
    expect(page.locator("main")).to_contain_text("“perhaps” is no position known here.")
    page.get_by_role("button", name="Save this row (1)").click()
    page.get_by_role("button", name="Undo this row (1)").click()
    page.goto(f"{SHEET}batches/")
    expect(page.locator("main")).to_contain_text("undone by")
