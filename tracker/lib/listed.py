"""Names and clauses in a row, as the language of the page joins them."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import pgettext


def in_a_row(words: Iterable[str]) -> str:
    """“A, B, C”: where no “and” belongs, as between the parts of a label."""
    return pgettext("between names in a row", ", ").join(words)


def listed(words: Iterable[str]) -> str:
    """“A, B and C”: within a sentence."""
    *first, last = [*words] or [""]
    if not first:
        return last
    both = pgettext("names in a row", "{names} and {last}")
    return both.format(names=in_a_row(first), last=last)
