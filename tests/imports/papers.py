"""A Word document and a PDF of ours, written anew for each test."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

LETTERS = "lowerLetter"


def word_document() -> bytes:
    """A submission in Word: styles for headings, numbers that Word counts, a table of asks."""
    document = docx.Document()
    document.add_heading("Papers for the Ferry Children", 0)
    document.add_paragraph("To the Committee on the Elimination of Discrimination against Women")
    document.add_paragraph("Submitted by: Ferry House; Delta Women’s Network (DWN)")
    document.add_paragraph("3 April 2023")
    document.add_heading("Background", 1)
    document.add_paragraph(
        "Mothers without papers cannot register a child. We urge China to let them."
    )
    document.add_heading("Recommendations", 1)
    document.add_heading("To the Government of China", 2)
    number = _list(document, [("decimal", "%1."), (LETTERS, "(%2)")])
    for level, text in [
        (0, "Register every child at birth."),
        (0, "Protect mothers who come to register a child:"),
        (1, "Detain none of them at the office;"),
        (1, "Ask for no proof of marriage."),
        (0, "Pay back the fines that were taken."),
    ]:
        _item(document, text, number, level)
    document.add_heading("To the United Nations", 2)
    _item(document, "Send a mission to the ferry towns.", number, 0)
    document.add_heading("Annex", 1)
    table = document.add_table(rows=3, cols=3)
    cells = [
        ["No.", "Recommendation", "Article"],
        ["1", "Let the children travel by train without papers.", "CRC 10"],
        ["2", "Give teachers a written rule on admission.", "CRC 28"],
    ]
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _list(document: Any, levels: list[tuple[str, str]]) -> str:
    """A list of our own, numbered by Word; its number."""
    root = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "77")
    for at, (kind, written) in enumerate(levels):
        level = OxmlElement("w:lvl")
        level.set(qn("w:ilvl"), str(at))
        for name, value in (("w:start", "1"), ("w:numFmt", kind), ("w:lvlText", written)):
            part = OxmlElement(name)
            part.set(qn("w:val"), value)
            level.append(part)
        abstract.append(level)
    root.insert(0, abstract)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "77")
    of = OxmlElement("w:abstractNumId")
    of.set(qn("w:val"), "77")
    number.append(of)
    root.append(number)
    return "77"


def _item(document: Any, text: str, number: str, level: int) -> None:
    paragraph = document.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = int(number)


PAGES = [
    [
        "Delta Women's Network - Submission to CAT, 2024",
        "",
        "THE NIGHT BOATS",
        "Prepared by Delta Women's Network",
        "11 March 2024",
        "",
        "1. INTRODUCTION",
        "Boats bring people over at night, and other boats bring them back by day. Nobody",
        "writes down who was on them. The network has spoken with the families of those who",
        "were returned.",
        "1",
    ],
    [
        "Delta Women's Network - Submission to CAT, 2024",
        "",
        "2. RECOMMENDATIONS",
        "The network recommends that China:",
        "a) Keep a register of everyone who is put on a boat, and open it to their fami-",
        "lies and to lawyers;",
        "b) Let a doctor see every person before a return, and hold nobody longer than",
        "2",
    ],
    [
        "Delta Women's Network - Submission to CAT, 2024",
        "",
        "two days for that;",
        "c) Invite the Committee to the landing places.",
        "",
        "3. CONTACT",
        "Provide comments to the office of the network.",
        "3",
    ],
]


def pdf_document(pages: list[list[str]] | None = None) -> bytes:
    """A PDF with a running header and page numbers, whose list goes on over a page."""
    pages = PAGES if pages is None else pages
    parts = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    parts.append(font)
    kids = []
    for lines in pages:
        drawn = "\n".join(f"({_escaped(line)}) Tj T*" for line in lines)
        content = f"BT /F1 11 Tf 14 TL 60 780 Td {drawn} ET"
        parts.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        kids.append(f"{len(parts) + 1} 0 R")
        parts.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Contents {len(parts)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
    parts[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _assembled(parts)


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _assembled(parts: list[str]) -> bytes:
    file, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(file))
        file += f"{number} 0 obj\n{part}\nendobj\n".encode("latin-1")
    start = len(file)
    table = "".join(f"{at:010} 00000 n \n" for at in places)
    file += f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}".encode()
    file += f"trailer\n<< /Size {len(parts) + 1} /Root 1 0 R >>\n".encode()
    return file + f"startxref\n{start}\n%%EOF\n".encode()
