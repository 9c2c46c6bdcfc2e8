"""The picture that stands for a page where its address is shared: the finding in large letters."""

from __future__ import annotations

from functools import lru_cache

from .drawing import Drawing, Shape, Text, as_png, box, is_drawable, wrapped

WIDTH, HEIGHT = 1200, 630  # what those who show it ask for
_EDGE, _INNER = 72, WIDTH - 144
_INK, _MUTED, _ACCENT = "#14181c", "#4a5260", "#0b4fa8"


@lru_cache(maxsize=64)
def picture_of(site: str, name: str, title: str, finding: str, day: str, host: str) -> bytes:
    """
    A PNG with the words of a page; the same words are drawn once.

    What the fonts have no letters for is left out: for a title there is then its `name`. Of the
    site itself the finding is all that is told; a name in small letters is for machines.
    """
    heading = next((words for words in (title, name) if is_drawable(words)), site)
    said = finding if is_drawable(finding) else ""
    if title == site:
        heading, name, said = said or site, "", ""
    has_kicker = name not in (heading, title) and is_drawable(name) and not name.islower()
    kicker = name if has_kicker else ""
    return as_png(_drawn(site, kicker, heading, said, f"{day} · {host}"), scale=1)


def _drawn(site: str, kicker: str, heading: str, finding: str, foot: str) -> Drawing:
    marks: list[Text | Shape] = [
        Shape(box(0, 0, WIDTH, 14), fill=_INK),
        Text(_EDGE, 84, site, 28, "bold", _MUTED),
        Text(_EDGE, 578, foot, 26, fill=_MUTED),
        Shape(box(_EDGE, 528, _INNER, 2), fill="#d9dce1"),
    ]
    y = 156
    if kicker:
        marks.append(Text(_EDGE, y, kicker, 30, "bold", _ACCENT))
        y += 2
    for line in wrapped(heading, "serif", 44, _INNER, 3 if finding else 6):
        y += 56
        marks.append(Text(_EDGE, y, line, 44, "serif"))
    y += 22
    for line in wrapped(finding, "sans", 32, _INNER, (512 - y) // 44):
        y += 44
        marks.append(Text(_EDGE, y, line, 32))
    return Drawing(heading, f"{heading}. {finding}", WIDTH, HEIGHT, marks)
