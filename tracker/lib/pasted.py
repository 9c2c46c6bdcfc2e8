"""Asks in a text that was pasted from a document: one for each number, paragraph or line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .folding import HAN

_DIGITS = r"[0-9０-９]{1,3}(?:\.[0-9]{1,4}){0,3}"
_HANGUL, _CHINESE = "[가나다라마바사아자차카타파하]", "[一二三四五六七八九十]{1,3}"
_ROMAN = "[ivxIVX]{1,5}"
_NUMBER = rf"{_DIGITS}|{_ROMAN}|[A-Za-z]|{_HANGUL}|{_CHINESE}"
_MARK = re.compile(
    rf"""\s*(?:
        [-–—•▪·*●○◦■□▶※]\s+
        | [(（\[]\s?(?P<within>{_NUMBER})\s?[)）\]]\s*
        | (?P<before>{_NUMBER})(?:[.)．）](?=\s|$)\s*|[、．]\s*)
        | (?P<alone>[0-9]{{1,3}}\.[0-9]{{1,4}})\s+
        | (?P<ringed>[①-⑳])\s*
    )""",
    re.VERBOSE,
)
_UNSPACED = re.compile(rf"[{HAN}\u3041-\u30fa、。，；：）」]$")
_SENTENCE = re.compile(r"(?<=[.;!?。；！？])\s")
_BRACKET = re.compile(r"\s*[(（]((?:[^()（）]|\([^()]*\)){2,2000})[)）][\s.;。；]*\Z")
_TITLE = 80  # characters


@dataclass(frozen=True)
class Item:
    """
    One ask as it was pasted: the `mark` before it, what that numbers it as, and its text.

    A letter below a number is numbered by both, `12(a)`; a dash numbers nothing.
    """

    mark: str
    number: str
    text: str


def items_in(text: str) -> list[Item]:
    """
    Cut a text where a line begins with a number, a letter or a dash; else between paragraphs, or
    else between lines.

    Lines that were broken in the middle are joined. But for white space nothing is lost: marks and
    texts joined are the text that was pasted.
    """
    lines = text.splitlines()
    if any(_MARK.match(line) for line in lines):
        return [*_marked(lines)]
    paragraphs = [part.splitlines() for part in re.split(r"\n\s*\n", "\n".join(lines))]
    whole = [_joined(part) for part in paragraphs if _joined(part)]
    if len(whole) == 1:
        whole = [" ".join(line.split()) for line in lines if line.strip()]
    return [Item("", "", one) for one in whole]


def _marked(lines: list[str]) -> Iterator[Item]:
    mark, number, above = "", "", ""
    held: list[str] = []
    for line in lines:
        found = _MARK.match(line)
        if found:
            if mark or _joined(held):
                yield Item(mark, number, _joined(held))
            mark = "".join(found[0].split())
            number, above = _numbered(found, above)
            line, held = line[found.end() :], []
        held.append(line)
    yield Item(mark, number, _joined(held))


def _numbered(found: re.Match[str], above: str) -> tuple[str, str]:
    """What a mark numbers its item as, and the number that letters after it are below."""
    ringed = found["ringed"]
    name = found["within"] or found["before"] or found["alone"] or ringed or ""
    if not name or ringed:
        return name, above
    if name[0].isdecimal():
        return name, name
    return (f"{above}({name})" if above else f"({name})"), above


def _joined(lines: list[str]) -> str:
    """Lines as a text; an empty line begins a paragraph, which is a line of its own."""
    text = ""
    for line in lines:
        words = " ".join(line.split())
        if not words:
            text += "\n" if text and not text.endswith("\n") else ""
        elif not text or text.endswith("\n") or _UNSPACED.search(text):
            text += words
        else:
            text += f" {words}"
    return text.strip()


def last_bracket(text: str) -> tuple[str, str]:
    """The words before a bracket that ends a text, and what is within it; "" if none does."""
    found = _BRACKET.search(text)
    return (text[: found.start()], found[1].strip()) if found else (text, "")


def title_of(text: str) -> str:
    """A first title for an ask: its first sentence, cut between words if that is long."""
    first = _SENTENCE.split(" ".join(text.split()), maxsplit=1)[0].rstrip(" .;。；")
    if len(first) <= _TITLE:
        return first
    cut = first[:_TITLE]
    return (cut.rsplit(" ", 1)[0] if " " in cut[20:] else cut).rstrip(" ,;:、，") + "…"
