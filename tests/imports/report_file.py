"""Small PDFs in the form of a Working Group's report, written by hand."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

LINES = 30  # on a page
CLOSING = (
    "{number}. All conclusions and/or recommendations contained in the present report reflect the"
    " position of the submitting State(s) and/or the State under review. They should not be"
    " construed as endorsed by the Working Group as a whole."
)


def build_report(
    paragraphs: Sequence[str],
    *,
    state: str = "China",
    session: str = "forty-fifth",
    symbol: str = "A/HRC/56/6",
    notes: dict[int, str] | None = None,
    closing: int = 90,
    lines: int = LINES,
) -> bytes:
    """
    A cover, an introduction, and the paragraphs of the conclusions over as many pages as they take.

    `notes` stand below the text of a page (3 is the first of the conclusions). A digit after `^` is
    set small and raised, as what calls a note.
    """
    cover = [
        f"United Nations          {symbol}", "General Assembly       Distr.: General",
        "15 March 2024", "Original: English", "Human Rights Council", "Fifty-sixth session",
        "Report of the Working Group on the", "Universal Periodic Review*", state,
        "* The annex is circulated as received.", "GE.24-12345 (E)",
    ]  # fmt: skip
    begun = [
        "Introduction",
        *_wrapped(
            f"1. The Working Group held its {session} session from 22 January to 2 February 2024."
            f" The review of {state} was held at the 3rd meeting, on 23 January 2024. At its 10th"
            " meeting, held on 26 January 2024, the Working Group adopted the report."
        ),
        *_wrapped("2. Norway recommended that it let people go (see 7.1 and 7.2 below)."),
    ]
    text = ["II. Conclusions and/or recommendations**"]
    for paragraph in [*paragraphs, CLOSING.format(number=closing)]:
        text += _wrapped(paragraph)
    parts = [text[at : at + lines] for at in range(0, len(text), lines)]
    pages = [_page(cover), _page([symbol, *begun, "2"])]
    for number, part in enumerate(parts, 3):
        feet = [*_wrapped((notes or {}).get(number, "")), f"{number} GE.24-12345"]
        pages.append(_page([symbol, *part, *feet]))
    return pdf(pages)


def _wrapped(paragraph: str) -> list[str]:
    return textwrap.wrap(paragraph, 78, break_on_hyphens=True)


def _page(lines: Sequence[str]) -> str:
    """What draws a page: each line at its height, in Times of 10 points."""
    drawn = []
    for at, line in enumerate(lines):
        x, y = 72.0, 780 - 14 * at
        for part in re.split(r"(\^\d)", line):
            is_raised = part.startswith("^")
            shown = part.removeprefix("^") if is_raised else part
            drawn.append(_at(x, y + 3, 6, shown) if is_raised else _at(x, y, 10, shown))
            x += 3 if is_raised else _width(part)
    return "\n".join(drawn)


def _width(text: str) -> float:
    """About as wide as it is in Times of 10 points."""
    return sum(2.6 if letter in " .,;:()il" else 4.6 for letter in text)


def _at(x: float, y: float, size: int, text: str) -> str:
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf 1 0 0 1 {x:.1f} {y} Tm ({escaped}) Tj ET"


def pdf(pages: Sequence[str], more: Sequence[bytes] = (), resources: str = "") -> bytes:
    """A whole PDF, with the font that every reader has; `more` objects and `resources` of pages."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        (
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding << /Type /Encoding"
            b" /BaseEncoding /WinAnsiEncoding /Differences [1 /fi] >> >>"
        ),
    ]
    for at, page in enumerate(pages):
        drawn = page.replace("ﬁ", "\x01").encode("cp1252")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * at} 0 R"
            f" /Resources << /Font << /F1 3 0 R >> {resources} >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
    objects += more
    made = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start, size = len(made), len(objects) + 1
    made += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return made + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
