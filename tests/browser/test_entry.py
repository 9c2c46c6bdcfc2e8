"""Entering what a document asks, by keyboard, and relating it to what is there."""

from collections.abc import Callable

from playwright.sync_api import Dialog, Page, expect

from tests.browser.tabs import Account, Tab

DOCUMENT = "A/HRC/56/6"
FIRST = (
    "Set up asylum procedures at the border that are open to every person who comes from "
    "North Korea, with an interpreter for each and a way to appeal"
)
PASTED = f"(a) {FIRST};\n(b) Issue identity papers to mothers without household registration."


def type_into(page: Page, label: str, text: str) -> None:
    """By keyboard only: the field is reached by its label, and written letter by letter."""
    page.get_by_label(label, exact=True).first.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def is_accessible(tab: Tab) -> None:
    assert tab.violations() == []
    assert tab.overflow() == 0


def enter_the_first(tab: Tab, page: Page) -> None:
    tab.goto("/staff/recommendations/new/")
    type_into(page, "Title", "Set up asylum procedures")
    type_into(page, "What is asked", FIRST)
    type_into(page, "Source document", DOCUMENT)
    type_into(page, "Made on", "2024-07-04")
    page.get_by_label("Kind").first.select_option(label="Recommendation")
    type_into(page, "Made by", "czec; can")
    offered = page.locator("#fitting-organisations option").first
    expect(offered).to_have_attribute("value", "czec; Canada")
    type_into(page, "Article", "ref 33")
    offered = page.locator("#fitting-articles option").first
    expect(offered).to_have_attribute("value", "Refugee Convention 33")
    page.get_by_role("button", name="Save and enter the next").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Now the next one")


def enter_the_same_again(tab: Tab, page: Page) -> None:
    expect(page.get_by_label("Source document")).to_have_value(DOCUMENT)
    expect(page.get_by_label("Title", exact=True)).to_be_focused()
    page.keyboard.type("Open procedures to everybody")
    type_into(page, "What is asked", FIRST.replace("every person", "all"))
    type_into(page, "Article", "cat 3")
    page.get_by_role("button", name="Save as a draft").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("This may be recorded already.")
    expect(page.locator("mark.differs", has_text="every person")).to_be_visible()
    is_accessible(tab)
    page.get_by_role("button", name="It is another ask, save it").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Open procedures to everybody")
    expect(page.locator("main")).to_contain_text("CAT 3 – Explicit")


def relate_it(tab: Tab, page: Page) -> None:
    page.get_by_label("Relate it to").focus()
    page.keyboard.type("Set up asylum procedures")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Set up asylum procedures").focus()
    page.keyboard.press("Enter")
    page.get_by_label("How they stand to each other").select_option(label="This repeats the other")
    page.get_by_label("Closeness").select_option(label="Close")
    is_accessible(tab)
    page.get_by_role("button", name="Add the relation").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#relations")).to_contain_text("Repeats Set up asylum procedures")
    is_accessible(tab)


def test_two_asks_are_entered_by_keyboard_with_a_warning_and_a_relation(
    tab: Tab, sign_in: Callable[[Page, Account], None], accounts: dict[str, Account]
) -> None:
    page = tab.page
    sign_in(page, accounts["contributor"])
    enter_the_first(tab, page)
    enter_the_same_again(tab, page)
    relate_it(tab, page)


def test_pasted_lines_are_corrected_before_they_are_saved_on_a_telephone_too(
    phone: Tab, sign_in: Callable[[Page, Account], None], accounts: dict[str, Account]
) -> None:
    page = phone.page
    sign_in(page, accounts["contributor"])
    phone.goto("/staff/recommendations/several/")
    is_accessible(phone)
    type_into(page, "Source document", DOCUMENT)
    type_into(page, "Made on", "2024-07-04")
    page.get_by_label("Kind").first.select_option(label="Recommendation")
    page.get_by_label("Made by", exact=True).first.fill("Canada")
    page.get_by_label("The asks, as they stand in the document").fill(PASTED)
    page.get_by_role("button", name="Split into asks").click()
    expect(page.get_by_role("group", name="Ask 1")).to_be_focused()
    second = page.get_by_role("group", name="Ask 2")
    expect(second.get_by_label("Title")).to_have_value(
        "Issue identity papers to mothers without household registration"
    )
    second.get_by_label("Articles").fill("cedaw 99")
    page.get_by_role("button", name="Save all as drafts").click()
    expect(page.get_by_role("alert")).to_contain_text("CEDAW has no article “99” here.")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("alert")).to_be_in_viewport()
    is_accessible(phone)
    page.get_by_role("group", name="Ask 2").get_by_label("Articles").fill("cedaw 9")
    page.get_by_role("button", name="Save all as drafts").click()
    expect(page.get_by_role("status")).to_contain_text("2 asks were entered as drafts")
    for name in ("split", "grade", "assess"):
        phone.goto(f"/staff/recommendations/R-0209/{name}/")
        is_accessible(phone)


def test_leaving_a_form_with_something_typed_asks_first_and_saving_it_does_not(
    page: Page, sign_in: Callable[[Page, Account], None], accounts: dict[str, Account]
) -> None:
    sign_in(page, accounts["contributor"])
    page.goto("/staff/recommendations/several/")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.get_by_label("The asks, as they stand in the document").press_sequentially("a")
    page.get_by_role("link", name="Cancel").click()
    expect(page.get_by_label("The asks, as they stand in the document")).to_have_value("a")
    assert asked == ["beforeunload"]
    page.get_by_role("button", name="Split into asks").click()
    expect(page.get_by_role("group", name="Ask 1")).to_be_visible()
    assert asked == ["beforeunload"]
