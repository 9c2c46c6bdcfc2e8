"""Small files of every kind, made by hand so that a test can also make them wrong."""

from __future__ import annotations

import io
import struct
import zipfile

import xlsxwriter

OFFICE = "application/vnd.openxmlformats-officedocument."
WORD = OFFICE + "wordprocessingml.document.main+xml"
SHEET = OFFICE + "spreadsheetml.sheet.main+xml"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def package(parts, *, method=zipfile.ZIP_DEFLATED):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return held.getvalue()


def _types(part, kind):
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{part}" ContentType="{kind}"/></Types>'
    )


def _relations(*relations):
    held = "".join(
        f'<Relationship Id="r{number}" Type="{_R}/{kind}" Target="{target}" {more}/>'
        for number, (kind, target, more) in enumerate(relations, 1)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{held}</Relationships>'


def docx(body="<w:p><w:r><w:t>China should stop it.</w:t></w:r></w:p>", *, head="", **more):
    """A Word file with `body` as its text, and `head` before the root of its main part."""
    return package(
        {
            "[Content_Types].xml": _types("word/document.xml", WORD),
            "_rels/.rels": _relations(("officeDocument", "word/document.xml", "")),
            "word/document.xml": f"{head}<w:document {_W}><w:body>{body}</w:body></w:document>",
        }
        | more
    )


def linked_docx(*targets):
    """A Word file whose template, picture and object lie elsewhere."""
    return docx(**{
        "word/_rels/document.xml.rels": _relations(
            *[(kind, target, 'TargetMode="External"') for kind, target in targets]
        )
    })  # fmt: skip


def xlsx(rows=(("reference", "text"), ("R-0001", "Stop it"))):
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return held.getvalue()


def raw_xlsx(data, *, head="", **more):
    """An Excel file with `data` as the rows of its one sheet, as XML."""
    return package(
        {
            "[Content_Types].xml": _types("xl/workbook.xml", SHEET),
            "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml", "")),
            "xl/workbook.xml": f'<workbook {_S} xmlns:r="{_R}"><sheets>'
            '<sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _relations(("worksheet", "worksheets/sheet1.xml", "")),
            "xl/worksheets/sheet1.xml": f"{head}<worksheet {_S}><sheetData>{data}</sheetData>"
            "</worksheet>",
        }
        | more
    )


def pdf(objects, *, root=1, trailer=b""):
    """A PDF of `objects`, from number 1 on, with a table that says where each lies."""
    body = b"%PDF-1.7\n"
    places = []
    for number, held in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + b"trailer\n<</Size %d /Root %d 0 R %s>>\n" % (len(objects) + 1, root, trailer)
        + b"startxref\n%d\n%%%%EOF\n" % len(body)
    )


def stream(data, about=b""):
    return b"<</Length %d %s>>\nstream\n%s\nendstream" % (len(data), about, data)


def written_pdf(*pages):
    """A PDF with a text on each page, a line for each of its lines."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * at) for at in range(len(pages)))
    objects = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [%s] /Count %d>>" % (kids, len(pages)),
        b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
    ]
    for at, text in enumerate(pages):
        objects.append(
            b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources <</Font <</F1 3 0 R>>>>>>" % (5 + 2 * at)
        )
        lines = b"".join(b"(%s) Tj T*\n" % line.encode("latin-1") for line in text.split("\n"))
        objects.append(stream(b"BT /F1 12 Tf 14 TL 50 780 Td\n%sET" % lines))
    return pdf(objects)


SECTOR = 512
_END, _NONE = 0xFFFFFFFE, 0xFFFFFFFF


def old_office(streams):
    """An OLE2 file of some streams, each at least as long as lies outside its mini stream."""
    sectors = []
    follows = []

    def put(data):
        parts = [data[at : at + SECTOR].ljust(SECTOR, b"\0") for at in range(0, len(data), SECTOR)]
        start = len(sectors)
        sectors.extend(parts)
        follows.extend([*range(start + 1, start + len(parts)), _END])
        return start

    entries = [_entry("Root Entry", 5, _END, 0, child=1)]
    held = [(name, data.ljust(4096, b"\0")) for name, data in streams.items()]
    for at, (name, data) in enumerate(held, 2):
        entries.append(
            _entry(name, 2, put(data), len(data), right=at if at <= len(held) else _NONE)
        )
    while len(entries) % 4:
        entries.append(_entry("", 0, 0, 0))
    directory = put(b"".join(entries))
    tables = 1
    while tables * 128 < len(sectors) + tables:
        tables += 1
    first = len(sectors)
    follows += [0xFFFFFFFD] * tables
    follows += [_NONE] * (tables * 128 - len(follows))
    table = struct.pack(f"<{len(follows)}I", *follows)
    listed = [first + at if at < tables else _NONE for at in range(109)]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, directory, 0, 4096,
                        _END, 0, _END, 0)  # fmt: skip
    return head + struct.pack("<109I", *listed) + b"".join(sectors) + table


def _entry(name, kind, start, size, child=_NONE, right=_NONE):
    wide = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16xI16xIQ", wide, len(wide) + 2 if name else 0, kind, 1, _NONE, right, child,
        0, start, size,
    )  # fmt: skip


def record(kind, body=b""):
    return struct.pack("<HH", kind, len(body)) + body


def xls(cells=((0, 0, "reference"), (0, 1, "text"), (1, 0, "R-0001"), (1, 1, "Stop it")), more=b""):
    """An old workbook (BIFF8) of one sheet with texts and numbers at (row, column)."""
    begin = record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 6))
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 6))
    for row, column, value in cells:  # a few: it grows by copying
        at = struct.pack("<HHH", row, column, 0)
        if isinstance(value, str):
            letters = value.encode("utf-16-le")
            sheet += record(0x0204, at + struct.pack("<HB", len(value), 1) + letters)
        else:
            sheet += record(0x0203, at + struct.pack("<d", value))
    sheet += record(0x000A)
    name = b"\x03\x00One"
    bound = 4 + 6 + len(name)
    ends = record(0x000A)
    offset = len(begin) + len(more) + bound + len(ends)
    book = begin + more + record(0x0085, struct.pack("<IBB", offset, 0, 0) + name) + ends + sheet
    return old_office({"Workbook": book})
