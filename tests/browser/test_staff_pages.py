"""Every page of the staff, with something on it: for a screen reader, the keyboard and a phone."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.browser.examples import ADDENDUM, COPIED, SEVERAL
from tests.browser.staff_world import ANSWERED, REPORT, SHEET, World, make_world
from tests.browser.tabs import NARROW, WIDE, Account, Tab
from tests.staff.test_access import PATTERNS, arguments
from tracker.models import User

# What the world needs is written before the browser comes, for the server to see.
writes_first = pytest.mark.django_db(transaction=True)

ASK = f"recommendations/{ANSWERED}/"
STOPS, BACK = 60, 12  # of the keyboard on a page: past the form and enough rows


def pages(world: World) -> dict[str, str]:
    """An address below /staff/ for every page that can be opened."""
    every = [SHEETS, _batches(world), _records(world), REFERENCE, _approvals(world)]
    return {name: path for some in [*every, _imports(world)] for name, path in some.items()}


SHEETS = {
    "home": "",
    "log": "log/",
    "sheet": SHEET,
    "sheet_send": f"{SHEET}send/",
    "sheet_row": f"{SHEET}{ANSWERED}/",
    "assign": f"{SHEET}assign/",
    "fill": f"{SHEET}fill/?row=R-0210&row=R-0211",
    "paste": f"{SHEET}paste/",
    "batches": f"{SHEET}batches/",
}
REFERENCE = {
    "documents": "documents/?q=report",
    "document_new": "documents/new/",
    "document_edit": f"documents/{ADDENDUM}/edit/",
    "cycle_new": "reviews/new/",
    "cycle_edit": "reviews/upr-4/edit/",
    "reference": "reference/",
    "organisation_merge": "reference/organisations/merge/?keep=hrw&fold=amnesty",
    "reference_rows": "reference/organisations/?q=watch",
    "reference_rows of articles": "reference/articles/?q=cat",
    "reference_rows of totals": "reference/totals/",
    "reference_new": "reference/treaties/new/",
    "reference_edit": "reference/organisations/hrw/edit/",
    "reference_edit of an article": "reference/articles/cat/3/edit/",
    "reference_delete": "reference/organisations/hrw/delete/",
}


def _batches(world: World) -> dict[str, str]:
    return {
        "batch": f"{SHEET}batches/{world.batch.key}/",
        "correct_answer": f"answers/{world.answer.key}/correct/",
    }


def _records(world: World) -> dict[str, str]:
    one, two = world.relation.from_recommendation, world.relation.to_recommendation
    return {
        "find": "recommendations/?q=asylum",
        "recommendation_new": "recommendations/new/",
        "recommendation": ASK,
        "recommendation_edit": f"{ASK}edit/",
        "assess": f"{ASK}assess/",
        "history": f"{ASK}history/",
        "note_public": f"{ASK}notes/public/",
        "note_correct": (
            f"recommendations/{world.note.recommendation.reference}"
            f"/notes/public/{world.note.note.key}/"
        ),
        "relate": f"{ASK}relate/?q=asylum&with=R-0210",
        "relation_remove": (
            f"relations/{one.reference}/{world.relation.kind}/{two.reference}/remove/"
        ),
        "split": f"{ASK}split/",
        "asks_send": f"recommendations/send/{REPORT}/",
        "several": "recommendations/several/",
        "grade": f"{ASK}grade/",
        "development_new": f"developments/new/?about={ANSWERED}",
        "development_edit": f"developments/{world.draft.slug}/edit/",
        "development_history": f"developments/{world.public.slug}/history/",
    }


def _approvals(world: World) -> dict[str, str]:
    waits, change = f"approvals/development/{world.waits.slug}/", world.change.key
    public = f"development/{world.public.slug}"
    return {
        "approvals": "approvals/",
        "approvals returned": "approvals/?list=returned",
        "approve_answers": f"approvals/answers/{ADDENDUM}/",
        "approve_asks": f"approvals/asks/{REPORT}/",
        "approval": waits,
        "approval of a change": f"approvals/amendment/{change}/",
        "approval of an answer": f"approvals/response/{world.answer.key}/",
        "approval of what is public": f"approvals/{public}/",
        "withdraw": f"approvals/{public}/withdraw/",
        "record_history": "history/document/a-hrc-56-6/",
        "record_history of an article": "history/article/cat.3/",
        "record_compare": f"history/{public}/compare/",
        "record_compare of a change": f"history/amendment/{change}/compare/",
        "record_as_of": f"history/{public}/on/",
        "record_as_of before it came": "history/review-cycle/upr-4/on/?as_of=2020-01-01",
        "day": "history/",
        "translations": "translations/",
        "translation_new": f"translations/{public}/ko/",
        "translation_edit": f"translations/{world.translation.key}/edit/",
    }


def _imports(world: World) -> dict[str, str]:
    one = f"import/{world.imported.key}/"
    return {
        "imports": "import/",
        "import": one,
        "import, what is wrong": f"{one}?outcome=error",
        "import, what may be here": f"{one}?outcome=duplicate",
        "staged_row": f"{one}rows/1/",
        "import_settings": f"{one}settings/",
        "import_columns": f"{one}columns/",
        "import_confirm": f"{one}confirm/",
    }


# They answer no GET, or not with a page: `last_batch` leads to one's `batch`.
NO_PAGES = {
    "last_batch", "sheet_news", "undo", "note_new", "send_back", "send", "recall", "discard",
    "import_choose", "import_decide", "import_mend", "import_compare", "import_errors",
    "import_discard", "import_undo",
}  # fmt: skip

# Is the element that has the focus to be seen, and is it what one would hit at its place?
# Asked as the next key goes down, when the page has come to rest; from the page's own part on.
WATCH = """from => {
    window.met = new Set();
    window.hidden = new Set();
    const isHit = (parts, box) => {
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        const there = document.elementFromPoint(x, y);
        return parts.some(part => part.contains(there));
    };
    const looks = event => {
        const here = document.activeElement;
        if (event.key !== "Tab" || here.matches("body, main")) return;
        window.met.add(here);
        const parts = [here, ...(here.labels ?? [])];
        const boxes = parts.flatMap(part => [...part.getClientRects()]);
        if (!boxes.some(box => isHit(parts, box)))
            window.hidden.add(here.outerHTML.slice(0, 160));
    };
    window.looksAway?.();
    window.looksAway = () => removeEventListener("keydown", looks, true);
    addEventListener("keydown", looks, true);
    document.querySelector(from).focus();
}"""
# Controls whose help, as their form has it, the page does not show.
UNHELPED = """() => [...document.querySelectorAll("[aria-describedby]")].filter(
    element => element.getAttribute("aria-describedby").split(" ").some(
        id => !document.getElementById(id))
    ).map(element => element.outerHTML.slice(0, 160))"""
HAS_GONE_ROUND = "document.activeElement.matches('.skip')"


def keyboard(page: Page, *, start: str = "main") -> list[str]:
    """What has the focus while something covers it or it is out of sight: there and back."""
    page.evaluate(WATCH, start)
    for stop in range(STOPS):
        page.keyboard.press("Tab")
        if stop % 5 == 0 and page.evaluate(HAS_GONE_ROUND):
            break
    for _ in range(BACK):
        page.keyboard.press("Shift+Tab")
    assert page.evaluate("met.size") > 1, "the keyboard reaches nothing"
    return [f"not seen while it has the focus: {one}" for one in page.evaluate("[...hidden]")]


def shown_faults(tab: Tab, *, colours: bool) -> list[str]:
    tab.page.evaluate("scrollTo(0, 0)")  # axe takes what is half below a bar for too small
    found = tab.violations(colours=colours)
    found += [f"{tab.overflow()} px too wide"] if tab.overflow() else []
    found += [f"its help is not shown: {one}" for one in tab.page.evaluate(UNHELPED)]
    return found


def by_night(tab: Tab) -> list[str]:
    """What is hard to read in the colours of a dark device."""
    tab.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    found = [f"by night: {one}" for one in tab.violations(only="color-contrast")]
    tab.page.emulate_media(color_scheme="light")
    return found


@pytest.fixture
def reader(site: str, accounts: dict[str, Account]) -> User:
    return User.objects.get(email=accounts["coordinator"].email)


@pytest.fixture
def author(site: str, accounts: dict[str, Account]) -> User:
    return User.objects.get(email=accounts["contributor"].email)


@pytest.fixture
def world(author: User, reader: User) -> World:
    return make_world(author=author, reader=reader)


@writes_first
def test_every_page_of_the_staff_is_for_everyone(
    tab: Tab,
    sign_in: Callable[[Page, Account], None],
    accounts: dict[str, Account],
    world: World,
) -> None:
    sign_in(tab.page, accounts["coordinator"])
    faults = {}
    for name, path in pages(world).items():
        tab.page.set_viewport_size(WIDE)
        tab.goto(f"/staff/{path}")
        found = shown_faults(tab, colours=True) + by_night(tab) + keyboard(tab.page)
        tab.page.set_viewport_size(NARROW)
        found += shown_faults(tab, colours=False) + keyboard(tab.page)
        if found:
            faults[name] = found

    assert faults == {}


# The button of a form, pressed before anything is filled in.
TOO_EARLY = {
    "assess": "Save as a draft",
    "assign": "Assign the next rows",
    "approval": "Return with this note",
    "correct_answer": "Save as a draft",
    "cycle_new": "Save",
    "development_new": "Save as a draft",
    "document_new": "Save",
    "grade": "Save as a draft",
    "imports": "Read the file",
    "import_columns": "Read all rows so",
    "import_confirm": "Confirm",
    "note_public": "Save and send for approval",
    "organisation_merge": "Merge them",
    "paste": "Show what would change",
    "recommendation": "Add the note",
    "recommendation_new": "Save as a draft",
    "reference_new": "Save",
    "relate": "Add the relation",
    "relation_remove": "Remove the relation",
    "translation_new": "Save as a draft",
    "several": "Split into asks",
    "split": "Save the limbs as drafts",
    "withdraw": "Withdraw for good",
}


def refused(tab: Tab, addresses: dict[str, str]) -> Iterator[str]:
    for name, button in TOO_EARLY.items():
        tab.goto(f"/staff/{addresses[name]}")
        tab.page.get_by_role("button", name=button, exact=True).click()
        expect(tab.page.locator("main .error, main [data-kind=error]").first).to_be_visible()
        yield f"{name}, refused"


def previewed(tab: Tab, addresses: dict[str, str]) -> Iterator[str]:
    page = tab.page
    show = page.get_by_role("button", name="Show what would change")
    tab.goto(f"/staff/{addresses['fill']}")
    page.get_by_label("Position").select_option(label="Noted")
    show.click()
    expect(page.locator("#preview")).to_be_visible()
    yield "fill, with its preview"
    tab.goto(f"/staff/{addresses['paste']}")
    page.get_by_label("Cells from the spreadsheet").fill(COPIED)
    show.click()
    expect(page.locator("#preview")).to_be_visible()
    yield "paste, with its preview"
    tab.goto(f"/staff/{addresses['several']}")
    page.get_by_label("The asks, as they stand in the document").fill(SEVERAL)
    page.get_by_role("button", name="Split into asks").click()
    expect(page.locator("#ask-2")).to_be_visible()
    yield "several, with its rows"


def answered(tab: Tab, world: World, author: User) -> Iterator[str]:
    """Every page as a form answers on it: with what is wrong, a preview, a conflict."""
    addresses = pages(world)
    yield from refused(tab, addresses)
    yield from previewed(tab, addresses)
    tab.goto(f"/staff/{addresses['development_edit']}")
    world.draft_is_changed(by=author)
    tab.page.get_by_role("button", name="Save as a draft").click()
    expect(tab.page.locator(".conflict")).to_be_visible()
    yield "development, with a conflict"


@writes_first
def test_what_a_form_answers_is_for_everyone_too(
    tab: Tab,
    sign_in: Callable[[Page, Account], None],
    accounts: dict[str, Account],
    author: User,
    world: World,
) -> None:
    sign_in(tab.page, accounts["coordinator"])
    faults = {}
    for name in answered(tab, world, author):
        found = shown_faults(tab, colours=True)
        tab.page.set_viewport_size(NARROW)
        found += shown_faults(tab, colours=False)
        tab.page.set_viewport_size(WIDE)
        if found:
            faults[name] = found

    assert faults == {}


@writes_first
def test_every_page_that_can_be_opened_is_looked_at(
    client: Client, reader: User, world: World
) -> None:
    client.force_login(reader)
    looked_at = pages(world)
    unseen = [pattern for pattern in PATTERNS if pattern.name not in looked_at]

    assert {pattern.name for pattern in unseen} == NO_PAGES
    for pattern in unseen:
        answer = client.get(reverse(f"staff:{pattern.name}", kwargs=arguments(pattern)))
        expected = {302} if pattern.name == "last_batch" else {404, 405}
        assert answer.status_code in expected, pattern.name
