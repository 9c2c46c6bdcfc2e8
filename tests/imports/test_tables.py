import datetime as dt
import io
import struct
import zipfile
from contextlib import suppress
from types import SimpleNamespace

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.imports.asks import Refused
from tracker.imports.opening import tables
from tracker.imports.opening.tables import sheets_of, text_table, workbook

from .wild import wild


def file(data, kind="csv"):
    return SimpleNamespace(kind=kind, data=data, path=None)


def book(**sheets):
    stream = io.BytesIO()
    made = xlsxwriter.Workbook(stream, {"default_date_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        sheet = made.add_worksheet(name)
        for number, row in rows.items():
            sheet.write_row(number - 1, 0, row)
    made.close()
    return stream.getvalue()


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_any_separator_and_any_line_end_is_read(separator, end):
    lines = [
        "To{0}Text{0}From",
        'China{0}"Stop; halt,{1}and say ""no"""{0}Peru',
        "China{0}b{0}Chad",
    ]
    text = end.join(line.format(separator, end) for line in lines)
    (sheet,) = text_table(text.encode()).sheets
    assert sheet.headings == ["To", "Text", "From"]
    assert sheet.rows == [
        (2, ["China", f'Stop; halt,{end}and say "no"', "Peru"]),
        (3, ["China", "b", "Chad"]),
    ]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("State,Words\nPéru,don’t".encode(), "utf-8"),
        ("\ufeffState,Words\nPéru,don’t".encode(), "utf-8"),
        ("State,Words\nPéru,don’t".encode("utf-16"), "utf-16"),
        ("\ufeffState,Words\nPéru,don’t".encode("utf-16-be"), "utf-16"),
        ("State,Words\nPéru,don’t".encode("utf-16-le"), "utf-16"),
        ("State,Words\nPéru,don’t".encode("cp1252"), "cp1252"),
        ("State,Words\nPéru,don’t".encode("mac-roman"), "mac-roman"),
    ],
)
def test_each_encoding_is_found_by_what_the_file_holds(data, encoding):
    found = text_table(data)
    assert found.encoding == encoding
    assert found.is_sure
    assert found.sheets[0].headings == ["State", "Words"]
    assert found.sheets[0].rows == [(2, ["Péru", "don’t"])]


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("국가,권고\n중국,탈북민을 강제로 송환하지 말 것", "cp949"),
        ("国家,建议\n中国,停止强行遣返来自朝鲜的人，并保护他们的权利", "gb18030"),
    ],
)
def test_korean_and_chinese_files_of_old_programs_are_read(words, encoding):
    found = text_table(words.encode(encoding))
    assert (found.encoding, found.sheets[0].rows[0][1][0]) == (encoding, words.split("\n")[1][:2])


def test_an_encoding_that_letters_do_not_tell_is_told_and_can_be_chosen():
    data = "State,Words\nPeru,en el pa\x92s".encode("latin-1")
    found = text_table(data)
    assert not found.is_sure
    assert set(found.previews) == {"cp1252", "mac-roman"}
    assert sorted(found.previews.values()) == [["país"], ["pa’s"]]
    assert "Choose what reads well" in found.told[0]
    assert text_table(data, "mac-roman").sheets[0].rows[0][1][1] == "en el país"
    assert text_table(data, "cp1252").sheets[0].rows[0][1][1] == "en el pa’s"


def test_letters_that_cannot_be_read_are_told_of():
    found = text_table("State,Words\nPéru,été".encode("cp1252"), "utf-8")
    assert not found.is_sure
    assert "3 letters could not be read as UTF-8" in found.told[0]


def test_a_file_in_unicode_with_one_broken_letter_stays_unicode():
    data = b"State,Words\n" + "Péru,été\n".encode() * 20 + b"Chad,\xe9t"
    found = text_table(data)
    assert (found.encoding, found.is_sure) == ("utf-8", False)
    assert found.sheets[0].rows[0][1] == ["Péru", "été"]


def test_headings_are_each_their_own_and_the_empty_ones_have_a_name():
    (sheet,) = text_table(b"Rgrp;Org; ;Rgrp;Rgrp;Text\na;b;c;d;e;f;g\nh").sheets
    assert sheet.headings == [
        "Rgrp", "Org", "Column C", "Rgrp (2)", "Rgrp (3)", "Text", "Column G",
    ]  # fmt: skip
    assert sheet.rows[1] == (3, ["h", "", "", "", "", "", ""])


def test_rows_keep_their_numbers_though_titles_and_empty_rows_stand_between():
    text = "Recommendations to China\n\nState,Text\nPeru,a\n\n,\nChad,b\n"
    (sheet,) = text_table(text.encode()).sheets
    assert sheet.headings == ["State", "Text"]
    assert [number for number, _ in sheet.rows] == [4, 7]
    assert sheet.place(7) == "row 7"


def test_excels_own_line_with_the_separator_is_understood():
    (sheet,) = text_table(b"sep=|\r\nState|Te,xt\r\nPeru|a,b\r\n").sheets
    assert (sheet.headings, sheet.rows) == (["State", "Te,xt"], [(2, ["Peru", "a,b"])])


def test_a_row_with_too_many_cells_is_told_of_and_loses_none():
    found = text_table(b"State,Text\nPeru,a\nChad,one, two\n")
    assert found.sheets[0].rows[1] == (3, ["Chad", "one", " two"])
    assert "in 1 row (3)" in found.told[0]


@pytest.mark.parametrize("lines", [0, 5, 100_000])
def test_an_open_quotation_mark_swallows_nothing_in_silence(lines):
    with pytest.raises(Refused, match="Row 3 opens a quotation mark"):
        text_table(b'State,Text\nPeru,a\nChad,"open\n' + b"x\n" * lines)


@pytest.mark.parametrize("data", [b"", b"\n\n", b"  ,\n", b"\x00\x01\x02abc\x00", b"\xff\xfe"])
def test_what_is_no_table_is_refused(data):
    with pytest.raises(Refused):
        text_table(data)


def test_too_many_rows_or_cells_are_refused(monkeypatch):
    monkeypatch.setattr(tables, "MOST_ROWS", 10)
    monkeypatch.setattr(tables, "MOST_CELLS", 30)
    row = ["a", "b"]
    assert len(text_table(b"a,b\n" * 11).sheets[0].rows) == 10
    assert len(workbook(book(A=dict.fromkeys(range(1, 12), row))).sheets[0].rows) == 10
    for data in (b"a,b\n" * 12, b"a,b,c,d\n" * 8):
        with pytest.raises(Refused, match="at most 10 rows and 30 cells"):
            text_table(data)
    for data in (
        book(A=dict.fromkeys(range(1, 13), row)),
        book(A=dict.fromkeys(range(1, 9), row * 2)),
        book(A={1: row, 2: row, 1_000_000: row}),
    ):
        with pytest.raises(Refused, match="at most 10 rows and 30 cells"):
            workbook(data)


def test_a_workbook_gives_every_sheet_that_holds_something():
    data = book(
        Empty={},
        Data={
            3: ["State", "Number", "On", "Sure"],
            4: ["Peru", 5.0, dt.date(2024, 1, 23), True],
            6: ["Chad", 0.5, dt.datetime(2024, 1, 23, 10, 30), ""],  # noqa: DTZ001
        },
        More={1: ["a", "b"], 2: ["1", 2]},
    )
    found = sheets_of(file(data, "xlsx"))
    first, second = found.sheets
    assert first.headings == ["State", "Number", "On", "Sure"]
    assert first.rows == [
        (4, ["Peru", "5", "2024-01-23", "TRUE"]),
        (6, ["Chad", "0.5", "2024-01-23T10:30:00", ""]),
    ]
    assert first.place(4) == "sheet Data, row 4"
    assert second.rows == [(2, ["1", "2"])]


def packed(**members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return stream.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
        packed(xl__workbook_xml="<workbook>"),
        packed(xl__worksheets__sheet1_xml=b" " * 400_000_000)[:-10],
        packed(xl__worksheets__sheet1_xml=b" " * 400_000_000),
        packed(xl__worksheets__sheet1_xml=b"<c></c>" * 1_000_000),
    ],
    ids=["empty", "begun", "ole", "hollow", "cut", "bomb", "million"],
)
def test_a_broken_workbook_is_refused_with_what_to_do(data):
    with pytest.raises(Refused, match=r"save it anew|too large"):
        workbook(data)


def test_a_reader_that_takes_all_memory_ends_alone():
    """A row and a column far away make a table of 17 thousand million cells."""
    far = book(A={1: ["a", "b"]})
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(far)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("sheet1.xml"):
                data = data.replace(b'r="B1"', b'r="XFD1048576"')
            new.writestr(name, data)
    with pytest.raises(Refused, match=r"could not be read|too large"):
        workbook(stream.getvalue())


def test_a_kind_that_is_no_table_is_refused():
    with pytest.raises(Refused, match="no table"):
        sheets_of(file(b"%PDF-1.7", "pdf"))


@given(st.binary())
@settings(max_examples=200)
def test_no_bytes_break_a_table_of_text(data):
    for encoding in ("", "utf-8", "cp1252", "mac-roman", "utf-16", "cp949", "gb18030"):
        try:
            found = text_table(data, encoding)
        except Refused:
            continue
        else:
            (sheet,) = found.sheets
            assert len(set(sheet.headings)) == len(sheet.headings)
            assert all(len(cells) == len(sheet.headings) for _, cells in sheet.rows)


SMALL = book(A={1: ["State", "Text"], 2: ["Peru", "a"], 3: ["Chad", 5]})


@given(
    st.dictionaries(st.integers(0, len(SMALL) - 1), st.integers(0, 255), min_size=1, max_size=5),
    st.integers(1, len(SMALL)),
)
@settings(max_examples=15, deadline=None)
def test_no_change_of_bytes_breaks_a_workbook(changes, end):
    whole = bytearray(SMALL)
    for place, byte in changes.items():
        whole[place] = byte
    for data in (whole, whole[:end]):
        with suppress(Refused):
            assert workbook(bytes(data)).sheets


def test_the_xls_of_an_old_library_is_read():
    found = sheets_of(file(wild("uprinfo_2015/1-5.xls").read_bytes(), "xls"))
    (sheet,) = found.sheets
    assert len(sheet.rows) == 6094
    assert sheet.headings[:6] == ["SuR", "Rgrp", "Org", "Recommendation", "RS", "Rgrp (2)"]
    assert sheet.rows[0][1][-1] == "5"


@pytest.mark.parametrize("at", [0x200, 0x900, 0x20000])
def test_an_xls_with_wild_numbers_is_refused_or_read(at):
    whole = bytearray(wild("uprinfo_2015/1-5.xls").read_bytes())
    for place in range(at, at + 4000, 16):
        struct.pack_into("<H", whole, place, 0xFFF0)
    with suppress(Refused):
        assert workbook(bytes(whole)).sheets


@pytest.mark.parametrize(
    ("name", "encoding", "rows"),
    [
        ("uprinfo_2018/01-06-UPR-INFO-DATABASE-EXPORT-2018_07_25-20_19_03.csv", "utf-8", 8132),
        ("uprinfo_2018/15-18-UPR-INFO-DATABASE-EXPORT-2018_07_25-20_22_51.csv", "utf-8", 9806),
        ("uprinfo_2015/14-17.csv", "mac-roman", 9598),
    ],
)
def test_real_files_are_read_as_they_were_written(name, encoding, rows):
    found = sheets_of(file(wild(name).read_bytes()))
    assert (found.encoding, found.is_sure, len(found.sheets[0].rows)) == (encoding, True, rows)
