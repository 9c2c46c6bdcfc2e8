"""Two people change one recommendation: the second sees both versions, and makes one of them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.tabs import NARROW, Account, Tab
from tests.factories import RecommendationFactory
from tracker.models import Recommendation

ADDRESS = "/staff/recommendations/D-BOTHEDIT/edit/"
SignIn = Callable[[Page, Account], None]


@pytest.fixture
def _which_database(_which_database: None) -> None:
    """With a draft, made outside the transaction of the test: the server sees it."""
    RecommendationFactory(reference="D-BOTHEDIT", title="Stop returns", text="Stop them.")


def saves(page: Page, title: str, text: str = "", place: str = "") -> None:
    page.get_by_label("Title", exact=True).fill(title)
    if text:
        page.get_by_label("What is asked").fill(text)
    if place:
        page.get_by_label("Locator").fill(place)
    page.get_by_role("button", name="Save as a draft").click()


@pytest.mark.parametrize("has_script", [True, False])
def test_the_second_of_two_people_chooses_field_by_field(
    tab: Tab,
    open_tab: Callable[..., Tab],
    sign_in: SignIn,
    accounts: dict[str, Account],
    has_script: bool,
) -> None:
    page, other = open_tab(java_script_enabled=has_script).page, tab.page
    sign_in(page, accounts["contributor"])
    sign_in(other, accounts["coordinator"])
    page.goto(ADDRESS)
    other.goto(ADDRESS)
    saves(other, "Their title", text="Stop each return.")
    expect(other.get_by_role("status")).to_contain_text("Saved as a draft.")

    saves(page, "My title", place="para. 9")
    conflict = page.get_by_role("alert")
    expect(conflict).to_contain_text("Somebody has changed this recommendation meanwhile.")
    expect(conflict.get_by_label("What is asked, theirs: Stop each return.")).to_be_checked()
    expect(conflict.get_by_label("Locator, yours: para. 9")).to_be_checked()
    conflict.get_by_role("button", name="Save what I chose").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose yours or theirs: Title.")
    if has_script:
        it_is_for_everyone(page)
    page.get_by_label("Title, yours: My title").check()
    page.get_by_role("button", name="Save what I chose").click()
    expect(page.get_by_role("status")).to_contain_text("Saved as a draft.")
    draft = Recommendation.objects.get(reference="D-BOTHEDIT")
    assert (draft.title, draft.text, draft.locator) == ("My title", "Stop each return.", "para. 9")


def it_is_for_everyone(page: Page) -> None:
    tab = Tab(page, page.url)
    expect(page.get_by_role("alert")).to_be_focused()
    assert (tab.violations(), tab.overflow()) == ([], 0)
    wide = page.viewport_size
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    assert (tab.violations(), tab.overflow()) == ([], 0)
    page.set_viewport_size(wide)  # type: ignore[arg-type]
