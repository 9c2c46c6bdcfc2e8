"""Reading from page to page: by keyboard, without scripts, and leaving no trace anywhere."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.urls import resolve
from django.utils.translation import override
from playwright.sync_api import Download, Page

from tests.browser.tabs import NARROW, Tab
from tests.browser.test_public import OPEN_ALL, press_until
from tests.public.site import EMBEDS, is_file
from tracker.public.urls import urlpatterns

RECORD = "/en/recommendations/R-0020/"  # under the first theme, and with a lineage
KEPT = """async () => ({
    cookies: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
LINKED = """() => [...document.querySelectorAll('a[href]')].filter(
    it => it.origin === location.origin
).map(it => it.pathname + it.search)"""


def page_types() -> set[str]:
    """The name of every public page there is; what is made of a page and files are none."""
    found = {pattern.name for pattern in urlpatterns if pattern.name is not None}
    made = ("_citation", "_picture", "_file", "_feed", "_csv")
    return {name for name in found if not name.endswith(made)}


@pytest.mark.parametrize(("language", "of_each"), [("en", 2), ("ko", 1), ("zh-hans", 1)])
def test_no_page_asks_anybody_else_or_keeps_anything_in_the_browser(
    tab: Tab, site: str, language: str, of_each: int
) -> None:
    asked: list[str] = []
    tab.page.context.on("request", lambda request: asked.append(request.url))
    visited: Counter[str] = Counter()
    home = f"/{language}/"
    ahead = [home, *(at.replace("/en/", home) for at in EMBEDS)]
    while ahead:
        address = ahead.pop(0)
        if is_file(address) or not address.startswith(home):
            continue
        with override(language):  # in which addresses are read
            name = resolve(urlsplit(address).path).url_name
        if visited[name] == of_each:
            continue
        visited[name] += 1
        page = tab.goto(address)
        page.evaluate(OPEN_ALL)
        kept = page.evaluate(KEPT)
        assert not any(kept.values()), (address, kept)
        ahead += page.evaluate(LINKED)

    assert set(visited) == page_types()
    assert [url for url in asked if not url.startswith(f"{site}/")] == []
    assert tab.page.context.storage_state() == {"cookies": [], "origins": []}


def press_link(page: Page, start: str) -> None:
    """To the first link of the content that leads somewhere, and there."""
    press_until(
        page, f"it => it.closest('main') && (it.getAttribute('href') || '').startsWith('{start}')"
    )
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{start}**")


def is_bibtex(kept: Download) -> bool:
    return Path(kept.path()).read_text().startswith("@")


def test_from_the_first_page_to_a_citation_by_the_keyboard_alone(tab: Tab) -> None:
    page = tab.goto("/en/")
    press_link(page, "/en/themes/")
    press_link(page, RECORD)
    press_link(page, "/en/lineage/R-0020/")
    press_until(page, "it => it.tagName === 'SUMMARY' && it.innerText.startsWith('Cite')")
    page.keyboard.press("Enter")
    press_until(page, "it => it.innerText === 'BibTeX'")
    with page.expect_download() as kept:
        page.keyboard.press("Enter")

    assert is_bibtex(kept.value)
    tab.no_fault()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_from_the_first_page_to_a_citation_without_scripts(
    open_tab: Callable[..., Tab], scheme: str
) -> None:
    tab = open_tab(java_script_enabled=False, viewport=NARROW, color_scheme=scheme)
    page = tab.page
    page.goto("/en/")
    for start in ("/en/themes/", RECORD, "/en/lineage/R-0020/"):
        page.locator(f"main a[href^='{start}']").first.click()
        page.wait_for_url(f"**{start}**")
        assert page.locator("h1").count() == 1
    page.locator("summary", has_text="Cite this page").click()
    assert "R-0020" in page.locator(".citation").inner_text()
    with page.expect_download() as kept:
        page.get_by_role("link", name="BibTeX").click()

    assert is_bibtex(kept.value)
    assert page.context.cookies() == []
    tab.no_fault()
