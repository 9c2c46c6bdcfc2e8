"""
Cells that a spreadsheet would run as a formula.

A reader's spreadsheet takes a cell that begins with one of a few characters for a formula, and
some look past blanks, invisible and control characters, or fold full-width forms first. Such a
cell gets an apostrophe in front, which spreadsheets take for "this is text". So does one that
begins with apostrophes and would be such a cell without them: what was guarded can be told from
what its author wrote, and taken back exactly. One pattern serves Python and PostgreSQL, which both
read it.
"""

from __future__ import annotations

import re

_BLANK = (  # white space, control, zero-width and other characters that nobody sees
    r"\u0001-\u0020\u007f-\u00a0\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890-\u0891\u08e2"
    r"\u115f-\u1160\u1680\u17b4-\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800"
    r"\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000110bd\U000110cd"
    r"\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_FORMULA = (  # = + - @ | % and what compatibility folding turns into them; tab, CR and LF
    r"=+@|%\-\t\n\r\u207a\u207c\u208a\u208c\u2212\u2a75\u2a76\ufb29\ufe62\ufe63\ufe66\ufe6a\ufe6b"
    r"\uff05\uff0b\uff0d\uff1d\uff20\uff5c"
)
FORMULA = rf"^\u0027*[{_BLANK}]*[{_FORMULA}]"
NUMBER = r"^[+-]?[0-9]+([.][0-9]+)?$"
_FORMULA_RE, _NUMBER_RE = re.compile(FORMULA), re.compile(NUMBER, re.ASCII)


def guarded(cell: str) -> str:
    """The cell, with an apostrophe in front if a spreadsheet might run it; numbers stay as is."""
    if not _FORMULA_RE.match(cell) or (_NUMBER_RE.match(cell) and not cell.endswith("\n")):
        return cell
    return f"'{cell}"


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`; one that was not guarded stays as it is."""
    return cell[1:] if cell[:1] == "'" and guarded(cell[1:]) == cell else cell


def guarded_sql(cell: str) -> str:
    """
    The same for an SQL expression of type text.

    Most cells begin with a plain letter; they are let through before any pattern is tried.
    """
    return (
        f"CASE WHEN ascii({cell}) BETWEEN 65 AND 122 THEN {cell}"
        f" WHEN {cell} ~ '{FORMULA}' AND {cell} !~ '{NUMBER}' THEN '''' || {cell} ELSE {cell} END"
    )
