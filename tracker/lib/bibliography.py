"""A page as others cite it: in a sentence, in BibTeX and in RIS."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.translation import gettext

from .partial_dates import PartialDate

# Braces are written as commands, because BibTeX counts those in a text even behind a backslash.
_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "$&#_%"},
    }
)  # fmt: skip
_NO_LETTER = re.compile(r"[^A-Za-z0-9]+")


@dataclass(frozen=True)
class Entry:
    """
    What is cited and where it is: the state of a day (`shown`), read on another (`accessed`).

    `name` is short and unique on the site; `edition` is the version in words, `published` its day,
    if it has one of its own; `taken_from` the source and the place in it.
    """

    name: str
    title: str
    site: str
    edition: str
    address: str
    shown: dt.date
    accessed: dt.date
    published: dt.date | None = None
    taken_from: str = ""
    is_data: bool = False

    @property
    def key(self) -> str:
        """A name for a bibliography and for a file: letters, digits and hyphens."""
        path = urlsplit(self.address).path.strip("/")
        named = self.name if self.name.isascii() else path  # no key is written in Korean letters
        return f"{_NO_LETTER.sub('-', named).strip('-') or 'page'}-{self.shown.isoformat()}"

    @property
    def year(self) -> int:
        return (self.published or self.shown).year

    @property
    def remarks(self) -> str:
        """What no field of a bibliography has a place for."""
        told = gettext("{name}, {edition}.").format(name=self.name, edition=self.edition)
        if self.published:
            told = gettext("{name}, {edition}, published {day}.").format(
                name=self.name, edition=self.edition, day=_day(self.published)
            )
        source = gettext("Taken from {source}.").format(source=self.taken_from)
        day = gettext("As of {day}.").format(day=_day(self.shown))
        return one_line(" ".join([told, *([source] if self.taken_from else []), day]))


def plain(cited: Entry) -> str:
    """In a sentence, for a footnote."""
    title = one_line(cited.title).rstrip(".")
    told = gettext("{site}: “{title}”. {remarks} {address} (accessed {day}).")
    return told.format(
        site=one_line(cited.site),
        title=title,
        remarks=cited.remarks,
        address=cited.address,
        day=_day(cited.accessed),
    )


def bibtex(cited: Entry) -> str:
    """One entry in BibTeX; the address stands as it is, which is what styles expect of `url`."""
    fields = {
        "author": f"{{{latex(cited.site)}}}",
        "title": f"{{{latex(cited.title)}}}",
        "year": str(cited.year),
        "version": latex(cited.edition),
        "note": latex(cited.remarks),
        "url": cited.address,
        "urldate": cited.accessed.isoformat(),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{cited.key},\n{lines}}}\n"


def ris(cited: Entry) -> str:
    """One entry in RIS."""
    issued = f"{cited.published:%Y/%m/%d}/" if cited.published else f"{cited.year}///"
    fields = [
        ("TY", "DATA" if cited.is_data else "ELEC"),
        ("ID", cited.key),
        ("AU", cited.site),
        ("TI", cited.title),
        ("PY", str(cited.year)),
        ("DA", issued),
        ("ET", cited.edition),
        ("N1", cited.remarks),
        ("UR", cited.address),
        ("Y2", f"{cited.accessed:%Y/%m/%d}/"),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {one_line(value)}\r\n" for tag, value in fields)


def latex(text: str) -> str:
    """A text for a field of BibTeX, in any script, on one line."""
    return one_line(text).translate(_LATEX)


def one_line(text: str) -> str:
    """Without line breaks and control characters, which would begin another field."""
    spaced = (" " if unicodedata.category(char) == "Cc" else char for char in text)
    return " ".join("".join(spaced).split())


def _day(day: dt.date) -> str:
    return PartialDate.of(day).label
