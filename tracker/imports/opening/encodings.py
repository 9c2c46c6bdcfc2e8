"""
Bytes into text: which encoding a file is in, by evidence.

Unicode shows itself. What is left is older: Korean and Chinese bytes come in pairs; Western ones
stand alone, and which of two readings makes words is judged letter by letter. Where that is not
certain a person is told what would differ, and may choose.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

from tracker.imports.asks import Refused

ENCODINGS = {
    "utf-8": "UTF-8",
    "cp1252": "Windows, Western (cp1252)",
    "mac-roman": "Mac Roman",
    "utf-16": "UTF-16",
    "cp949": "Korean (cp949)",
    "gb18030": "Chinese (GB 18030)",
}
_MARKS = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
_NO_TEXT = (
    "This file is not text: it holds zero bytes. It may be another kind of file under this name; "
    "open it in its program and save it as .xlsx or as CSV in UTF-8."
)
_PROBED = 4_000  # letters that are judged
_SHOWN = 5  # places that a person is shown
_SURE_BY = 3.0
_HIGH = re.compile(rb"[\x80-\xff]+")
_ENDING = re.compile(r"(?:s|t|d|m|re|ve|ll)(?![^\W\d_])")
_ACCENTED = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœšžßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒŠŽ")
_IN_PLACE = {
    "–": r"(?<=[\s\w])–(?=[\s\w])", "—": r"(?<=[\s\w])—(?=[\s\w])",
    "“": r"(?<![^\W_])“(?=\w)", "”": r"(?<=[\w.,;!?])”(?!\w)",
    "…": r"(?<=\w)…", "•": r"(?<!\w)•", "°": r"(?<=\d)°", "º": r"(?<=\d)º", "ª": r"(?<=\d)ª",
    "§": r"§(?=\s?\d)", "€": r"€", "£": r"£(?=\s?\d)", "\xa0": "\xa0", "«": r"«", "»": r"»",
}  # fmt: skip
_PATTERNS = {letter: re.compile(pattern) for letter, pattern in _IN_PLACE.items()}


@dataclass(slots=True, kw_only=True)
class Decoded:
    """
    A file's text, and how it was found.

    `previews` has, where the file is no Unicode, some words as each encoding in question reads
    them: {"mac-roman": ["vis-à-vis"], "cp1252": ["vis-ˆ-vis"]}.
    """

    text: str
    encoding: str
    is_sure: bool = True
    told: list[str] = field(default_factory=list)
    previews: dict[str, list[str]] = field(default_factory=dict)


def decoded(data: bytes, encoding: str = "") -> Decoded:
    """
    The text of a file; `encoding` is what a person chose (a key of ENCODINGS), "" to find it.

    Refuses what is no text, and an encoding that there is not.
    """
    if encoding:
        return _as_chosen(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _told_of_losses(data[len(mark) :] if name == "utf-8" else data, name)
    wide = _utf_16_without_mark(data)
    if wide:
        return _told_of_losses(data, wide)
    if b"\0" in data:
        raise Refused(_NO_TEXT)
    try:
        return Decoded(text=data.decode(), encoding="utf-8")
    except UnicodeDecodeError:
        return _by_evidence(data)


def _as_chosen(data: bytes, encoding: str) -> Decoded:
    if encoding not in ENCODINGS:
        known = ", ".join(ENCODINGS)
        raise Refused(f"There is no encoding “{encoding}” here. Choose one of {known}.")
    for mark, name in _MARKS:
        if data.startswith(mark) and name == encoding == "utf-8":
            data = data[len(mark) :]
    if encoding == "utf-16" and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = _utf_16_without_mark(data) or encoding
    return _told_of_losses(data, encoding)


def _told_of_losses(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    if "\0" in text:
        raise Refused(_NO_TEXT)
    name = "utf-16" if encoding.startswith("utf-16") else encoding
    lost = text.count("\ufffd")
    if not lost:
        return Decoded(text=text, encoding=name)
    told = (
        f"{lost:,} {'letter' if lost == 1 else 'letters'} could not be read as "
        f"{ENCODINGS.get(name, name)}; “\ufffd” stands for each. If the file has letters there, "
        "choose another encoding."
    )
    return Decoded(text=text, encoding=name, is_sure=False, told=[told])


def _utf_16_without_mark(data: bytes) -> str:
    """UTF-16 shows by the zero bytes beside plain letters: every second one, on one side."""
    start = data[:2000]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if len(data) % 2 == 0 and max(even, odd) > len(start) / 5 and min(even, odd) == 0:
        return "utf-16-le" if odd else "utf-16-be"
    return ""


def _by_evidence(data: bytes) -> Decoded:
    runs = _HIGH.findall(data)
    high = sum(map(len, runs))
    broken = data.decode("utf-8", "replace")
    if broken.count("\ufffd") * 20 < high:
        return _told_of_losses(data, "utf-8")
    paired = sum(len(run) for run in runs if len(run) > 1)
    if paired > 0.9 * high:
        for name, letters in (
            ("cp949", "[가-힣]"),
            ("gb18030", "[\u3000-\u303f一-龥\uff00-\uff60]"),
        ):
            text = data.decode(name, "replace")
            others = re.findall(r"[^\x00-\x7f]", text)
            if len(re.findall(letters, text)) > 0.85 * len(others):
                told = [f"The file is no Unicode; it was read as {ENCODINGS[name]}."]
                return Decoded(text=text, encoding=name, told=told)
    return _western(data)


def _western(data: bytes) -> Decoded:
    texts = {name: data.decode(name, "replace") for name in ("cp1252", "mac-roman")}
    places = [match.start() for match in _HIGH.finditer(data)][:_PROBED]
    scores = {name: sum(_score(text, at) for at in places) for name, text in texts.items()}
    best, other = sorted(scores, key=lambda name: -scores[name])
    is_sure = scores[best] - scores[other] >= _SURE_BY and scores[best] > 2 * scores[other]
    shown = _differing(texts, best, other, places)
    first = [f"“{one}” (otherwise “{two}”)" for one, two in zip(*shown.values(), strict=True)]
    told = (
        f"The file is no Unicode; by its letters it is {ENCODINGS[best]}: {', '.join(first[:2])}."
        if is_sure
        else f"Its letters do not tell the encoding for certain. It was read as {ENCODINGS[best]}; "
        f"as {ENCODINGS[other]} it would differ: {', '.join(first)}. Choose what reads well."
    )
    return Decoded(text=texts[best], encoding=best, is_sure=is_sure, told=[told], previews=shown)


def _differing(
    texts: dict[str, str], best: str, other: str, places: list[int]
) -> dict[str, list[str]]:
    """Words where the two readings differ, each once, as both have them."""
    shown: dict[str, list[str]] = {best: [], other: []}
    for at in places:
        start, end = _word(texts[best], at)
        here = texts[best][start:end]
        if here not in shown[best] and here != texts[other][start:end]:
            shown[best].append(here)
            shown[other].append(texts[other][start:end])
        if len(shown[best]) == _SHOWN:
            break
    return shown


def _word(text: str, at: int) -> tuple[int, int]:
    start = max(text.rfind(stop, max(at - 30, 0), at) for stop in ' \t\r\n,;|"') + 1
    ends = [end for stop in ' \t\r\n,;|"' if (end := text.find(stop, at + 1, at + 30)) > 0]
    return start or max(at - 30, 0), min(ends, default=at + 30)


def _score(text: str, at: int) -> float:
    """How likely it is that the letter at a place was meant: positive is likely."""
    letter, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if letter in _ACCENTED:
        if letter.isupper() and (before.islower() or (before.isalpha() and after.islower())):
            return -2
        return 1 if before.isalpha() or after.isalpha() else -0.5
    if letter in "’‘":
        return _apostrophe(text, at, before, after)
    if letter in _PATTERNS:
        return 2 if _PATTERNS[letter].match(text, at) else -1
    return -3 if letter == "\ufffd" else -1


def _apostrophe(text: str, at: int, before: str, after: str) -> float:
    if text[at] == "’" and before.isalpha() and _ENDING.match(text, at + 1):
        return 3
    if text[at] == "’" and before == "s" and not after.isalpha():
        return 2
    return 1 if before.isalpha() != after.isalpha() or text[at] == "’" else -1
