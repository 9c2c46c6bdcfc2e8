"""A chapter of docs/guide/, held against the pages that it speaks of."""

import hashlib
import json
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page

from tests.browser.tabs import WIDE

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide"
MARKS = GUIDE / "img" / "pictures.json"
ANEW = bool(os.environ.get("GUIDE_PICTURES"))
LARGEST = 150_000  # bytes of a picture
ROUND = 8  # pixels of the page above and below what is pictured

BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
PICTURE = re.compile(r"!\[(.*?)\]\(img/(.+?)\.png\)", re.DOTALL)
MONTHS = "january february march april may june july august september october november december"
DATED = {form for month in MONTHS.split() for form in (month, month[:3])} | {"utc"}
COUNTED = re.compile(r"\bd-\w+|\S*\d\S*")  # numbers, dates, times, the references of drafts

# What is seen, and the names of controls as they are written, without the capitals of a style.
SAID = """() => {
    const named = "a, button, caption, dt, h1, h2, h3, h4, label, legend, option, summary, th";
    const seen = element => (element.closest("select") ?? element).checkVisibility();
    const attributes = ["aria-label", "placeholder"];
    return [
        ...document.body.innerText.split("\\n"),
        ...[...document.querySelectorAll(named)].filter(seen).map(element => element.textContent),
        ...attributes.flatMap(name => [...document.querySelectorAll(`[${name}]`)].filter(seen)
            .map(element => element.getAttribute(name))),
    ];
}"""
PLACE = """element => {
    const box = element.getBoundingClientRect();
    return [box.top + scrollY, box.bottom + scrollY];
}"""


def plain(text: str) -> str:
    return " ".join(text.split())


def mark_of(words: str) -> str:
    """Of what a picture says, whatever the day it was taken on and the numbers in it."""
    written = COUNTED.sub(" ", words.lower())
    kept = [word for word in re.findall(r"\w+", written) if word not in DATED]
    return hashlib.sha256(" ".join(kept).encode()).hexdigest()[:16]


def shown_by(chapter: Path) -> dict[str, str]:
    """The pictures of a chapter, each with what it says to who cannot see it."""
    return {name: plain(words) for words, name in PICTURE.findall(chapter.read_text())}


@dataclass
class Chapter:
    """Collects what the pages say on the way, and takes the pictures."""

    name: str
    said: set[str] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)
    stale: list[str] = field(default_factory=list)

    @property
    def path(self) -> Path:
        return GUIDE / f"{self.name}.md"

    def reads(self, page: Page) -> None:
        page.wait_for_load_state()
        self.said |= {plain(line) for line in page.evaluate(SAID)}

    def shows(self, name: str, *parts: Locator) -> None:
        """A picture: the whole width of the page, from the first of the parts to the last."""
        page = parts[0].page
        self.reads(page)
        self.taken.add(name)
        mark = mark_of(" ".join(part.inner_text() for part in parts))
        marks = json.loads(MARKS.read_text()) if MARKS.exists() else {}
        if ANEW:
            self._takes(page, name, [part.evaluate(PLACE) for part in parts])
            MARKS.write_text(json.dumps(marks | {name: mark}, indent=2, sort_keys=True) + "\n")
        elif marks.get(name) != mark:
            self.stale.append(name)

    def _takes(self, page: Page, name: str, places: list[list[float]]) -> None:
        top = max(0, min(place[0] for place in places) - ROUND)
        height = max(place[1] for place in places) + ROUND - top
        page.evaluate("scrollTo(0, 0)")  # what stays in sight stands where it belongs
        taken = page.screenshot(
            path=MARKS.with_name(f"{name}.png"), full_page=True, animations="disabled",
            clip={"x": 0, "y": top, "width": WIDE["width"], "height": height},
        )  # fmt: skip
        assert len(taken) <= LARGEST, f"{name}: {len(taken)} bytes; show less of the page"

    def is_true(self) -> None:
        """Whatever it names in bold was there, and its pictures are those that were taken."""
        everything = "\n".join(self.said)
        named = [plain(words) for words in BOLD.findall(self.path.read_text())]
        missing = [
            words
            for words in named
            if not re.search(rf"(?<!\w){re.escape(words)}(?!\w)", everything)
        ]
        assert not missing, f"{self.path.name} names what no page says: {missing}"
        shown = set(shown_by(self.path))
        assert shown == self.taken, f"{self.path.name} shows {shown}, not {self.taken}"
        assert not self.stale, f"the pages say something else by now, run make guide: {self.stale}"
