"""A spreadsheet of asks with their answers, as CSV: what its columns mean, and rows for it."""

from __future__ import annotations

import csv
import io
import random

from . import shape
from .records import words_of_a_text

COLUMNS = {
    "No": "key", "Recommendation": "text", "Title": "title", "Recommended by": "made_by",
    "Themes": "themes", "Groups": "groups", "Articles": "articles", "Paragraph": "locator",
    "Date": "made_on", "Action": "strength", "Response": "position", "Response date": "answered_on",
}  # fmt: skip
CYCLE, DOCUMENT, REPLIES = "cycle-11", "document-10", "document-20"
SETTINGS = {"state": "body-1", "cycle": CYCLE, "document": DOCUMENT, "replies": REPLIES}


def settings(seed: int) -> dict[str, str]:
    """What a person says of a file: each is of another review."""
    return SETTINGS | {"cycle": f"cycle-{11 + seed}"}


def rows(seed: int, count: int) -> list[list[str]]:
    """So many asks, the same for the same seed: what each cell says."""
    rng = random.Random(seed)
    return [_row(rng, f"{seed}-{number}") for number in range(count)]


def _row(rng: random.Random, key: str) -> list[str]:
    words, _ = words_of_a_text(rng)
    text = " ".join(words).capitalize()
    makers = rng.sample(range(2, shape.EDITORS), rng.randint(1, 2))
    themes = rng.sample(range(1, shape.THEMES + 1), rng.randint(1, 3))
    groups = rng.sample(range(1, shape.GROUPS + 1), rng.randint(1, 2))
    articles = rng.sample(range(shape.TREATIES * shape.ARTICLES), rng.randint(1, 4))
    treaties = (divmod(article, shape.ARTICLES) for article in articles)
    return [
        key, text, " ".join(words[:7]).capitalize(),
        "; ".join(f"Body {maker:03}" for maker in makers),
        "; ".join(f"Subject {theme}" for theme in themes),
        "; ".join(f"People {group}" for group in groups),
        "; ".join(f"Treaty {treaty + 1} {number + 1}" for treaty, number in treaties),
        f"item {key}", f"2024-01-{rng.randint(10, 28)}", str(rng.randint(1, 5)),
        rng.choice(["Supported", "Noted"]), "2024-07-04",
    ]  # fmt: skip


def as_csv(found: list[list[str]]) -> bytes:
    """The rows as a spreadsheet program saves them."""
    text = io.StringIO()
    csv.writer(text).writerows([list(COLUMNS), *found])
    return text.getvalue().encode("utf-8-sig")
