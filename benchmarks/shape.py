"""What the synthetic data is like: how many of what, under which keys, and the words asked for."""

from __future__ import annotations

SEED = 20
WRITER, APPROVER = 1, 2
CHINA, EDITORS = 1, 300
ORGANISATIONS, TREATIES, ARTICLES, MECHANISMS, CYCLES = 300, 12, 20, 10, 120
DOCUMENTS, THEMES, GROUPS, DEVELOPMENTS = 600, 30, 8, 50
ARTICLE_IDS = range(TREATIES + 1, TREATIES + TREATIES * ARTICLES + 1)  # the wholes come first
COMMON = "detention"  # in a tenth of all records
RARE = "consulate"  # in one of five thousand
KOREAN = "북송"  # in one of twenty; two syllables


def mechanism_of(cycle: int) -> int:
    return cycle % MECHANISMS + 1


def cycle_of(document: int) -> int:
    return document % CYCLES + 1
