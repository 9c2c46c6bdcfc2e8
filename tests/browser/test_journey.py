"""The main job, end to end: from China's answers to the page that the public reads."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.tabs import Account, Tab

ADDENDUM = "A/HRC/56/6/Add.1"
ANSWERS = {
    "R-0208": ("Noted", "Grounds are given in the addendum."),
    "R-0209": ("Not accepted", "The existing law is held to be enough."),
    "R-0210": ("Not accepted", "Those who enter for economic reasons are not refugees."),
}
ASSESSED, TRUE_FROM, DAY_BEFORE = "R-0209", "2024-07-04", "2024-07-03"
RATIONALE = "No refugee law is found in the addendum or in any later source."


def number_in(page: Page, row: str) -> int:
    """The number in a chart's row on the home page."""
    line = page.locator("table.bars tr", has=page.get_by_role("rowheader", name=row, exact=True))
    return int(line.locator(".number").inner_text())


def log_the_answers(page: Page) -> None:
    page.get_by_role("link", name="Log answers").first.click()
    page.get_by_label("Review cycle").select_option(label="UPR 4th cycle (45th session)")
    document = page.get_by_label("Reply document")
    value = document.locator("option", has_text=ADDENDUM).first.get_attribute("value")
    document.select_option(value=value)
    page.get_by_role("button", name="Open the table").click()
    expect(page.get_by_role("heading", name=f"Answers in {ADDENDUM}")).to_be_visible()
    expect(page.locator("main")).to_contain_text("6 of 6 still without an answer")
    for left, (reference, (position, words)) in zip((5, 4, 3), ANSWERS.items(), strict=True):
        row = page.locator(f"#{reference}")
        row.get_by_role("group", name=f"Position for {reference}").get_by_label(position).check()
        row.get_by_label(f"What China said for {reference}").fill(words)
        row.get_by_role("button", name=f"Save {reference}").click()
        expect(page.locator("main")).to_contain_text(f"{left} of 6 still without an answer")
    page.get_by_role("link", name=re.compile("for approval")).first.click()
    page.get_by_role("button", name="Send the ticked answers (3)").click()
    expect(page.locator("main")).to_contain_text("sent for approval")


def assess(page: Page) -> None:
    page.goto(f"/staff/recommendations/{ASSESSED}/assess/")
    page.get_by_role("button", name="Save and send for approval").click()
    expect(page.locator("main")).to_contain_text("Choose at least one piece of evidence")
    page.locator("[name=status][value=C]").check()
    page.get_by_label("True from").fill(TRUE_FROM)
    page.get_by_label("Rationale").fill(RATIONALE)
    page.get_by_label(re.compile(re.escape("A/HRC/56/6:"))).check()
    page.get_by_role("button", name="Save and send for approval").click()
    expect(page.locator("main")).to_contain_text("Sent for approval")


def approve_everything(page: Page) -> None:
    page.get_by_role("link", name="Approvals").first.click()
    page.get_by_role("link", name=re.compile(ASSESSED)).first.click()
    expect(page.locator("main")).to_contain_text(RATIONALE)
    page.get_by_role("button", name=re.compile("^(Approve|Publish)")).first.click()
    page.goto("/staff/approvals/")
    page.get_by_role("link", name=f"answers in {ADDENDUM}").click()
    for box in page.locator("main input[type=checkbox]").all():
        box.check()
    page.get_by_role("button", name=re.compile("^(Approve|Publish)")).first.click()
    page.goto("/staff/approvals/")
    expect(page.locator("main")).to_contain_text("Nothing waits for approval")


def test_an_answer_and_an_assessment_reach_the_public_by_two_people(
    page: Page,
    open_tab: Callable[..., Tab],
    sign_in: Callable[[Page, Account], None],
    accounts: dict[str, Account],
) -> None:
    reader = open_tab()
    reader.goto("/en/")
    not_implemented = number_in(reader.page, "C Not implemented")
    not_accepted = number_in(reader.page, "Not accepted")

    sign_in(page, accounts["contributor"])
    log_the_answers(page)
    assess(page)
    reader.goto(f"/en/recommendations/{ASSESSED}/")
    expect(reader.page.locator("main")).not_to_contain_text(RATIONALE)

    sign_in(page, accounts["coordinator"])
    approve_everything(page)

    reader.goto(f"/en/recommendations/{ASSESSED}/")
    for words in ("Not accepted", "C Not implemented", RATIONALE, ANSWERS[ASSESSED][1]):
        expect(reader.page.locator("main")).to_contain_text(words)
    reader.goto("/en/")
    assert number_in(reader.page, "C Not implemented") == not_implemented + 1
    assert number_in(reader.page, "Not accepted") == not_accepted + 1  # R-0210 was so before
    reader.goto(f"/en/recommendations/{ASSESSED}/?as_of={DAY_BEFORE}")
    expect(reader.page.locator("main")).to_contain_text("Not yet assessed")
    expect(reader.page.locator("main")).not_to_contain_text(RATIONALE)

    page.goto(f"/staff/recommendations/{ASSESSED}/history/")
    for step in (
        "recorded an answer of China", "assessed the status", "sent for approval", "approved",
    ):  # fmt: skip
        expect(page.locator("main")).to_contain_text(step)
