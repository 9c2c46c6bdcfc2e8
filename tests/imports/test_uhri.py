"""The Universal Human Rights Index: its workbook and its JSON."""

import io
import json
import tracemalloc
from types import SimpleNamespace

import pytest
import xlsxwriter

from tracker.imports.asks import OUR_HEADINGS, Ask, Refused, Wanted
from tracker.imports.readers import uhri
from tracker.imports.readers.index_json import is_its_json
from tracker.imports.readers.passages import passage_of, without_html, without_states

from .index_file import record, write_index
from .wild import wild

CHINA = Wanted(state="China")
HEADINGS = [
    "Text", "Countries Concerned", "Reccomending Body", "Document Symbol", "Themes",
    "Affected Persons", "Sdgs", "Document Publication Date", "UPR Reccomending States",
    "UPR Position", "Type", "OHCHR Annotation Id", "UPR Session", "Regions Concerned",
    "Recommending Regions", "Date of publication on UHRI",
]  # fmt: skip
COMMITTEE = {
    "Text": "Rural women 49.The Committee is concerned at <em>made-up</em> gaps&nbsp;&amp; more. ",
    "Countries Concerned": "- China\n- Fiji",
    "Reccomending Body": "- CEDAW",
    "Document Symbol": "CEDAW/C/CHN/CO/99",
    "Themes": "- Equality & non-discrimination\n- Land & property rights",
    "Affected Persons": "- Women & girls",
    "Sdgs": "- 1.4 - Equal rights to economic resources",
    "Document Publication Date": 46078,
    "Type": "- Concerns/Observations",
    "OHCHR Annotation Id": "B4288060-6633-478D-9A9A-DF1978D336C3",
    "Date of publication on UHRI": 46125.4996282407,
}
REVIEW = {
    "Text": "28.7 Make up a law (Chad) (Bolivia (Plurinational State of));",
    "Countries Concerned": "- China",
    "Reccomending Body": "- UPR",
    "Document Symbol": "A/HRC/99/6",
    "Themes": "- Right to health",
    "Document Publication Date": 45000,
    "UPR Reccomending States": "- Chad\n- Bolivia (Plurinational State of)",
    "UPR Position": "- Noted",
    "Type": "- Recommendations",
    "OHCHR Annotation Id": "a1",
    "UPR Session": "- 45",
}


def workbook(*rows, headings=HEADINGS):
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as made:
        sheet = made.add_worksheet("Export")
        sheet.write_row(0, 0, headings)
        for number, row in enumerate(rows, start=1):
            sheet.write_row(number, 0, [row.get(heading, "") for heading in headings])
    return opened("xlsx", held.getvalue())


def opened(kind, data):
    return SimpleNamespace(kind=kind, data=data, path=None, name="export")


def as_json(*records):
    return opened("json", json.dumps(records).encode())


def read(file, wanted=CHINA):
    return uhri.read(file, wanted)


def test_a_workbook_gives_what_committees_and_states_ask():
    reading = read(workbook(COMMITTEE, REVIEW))

    committee, review = reading.asks
    assert (committee.text, committee.title, committee.locator) == (
        "The Committee is concerned at made-up gaps & more.", "Rural women", "para. 49",
    )  # fmt: skip
    assert (committee.kind, committee.made_by, committee.mechanism) == (
        "concern", ["CEDAW"], "CEDAW",
    )  # fmt: skip
    assert committee.themes == ["Equality & non-discrimination", "Land & property rights"]
    assert (committee.groups, committee.sdgs) == (
        ["Women & girls"], ["1.4 - Equal rights to economic resources"],
    )  # fmt: skip
    assert (committee.document, committee.published_on) == ("CEDAW/C/CHN/CO/99", "2026-02-25")
    assert (committee.key, committee.position) == ("b4288060-6633-478d-9a9a-df1978d336c3", "")
    assert (review.text, review.locator) == ("Make up a law", "28.7")
    assert (review.kind, review.mechanism, review.session) == ("recommendation", "UPR", 45)
    assert review.made_by == ["Chad", "Bolivia (Plurinational State of)"]
    assert (review.position, review.published_on) == ("Noted", "2023-03-15")
    assert (review.place, committee.place) == ("row 3", "row 2")
    assert not committee.faults + review.faults


def test_json_says_the_same_as_the_workbook():
    written = record(
        1, state="China", Text=REVIEW["Text"], Body="- UPR", Symbol="A/HRC/99/6",
        PublicationDate="2023-03-15T00:00:00", AnnotationType="- Recommendations", Sdgs=[],
        UprRecommendingCountry=["Chad", "Bolivia (Plurinational State of)"], AffectedPersons=[],
        UprPositions=["Noted"], UprSession=["45"], AnnotationId="A1", Themes=["Right to health"],
    )  # fmt: skip

    (ask,), (same,) = read(as_json(written)).asks, read(workbook(REVIEW)).asks

    assert {**ask.as_json(), "place": ""} == {**same.as_json(), "place": ""}
    assert ask.place == "record 1"


def test_only_what_is_about_the_state_is_kept_and_the_others_are_counted():
    about = ["Peru", "China", "Peru", "Fiji", "the People's Republic of China"]
    records = [record(number, state=state) for number, state in enumerate(about)]

    reading = read(
        as_json(*records, record(9, Countries=[]), record(10, Countries=["Fiji", "China"]))
    )

    assert len(reading.asks) == 3
    assert reading.left_out == {"Peru": 2, "Fiji": 1, "": 1}


def test_asks_may_come_from_staged_cells_as_well():
    for file in (workbook(COMMITTEE, REVIEW), as_json(record(1, state="China"))):
        asks = read(file).asks
        stored = json.loads(
            json.dumps([[ask.place, dict(ask.raw)] for ask in asks], sort_keys=True)
        )

        assert [*uhri.asks_from(stored, CHINA)] == asks
        assert [Ask.from_json(ask.as_json(), ask.raw) for ask in asks] == asks


def test_what_we_wrote_beside_wrong_rows_is_no_part_of_them():
    more = dict.fromkeys(OUR_HEADINGS, "Something")

    (ask,) = read(workbook(COMMITTEE | more, headings=[*HEADINGS, *OUR_HEADINGS])).asks

    assert not set(OUR_HEADINGS) & set(ask.raw)


@pytest.mark.parametrize(
    ("heading", "cell", "found"),
    [
        ("Type", "- Praise", "Praise"),
        ("Document Publication Date", "soon", "soon"),
        ("UPR Position", "- Supported\n- Noted", "Supported, Noted"),
    ],
)
def test_what_is_not_understood_is_a_fault_of_its_row(heading, cell, found):
    (ask,) = read(workbook(REVIEW | {heading: cell})).asks

    (fault,) = ask.faults
    assert (fault.column, fault.found) == (heading, found)
    assert all((fault.what, fault.expected, fault.mend))
    assert ask.text == "Make up a law"


@pytest.mark.parametrize(
    ("text", "locator", "heading", "rest"),
    [
        ("4.The Committee reminds", "para. 4", "", "The Committee reminds"),
        ("4. The Committee reminds", "para. 4", "", "The Committee reminds"),
        ("12 (a) Take steps;", "para. 12 (a)", "", "Take steps;"),
        ("49.(a) Take steps", "para. 49", "", "(a) Take steps"),
        ("140.7 Ratify it", "140.7", "", "Ratify it"),
        ("6.138.Continue", "6.138", "", "Continue"),
        ("Rural women 49.The Committee", "para. 49", "Rural women", "The Committee"),
        ("4.委员会建议", "para. 4", "", "委员会建议"),
        ("Ratify it under article 14.The State", "", "", "Ratify it under article 14.The State"),
        ("By 2030. The State should", "", "", "By 2030. The State should"),
        ("It has 4. The next", "", "", "It has 4. The next"),
        ("1951 Convention", "", "", "1951 Convention"),
        ("3.5 per cent", "3.5", "", "per cent"),
        ("", "", "", ""),
    ],
)
def test_a_number_glued_to_a_text_is_its_place(text, locator, heading, rest):
    found = passage_of(text)

    assert (found.locator, found.heading, found.text) == (locator, heading, rest)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>Stop<br/>it</p>", "Stop it"),
        ("non<em>-</em>return", "non-return"),
        ("&lt;p&gt;Stop &amp;amp; go&lt;/p&gt;", "Stop & go"),
        ("a<style>p {color: red}</style><!-- b -->c", "a c"),
        ("5 < 6 and 7 > 2", "5 < 6 and 7 > 2"),
    ],
)
def test_words_come_without_html(html, words):
    assert without_html(html) == words


def test_states_in_brackets_at_the_end_go_and_anything_else_stays():
    states = ["Iran (Islamic Republic of)", "Chad", "Fiji"]

    assert without_states("Do it (Chad) (Islamic Republic of Iran);", states) == "Do it"
    assert without_states("Do it (Chad, Fiji);", states) == "Do it"
    assert without_states("Do it (OPCAT) (Chad).", states) == "Do it (OPCAT)"
    assert without_states("Do it (Peru);", states) == "Do it (Peru);"
    assert without_states("(Chad)", states) == "(Chad)"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (
            b'[{"AnnotationId": "1", "Countries": ["China"]}, {"Text": "cut',
            "breaks off after 1 record",
        ),
        (b'[{"AnnotationId": "1"', "breaks off at its beginning"),
        (b'[{"AnnotationId": "1"},, ]', "no whole JSON after 1 record|breaks off after 1 record"),
        (b'[{"a": "\xff\xfe"}]', "no whole JSON|breaks off"),
        (b"[1, 2]", "does not hold the records"),
        (b"[]", "does not hold the records"),
        (b'{"a": []}', "does not hold the records"),
        (b"", "breaks off"),
        (b"[" * 200_000, "no whole JSON"),
        (b"[" + b'{"a":' * 200_000, "no whole JSON"),
        (b'[{"a": "' + b"b" * 20 * 2**20, "no whole JSON"),
    ],
)
def test_a_broken_file_is_refused_with_what_to_do(data, why):
    with pytest.raises(Refused, match=why) as refused:
        read(opened("json", data))

    assert "ownload" in str(refused.value)


def test_values_of_an_odd_type_and_zero_bytes_do_no_harm():
    odd = record(1, Countries="China", Text="4.a\x00b", Themes=[["x"], None, {"a": 1}, 5], Symbol=7)

    (ask,) = read(as_json(odd)).asks

    assert (ask.text, ask.themes, ask.document) == ("4.ab", ["5"], "7")
    assert "\x00" not in "".join(ask.raw.values())


def test_the_json_is_read_in_pieces_and_its_progress_is_told(tmp_path):
    path = tmp_path / "index.json"
    about = write_index(path, 20 * 2**20)
    told = []

    tracemalloc.start()
    file = SimpleNamespace(kind="json", data=None, path=path, name="index.json")
    reading = uhri.read(file, Wanted(state="Fiji"), told.append)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert about == len(reading.asks) or len(reading.asks) > 100
    assert peak < 8 * 2**20
    assert told == [] or told[0].startswith("Read 20,000 records, ")


def test_the_files_of_the_index_are_told_from_others():
    assert uhri.has_its_headings(HEADINGS)
    assert uhri.has_its_headings([*HEADINGS, *OUR_HEADINGS])
    assert uhri.has_its_headings([h.replace("Reccomending", "Recommending") for h in HEADINGS])
    assert not uhri.has_its_headings(["Text", "Countries", "Id"])
    assert is_its_json(json.dumps([record(1)]).encode())
    assert is_its_json(b"\xef\xbb\xbf [ " + json.dumps(record(1)).encode())
    assert not is_its_json(b'[{"reference": 1}]')


def test_a_table_with_other_headings_is_refused_as_the_index():
    with pytest.raises(Refused, match="no export of the Universal Human Rights Index"):
        read(workbook({"Text": "Stop it", "Who": "Chad"}, headings=["Text", "Who"]))


def test_the_example_of_its_json_is_read():
    path = wild("uhri_format/export-full-en.example.json")
    file = SimpleNamespace(kind="json", data=None, path=path, name=path.name)

    (ask,) = uhri.read(file, Wanted(state="Peru")).asks

    assert is_its_json(path.read_bytes())
    assert (ask.kind, ask.locator, ask.document) == ("concern", "para. 4", "CRC/C/PER/CO/6-7")
    assert ask.text.startswith("The Committee")
    assert (len(ask.themes), len(ask.groups), len(ask.sdgs)) == (7, 4, 3)
    assert (ask.published_on, ask.made_by, ask.faults) == ("2025-02-12", ["CRC"], [])


def test_the_example_of_its_workbook_is_read():
    told = json.loads(wild("uhri_format/xlsx_export_columns.json").read_text())["row"]

    (ask,) = read(workbook(told, headings=[*told]), Wanted(state="Iraq")).asks

    assert (ask.title, ask.locator, ask.kind) == ("Rural women", "para. 49", "concern")
    assert (ask.published_on, ask.document) == ("2026-02-25", "CEDAW/C/IRQ/CO/8")
    assert len(ask.themes) == 3
    assert not ask.faults
