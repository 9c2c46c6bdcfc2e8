"""Files that were made to do harm, or broke: each with words of the answer it must get."""

from __future__ import annotations

import functools
import struct
import zlib

from . import made

MANY = 1_000_000
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DOCTYPE = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "lol">{LAUGHS}]>'
XXE = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'
CATALOG = b"<</Type /Catalog /Pages 2 0 R>>"
FONT = b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"
ONE_PAGE = b"<</Type /Pages /Kids [4 0 R] /Count 1>>"


def flat_bomb():
    return made.docx(**{"word/media/a.bin": b"\0" * (110 * 2**20)})


def bomb_by_ratio():
    return made.docx(**{"word/media/a.bin": b"\0" * (12 * 2**20)})


def overlapping_bomb():
    """A list of parts that all lie at the place of the same bytes."""
    data = made.package({"0000": b"\0" * 2**20})
    at = data.index(b"PK\x01\x02")
    entry, end = data[at:-22], data[-22:]
    entries = [entry[:46] + b"%04d" % number + entry[50:] for number in range(90)]
    listed = b"".join(entries)
    end = struct.pack("<4sHHHHIIH", end[:4], 0, 0, 90, 90, len(listed), at, 0)
    return data[:at] + listed + end


def many_cells():
    rows = [
        f'<row r="{row}">'
        + "".join(f"<c><v>{row * column * 7919 % 9999991}</v></c>" for column in range(1, 101))
        + "</row>"
        for row in range(1, MANY // 100 + 1)
    ]
    return made.raw_xlsx("".join(rows))


def many_cells_in_csv():
    line = ";".join(str(number * 7919 % 99991) for number in range(100)) + "\n"
    return (line * (MANY // 100)).encode()


def far_cell():
    return made.raw_xlsx(CELL + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


def far_cell_behind_a_sign():
    """A “>” within an attribute ends the cell for who reads carelessly."""
    return made.raw_xlsx(CELL + '<row r="9"><c cm=">" r="XFD1048576"><v>1</v></c></row>')


def far_cells_of_1997():
    return made.xls([(0, 0, "a"), (65_535, 255, "b")])


def many_cells_of_1997():
    """3,000 records of 256 numbers each."""
    numbers = bytes(6 * 256) + struct.pack("<H", 255)
    rows = [made.record(0xBD, struct.pack("<HH", row, 0) + numbers) for row in range(3_000)]
    return made.xls(more=b"".join(rows))


def many_words_of_1997():
    return made.xls(more=made.record(0xFC, struct.pack("<II", 2**32 - 1, 2**32 - 1)))


def paragraphs(number):
    return made.docx("<w:p/>" * number)


def wide_cell():
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="900000000"/></w:tcPr><w:p/></w:tc>'
    return made.docx(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")


def in_utf_16(text):
    return b"\xff\xfe" + text.encode("utf-16-le")


def paged(contents, *, about=b"", resources=b"<</Font <</F1 3 0 R>>>>", more=()):
    page = b"<</Type /Page /Parent 2 0 R /Contents 5 0 R /Resources %s>>" % resources
    return made.pdf([CATALOG, ONE_PAGE, FONT, page, made.stream(contents, about), *more])


def form(contents, names):
    return made.stream(
        contents,
        b"/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources <</XObject %s>>" % names,
    )


def laughing_pdf():
    forms = [form(b"/X Do " * 10, b"<</X %d 0 R>>" % (number + 1)) for number in range(6, 16)]
    return paged(
        b"/X Do",
        resources=b"<</XObject <</X 6 0 R>>>>",
        more=[*forms, form(b"BT (x) Tj ET", b"<<>>")],
    )


def circle_of_tables():
    data = made.pdf([CATALOG, b"<</Type /Pages /Kids [] /Count 0>>"])
    return data.replace(b"trailer\n<<", b"trailer\n<</Prev %d " % data.index(b"xref\n"))


TO_THE_DOOR = {
    "a flat bomb": (flat_bomb, "unpack to far more"),
    "a bomb by ratio": (bomb_by_ratio, "unpack to far more"),
    "an overlapping bomb": (overlapping_bomb, "unpack to far more|broken"),
    "a bomb within a zip": (
        lambda: made.package({"a.zip": made.package({"b.zip": flat_bomb()})}), "broken",
    ),
    "a million cells": (many_cells, r"cells\. Split it"),
    "a million cells in CSV": (many_cells_in_csv, r"cells\. Split it"),
    "a million rows in CSV": (lambda: b"a,b\n" * MANY, r"rows\. Split it"),
    "one cell far away": (far_cell, r"rows\. Split it"),
    "one cell far away behind a sign": (far_cell_behind_a_sign, "cells|rows"),
    "far cells of 1997": (far_cells_of_1997, r"cells\. Split it"),
    "many cells of 1997": (many_cells_of_1997, r"cells\. Split it"),
    "more words than bytes, of 1997": (many_words_of_1997, "broken"),
    "a cell without a place": (lambda: made.raw_xlsx('<c r="&#65;1"><v>1</v></c>'), "broken"),
    "billions of laughs in Word": (
        lambda: made.docx("<w:p>&l9;</w:p>", head=DOCTYPE), r"DOCTYPE.*save it anew",
    ),
    "billions of laughs in Excel": (lambda: made.raw_xlsx(CELL, head=DOCTYPE), "DOCTYPE"),
    "a file of ours in Word": (lambda: made.docx("<w:p>&x;</w:p>", head=XXE), "DOCTYPE"),
    "a file of ours in Excel": (lambda: made.raw_xlsx("&x;", head=XXE), "DOCTYPE"),
    "a file of ours in a relation": (
        lambda: made.docx(**{"word/_rels/document.xml.rels": XXE + "<a/>"}), "DOCTYPE",
    ),
    "entities in UTF-16": (
        lambda: made.docx(**{"word/document.xml": in_utf_16(XXE + "<a/>")}), "DOCTYPE",
    ),
    "entities in UTF-16 without its mark": (
        lambda: made.docx(**{"word/document.xml": (XXE + "<a/>").encode("utf-16-le")}), "broken",
    ),
    "entities in UTF-7": (
        lambda: made.docx(**{"word/document.xml": '<?xml version="1.0" encoding="UTF-7"?>+ADw-'}),
        "broken",
    ),
    "two million empty paragraphs": (lambda: paragraphs(2 * MANY), "unpack to far more|paragraphs"),
    "too many paragraphs": (lambda: paragraphs(20_001), r"paragraphs\. Split it"),
    "a cell over all columns": (wide_cell, "broken"),
    "a line of 10 MB": (lambda: b"China should " * 800_000, "running text of more than 3 MB"),
    "a long line": (lambda: b"China should " * 80_000, "line ends between its paragraphs"),
    "a cell of 10 MB": (lambda: b'a,b\nc,"' + b"d e" * 4_000_000, "quotation mark"),
    "NULs": (lambda: b"a,b\nc,\0\nd,e\n", "no kind that is taken"),
    "half a letter in UTF-16": (lambda: b"\xff\xfe" + b"\x3d\xd8" + b"a\0,\0\n\0" * 3, "broken"),
    "a circle in the sectors of 1997": (
        lambda: made.xls().replace(struct.pack("<II", 1, 2), struct.pack("<II", 1, 0)), "broken",
    ),
}  # fmt: skip
LOCKED_LATE = made.written_pdf("a").replace(b"/Size", b"/Encrypt 9 0 R /Size")
PDFS = {
    "pages in a circle": (
        made.pdf([CATALOG, b"<</Type /Pages /Kids [2 0 R 2 0 R] /Count 2>>"]), "broken",
    ),
    "a root that is itself": (made.pdf([b"1 0 R"]), "broken"),
    "tables in a circle": (circle_of_tables(), "broken"),
    "no page": (made.pdf([CATALOG, b"<</Type /Pages /Kids [] /Count 0>>"]), "broken"),
    "a tree of 2,000 levels": (
        made.pdf([CATALOG, *[
            b"<</Type /Pages /Kids [%d 0 R] /Count 1>>" % number for number in range(3, 2_000)
        ]]),
        "broken",
    ),
    "99,000 times one page": (
        made.pdf([CATALOG, b"<</Type /Pages /Kids [%s] /Count 99000>>" % (b"4 0 R " * 99_000),
                  FONT, b"<</Type /Page /Parent 2 0 R>>"]), "broken|pages; at most",
    ),
    "500 pages": (made.written_pdf(*["a"] * 500), "500 pages; at most 400"),
    "a bomb in a stream": (
        paged(zlib.compress(b"0" * 100_000_000), about=b"/Filter /FlateDecode"), "broken",
    ),
    "a program without end": (
        paged(zlib.compress(b"BT (x) Tj ET " * 450_000), about=b"/Filter /FlateDecode"),
        "takes too long|broken",
    ),
    "50,000 levels of arrays": (made.pdf([CATALOG, b"[" * 50_000]), "broken"),
    "forms in a circle": (
        paged(b"/X Do " * 50, resources=b"<</XObject <</X 6 0 R>>>>",
              more=[form(b"/X Do " * 50, b"<</X 6 0 R>>")]), "",
    ),
    "billions of forms": (laughing_pdf(), ""),
    "a length in a circle": (
        made.pdf([CATALOG, ONE_PAGE, FONT, b"<</Type /Page /Parent 2 0 R /Contents 5 0 R>>",
                  b"<</Length 5 0 R>>\nstream\nx\nendstream"]), "",
    ),
}  # fmt: skip


@functools.cache
def at_the_door(name):
    return TO_THE_DOOR[name][0]()
