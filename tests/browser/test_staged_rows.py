"""Going through the rows of a file one by one: by keyboard, without scripts, on a phone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.tabs import NARROW, Account, Tab
from tracker.actions.imports import stage_import
from tracker.imports.asks import Wanted
from tracker.imports.preparing import prepare
from tracker.imports.readers.submissions import read_submission
from tracker.models import Import, StagedRow, User

SUBMISSION = Path(__file__).resolve().parent.parent / "data" / "submissions" / "bullets.txt"

# The import is written before the browser comes, for the server to see.
writes_first = pytest.mark.django_db(transaction=True)


@pytest.fixture
def imported() -> Import:
    """A submission of ours, staged for the review of which our fixtures have one."""
    reading = read_submission("text", SUBMISSION.read_bytes(), Wanted())
    settings = {"state": "china", "document": "rfnk-pscore-upr-2023", "made_by": ["rfnk"]}
    rows, additions, _ = prepare(reading.asks, reading.source, settings)
    return stage_import(
        source=reading.source, file_name=SUBMISSION.name, sha256="a" * 64, size=1,
        settings=settings, told=reading.told, additions=additions, rows=rows,
        by=User.objects.get(role="administrator"),
    )  # fmt: skip


def row_of(imported: Import, number: int) -> StagedRow:
    return StagedRow.objects.get(imported=imported, number=number)


def page_of(imported: Import, number: int) -> str:
    return f"/staff/import/{imported.key}/rows/{number}/"


@writes_first
def test_rows_are_put_right_by_the_keyboard_alone(
    imported: Import,
    tab: Tab,
    sign_in: Callable[[Page, Account], None],
    accounts: dict[str, Account],
) -> None:
    sign_in(tab.page, accounts["contributor"])
    page = tab.goto(page_of(imported, 1))
    expect(page.get_by_label("Take this row along")).to_be_focused()

    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Save, next")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Stop asking for papers at school gates")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{page_of(imported, 2)}")

    saved = row_of(imported, 1)
    assert saved.is_chosen
    assert saved.values["title"] == "Stop asking for papers at school gates"
    tab.no_fault()


@writes_first
def test_a_row_is_cut_into_limbs_without_scripts_on_a_phone(
    imported: Import,
    open_tab: Callable[..., Tab],
    sign_in: Callable[[Page, Account], None],
    accounts: dict[str, Account],
) -> None:
    tab = open_tab(viewport=NARROW, java_script_enabled=False)
    sign_in(tab.page, accounts["contributor"])
    page = tab.goto(page_of(imported, 4))
    page.get_by_text("It asks several things").click()
    page.get_by_label("The limbs, a line for each").fill("Register births.\nAsk for no papers.")
    page.get_by_role("button", name="Save it as limbs").click()

    expect(page.get_by_text("Cut into 2 rows")).to_be_visible()
    assert row_of(imported, 4).values["text"] == "Register births."


@writes_first
def test_the_page_of_a_row_is_for_everyone_also_where_two_have_changed_it(
    imported: Import,
    tab: Tab,
    sign_in: Callable[[Page, Account], None],
    accounts: dict[str, Account],
) -> None:
    sign_in(tab.page, accounts["contributor"])
    page = tab.goto(page_of(imported, 8))
    faults = tab.violations()
    StagedRow.objects.filter(imported=imported, number=8).update(is_chosen=True)
    page.get_by_label("Title").fill("Mine")
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(page.locator(".conflict")).to_be_focused()
    faults += tab.violations()
    page.set_viewport_size(NARROW)

    assert faults + tab.violations() == []
    assert tab.overflow() <= 0
    page.get_by_role("button", name="Save mine, knowing theirs").click()
    expect(page.get_by_text("Row 8 saved")).to_be_visible()
