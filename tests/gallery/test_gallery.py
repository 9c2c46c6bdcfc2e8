"""Every component has its place in the gallery, in each of its states; `make gallery` shows it."""

import os
import re
from pathlib import Path

from tests.gallery.page import components, gallery, rendered
from tests.gallery.samples import samples

EMPTY = {("certainty_tag", "Seen in the text or a copy of it")}  # which needs no mark
WHERE_THERE_ARE_NONE = {"translations", "by_review", "happened", "invoked_most", "portrait"}


def test_every_component_has_its_place_and_shows_something(client, seeded):
    shown = samples(client)

    assert sorted(shown) == components()
    assert all(shown.values())
    for name, states in shown.items():
        for state, context in states.items():
            html = rendered(name, context)
            is_empty = (name, state) in EMPTY or (name in WHERE_THERE_ARE_NONE and "no" in state)
            assert bool(html) is not is_empty, (name, state)
            assert "{{" not in html
            assert "{%" not in html


def test_the_page_is_whole_in_itself(client, seeded):
    page = gallery(samples(client))

    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert not re.findall(r'<(?:link|script|img)[^>]*(?:src|href)="', page)
    for name in components():
        assert page.count(f"<h2>{name}</h2>") == 2, name
    if where := os.environ.get("GALLERY"):
        Path(where).parent.mkdir(exist_ok=True)
        Path(where).write_text(page)
