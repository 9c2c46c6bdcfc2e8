"""
Who recommends what within one numbered item of the UPR: texts that end with States in brackets.

    Ratify it (Peru, Chile); sign it first (Iran (Islamic Republic of)) (Bolivia, Plurinational
    State of);

are two asks, of two States each. A bracket that ends no ask, `(ICRMW)` or `(2009–2014)`, is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracker.lib.states import State, state_named

_BETWEEN = re.compile(r"[\s;,/&]*(?:and\b)?\s*")  # two brackets of the same ask
_ENDS = re.compile(r"\)*\s*(?:[;.]|$)")
_BEGINS = re.compile(r"\)*(?:[\s,]+(?=[A-Z])|\s*/)")
_OF = re.compile(r"\bof(?: the)?$")  # “Korea, Republic of” is one name
_AND = re.compile(r"\s+(?:and|&)\s+|\s*/\s*")
_EDGE = " \t\n;.,"
_LONGEST, _LONGEST_NAME = 5000, 200  # characters in one bracket, and of names joined by “and”
_SMALL = {"of", "the", "and", "de", "on", "behalf", "for", "in", "d’", "du"}
_NO_STATE = re.compile(
    r"""\d | \b(?:conventions?|protocols?|covenants?|treaty|treaties|statute|agreement|charter
    |principles|rules|act|law|code|plan|programme|program|strategy|agenda|policy|fund|goals?
    |committee|commission|council|court|office|organi[sz]ation|institutions?|articles?
    |recommendations?|resolution|declaration)\b""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Limb:
    """
    One ask of an item, without its brackets, and who makes it, as they are written.

    It is not sure where a State stands amid a sentence: `Ratify it (Peru) and sign it (Chile)`.
    """

    text: str
    makers: tuple[str, ...]
    is_sure: bool = True


@dataclass(slots=True)
class _Bracket:
    start: int
    end: int  # after the closing bracket
    names: list[str]
    is_known: bool


def limbs_in(item: str, *, about: str = "") -> list[Limb]:
    """
    Cut an item after each group of States in brackets; at least one limb, if there is any text.

    Who is no State known here still makes the ask before a `;` or at the end of the item, if it
    is written as a name: whoever checks names tells of it. The State that it is `about` never
    makes an ask, so that `Hong Kong (China)` is text. Nothing of the text is lost.
    """
    reviewed = state_named(about) if about else None
    limbs: list[Limb] = []
    begin, is_sure = 0, True
    for start, end, makers in _runs(item, reviewed):
        ends = _is_end(item, end)
        text = item[begin:start].lstrip(_EDGE + "/)").rstrip(" \t\n;,")
        limbs.append(Limb(text, makers, is_sure and ends))
        begin, is_sure = end, ends
    if re.search(r"\w", item[begin:]):
        text = item[begin:].lstrip(_EDGE + "/)").rstrip(_EDGE)
        limbs.append(Limb(text, (), is_sure))
    return limbs


def _runs(item: str, reviewed: State | None) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Brackets that name who makes an ask, those side by side as one: start, end, names."""
    start = end = 0
    names: list[str] = []
    for bracket in _brackets(item):
        if not _names_makers(item, bracket, reviewed):
            continue
        if names and not _BETWEEN.fullmatch(item, end, bracket.start):
            yield start, end, tuple(dict.fromkeys(names))
            names = []
        if not names:
            start = bracket.start
        names += bracket.names
        end = bracket.end
    if names:
        yield start, end, tuple(dict.fromkeys(names))


def states_in(words: str) -> list[str]:
    """The names in one bracket: `A, B and C (Republic of)`; a comma within a name stays."""
    names: list[str] = []
    if len(words) > _LONGEST:
        return [words]
    for part in _parts(words):
        name = part.removeprefix("and ").strip()
        joined = f"{names[-1]}, {name}" if names else ""
        if joined and not _is_state(name) and (_OF.search(name) or _is_state(joined)):
            names[-1] = joined
        elif name:
            names += _split_at_and(name)
    return names


def _names_makers(item: str, bracket: _Bracket, reviewed: State | None) -> bool:
    """Whether the names in it make the ask before it; else the bracket is part of the text."""
    if not bracket.is_known:
        return bool(_ENDS.match(item, bracket.end)) and _is_written_as_names(bracket.names)
    return reviewed is None or all(state_named(name) != reviewed for name in bracket.names)


def _is_end(item: str, at: int) -> bool:
    """Whether an ask is over here, by how the text goes on."""
    return bool(_ENDS.match(item, at) or _BEGINS.match(item, at))


def _brackets(text: str) -> Iterator[_Bracket]:
    """Each outermost bracket. One that is not closed ends with the text, if it names States."""
    opened: list[int] = []
    closed: list[tuple[int, int]] = []
    for at, letter in enumerate(text):
        if letter == "(":
            opened.append(at)
        elif letter == ")" and opened:
            closed.append((opened.pop(), at + 1))
    last = _unclosed(text, opened[-1]) if opened else None
    outer = 0
    for start, end in sorted(closed):
        if start >= outer and not (last and start > last.start):
            outer = end
            names = states_in(text[start + 1 : end - 1])
            yield _Bracket(start, end, names, all(map(_is_state, names)))
    if last:
        yield last


def _unclosed(text: str, start: int) -> _Bracket | None:
    inside = text[start + 1 :].strip(_EDGE)
    names = states_in(inside + ")" * (inside.count("(") - inside.count(")")))
    is_known = bool(names) and all(map(_is_state, names))
    return _Bracket(start, len(text), names, is_known) if is_known else None


def _parts(words: str) -> Iterator[str]:
    """What stands between the commas and semicolons that are in no further bracket."""
    depth, start = 0, 0
    for at, letter in enumerate(words):
        depth += (letter == "(") - (letter == ")")
        if letter in ",;" and depth <= 0:
            yield words[start:at].strip()
            start = at + 1
    yield words[start:].strip(_EDGE)


def _split_at_and(name: str) -> list[str]:
    """`Peru and Chile` are two, `Bosnia and Herzegovina` is one, as is what nobody knows."""
    if not _is_state(name) and len(name) < _LONGEST_NAME:
        for found in _AND.finditer(name):
            if _is_state(first := name[: found.start()]):
                others = _split_at_and(name[found.end() :])
                if all(map(_is_state, others)):
                    return [first, *others]
    return [name]


def _is_state(name: str) -> bool:
    return state_named(name) is not None


def _is_written_as_names(names: Iterable[str]) -> bool:
    return all(map(_is_written_as_name, names))


def _is_written_as_name(name: str) -> bool:
    """Whether it could be the name of a State: capitals, no acronym, no instrument."""
    words = re.findall(r"[\w’'.-]+", name)
    if not words or len(words) > 10 or _NO_STATE.search(name) or not re.search("[a-zß-ÿ]", name):
        return False
    return all(word in _SMALL or word[0].isupper() for word in words)
