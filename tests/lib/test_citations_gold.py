"""How many of the citations in real submissions are found: held to a list made by hand."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from django.conf import settings

from tracker.lib.citations import Citation, citations_in
from tracker.lib.instruments import Known

HERE = Path(__file__).parent.parent
SEEDS = Path(os.environ.get("SHARED_DATA", HERE.parent.parent / "shared" / "data")).parent / "seeds"
GOLD = yaml.safe_load((HERE / "data" / "citations_gold.yaml").read_text())
MOST_WORDS = 7


@dataclass(frozen=True)
class Wanted:
    """A citation that a person found: where its words stand, and what they cite."""

    start: int
    end: int
    treaty: str
    article: str


def treaties():
    """As the project ships them."""
    rows, articles = (
        yaml.safe_load((Path(settings.BASE_DIR) / "fixtures" / f"{name}.yaml").read_text())
        for name in ("treaties", "articles")
    )
    return tuple(
        Known(
            row["code"],
            (row["short_name"], row["title"], *row.get("aliases", [])),
            tuple(a["number"] for a in articles if a["treaty"] == row["code"] and a.get("number")),
        )
        for row in rows
    )


def text_of(seed):
    path = SEEDS / seed["file"]
    if not path.exists():
        pytest.skip(f"The submissions are not on this machine: {path.name} is missing.")
    return path.read_text()


def places(text, rows):
    """Where the words of each row stand; those that come twice in a line, one after the other."""
    begins = [0]
    for line in text.split("\n"):
        begins.append(begins[-1] + len(line) + 1)
    seen = Counter()
    for line, words, *what in rows:
        assert len(words.split()) <= MOST_WORDS
        after = seen[line, words] or begins[line - 1]
        at = text.find(words, after, begins[line])
        assert at >= 0, f"line {line} does not say “{words}” so often"
        seen[line, words] = at + len(words)
        yield at, at + len(words), *what


def compared(part):
    """What is found of what is wanted, what is missed, and what is cited that nobody wanted."""
    right, missed, more = 0, [], []
    for seed in GOLD:
        text = text_of(seed)
        given = [(*row, "")[:4] for row in seed[part]]
        wanted = [Wanted(*row) for row in places(text, given)]
        found = [
            one
            for one in citations_in(text, treaties(), seed.get("heading", ""))
            if one.is_whole is (part == "wholes")
        ]
        for one in wanted:
            match = next((at for at, cited in enumerate(found) if is_same(cited, one)), None)
            if match is None:
                missed.append((seed["file"][:3], text[one.start : one.end], one.treaty))
            else:
                right += 1
                del found[match]
        more += [(seed["file"][:3], text[one.start - 30 : one.end + 10], *one[2:]) for one in found]
    return right, missed, more


def is_same(cited: Citation, wanted: Wanted) -> bool:
    is_there = cited.start <= wanted.start and wanted.end <= cited.end
    is_near = cited.start < wanted.end and wanted.start < cited.end and cited.is_whole
    return (is_there or is_near) and cited[2:] == (wanted.treaty, wanted.article)


@pytest.mark.parametrize("part", ["articles", "wholes"])
def test_what_a_person_found_is_found_and_nothing_else(part):
    right, missed, more = compared(part)

    precision, recall = right / (right + len(more)), right / (right + len(missed))
    told = f"{part}: precision {precision:.3f}, recall {recall:.3f}; missed {missed}; more {more}"
    print(told)  # noqa: T201 - `pytest -rP` shows the figures
    assert min(precision, recall) >= 0.95, told


def test_what_only_looks_like_a_citation_is_left_alone():
    for seed in GOLD:
        text = text_of(seed)
        found = citations_in(text, treaties(), seed.get("heading", ""))
        for start, end in places(text, seed["not"]):
            assert not [one for one in found if one.start < end and start < one.end]
