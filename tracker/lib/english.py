"""Words of ours as files, programs and staff have them, whatever language a page is in."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import override

Label = str | Promise  # words that may wait for the language of whoever reads them


def in_english(words: Iterable[Label]) -> tuple[str, ...]:
    """Words that are marked for translation, as they are written."""
    with override("en"):
        return tuple(map(str, words))
