"""The articles that an ask cites itself, and those that what governs it cites."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.lib.citations import citations_in
from tracker.lib.instruments import Known


def cited(text: str, governing: Iterable[str], treaties: Sequence[Known]) -> list[dict[str, str]]:
    """
    Articles as an ask has them, each once: *explicit* if the text names it, *section* if one of the
    `governing` texts does, such as its heading. A treaty that is named without an article is left
    to a person.
    """
    above = [one for one in governing if one]
    found = dict.fromkeys(_in(text, treaties, " ".join(above)), "explicit")
    for one in above:
        for article in _in(one, treaties, ""):
            found.setdefault(article, "section")
    return [{"article": name, "basis": basis, "note": ""} for name, basis in found.items()]


def _in(text: str, treaties: Sequence[Known], heading: str) -> list[str]:
    return [
        f"{one.treaty} {one.article}"
        for one in citations_in(text, treaties, heading)
        if one.article
    ]
