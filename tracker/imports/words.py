"""Words as files have them, made clean; and folded, so that copies of the same words are equal."""

from __future__ import annotations

import html
import re
import unicodedata

import ftfy

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
# Soft hyphens, zero-width spaces, marks of direction: seen by nobody, and words differ by them.
# The zero-width joiners stay: some scripts are read otherwise without them.
_UNSEEN = re.compile(
    "[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
)
# Control characters; halves of a pair, which are no text; “_x000D_”, as Excel writes a line's end.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]|_x000[dD]_")
_HALF = re.compile("[\ud800-\udfff]")
_NOTHING_TO_DO = re.compile(r"[!-%'-^`-~]+(?: [!-%'-^`-~]+)*")
# Letters of more than one byte that were read byte by byte stand as two odd ones side by side.
_PERHAPS_BROKEN = re.compile("[\u0080-\u2fff\ufb00-\ufb04]{2}|[\u0080-\u009f]|[ÂÃ] ")
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum())
_AS_CAREFUL_AS_CAN_BE = ftfy.TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    replace_lossy_sequences=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=False,
    remove_control_chars=False,
    normalization=None,
    explain=False,
)


def clean(text: str) -> str:
    """
    The text as its author wrote it, in one line.

    Entities and letters that were decoded wrongly are put right, soft hyphens and other unseen
    characters taken out, white space of any kind is one space. Cleaning what is clean changes
    nothing.
    """
    if _NOTHING_TO_DO.fullmatch(text):
        return text
    cleaned = _clean_once(text)
    while cleaned != text:
        text, cleaned = cleaned, _clean_once(cleaned)
    return cleaned


def _clean_once(text: str) -> str:
    if "&" in text:
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
    if not text.isascii():
        if _PERHAPS_BROKEN.search(text):
            text = ftfy.fix_encoding(text, _AS_CAREFUL_AS_CAN_BE)
        text = _HALF.sub("\ufffd", _UNSEEN.sub("", text))
        text = unicodedata.normalize("NFC", text)
    return " ".join(_CONTROL.sub(" ", text).split())


def folded(text: str) -> str:
    """
    The text for a key: the letters and digits of the clean text, without case, width and accents.

    Copies of the same words fold to the same, whatever became of spaces, quotation marks, dashes,
    entities and accents on the way.
    """
    text = clean(text).casefold()
    if text.isascii():
        return text.encode().translate(None, _NO_LETTERS).decode()
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text).casefold()))
