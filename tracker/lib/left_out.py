"""Words that a search passes over: they stand in every text or only hold others together."""

from __future__ import annotations

import re

# PostgreSQL's english.stop: words that its index leaves out.
_ENGLISH = """
    i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she
    her hers herself it its itself they them their theirs themselves what which who whom this that
    these those am is are was were be been being have has had having do does did doing a an the and
    but if or because as until while of at by for with about against between into through during
    before after above below to from up down in out on off over under again further then once here
    there when where why how all any both each few more most other some such no nor not only own
    same so than too very s t can will just don should now
"""
STOP_WORDS = frozenset(_ENGLISH.split())
IN_CAPITALS = STOP_WORDS | {"us"}  # names of somebody only when in capitals: WHO, US

# What Korean and Chinese put between the words that matter, where it is written by itself.
_BETWEEN = """
    및 와 과 등 또는 혹은 그리고 위한 위해 대한 대해 관한 관해 의한 있는 하는
    당한 모든 내 중 것
    的 和 与 及 或 之 等 以及 关于 对于 在 对 所有
"""
BETWEEN = frozenset(_BETWEEN.split())
_PARTICLES = """
    에서는 에서의 에서 에게서 에게 에의 에는 으로의 으로 로의 부터 까지 만을 과의 와의
    은 는 이 가 을 를 의 에 와 과 도 로 만
"""
_VERBS = "하지 하는 하여 해야 하라 되는 되지 당한 당하는 시키는 시킨 인 적 한 할 된 될"


def _any(words: str) -> str:
    return "|".join(words.split())


_SUFFIX = re.compile(f"들?(?:{_any(_PARTICLES)}|{_any(_VERBS)})?(?:{_any(_BETWEEN)})?")
_ENDING = re.compile(f"(?<=..)(?:{_any(_PARTICLES)})$")


def is_suffix(text: str) -> bool:
    """Whether it adds nothing to the known Korean or Chinese term before it: 의, 들을, 하는, 的."""
    return bool(_SUFFIX.fullmatch(text))


def without_ending(word: str) -> str:
    """A Korean word without its particle, if two syllables are left: 인권을 → 인권."""
    return _ENDING.sub("", word)
