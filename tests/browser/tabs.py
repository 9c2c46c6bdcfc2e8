"""A tab of the browser that writes down what goes wrong in it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import axe_playwright_python
from playwright.sync_api import ConsoleMessage, Page, Request, Response

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TOLD_OTHERWISE = (
    "Failed to load resource: the server responded",  # by its status
    "htmx:sendAbort", "htmx:afterRequest",  # a later question made this one pointless
)  # fmt: skip


@dataclass(frozen=True)
class Account:
    """Somebody who can sign in."""

    email: str
    password: str


@dataclass
class Tab:
    """`faults`: console errors, failed requests, requests to elsewhere, cookies on public pages."""

    page: Page
    site: str
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        note = self.faults.append
        page = self.page
        page.on("console", self._is_quiet)
        page.on("pageerror", lambda error: note(f"script: {error}"))
        page.on("request", lambda request: self._stays_here(request.url))
        page.on("requestfailed", self._has_failed)
        page.on("response", self._is_in_order)

    def goto(self, path: str, *, status: int = 200) -> Page:
        """Open a page of the site; of a public one, make sure that it leaves no cookie."""
        response = self.page.goto(path)
        assert response is not None, path
        assert response.status == status, path
        if urlsplit(path).path.startswith("/en/"):
            assert self.page.context.cookies() == []
            assert self.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
        self.no_fault()
        return self.page

    def no_fault(self) -> None:
        assert self.faults == []

    def violations(self, *, colours: bool = True, only: str = "") -> list[str]:
        """
        What axe-core finds on the page, a line for each element; `colours` take most time.

        With `only`, by that rule alone.
        """
        if self.page.evaluate("typeof axe") == "undefined":
            self.page.evaluate(AXE.read_text())  # by the debugger, which no policy hinders
        asked = {
            "runOnly": {"type": "rule", "values": [only]}
            if only
            else {"type": "tag", "values": RULES},
            "rules": {"color-contrast": {"enabled": colours}},
            "resultTypes": ["violations"],
        }
        found: dict[str, Any] = self.page.evaluate("asked => axe.run(document, asked)", asked)
        return [
            f"{rule['id']}: {rule['help']}: {node['html'][:200]}"
            for rule in found["violations"]
            for node in rule["nodes"]
        ]

    def overflow(self) -> int:
        """How many pixels the page is wider than the window."""
        return int(
            self.page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
        )

    def _stays_here(self, url: str) -> None:
        if not url.startswith((f"{self.site}/", "data:", "blob:")):
            self.faults.append(f"request to elsewhere: {url}")

    def _has_failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the tab went on to another page
            self.faults.append(f"failed: {request.url} {request.failure}")

    def _is_in_order(self, response: Response) -> None:
        bad = 500 if response.request.is_navigation_request() else 400
        if response.status >= bad:
            self.faults.append(f"{response.status}: {response.url}")

    def _is_quiet(self, said: ConsoleMessage) -> None:
        if said.type == "error" and not said.text.startswith(TOLD_OTHERWISE):
            self.faults.append(f"console: {said.text}")
