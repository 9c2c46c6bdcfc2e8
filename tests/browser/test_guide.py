"""
What docs/guide/ tells newcomers is done here, so that it stays true: whatever a chapter names in
bold must stand on a page of its journey, and its pictures are taken on the way (`make guide`).
"""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.examples import ADDENDUM, ASK, COPIED, SEVERAL, answer_to, law
from tests.browser.guide import ANEW, GUIDE, MARKS, Chapter, shown_by
from tests.browser.staff_world import every_outcome
from tests.browser.tabs import Account, Tab
from tests.imports.matrix_file import Item, build_matrix
from tests.lib.test_files import GOOD
from tracker.actions.developments import revise_development
from tracker.actions.publication import approve, submit
from tracker.models import Development, User

SHEET = f"/staff/log/upr-4/{ADDENDUM}/"

SignIn = Callable[[Page, Account], None]
writes_first = pytest.mark.django_db(transaction=True)  # so that the server sees it


@pytest.fixture
def contributor_page(page: Page, sign_in: SignIn, accounts: dict[str, Account]) -> Page:
    sign_in(page, accounts["contributor"])
    return page


@pytest.fixture
def coordinator_page(page: Page, sign_in: SignIn, accounts: dict[str, Account]) -> Page:
    sign_in(page, accounts["coordinator"])
    return page


@pytest.fixture
def author(site: str, accounts: dict[str, Account]) -> User:
    return User.objects.get(email=accounts["contributor"].email)


@pytest.fixture
def approver(site: str, accounts: dict[str, Account]) -> User:
    return User.objects.get(email=accounts["coordinator"].email)


def main_of(page: Page) -> Locator:
    return page.locator("main > .wrap")


def press(page: Page, button: str) -> None:
    page.get_by_role("button", name=button).first.click()


def test_a_newcomer_signs_in_and_finds_the_way(page: Page, accounts: dict[str, Account]) -> None:
    chapter = Chapter("README")
    page.goto("/staff/")
    chapter.reads(page)
    page.get_by_label("Email").fill(accounts["contributor"].email)
    page.get_by_label("Password").fill(accounts["contributor"].password)
    press(page, "Sign in")
    page.wait_for_url("**/staff/")
    chapter.shows("home", page.locator("header.masthead"), main_of(page))
    chapter.is_true()


def log_a_row(page: Page, row: Locator, chapter: Chapter) -> None:
    page.get_by_role("link", name="Log answers", exact=True).click()
    page.get_by_label("Review cycle").select_option(label="UPR 4th cycle (45th session)")
    page.get_by_label("Reply document").select_option(value=ADDENDUM)
    chapter.reads(page)
    press(page, "Open the table")
    page.get_by_text("Keyboard help").click()
    chapter.reads(page)
    page.get_by_text("Keyboard help").click()
    page.locator("[data-jump=empty]").press("Enter")
    page.keyboard.press("n")
    row.locator("[name=words]").fill("The grounds are given in the addendum.")
    row.locator("[name=locator]").fill("para. 7")
    page.keyboard.press("Enter")
    expect(row).to_contain_text("Saved as a draft.")


@writes_first
def test_answers_are_logged_row_by_row(contributor_page: Page, tab: Tab, approver: User) -> None:
    page, chapter = contributor_page, Chapter("log-answers")
    rows = page.locator("tbody.sheet-row")
    log_a_row(page, rows.first, chapter)
    chapter.shows("sheet", page.locator("[data-bar]"), rows.nth(1))

    row = rows.nth(1)
    page.context.set_offline(True)
    row.get_by_label("Noted", exact=False).first.check()
    row.locator("[name=words]").fill("Typed on the train")
    rows.nth(2).locator("[name=words]").focus()
    expect(row).to_contain_text("Not saved: the server cannot be reached")
    chapter.reads(page)
    answer_to(str(row.get_attribute("id")), "The matter is under study.", by=approver)
    page.context.set_offline(False)
    expect(row).to_contain_text("somebody recorded another answer")
    chapter.shows("conflict", row)
    page.get_by_role("link", name="Discard mine, keep theirs").click()
    expect(row).not_to_contain_text("somebody recorded another answer")
    page.get_by_role("link", name="Send my").click()
    chapter.reads(page)
    press(page, "Send the ticked answers")
    expect(page.locator("main")).to_contain_text("sent for approval")
    tab.faults[:] = [fault for fault in tab.faults if "ERR_INTERNET_DISCONNECTED" not in fault]
    chapter.is_true()


def test_many_rows_are_filled_in_pasted_undone_and_assigned(contributor_page: Page) -> None:
    page, chapter = contributor_page, Chapter("many-rows")
    page.goto(SHEET)
    page.get_by_label("Choose R-0211").check()
    page.get_by_label("Choose R-0212").check()
    chapter.shows("ticked", page.locator(".batch-bar"), page.locator("#R-0212"))
    press(page, "Fill in…")
    page.get_by_label("Position").select_option(label="Noted")
    press(page, "Show what would change")
    chapter.reads(page)
    press(page, "Save these rows")
    chapter.reads(page)
    press(page, "Undo these rows")
    chapter.reads(page)
    page.goto(f"{SHEET}paste/")
    page.get_by_label("Cells from the spreadsheet").fill(COPIED)
    press(page, "Show what would change")
    chapter.shows("pasted", page.locator("#preview"), page.get_by_text("Not understood"))
    page.goto(f"{SHEET}assign/")
    chapter.reads(page)
    chapter.is_true()


def test_asks_are_entered_split_and_related(contributor_page: Page) -> None:
    page, chapter = contributor_page, Chapter("enter")
    chapter.reads(page)
    page.get_by_role("link", name="Enter a recommendation").click()
    for title, ask, button in (
        ("Set up asylum procedures", ASK, "Save and enter the next"),
        ("Open procedures to all", ASK.replace("every person", "all"), "Save as a draft"),
    ):
        page.get_by_label("Title", exact=True).fill(title)
        page.get_by_label("What is asked").fill(ask)
        page.get_by_label("Source document").fill("A/HRC/56/6")
        page.get_by_label("Made on").fill("2024-07-04")
        page.get_by_label("Kind").first.select_option(label="Recommendation")
        page.get_by_label("Made by", exact=True).first.fill("Canada")
        page.get_by_label("Article", exact=True).first.fill("ref 33")
        chapter.reads(page)
        press(page, button)
    chapter.shows("similar", page.get_by_role("alert"))
    press(page, "It is another ask, save it")
    chapter.reads(page)
    page.get_by_label("Relate it to").fill("asylum procedures")
    press(page, "Find the other record")
    page.get_by_role("link", name="Set up asylum procedures").first.click()
    chapter.reads(page)
    page.goto("/staff/recommendations/R-0209/split/")
    chapter.reads(page)
    page.goto("/staff/recommendations/several/")
    page.get_by_label("Source document").fill("A/HRC/56/6")
    page.get_by_label("The asks, as they stand in the document").fill(SEVERAL)
    chapter.reads(page)
    press(page, "Split into asks")
    chapter.shows("several", page.locator("#asks"))
    chapter.is_true()


MATRIX = (
    "Refugees & asylum seekers",
    Item("28.391", "Let families of escapees stay together at the border (Chile);"),
    Item("28.392", "Open shelters in the border counties to everybody (Peru);", position="Noted"),
    Item("28.393", "Publish how many were returned in each year (Ruritania);", position="Noted"),
)
ODD = "No,Wording,Who\n1,Let families stay together at the border,Chile\n"


def read_file(page: Page, name: str, data: bytes) -> None:
    page.goto("/staff/import/")
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    page.get_by_label("File", exact=True).set_input_files(file)  # type: ignore[arg-type]
    press(page, "Read the file")
    page.wait_for_url("**/import/*/**")


@writes_first
def test_a_file_is_brought_in_put_right_confirmed_and_undone(
    contributor_page: Page, author: User
) -> None:
    page, chapter = contributor_page, Chapter("import")
    page.goto(f"/staff/import/{every_outcome(by=author).key}/")
    chapter.reads(page)
    page.goto("/staff/import/")
    page.get_by_text("Say more about it").click()
    chapter.reads(page)
    read_file(page, "asks.csv", ODD.encode())
    chapter.reads(page)
    read_file(page, "upr45-china.docx", build_matrix(MATRIX))
    page.get_by_text("Throw it away").click()
    chapter.reads(page)
    page.get_by_text("Throw it away").click()
    chapter.shows("import", main_of(page))
    page.get_by_role("link", name="Change how it is read").click()
    chapter.reads(page)
    page.go_back()
    page.get_by_role("link", name="See what is wrong").click()
    chapter.shows("import-error", page.locator(".import-tabs"), page.locator(".import-faults"))
    press(page, "Leave the name out")
    page.get_by_role("link", name="Confirm…").click()
    chapter.reads(page)
    page.get_by_label("Write the other rows").check()
    press(page, "Confirm")
    page.get_by_text("Undo it").click()
    chapter.shows("import-confirmed", main_of(page).locator("section.panel"))
    chapter.is_true()


def test_a_status_is_assessed_and_what_it_rests_on_is_recorded(contributor_page: Page) -> None:
    page, chapter = contributor_page, Chapter("assess")
    page.get_by_role("link", name="Records", exact=True).click()
    chapter.reads(page)
    page.goto("/staff/recommendations/R-0209/")
    chapter.reads(page)
    page.get_by_role("link", name="Assess the status").click()
    chapter.shows("assess", page.locator("main .kicker").first, page.locator("[name=as_of]"))
    page.goto("/staff/recommendations/R-0209/grade/")
    chapter.reads(page)
    page.goto("/staff/developments/new/?about=R-0209")
    chapter.reads(page)
    chapter.is_true()


def test_a_source_is_entered_and_a_duplicate_is_merged(coordinator_page: Page) -> None:
    page, chapter = coordinator_page, Chapter("sources")
    chapter.reads(page)
    page.get_by_role("link", name="Enter a document").click()
    chapter.reads(page)
    file = {"name": "note.pdf", "mimeType": "application/pdf", "buffer": GOOD["pdf"]}
    page.get_by_label("File").set_input_files(file)  # type: ignore[arg-type]
    press(page, "Save")
    chapter.reads(page)
    page.get_by_label("Title").fill("A note of the secretariat")
    page.get_by_label("Kind").select_option(label="Press report")
    press(page, "Save")
    chapter.shows("fingerprint", page.locator("form .panel"))
    page.get_by_role("link", name="Reference", exact=True).click()
    chapter.reads(page)
    page.get_by_role("link", name="Organisations", exact=True).click()
    chapter.reads(page)
    page.get_by_role("link", name="Enter an organisation").click()
    page.get_by_label("Name", exact=True).fill("Human Rights Watch Asia")
    page.get_by_label("Kind").select_option(label="Non-governmental organisation")
    press(page, "Save")
    chapter.reads(page)
    page.get_by_role("link", name="Merge it into that one").click()
    page.get_by_label("Keep").select_option(value="hrw")
    press(page, "Show what merging does")
    chapter.shows("merge", main_of(page).locator("section.panel"))
    chapter.is_true()


def correct_and_withdraw(page: Page, chapter: Chapter) -> None:
    page.goto("/staff/recommendations/R-0209/")
    chapter.reads(page)
    page.get_by_role("link", name="entry").first.click()
    for choice in ("Correct it…", "Withdraw it…"):
        chapter.reads(page)
        page.get_by_role("link", name=choice).click()
        chapter.reads(page)
        page.go_back()
    page.goto("/staff/recommendations/R-0209/edit/")
    chapter.reads(page)


@writes_first
def test_what_was_sent_is_approved_returned_corrected_and_withdrawn(
    coordinator_page: Page, author: User
) -> None:
    page, chapter = coordinator_page, Chapter("approve")
    laws = [law(f"A {which} law is adopted", by=author) for which in ("first", "second")]
    submit(records=laws, by=author)
    answer_to("R-0209", "The existing law is held to be enough.", by=author)
    page.goto("/staff/")
    chapter.reads(page)
    page.get_by_role("link", name="Read and approve").click()
    chapter.shows("queue", main_of(page))
    page.get_by_role("link", name="A first law is adopted").click()
    chapter.shows("decide", main_of(page))
    press(page, "Approve and publish")
    page.get_by_label("What should change").fill("Which day?")
    press(page, "Return with this note")
    chapter.reads(page)
    page.goto(f"/staff/approvals/answers/{ADDENDUM}/")
    chapter.reads(page)
    page.get_by_label("Choose the answer to R-0209").check()
    press(page, "Publish the ticked answers")
    chapter.reads(page)
    correct_and_withdraw(page, chapter)
    chapter.is_true()


@writes_first
def test_the_history_of_a_record_is_read(
    coordinator_page: Page, author: User, approver: User
) -> None:
    page, chapter = coordinator_page, Chapter("history")
    draft = law("A law on exit and entry is adopted", by=author)
    revised = revise_development(
        development=draft, summary="It is told in the report, at para. 12.", kind="law",
        title="A law on exit and entry is in force", expected=draft.version, by=author,
    )  # fmt: skip
    assert isinstance(revised, Development)
    submit(records=[revised], by=author)
    approve(record=Development.objects.get(pk=draft.pk), by=approver)
    page.goto(f"/staff/developments/{draft.slug}/history/")
    chapter.reads(page)
    page.get_by_role("link", name="Compare two versions").click()
    page.get_by_label("From").select_option(value="1")
    press(page, "Compare")
    chapter.shows("versions", main_of(page))
    page.get_by_role("link", name="As it was on a day").click()
    chapter.reads(page)
    page.get_by_role("link", name="Today", exact=True).first.click()
    chapter.reads(page)
    chapter.is_true()


@pytest.mark.skipif(ANEW, reason="the pictures are being taken")
def test_each_picture_is_shown_and_says_what_is_to_be_seen() -> None:
    chapters = sorted(GUIDE.glob("*.md"))
    shown = {name: words for path in chapters for name, words in shown_by(path).items()}

    assert shown.keys() == json.loads(MARKS.read_text()).keys()
    assert shown.keys() == {path.stem for path in GUIDE.glob("img/*.png")}
    assert [name for name, words in shown.items() if len(words) < 40] == []
