"""Tables of other people, read by what somebody says that their columns mean."""

import io
import json
from types import SimpleNamespace

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import (
    ArticleFactory,
    DocumentFactory,
    OrganisationFactory,
    RecommendationFactory,
)
from tracker.imports.asks import OUR_HEADINGS, Ask, Refused, Wanted
from tracker.imports.checking import Checker
from tracker.imports.readers import mapped
from tracker.imports.readers.days import day_of
from tracker.imports.readers.mapped import (
    asks_from,
    headings_of,
    missing,
    read,
    read_rows,
    signature,
)
from tracker.imports.readers.meanings import MEANINGS, proposed
from tracker.models import Recommendation

ENGLISH = {
    "No.": "key", "Recommendation": "text", "Recommending State": "made_by", "Session": "session",
    "China's response": "position", "Comment": "words", "Date": "made_on", "Themes": "themes",
    "Treaty articles": "articles", "Paragraph": "locator", "Contact person": "skip",
}  # fmt: skip
KOREAN = {
    "번호": "key", "권고 내용": "text", "권고국": "made_by", "날짜": "made_on", "주제": "themes",
    "관련 조항": "articles", "중국의 입장": "position", "문서 번호": "document", "언어": "language",
    "담당자": "skip",
}  # fmt: skip
CHINESE = {
    "序号": "key", "建议内容": "text", "提出国": "made_by", "日期": "made_on", "议题": "themes",
    "有关条款": "articles", "中国的立场": "position", "文件编号": "document", "负责人": "skip",
}  # fmt: skip


def table(*rows, headings=None, **sheets):
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as made:
        for name, lines in (sheets or {"One": rows}).items():
            sheet = made.add_worksheet(name)
            head = headings or list(lines[0])
            for number, line in enumerate([dict(zip(head, head, strict=True)), *lines]):
                sheet.write_row(number, 0, [line.get(heading, "") for heading in head])
    return SimpleNamespace(kind="xlsx", data=held.getvalue(), path=None, name="table.xlsx")


def one(row, **wanted):
    (ask,) = read_rows([("row 2", row)], Wanted(**wanted)).asks
    return ask


@pytest.mark.parametrize("columns", [ENGLISH, KOREAN, CHINESE], ids=["en", "ko", "zh"])
def test_headings_in_three_languages_propose_what_their_columns_mean(columns):
    assert proposed(columns) == columns


def test_a_known_word_comes_before_one_that_only_holds_it():
    assert proposed(["Text of the letter", "Recommendation text", "States", "Country"]) == {
        "Text of the letter": "skip", "Recommendation text": "text",
        "States": "made_by", "Country": "made_by",
    }  # fmt: skip


@given(st.lists(st.text(max_size=20), unique=True, max_size=8))
@settings(max_examples=100)
def test_any_headings_get_a_meaning_that_there_is(headings):
    found = proposed(headings)

    assert list(found) == headings
    assert set(found.values()) <= set(MEANINGS)
    assert "both said to be" not in missing(found)


def test_every_cell_goes_where_its_heading_means():
    ask = one(
        {
            "No.": "7", "Recommendation": " Stop&nbsp;it",
            "Recommending State": "Chad; Fiji\nPeru",
            "Session": "45th session", "China's response": "接受", "Comment": "It is done.",
            "Date": "12 May 2023", "Themes": "- Return\n- Asylum; Health",
            "Treaty articles": "CAT 3; CEDAW 6, 9", "Paragraph": "para. 7",
            "Contact person": "not for the record",
        }
    )  # fmt: skip

    assert (ask.text, ask.locator, ask.session, ask.made_on) == (
        "Stop it",
        "para. 7",
        45,
        "2023-05-12",
    )
    assert ask.made_by == ["Chad", "Fiji", "Peru"]
    assert ask.themes == ["Return", "Asylum", "Health"]
    assert [said["article"] for said in ask.articles] == ["CAT 3", "CEDAW 6, 9"]
    assert {said["basis"] for said in ask.articles} == {"inferred"}
    assert (ask.position, ask.answer) == ("接受", {"words": "It is done."})
    assert ask.raw["Contact person"] == "not for the record"
    assert "not for the record" not in json.dumps(ask.as_json())
    assert not ask.faults


def test_what_a_person_says_wins_over_the_words_of_a_heading():
    row = {"Title": "Stop it", "Recommendation": "see above", "Who": "Chad"}
    said = {"Title": "text", "Recommendation": "skip", "Who": "made_by"}

    ask = one(row, columns=said)

    assert (ask.text, ask.title, ask.made_by) == ("Stop it", "", ["Chad"])


@pytest.mark.parametrize(
    ("columns", "why"),
    [
        ({"A": "made_by"}, "without its text no row can be read"),
        ({"A": "text", "B": "text"}, "“A” and “B” are both said to be “What is asked”"),
        ({"A": "text", "B": "password"}, "“password” is nothing that a column can mean"),
    ],
)
def test_a_mapping_that_cannot_be_says_why(columns, why):
    with pytest.raises(Refused, match=why) as refused:
        read_rows([("row 2", {"A": "1", "B": "2"})], Wanted(columns=columns))

    assert "The columns are: A, B." in str(refused.value)


def test_a_table_whose_columns_nobody_understands_is_kept_as_it_is_for_a_person_to_say():
    reading = read(table({"Foo": "1", "Bar": "2"}), Wanted())

    assert [(dict(ask.raw), ask.text) for ask in reading.asks] == [({"Foo": "1", "Bar": "2"}, "")]
    assert any("Say which column holds what is asked" in told for told in reading.told)


def test_only_the_sheets_with_the_same_headings_are_read_and_the_others_named():
    file = table(
        Notes=[{"Remark": "a", "Who": "b"}],
        First=[{"Text": "Stop it", "Made by": "Chad"}],
        Second=[{"Text": "Go on", "Made by": "Fiji"}],
    )

    reading = read(file, Wanted())

    assert [(ask.place, ask.text) for ask in reading.asks] == [
        ("sheet First, row 2", "Stop it"), ("sheet Second, row 2", "Go on"),
    ]  # fmt: skip
    assert reading.told == ["1 sheet was not read, because of other headings: “Notes”."]
    assert reading.proposed["columns"] == {"Text": "text", "Made by": "made_by"}
    assert reading.proposed["headings"] == ["Text", "Made by"]


def test_rows_about_another_state_and_empty_rows_are_left_out():
    rows = [
        {"Text": "a", "State under review": "Peru"},
        {"Text": "b", "State under review": "People's Republic of China"},
        {"Text": "c", "State under review": ""},
        {"Text": " ", "State under review": ""},
    ]

    reading = read_rows([(f"row {n}", row) for n, row in enumerate(rows, 2)], Wanted())

    assert [ask.text for ask in reading.asks] == ["b", "c"]
    assert reading.left_out == {"Peru": 1}


def test_states_between_commas_are_several_and_other_names_are_one():
    row = {"Text": "a", "Made by": "Canada, Norway and Peru; Bosnia and Herzegovina; Rights, Inc."}

    assert one(row).made_by == [
        "Canada", "Norway", "Peru", "Bosnia and Herzegovina", "Rights, Inc.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "cell", "expected"),
    [
        ("Date", "5/6/2023", "the year first"),
        ("Date", "soon", "the year first"),
        ("Session", "next", "a session"),
        ("Action", "9", "from 1 to 5"),
        ("Kind", "praise", "question"),
        ("Language", "Klingon", "zh-Hans"),
    ],
)
def test_a_cell_that_is_not_understood_is_a_fault_with_what_was_expected(heading, cell, expected):
    ask = one({"Text": "Stop it", heading: cell})

    (fault,) = ask.faults
    assert (fault.column, fault.found) == (heading, cell)
    assert expected.casefold() in f"{fault.expected} {fault.mend}".casefold()


def test_words_for_kinds_and_languages_are_read_in_three_languages():
    rows = [("질문", "한국어"), ("问题", "中文"), ("Question", "Korean"), ("question", "zh-hans")]

    found = [one({"Text": "a", "Kind": kind, "Language": language}) for kind, language in rows]

    assert {ask.kind for ask in found} == {"question"}
    assert [ask.language for ask in found] == ["ko", "zh-Hans", "ko", "zh-Hans"]


def test_the_key_of_a_row_is_its_number_or_else_what_it_says():
    numbered = {"No": "7", "Text": "Stop it"}
    plain = {"Text": "Stop  it!", "Made by": "Chad; Fiji"}
    same = {"Text": "stop it", "Made by": "Fiji; Chad"}

    assert one(numbered).key == one(numbered | {"Text": "Stop it now"}).key
    assert one(plain).key == one(same).key != one(same | {"Text": "go on"}).key
    assert one(dict(reversed(numbered.items()))).key == one(numbered).key
    assert len(one({"No": "7" * 500, "Text": "a"}).key) <= 80


def test_rows_may_come_from_staged_cells_as_well():
    file = table({"Text": "Stop it", "Made by": "Chad", "Date": "2023"})
    wanted = Wanted(columns={"Text": "text", "Made by": "made_by", "Date": "made_on"})
    asks = read(file, wanted).asks
    stored = json.loads(json.dumps([[ask.place, dict(ask.raw)] for ask in asks], sort_keys=True))

    assert list(asks_from(stored, wanted)) == asks
    assert [Ask.from_json(ask.as_json(), ask.raw) for ask in asks] == asks


def test_a_signature_names_headings_in_their_order_without_ours():
    headings = ["Text", "Made by"]

    assert signature(headings) == signature([" text", "MADE  BY", *OUR_HEADINGS])
    assert signature(headings) != signature([*reversed(headings)])
    assert len(signature(headings)) == 64
    assert headings_of([*headings, *OUR_HEADINGS]) == headings


def test_what_we_wrote_beside_wrong_rows_is_never_proposed_for_anything():
    row = dict.fromkeys(["Text", "Made by", *OUR_HEADINGS], "Something")

    reading = read(table(row), Wanted())

    assert set(reading.proposed["columns"]) == {"Text", "Made by"}
    assert not set(OUR_HEADINGS) & set(reading.asks[0].raw)


def test_formulas_count_as_what_they_gave_and_dates_of_excel_as_days():
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as made:
        sheet = made.add_worksheet()
        sheet.write_row(0, 0, ["Text", "Date", "Session"])
        sheet.write_formula(1, 0, '="Stop "&"it"', value="Stop it")
        sheet.write_number(1, 1, 45000, made.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_number(1, 2, 45)
    file = SimpleNamespace(kind="xlsx", data=held.getvalue(), path=None, name="a.xlsx")

    (ask,) = mapped.read(file, Wanted()).asks

    assert (ask.text, ask.made_on, ask.session) == ("Stop it", "2023-03-15", 45)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2023", "2023"), ("2023-05", "2023-05"), ("2023-05-12", "2023-05-12"),
        ("2023-05-12T00:00:00", "2023-05-12"), ("2023-05-12 10:53:45.827", "2023-05-12"),
        ("2023/5/12", "2023-05-12"), ("2023. 5. 12.", "2023-05-12"), ("2023.5", "2023-05"),
        ("2023년 5월 12일", "2023-05-12"), ("2023년 5월", "2023-05"), ("2023년", "2023"),
        ("2023年5月12日", "2023-05-12"), ("2023年5月", "2023-05"), ("２０２３年", "2023"),
        ("12 May 2023", "2023-05-12"), ("12th May, 2023", "2023-05-12"), ("May 2023", "2023-05"),
        ("May 12, 2023", "2023-05-12"), ("Sept. 2023", "2023-09"), ("13/05/2023", "2023-05-13"),
        ("05/13/2023", "2023-05-13"), ("5.5.2023", "2023-05-05"), ("45000", "2023-03-15"),
        ("45000.75", "2023-03-15"), ("5/6/2023", None), ("31 February 2023", None), ("99", None),
        ("soon", None), ("", None), ("2023-13", None), ("123456", None), ("0000", None),
    ],
)  # fmt: skip
def test_dates_are_read_as_people_write_them(written, day):
    assert day_of(written) == day


@given(st.text(max_size=40))
@settings(max_examples=200)
def test_any_text_is_a_date_or_none(text):
    found = day_of(text)

    assert found is None or day_of(found) == found


cells = st.dictionaries(st.sampled_from([*ENGLISH]), st.text(max_size=30))


@given(cells)
@settings(max_examples=200)
def test_any_cells_are_read_or_at_fault(row):
    row = dict.fromkeys(ENGLISH, "") | row

    for ask in read_rows([("row 2", row)], Wanted()).asks:
        assert ask.raw == row
        assert ask.text or row["Recommendation"].strip() == "" or not ask.text.strip()


def test_a_row_becomes_what_it_means_for_the_records():
    maker, article = (
        OrganisationFactory(name="Chad"),
        ArticleFactory(treaty__code="cat", number="3"),
    )
    document = DocumentFactory(title="Report of the year")
    row = {"Text": "Stop it", "Made by": "Chad", "Date": "2023", "Document": "Report of the year",
           "Articles": "CAT 3"}  # fmt: skip

    (checked,) = Checker({}).check([one(row)])

    assert not checked.faults
    assert checked.values["made_by"] == [maker.slug]
    assert checked.values["document"] == document.slug
    (invoked,) = checked.values["invocations"]
    assert (invoked["article"], invoked["basis"]) == (f"cat {article.number}", "inferred")
    assert invoked["note"]


def test_no_reader_asks_the_database(django_assert_num_queries):
    RecommendationFactory()
    with django_assert_num_queries(0):
        one(dict.fromkeys(ENGLISH, "1"))
    assert Recommendation.objects.exists()
