"""What leaves the site, in a real browser: on paper, in frames of other sites."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.tabs import Tab
from tests.browser.test_public import PAGES

PAPER = {"width": 680, "height": 960}  # A4 between its margins
WIDER_THAN_PAPER = """() => [...document.querySelectorAll('main *')].filter(
    it => it.checkVisibility() && it.getBoundingClientRect().right > innerWidth + 1
    && !it.closest('.visually-hidden')
).map(it => it.outerHTML.slice(0, 120))"""
LINKS_ELSEWHERE = """() => [...document.querySelectorAll('main a[href^="https:"]')].filter(
    it => it.checkVisibility()
).map(it => [it.href, getComputedStyle(it, '::after').content])"""


def statuses(path: str) -> int:
    return 400 if path == PAGES["refused"] else 200


def test_on_paper_nothing_is_cut_and_nothing_leads_elsewhere_but_sources(
    open_tab: Callable[..., Tab],
) -> None:
    tab = open_tab(viewport=PAPER)
    tab.page.emulate_media(media="print")
    cut, ways, sources = {}, {}, 0
    for name, path in PAGES.items():
        page = tab.goto(path, status=statuses(path))
        if found := page.evaluate(WIDER_THAN_PAPER):
            cut[name] = found
        for way in ("nav", "form", "button", ".button", "summary"):
            if n := page.locator(f"{way}:visible").count():
                ways[name, way] = n
        for address, printed in page.evaluate(LINKS_ELSEWHERE):
            assert address.rstrip("/") in printed, (name, address)
            sources += 1

    assert cut == {}
    assert ways == {}
    assert sources > 5


def test_a_printed_record_says_where_it_is_and_how_old(tab: Tab) -> None:
    page = tab.goto("/en/recommendations/R-0219/?as_of=2024-07-04")
    assert not page.locator(".print-only").is_visible()

    page.emulate_media(media="print")
    printed = page.locator(".print-only").inner_text()

    assert "/en/recommendations/R-0219/?as_of=2024-07-04" in printed
    assert "as of 4 July 2024" in printed
    assert page.pdf(format="A4").startswith(b"%PDF")


@pytest.fixture
def another_site(site: str) -> Iterator[str]:
    """The address of a page of another site that frames a chart and our first page."""
    frames = "".join(
        f'<iframe id="{name}" src="{site}{path}" width="600" height="700"></iframe>'
        for name, path in {"chart": "/en/embed/position/", "home": "/en/"}.items()
    )

    class Frames(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(frames.encode())

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Frames) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


def test_a_chart_stands_in_a_frame_of_another_site_and_no_other_page_does(
    browser: Browser, site: str, another_site: str
) -> None:
    page = browser.new_context().new_page()
    page.goto(another_site)
    chart = page.frame_locator("#chart")

    chart.locator("table.bars").wait_for()
    assert "As of" in chart.locator("main").inner_text()
    assert page.frame_locator("#home").locator(".lede").count() == 0
    assert page.context.cookies() == []
    with page.context.expect_page() as opened:
        chart.locator("table.bars a").first.click()
    assert opened.value.url.startswith(f"{site}/en/recommendations/?position=")
    page.context.close()


def test_a_chart_is_as_the_reader_or_the_site_wants_it(open_tab: Callable[..., Tab]) -> None:
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    for scheme in ("light", "dark"):
        page = open_tab(color_scheme=scheme).goto("/en/embed/status/")
        followed = page.evaluate(paper)
        page.goto(f"/en/embed/status/?look={scheme}")
        assert page.evaluate(paper) == followed
        page.goto(f"/en/embed/status/?look={'light' if scheme == 'dark' else 'dark'}")
        assert page.evaluate(paper) != followed


def test_a_browser_takes_the_block_of_data_for_data(tab: Tab) -> None:
    page = tab.goto("/en/recommendations/R-0219/")
    block = page.locator('script[type="application/ld+json"]').text_content() or ""

    assert page.evaluate("text => JSON.parse(text)['@type']", block) == "CreativeWork"
    tab.no_fault()


def test_the_words_that_embed_a_chart_can_be_copied_without_scripts(
    open_tab: Callable[..., Tab],
) -> None:
    page = open_tab(java_script_enabled=False).page
    page.goto("/en/")
    page.locator("summary", has_text="Download or embed").first.click()
    page.get_by_label("For your own page").first.focus()

    assert page.get_by_label("For your own page").first.input_value().startswith("<iframe src=")
    with page.expect_download() as kept:
        page.get_by_role("link", name="PNG of China’s position").click()
    assert kept.value.suggested_filename.startswith("position-")
