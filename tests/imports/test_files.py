"""What a file is: told by its bytes, whatever its name says."""

import hashlib
import io

import docx as word
import pypdf
import pytest
import python_calamine

from tests.imports import made
from tests.imports.wild import wild
from tracker.imports.asks import Refused
from tracker.imports.opening import files
from tracker.imports.opening.files import open_file

LIMIT = 20 * 2**20
TABLE = "State;Text;Position\nChina;Stop it, now;Noted\nChina;Do it;Supported\n"
PROSE = (
    "Recommendations\n\nWe call on China, a party to the Convention, to stop it.\n"
    "1.\tStop refoulement, now, and for good\n2.\tLet people stay, with papers\n"
    "It should, as its Constitution says, answer; soon.\n"
)
GOOD = {
    "csv with commas": TABLE.replace(", ", " ").replace(";", ",").encode(),
    "csv with semicolons": TABLE.encode("utf-8-sig"),
    "csv with tabs, in UTF-16": TABLE.replace(";", "\t").encode("utf-16"),
    "csv in Mac Roman with bare CR": TABLE.replace("Stop", "Türkiye")
    .replace("\n", "\r")
    .encode("mac-roman"),
    "csv in GB 18030": TABLE.replace("Stop it", "停止强制遣返").encode("gb18030"),
    "csv under a title": ("Export of today\n" + TABLE + "China;Go on;Noted\n" * 9).encode(),
    "text": PROSE.encode(),
    "text in cp1252": PROSE.replace("We", "“We”").encode("cp1252"),
    "text that is Korean, in UTF-16": ("권고\n강제북송을, 중단하라\n" * 3).encode("utf-16"),
    "text that begins with a bracket": b"[Advance version]\n" + PROSE.encode(),
    "json": b'\xef\xbb\xbf [\n {"Text": "4.The Committee"}]',
    "json by lines": b'{"reference": "R-0001", "address": ""}\n{"reference": "R-0002"}\n',
    "docx": made.docx(),
    "xlsx": made.xlsx(),
    "xls": made.xls(),
    "pdf": made.written_pdf("China should stop it."),
}


def opened(data, name="file.doc", most=LIMIT):
    return open_file(io.BytesIO(data), name, most)


@pytest.mark.parametrize("name", GOOD)
def test_a_file_is_what_its_bytes_say(name):
    data = GOOD[name]

    found = opened(data)

    assert (found.kind, found.name) == (name.split()[0], "file.doc")
    assert (found.data, found.size) == (data, len(data))
    assert found.sha256 == hashlib.sha256(data).hexdigest()


def test_what_is_made_here_is_what_the_parsers_read():
    book = python_calamine.load_workbook(io.BytesIO(GOOD["xls"]))
    sheet = python_calamine.load_workbook(io.BytesIO(made.raw_xlsx(CELL)))
    page = pypdf.PdfReader(io.BytesIO(GOOD["pdf"])).pages[0]

    assert book.get_sheet_by_index(0).to_python()[1] == ["R-0001", "Stop it"]
    assert sheet.get_sheet_by_index(0).to_python() == [["x"]]
    assert word.Document(io.BytesIO(GOOD["docx"])).paragraphs[0].text == "China should stop it."
    assert page.extract_text().strip() == "China should stop it."


CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>'
BAD = {
    "nothing": (b"", "It is empty"),
    "blanks": (b"\xef\xbb\xbf \r\n\t\n", "nothing but blanks"),
    "a program": (b"MZ\x90\0\x03\0\0\0" * 9, "no kind that is taken here"),
    "text in UTF-16 without its mark": (TABLE.encode("utf-16-le"), "Save text as UTF-8"),
    "a web page": (b"\n<!DOCTYPE html><table><tr><td>x", "Open it in a browser"),
    "rich text": (b"{\\rtf1 China should", "save it as .docx"),
    "one object": (b'{\n"Text": "a"\n}', "not a list of objects"),
    "a Word file of 1997": (made.old_office({"WordDocument": b"x"}), "save it as .docx"),
    "a Word file with a password": (
        made.old_office({"EncryptionInfo": b"x", "EncryptedPackage": b"x"}), "without protection",
    ),
    "a workbook with a password": (made.xls(more=made.record(0x2F, bytes(6))), "protection"),
    "an old presentation": (made.old_office({"PowerPoint Document": b"x"}), "neither of Word"),
    "an OpenDocument text": (
        made.package({"mimetype": "application/vnd.oasis.opendocument.text"}, method=0),
        "It is an OpenDocument file",
    ),
    "a PDF with a password": (made.pdf([b"<<>>"], trailer=b"/Encrypt 1 0 R"), "without protection"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_is_not_read_is_refused_with_what_to_do(name):
    data, words = BAD[name]

    with pytest.raises(Refused, match=words) as refused:
        opened(data)
    assert str(refused.value).startswith("This file is not taken. ")


def test_a_file_beyond_the_limit_is_refused():
    with pytest.raises(Refused, match="more than 1 MB"):
        opened(b"a,b\n" * 2**19, most=2**20)


def test_long_json_stays_in_its_file(tmp_path):
    path = tmp_path / "export"
    path.write_bytes(b'[{"Text": "' + b"x" * 3_000_000 + b'"}]')

    found = open_file(path, "export.json", 2**20)

    assert (found.kind, found.data, found.path) == ("json", None, path)
    assert found.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert found.size == path.stat().st_size


def test_json_of_any_length_has_a_limit_too(tmp_path, monkeypatch):
    path = tmp_path / "export"
    path.write_bytes(b'[{"Text": "' + b"x" * 3_000_000 + b'"}]')
    monkeypatch.setattr(files, "MOST_STREAMED", 2**20)

    with pytest.raises(Refused, match="more than 4 GB"):
        open_file(path, "export.json", 2**20)


def test_a_path_that_leads_nowhere_is_refused(tmp_path):
    with pytest.raises(Refused, match="No such file"):
        open_file(tmp_path / "lost.csv", "lost.csv", LIMIT)


def test_files_of_the_wild_are_what_they_are():
    kinds = {
        "uprinfo_2018/01-06-UPR-INFO-DATABASE-EXPORT-2018_07_25-20_19_03.csv": "csv",
        "uprinfo_2015/14-17.csv": "csv",
        "uprinfo_2015/1-5.xls": "xls",
        "ohchr_matrix/UPR20__Slovenia_ThematicListRecommendations_E.docx": "docx",
        "bad_input/docx_named.doc": "docx",
        "un_reports/A_HRC_25_5_china_2013.pdf": "pdf",
        "uhri_format/export-full-en.example.json": "json",
        "README.md": "text",
    }
    paths = {wild(name): kind for name, kind in kinds.items()}

    found = {path: open_file(path, path.name, LIMIT).kind for path in paths}

    assert found == paths


def test_a_true_word_97_file_of_the_wild_is_refused():
    with pytest.raises(Refused, match=r"Open it, save it as \.docx"):
        open_file(wild("bad_input/word97.doc"), "x.docx", LIMIT)
