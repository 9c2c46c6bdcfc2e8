"""The mark before a paragraph: a number, a letter, a bullet, or two of them (“- a.”)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .paragraphs import Paragraph

_BULLETS = "-–—•▪·●○◦■□▶※\uf0b7*"
_HANGUL, _CHINESE = "가나다라마바사아자차카타파하", "一二三四五六七八九十"
_RINGED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BULLET = re.compile(rf"[{re.escape(_BULLETS)}o](?:\s+|(?<=[•▪●■▶※\uf0b7]))")
_NUMBER = re.compile(
    rf"""
    (?P<open>[(（\[])?\s?
    (?P<sign>\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}|[ivxlIVXL]{{1,6}}|[A-Za-z]|[{_HANGUL}](?=[.)])
      |[{_CHINESE}]{{1,3}}(?=[、)）.])|[{_RINGED}])
    (?P<close>[.)）\]、．:]+(?=\s|\Z|[\u4e00-\u9fff\uac00-\ud7a3])|(?=\s))
    \s*
    """,
    re.VERBOSE,
)
_ROMAN = re.compile(r"(?:x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: its `kind` (all of one list are of one), which in order, and as it is written."""

    kind: str
    number: int
    written: str
    is_bracketed: bool = False

    @property
    def shown(self) -> str:
        return f"({self.written})" if self.is_bracketed else self.written

    @property
    def is_bullet(self) -> bool:
        return self.kind.startswith("bullet")


def mark_of(one: Paragraph, above: Sequence[Mark] = ()) -> tuple[Mark | None, str]:
    """The mark of a paragraph and the text after it; `above` are the marks of open items."""
    if one.mark:
        found = _read(one.mark, above)
        return (found[0] if found else _bullet(one.mark, above)), one.text
    text = one.text
    bullet = _BULLET.match(text)
    rest = text[bullet.end() :] if bullet else text
    if found := _read(rest, above):
        return found[0], rest[found[1] :]
    if bullet and rest:
        return _bullet(bullet[0].strip(), above), rest
    return (_bullet("•", above), text) if one.is_item else (None, text)


def _bullet(sign: str, above: Sequence[Mark]) -> Mark:
    kind = f"bullet {sign}"
    before = next((mark.number for mark in above if mark.kind == kind), 0)
    return Mark(kind, before + 1, sign)


def _read(text: str, above: Sequence[Mark]) -> tuple[Mark, int] | None:
    found = _NUMBER.match(text)
    if not found:
        return None
    sign, is_closed = found["sign"], bool(found["close"])
    if not is_closed and not ("." in sign and sign[0].isdecimal()) and sign not in _RINGED:
        return None  # a word rather than a mark: “A report”, “10 women”
    if found["close"].startswith(":") and not sign[0].isdecimal():
        return None
    kind, number = _kind(sign, above)
    bracketed = bool(found["open"])
    return Mark(f"{kind}{'()' if bracketed else ''}", number, sign, bracketed), found.end()


def _kind(sign: str, above: Sequence[Mark]) -> tuple[str, int]:
    if sign[0].isdecimal() and sign not in _RINGED:
        parts = sign.split(".")
        return f"digits {len(parts)}", int(parts[-1])
    for name, letters in (("hangul", _HANGUL), ("chinese", _CHINESE), ("ringed", _RINGED)):
        if sign[0] in letters:
            return name, letters.index(sign[-1]) + 1
    case = "upper" if sign[0].isupper() else "lower"
    letter = ord(sign[0].lower()) - ord("a") + 1
    goes_on = any(
        mark.kind.startswith(f"{case} letter") and mark.number == letter - 1 for mark in above
    )
    if _ROMAN.fullmatch(sign) and not (len(sign) == 1 and goes_on):
        return f"{case} roman", _value(sign.lower())
    return f"{case} letter", letter if len(sign) == 1 else 0


def _value(roman: str) -> int:
    values = [_VALUES[sign] for sign in roman]
    after = [*values[1:], 0]
    return sum(-one if one < then else one for one, then in zip(values, after, strict=True))
