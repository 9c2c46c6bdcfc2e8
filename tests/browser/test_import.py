"""A list of recommendations, as OHCHR publishes it, goes from a file to the public pages."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.tabs import NARROW, Account, Tab
from tests.imports.matrix_file import Item, build_matrix
from tracker.models import Import, Recommendation, Response, State

pytestmark = pytest.mark.django_db(transaction=True)

SignIn = Callable[[Page, Account], None]
SHELTERS = "Open shelters in the border counties to everybody who asks"
FAMILIES = "Let families of escapees stay together at the border"
FIGURES = "Publish how many people were returned in each year"
ROWS = (
    "Refugees & asylum seekers",
    Item("28.391", f"{FAMILIES} (Chile);"),
    Item("28.392", f"{SHELTERS} (Peru);", position="Noted"),
    Item("28.393", f"{FIGURES} (Ruritania);", position="Noted"),
)


def choose(page: Page, data: bytes, name: str = "matrix.docx") -> None:
    page.get_by_role("link", name="Import", exact=True).first.click()
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    page.get_by_label("File", exact=True).set_input_files(file)  # type: ignore[arg-type]
    page.get_by_role("button", name="Read the file").click()


def press(page: Page, button: str) -> None:
    page.get_by_role("button", name=button).first.click()


def send(page: Page) -> None:
    """The drafts of the import, and then China's answers to them."""
    for count in (2, 1):
        links = page.get_by_role("link", name="read and send them")
        expect(links).to_have_count(count)
        back = page.url
        links.first.click()
        press(page, "Send the ticked")
        expect(page.locator("main")).to_contain_text("sent for approval")
        page.goto(back)


def approve_all(page: Page, path: str, noun: str) -> None:
    page.goto(path)
    for box in page.locator("main tbody input[type=checkbox]").all():
        box.check()
    press(page, f"Publish the ticked {noun}")
    expect(page.locator("main")).to_contain_text("published.")


def test_a_matrix_goes_from_the_file_to_the_public_pages(
    tab: Tab, sign_in: SignIn, accounts: dict[str, Account]
) -> None:
    page, main = tab.page, tab.page.locator("main")
    sign_in(page, accounts["contributor"])
    choose(page, build_matrix(ROWS))
    page.wait_for_url("**/import/*/")
    expect(main).to_contain_text("2 new drafts")
    page.get_by_role("link", name="See what is wrong in 1 row").click()
    expect(main).to_contain_text("Unknown organisation or State “Ruritania”")
    page.get_by_label("It means").fill("Canada")
    press(page, "Take it as that")
    expect(main).to_contain_text("3 new drafts")
    page.get_by_role("link", name="Confirm…").click()
    expect(main).to_contain_text("3 answers of China")
    assert not Recommendation.objects.filter(text=SHELTERS).exists()
    press(page, "Confirm")
    expect(main).to_contain_text("3 new drafts in A/HRC/56/6")
    send(page)
    expect(main).to_contain_text("Nothing of it is left to be sent")

    sign_in(page, accounts["coordinator"])
    approve_all(page, "/staff/approvals/asks/a-hrc-56-6/", "recommendations")
    approve_all(page, "/staff/approvals/answers/a-hrc-56-6-add-1/", "answers")
    asked = Recommendation.objects.get(text=SHELTERS)
    assert asked.state == State.PUBLISHED
    assert Response.objects.get(recommendation=asked).position == "noted"
    sign_out(page)
    tab.goto(f"/en/recommendations/{asked.reference}/")
    expect(main).to_contain_text(SHELTERS)
    expect(main).to_contain_text("Noted")
    expect(main).to_contain_text("Peru")


def sign_out(page: Page) -> None:
    page.context.clear_cookies()


def test_the_same_list_again_changes_nothing(
    page: Page, sign_in: SignIn, accounts: dict[str, Account]
) -> None:
    sign_in(page, accounts["contributor"])
    data = build_matrix(ROWS[:3])
    choose(page, data)
    page.get_by_role("link", name="Confirm…").click()
    press(page, "Confirm")
    choose(page, data)
    expect(page.get_by_role("alert")).to_contain_text("This very file was read before")
    choose_again(page, data)

    expect(page.locator("main")).to_contain_text("every row that is clean says what is recorded")
    assert Recommendation.objects.filter(state=State.DRAFT).count() == 2


def choose_again(page: Page, data: bytes) -> None:
    file = {"name": "matrix.docx", "mimeType": "application/octet-stream", "buffer": data}
    page.get_by_label("File", exact=True).set_input_files(file)  # type: ignore[arg-type]
    press(page, "Read the file")


def test_without_a_script_on_a_phone_a_file_is_read_chosen_from_and_thrown_away(
    open_tab: Callable[..., Tab], sign_in: SignIn, accounts: dict[str, Account]
) -> None:
    tab = open_tab(java_script_enabled=False, viewport=NARROW)
    page = tab.page
    sign_in(page, accounts["contributor"])
    choose(page, build_matrix(ROWS[:3]))
    page.wait_for_url("**/import/*/")
    page.get_by_label("Words of the row").fill("shelters; hospitals")
    press(page, "Show these rows")
    expect(page.locator(".import-rows > li")).to_have_count(1)
    press(page, "Leave all out")
    expect(page.locator("main")).to_contain_text("1 new draft")
    page.get_by_text("Throw it away").click()
    press(page, "Throw these rows away")

    expect(page.locator("main")).to_contain_text("No record was changed.")
    assert Import.objects.get().stage == Import.Stage.DISCARDED
