"""
A real browser on a real server with the real subject matter.

`site` is the server's address, `page` a tab in which nothing may go wrong, `sign_in` the way in for
staff. What a test writes is gone after it: the next one gets a fresh copy of the database.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, Page, sync_playwright

from tests import databases
from tests.browser.tabs import NARROW, WIDE, Account, Tab
from tracker.management.commands.demo_accounts import ACCOUNTS

REMEDY = (
    "no Chromium. To run the journeys: apt-get install chromium fonts-noto-cjk, "
    "or name one in CHROMIUM"
)
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if not os.environ.get("CHROMIUM"):
                item.add_marker(pytest.mark.skip(reason=REMEDY))


@pytest.fixture(scope="session")
def _copy(seeded_database: str) -> databases.Copy:
    return databases.Copy(seeded_database, seeded_database.replace("_seeded", "_site"))


@pytest.fixture
def _which_database(_copy: databases.Copy, django_db_blocker: Any) -> Iterator[None]:
    """The server's, so that a test can also look into it."""
    with django_db_blocker.unblock(), databases.using(_copy.fresh()):
        yield


@pytest.fixture(scope="session")
def _server(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    thread = LiveServerThread("127.0.0.1", lambda application: application)
    thread.start()
    thread.is_ready.wait()
    if thread.error:
        raise thread.error
    yield f"http://127.0.0.1:{thread.port}"
    thread.terminate()


@pytest.fixture
def site(_database: None, _server: str) -> str:
    """The address of a server with our subject matter and an account for each role."""
    return _server


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Of a module: Playwright keeps an event loop in this thread, which other tests do without."""
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the loop is Playwright's, not ours
        started = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def open_tab(browser: Browser, site: str) -> Iterator[Callable[..., Tab]]:
    """Opens tabs, each with cookies of its own; at the end nothing may have gone wrong in any."""
    tabs: list[Tab] = []

    def open_one(**options: Any) -> Tab:
        context = browser.new_context(base_url=site, **{"viewport": WIDE, **options})
        context.set_default_timeout(10_000)
        tabs.append(Tab(context.new_page(), site))
        return tabs[-1]

    yield open_one
    faults = [fault for tab in tabs for fault in tab.faults]
    for tab in tabs:
        tab.page.context.close()
    assert faults == []


@pytest.fixture
def tab(open_tab: Callable[..., Tab]) -> Tab:
    return open_tab()


@pytest.fixture
def phone(open_tab: Callable[..., Tab]) -> Tab:
    return open_tab(viewport=NARROW)


@pytest.fixture
def page(tab: Tab) -> Page:
    """The tab's page itself, with the site as its base: `page.goto("/en/")`."""
    return tab.page


@pytest.fixture
def sign_in() -> Callable[[Page, Account], None]:
    """Signs somebody in, and whoever was signed in before out."""

    def as_account(page: Page, account: Account) -> None:
        page.context.clear_cookies()
        page.goto(f"/account/login/?next={settings.LOGIN_REDIRECT_URL}")
        page.locator("[name=login]").fill(account.email)
        page.locator("[name=password]").fill(account.password)
        page.locator("[name=password]").press("Enter")
        page.wait_for_url("**/staff/")

    return as_account


@pytest.fixture
def accounts() -> dict[str, Account]:
    """Who can sign in, by role: contributor, coordinator, administrator."""
    return {role.value: Account(email, password) for role, email, _, password in ACCOUNTS}
