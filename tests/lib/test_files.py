"""What an uploaded file is, by its bytes: never an exception, never a yes for what is not whole."""

import contextlib
import hashlib
import io
import struct
import time
import zipfile

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from tracker.lib.files import MOST_PARTS, FileRefused, facts_of

LIMIT = 20 * 2**20
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WITH_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
LOCKED = b"/Size 2 /Root 1 0 R /Encrypt 3 0 R"


def package(parts, *, method=zipfile.ZIP_DEFLATED):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return held.getvalue()


def docx(*, kind=WORD, part="word/document.xml", **more):
    types = f'<Types><Override PartName="/{part}" ContentType="{kind}"/></Types>'
    return package(
        {"[Content_Types].xml": types, "word/document.xml": "<document>" + "text " * 99} | more
    )


def xlsx():
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        book.add_worksheet().write_row(0, 0, ["R-0001", "Noted"])
    return held.getvalue()


def pdf(*, stream=False, about=b"/Size 2 /Root 1 0 R"):
    body = b"%PDF-1.7\n1 0 obj\n<</Type /Catalog>>\nendobj\n"
    table = b"xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<<%s>>\n" % about
    if stream:
        table = b"2 0 obj\n<</Type /XRef %s>>\nstream\nxyz\nendstream\nendobj\n" % about
    return body + table + b"startxref\n%d\n%%%%EOF\n" % len(body)


CSV = "reference,position\nR-0001,Noted\nR-0002,强制遣返\n"
GOOD = {
    "pdf": pdf(),
    "pdf of streams": pdf(stream=True),
    "docx": docx(),
    "xlsx": xlsx(),
    "csv": CSV.encode(),
    "csv of Excel": CSV.encode("utf-8-sig").replace(b",", b";"),
    "csv in UTF-16": CSV.encode("utf-16"),
}
WHOLE = [name for name in GOOD if not name.startswith("csv")]  # a shorter table is a table


def read(data, most=LIMIT):
    return facts_of(io.BytesIO(data), most=most)


def refusal(data, most=LIMIT):
    with pytest.raises(FileRefused) as refused:
        read(data, most)
    return str(refused.value)


@pytest.mark.parametrize("name", GOOD)
def test_a_file_is_known_by_its_bytes(name):
    facts = read(GOOD[name])

    assert facts.kind == name.split()[0]
    assert facts.size == len(GOOD[name])
    assert facts.sha256 == hashlib.sha256(GOOD[name]).hexdigest()


def test_a_zip_bomb_is_refused_within_two_seconds():
    zeros = package({"[Content_Types].xml": "x", "word/document.xml": b"\0" * (300 * 2**20)})
    begun = time.monotonic()

    assert "unpack to far more" in refusal(zeros)
    assert time.monotonic() - begun < 2


def test_a_small_bomb_is_told_by_its_ratio():
    assert "unpack to far more" in refusal(docx(**{"word/more.xml": b"\0" * (20 * 2**20)}))


def test_a_zip_that_lies_about_its_size_is_broken():
    honest = docx(**{"word/more.xml": b"\0" * (20 * 2**20)})
    size = struct.pack("<L", 20 * 2**20)

    assert "broken" in refusal(honest.replace(size, struct.pack("<L", 99)))


def test_thousands_of_parts_are_refused_before_they_are_read():
    assert "unpack to far more" in refusal(package({f"{n}": "" for n in range(MOST_PARTS + 1)}))


def encrypted():
    data = bytearray(docx())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(signature, at + 1)) >= 0:
            data[at + offset] |= 1
    return bytes(data)


def twins():
    held = io.BytesIO(docx())
    with zipfile.ZipFile(held, "a") as made, pytest.warns(UserWarning, match="Duplicate name"):
        made.writestr("word/document.xml", "another")
    return held.getvalue()


BAD = {
    "an empty file": (b"", "It is empty"),
    "a program": (b"MZ\x90\0\x03\0\0\0", "no kind that is taken"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0", "no kind that is taken"),
    "a page": (b"<!doctype html><script>1,2\n3,4</script>", "no kind that is taken"),
    "text": (b"Just a letter.\nNo table.\n", "no table with rows and cells"),
    "text with NUL": (b"a,b\nc,\0\n", "no kind that is taken"),
    "a table in an old encoding": ("a,b\n강제,북송\n".encode("cp949"), "CSV UTF-8"),
    "an old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "Save it as .docx"),
    "a PDF with a password": (pdf(about=LOCKED), "without protection"),
    "a PDF without its root": (pdf(about=b"/Size 2"), "broken"),
    "only the head of a PDF": (b"%PDF-1.7\n", "broken"),
    "a PDF that points nowhere": (pdf().replace(b"startxref\n", b"startxref\n99"), "broken"),
    "a zip": (package({"a.txt": "a"}), "broken"),
    "a presentation": (docx(kind="application/pptx"), "neither of Word nor of Excel"),
    "a Word file without its text": (docx(part="word/other.xml"), "neither of Word nor of Excel"),
    "macros": (docx(**{"word/vbaProject.bin": "x"}), "macros"),
    "macros by type": (docx(kind=WITH_MACROS), "macros"),
    "parts with a password": (encrypted(), "without protection"),
    "a zip in an odd way": (package({"a": "a"}, method=zipfile.ZIP_LZMA), "broken"),
    "two parts of one name": (twins, "broken"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_is_something_else_is_refused_with_what_to_do(name):
    data, words = BAD[name]

    assert words in refusal(data() if callable(data) else data)


def test_a_file_beyond_the_limit_is_not_read():
    assert "more than 1 MB" in refusal(b"a,b\n" * 2**19, most=2**20)


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_that_was_cut_anywhere_never_passes(name):
    data = GOOD[name].rstrip()
    for end in range(1, len(data)):
        refusal(data[:end])


@given(
    data=st.binary(max_size=400),
    head=st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", b"%PDF-1.7\n", b"\xff\xfe"]),
)
def test_bytes_of_any_sort_are_refused_and_never_raise_anything_else(data, head):
    if head == b"":
        data = b"\0" + data  # text may well be a table
    if head == b"\xff\xfe":
        data = b"\0\0" + data
    refusal(head + data)


@given(
    name=st.sampled_from(WHOLE),
    at=st.floats(0, 1, exclude_max=True),
    put=st.binary(min_size=1, max_size=20),
)
def test_a_file_with_some_bytes_changed_is_read_or_refused_and_nothing_else(name, at, put):
    data = bytearray(GOOD[name])
    start = int(at * len(data))
    data[start : start + len(put)] = put

    with contextlib.suppress(FileRefused):
        assert read(bytes(data)).kind in {"pdf", "docx", "xlsx"}
