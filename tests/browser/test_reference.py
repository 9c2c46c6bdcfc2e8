"""Coordinators keep what records refer to: a duplicate is entered, found out, and merged."""

import hashlib
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.tabs import Account
from tests.lib.test_files import GOOD

SignIn = Callable[[Page, Account], None]


def test_a_duplicate_is_entered_merged_and_its_address_leads_on(
    page: Page, sign_in: SignIn, accounts: dict[str, Account]
) -> None:
    sign_in(page, accounts["coordinator"])
    page.get_by_role("link", name="Reference", exact=True).click()
    page.get_by_role("link", name="Organisations", exact=True).click()
    page.get_by_role("link", name="Enter an organisation").click()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Fill in “Name”.")
    page.get_by_label("Name", exact=True).fill("Human Rights Watch Asia")
    page.get_by_label("Kind").select_option(label="Non-governmental organisation")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("Entered: Human Rights Watch Asia.")

    page.get_by_role("link", name="Merge it into that one").click()
    page.get_by_label("Keep").select_option(value="hrw")
    page.get_by_role("button", name="Show what merging does").click()
    expect(page.locator("main")).to_contain_text("Human Rights Watch Asia goes into")
    page.get_by_label("How do you know").fill("The same office.")
    page.get_by_role("button", name="Merge them").click()
    expect(page.locator("main")).to_contain_text("merged a duplicate into it")
    expect(page.locator("main")).to_contain_text("The same office.")

    page.context.clear_cookies()
    page.goto("/en/organisations/human-rights-watch-asia/")
    assert page.url.endswith("/en/organisations/hrw/")


def test_of_a_file_the_fingerprint_is_kept(
    page: Page, sign_in: SignIn, accounts: dict[str, Account]
) -> None:
    sign_in(page, accounts["contributor"])
    page.goto("/staff/documents/new/")
    file = {"name": "note.pdf", "mimeType": "application/pdf", "buffer": GOOD["pdf"]}
    page.get_by_label("File").set_input_files(file)  # type: ignore[arg-type]
    page.get_by_role("button", name="Save").click()
    expect(page.locator("main")).to_contain_text("You need not choose it again")
    page.get_by_label("Title").fill("A note")
    page.get_by_label("Kind").select_option(label="Press report")
    page.get_by_role("button", name="Save").click()

    expect(page.locator("main")).to_contain_text(hashlib.sha256(GOOD["pdf"]).hexdigest())
