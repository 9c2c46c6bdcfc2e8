"""Whatever a file holds, it is read or refused in time, with words, and without a trace."""

import contextlib
import io
import resource

import docx as word
import pypdf
import pytest
import python_calamine
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.imports import hostile, made
from tests.imports.report_file import build_report
from tracker.imports.asks import Refused, Wanted
from tracker.imports.opening.files import open_file
from tracker.imports.opening.pdf_texts import texts_of
from tracker.imports.readers import reports
from tracker.imports.readers.submissions.word import of_word
from tracker.imports.staging import stage
from tracker.models import Import, Recommendation

LIMIT = 20 * 2**20
SECONDS = 4  # of the processor, here and in processes of its own, on a slow machine
WHOLE = {
    "docx": made.docx(),
    "xlsx": made.xlsx(),
    "xls": made.xls(),
    "pdf": made.written_pdf("China should stop it.\nNow."),
}


@pytest.fixture
def in_time():
    """What a test does takes no longer than any file may, wherever it is done."""
    began = taken()
    yield
    assert taken() - began < SECONDS


def taken():
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def opened(data):
    return open_file(io.BytesIO(data), "file", LIMIT)


@pytest.mark.parametrize("name", hostile.TO_THE_DOOR)
def test_what_would_do_harm_is_refused_before_a_parser_sees_it(name):
    """`open_file` calls no parser: what it refuses, nobody has read."""
    data = hostile.at_the_door(name)
    began = taken()

    with pytest.raises(Refused, match=hostile.TO_THE_DOOR[name][1]):
        opened(data)
    assert taken() - began < SECONDS


@pytest.mark.parametrize("name", hostile.PDFS)
@pytest.mark.usefixtures("in_time")
def test_a_pdf_that_goes_round_is_ended(name):
    data, words = hostile.PDFS[name]

    with pytest.raises(Refused, match=words) if words else contextlib.nullcontext():
        texts_of(opened(data).data)


@pytest.mark.parametrize("name", list(hostile.PDFS)[:2])
def test_no_pdf_is_read_where_the_site_runs(name, monkeypatch):
    """Whether it is a report is asked of the limited process, too."""
    monkeypatch.setattr(pypdf, "PdfReader", None)

    with contextlib.suppress(Refused):
        reports.recognises(opened(hostile.PDFS[name][0]))
    assert reports.recognises(opened(build_report(["28.1 Stop (Peru)."])))


def test_the_pages_of_a_pdf_are_read_and_told():
    said = []

    texts = texts_of(made.written_pdf(*[f"Page {number}\nStop it." for number in range(1, 21)]),
                     said.append)  # fmt: skip

    assert [text.splitlines() for text in texts[:2]] == [
        ["Page 1", "Stop it."], ["Page 2", "Stop it."],
    ]  # fmt: skip
    assert said == ["Page 20 of 20 …"]


def test_a_pdf_with_a_password_that_only_its_reader_finds_is_refused():
    data = made.written_pdf("a").replace(b"/Root", b"/Encr#79pt <</Filter /Standard>> /Root")

    with pytest.raises(Refused, match=r"password|broken"):
        texts_of(data)


@pytest.mark.parametrize("name", ["docx", "xlsx", "pdf"])
def test_a_file_cut_anywhere_is_refused(name):
    data = WHOLE[name].rstrip()

    for end in range(8, len(data), max(1, len(data) // 400)):
        with pytest.raises(Refused):
            opened(data[:end])


def test_an_old_workbook_cut_anywhere_is_read_or_refused():
    data = WHOLE["xls"]

    for end in range(1, len(data), 97):
        with contextlib.suppress(Refused):
            assert opened(data[:end]).kind in {"xls", "text"}


@given(
    name=st.sampled_from(sorted(WHOLE)),
    at=st.floats(0, 1, exclude_max=True),
    put=st.binary(min_size=1, max_size=20),
)
@settings(max_examples=300)
def test_a_file_with_some_bytes_changed_is_read_or_refused_and_nothing_else(name, at, put):
    data = bytearray(WHOLE[name])
    start = int(at * len(data))
    data[start : start + len(put)] = put

    with contextlib.suppress(Refused):
        opened(bytes(data))


@given(
    data=st.binary(max_size=600),
    head=st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.7\n", b"\xff\xfe", b"[{", b"[[", b'{"a"',
                          b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]),
)  # fmt: skip
@settings(max_examples=300)
def test_bytes_of_any_sort_are_read_or_refused_and_nothing_else(data, head):
    with contextlib.suppress(Refused):
        assert opened(head + data).kind in {"csv", "text", "json"}


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_pdf_with_some_bytes_changed_is_read_or_refused_by_its_reader(share):
    data = bytearray(WHOLE["pdf"])
    start = int(share * len(data))
    data[start : start + 9] = b"9999 0 R<<"[:9]

    with contextlib.suppress(Refused):
        assert len(texts_of(bytes(data))) == 1


def test_what_lies_elsewhere_is_not_fetched(tmp_path):
    """No parser of ours follows a link; a file that has some is read as if it had none."""
    there = tmp_path / "secret.dotm"
    there.write_text("secret")
    data = made.linked_docx(
        ("attachedTemplate", there.as_uri()),
        ("image", "https://tracker.invalid/pixel.png"),
        ("oleObject", "file://tracker.invalid/share/object.bin"),
        ("hyperlink", "https://tracker.invalid/"),
    )

    document = word.Document(io.BytesIO(opened(data).data))

    assert [paragraph.text for paragraph in document.paragraphs] == ["China should stop it."]
    assert b"secret" not in b"".join(part.blob for part in document.part.package.iter_parts())


def test_empty_cells_with_a_look_of_their_own_count_for_nothing():
    """Spreadsheet programs keep the colour of cells down to the last row."""
    far = '<row r="1048576" s="1"><c r="XFD1048576" s="1"/></row>'
    data = made.raw_xlsx(hostile.CELL + far)

    assert opened(data).kind == "xlsx"
    sheet = python_calamine.load_workbook(io.BytesIO(data)).get_sheet_by_index(0)
    assert sheet.to_python() == [[1.0]]


def test_a_picture_with_a_declaration_does_no_harm():
    assert opened(made.docx(**{"word/media/a.svg": hostile.XXE + "<svg/>"})).kind == "docx"


RECORD = (
    '{"AnnotationId": "a1", "AnnotationType": "- Recommendations", "Body": "- CEDAW", '
    '"Countries": ["China"], "Symbol": "CEDAW/C/CHN/CO/9", "Text": %s}'
)
OURS = '{"reference": "R-0001", "address": "", "made_by_codes": [], "text": %s}\n'
UPR_INFO = "SuR;RS;Recommendation;Response;Session\n"
READ = {  # past the door, by its reader
    "JSON that ends early": ("[" + RECORD % '"a"' + ",", "breaks off after 1 records"),
    "JSON that ends in a text": ('[{"Text": "a', "breaks off at its beginning"),
    "JSON of 100,000 levels": ("[" + '{"a":[' * 100_000, "no whole JSON"),
    "JSON of 100,000 whole levels": (
        '[{"Text":' + "[" * 100_000 + "]" * 100_000 + "}]", "no whole JSON",
    ),
    "a text without end in JSON": ('[{"Text": "' + "a" * 5_000_000 + '"}]', "does not hold"),
    "bytes that are no letters in JSON": (
        ("[" + RECORD % '"a"' + "]").encode().replace(b'"a"', b'"a\xed\xa0\x80"'), "no whole JSON",
    ),
    "lines of JSON with half a letter": (OURS % '"\\ud800"', "Line 1 is no JSON"),
    "lines of JSON with NUL": (OURS % '"\\u0000"', "Line 1 is no JSON"),
    "lines of JSON of 100,000 levels": (OURS % ("[" * 100_000), "Line 1 is no JSON"),
    "another list of JSON": ('[{"a": 1}]', "does not hold the records"),
    "a quotation mark that is not closed": (
        UPR_INFO + 'China;Peru;"Do it;Noted;17\nChina;Peru;Do;Noted;17\n', "never closed",
    ),
    "a workbook whose sheet is no XML": (made.raw_xlsx("<row><c><v>1</row>"), "broken"),
    "a Word file without a text": (made.docx(**{"word/document.xml": "<a/>"}), "."),
    "a Word file that is no XML": (made.docx("<w:p><w:r></w:p>"), "broken"),
    "a PDF in a circle": (hostile.PDFS["pages in a circle"][0], "broken"),
    "a PDF without a text": (made.written_pdf(""), "holds no text"),
}  # fmt: skip


HARMFUL = [
    "a flat bomb", "an overlapping bomb", "a million cells", "a file of ours in Excel",
    *(name for name, (_, words) in hostile.PDFS.items() if words),
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("name", HARMFUL)
def test_what_does_harm_is_refused_in_time_and_leaves_no_trace(name, contributor):
    data = hostile.PDFS[name][0] if name in hostile.PDFS else hostile.at_the_door(name)
    began = taken()

    with pytest.raises(Refused):
        stage(opened(data), wanted=Wanted(), settings={"state": "china"}, by=contributor)

    assert taken() - began < SECONDS
    assert not Import.objects.exists()
    assert not Recommendation.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("name", READ)
def test_what_a_reader_refuses_leaves_no_trace(name, contributor):
    data, words = READ[name]
    data = data if isinstance(data, bytes) else data.encode()

    with pytest.raises(Refused, match=words):
        stage(opened(data), wanted=Wanted(), settings={"state": "china"}, by=contributor)

    assert not Import.objects.exists()
    assert not Recommendation.objects.exists()


@pytest.mark.django_db
def test_half_letters_and_nul_in_json_are_read_as_what_is_left(contributor):
    data = ("[" + RECORD % '"Stop\\ud800 \\u0000it"' + "]").encode()

    imported = stage(opened(data), wanted=Wanted(), settings={"state": "china"}, by=contributor)

    assert imported.rows.get().ask["text"] == "Stop� it"


def test_cells_joined_over_thousands_of_rows_take_no_time():
    """python-docx looks for the first of them from each row anew: hours at this length."""
    cell = "<w:tr><w:tc><w:tcPr><w:vMerge%s/></w:tcPr><w:p>%s</w:p></w:tc></w:tr>"
    first = cell % (' w:val="restart"', "<w:r><w:t>Stop it</w:t></w:r>")
    data = made.docx(f"<w:tbl/><w:tbl>{first}{cell % ('', '') * 9_000}</w:tbl>")

    assert {paragraph.text for paragraph in of_word(opened(data).data)} == {"Stop it"}
