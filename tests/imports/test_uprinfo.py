from collections import Counter

import pytest

from tests.imports.test_tables import book
from tracker.imports.asks import Ask, Refused, Wanted
from tracker.imports.opening.tables import text_table, workbook
from tracker.imports.readers.uprinfo import has_its_headings, read_rows, read_tables
from tracker.lib.states import state_named

from .wild import PROJECT, wild

OURS = PROJECT / "tests/data/uprinfo"
LATE = "uprinfo_2018/15-18-UPR-INFO-DATABASE-EXPORT-2018_07_25-20_22_51.csv"
EARLY = "uprinfo_2018/01-06-UPR-INFO-DATABASE-EXPORT-2018_07_25-20_19_03.csv"


def reading_of(path, state="China"):
    read = workbook if path.suffix == ".xls" else text_table
    return read_tables(read(path.read_bytes()), Wanted(state=state))


def rows(*changes):
    """Rows on China as the export of 2018 has them, each with what is otherwise in it."""
    plain = {
        "SuR": "China", "Rgrp": "Asia", "Org": "", "Recommendation": "Light the harbour",
        "RS": "Peru", "Rgrp (2)": "GRULAC", "Org (2)": "", "Response": "Supported",
        "Action": "5", "Issue": "Transport", "Session": "17",
    }  # fmt: skip
    return [(f"row {number}", plain | change) for number, change in enumerate(changes, 2)]


def one(**change):
    (ask,) = read_rows(rows(change), Wanted()).asks
    return ask


def test_an_export_of_2018_is_read_with_all_its_dirt():
    reading = reading_of(OURS / "2018.csv")
    asks = [ask for ask in reading.asks if not ask.faults]
    assert [(ask.place, ask.text, ask.made_by) for ask in asks] == [
        ("rows 2 and 3", "Sign the treaty on harbour lights", ["Peru", "Czechia"]),
        (
            "row 5",
            '[Publish] tide tables, "yearly"; tell fishers & pilots in Guaraní',
            ["Trinidad and Tobago"],
        ),
        ("row 9", "Dredge the channel", ["Cape Verde"]),
    ]
    joint = asks[0]
    assert (joint.position, joint.session, joint.strength) == ("Supported", 17, 5)
    assert (joint.rows, joint.mechanism) == (2, "UPR")
    assert joint.themes == ["Transport", "Treaty bodies"]
    assert joint.raw["RS"] == "Peru\nCzechia"
    assert joint.raw["SuR"] == "China"
    assert reading.left_out == {"Chad": 1, "Trinidad and Tobago": 1}


def test_each_fault_says_its_column_what_was_found_and_what_to_do():
    reading = reading_of(OURS / "2018.csv")
    faults = {
        (ask.place, fault.column): (fault.what, fault.found)
        for ask in reading.asks
        for fault in ask.faults
    }
    assert faults == {
        ("row 4", "RS"): ("Unknown recommending State", "(Unknown)"),
        ("row 7", "Session"): ("No session", ""),
        ("row 8", "Response"): ("Unknown position “Under consideration”", "Under consideration"),
        ("row 8", "Action"): ("Unknown action category “9”", "9"),
        ("row 11", "Recommendation"): ("No words of a recommendation", ""),
        ("row 11", "Response"): ("No position", ""),
    }
    assert all(fault.expected and fault.mend for ask in reading.asks for fault in ask.faults)


def test_a_copy_of_2015_has_the_same_keys_and_means_the_same():
    old, new = (
        {ask.key: ask for ask in reading_of(OURS / name).asks if not ask.faults}
        for name in ("2015.csv", "2018.csv")
    )
    assert old.keys() == new.keys()
    assert len(old) == 3
    for key, ask in old.items():
        assert (ask.position, ask.themes) == (new[key].position, new[key].themes)
        assert list(map(state_named, ask.made_by)) == list(map(state_named, new[key].made_by))


def test_both_counts_are_told_each_with_what_it_counts():
    told = reading_of(OURS / "2015.csv").told
    assert "1 row on China in session 4, one for each recommending State: 1 Supported." in told[1]
    assert (
        "3 rows on China in session 17, one for each recommending State: 2 Supported + 1 Noted. "
        "They make 2 recommendations: 1 Supported + 1 Noted." in told
    )


def test_states_with_another_name_are_told_of():
    told = " ".join(reading_of(OURS / "2015.csv").told)
    assert "“Czech Republic” is Czechia here (1 row)" in told
    assert "“Cape Verde” is Cabo Verde here (1 row)" in told
    assert "“Peru”" not in told


def test_states_with_different_words_stay_apart():
    reading = read_rows(rows({}, {"RS": "Chad", "Recommendation": "Light each harbour"}), Wanted())
    assert [(ask.made_by, ask.rows) for ask in reading.asks] == [(["Peru"], 1), (["Chad"], 1)]


def test_the_same_words_in_another_session_or_with_another_answer_are_another_ask():
    reading = read_rows(
        rows({}, {"Session": "4"}, {"RS": "Chad", "Response": "Noted"}, {"RS": "Cuba"}), Wanted()
    )
    assert [(ask.place, ask.position, ask.session) for ask in reading.asks] == [
        ("rows 2 and 5", "Supported", 17),
        ("row 3", "Supported", 4),
        ("row 4", "Noted", 17),
    ]
    keys = [ask.key for ask in reading.asks]
    assert len(set(keys)) == 3
    assert all(len(key) <= 80 for key in keys)


def test_many_places_are_told_in_short():
    names = ["Peru", "Chad", "Cuba", "Fiji", "Iran", "Iraq", "Mali", "Oman"]
    (ask,) = read_rows(rows(*({"RS": name} for name in names)), Wanted()).asks
    assert ask.place == "rows 2, 3, 4, 5, 6 and 3 others"
    assert (ask.rows, ask.made_by) == (8, names)
    sheets = [(f"sheet Data, {place}", raw) for place, raw in rows({}, {"RS": "Chad"})]
    assert read_rows(sheets, Wanted()).asks[0].place == "sheet Data, rows 2 and 3"


def test_a_row_that_stands_twice_is_counted_and_told_of():
    reading = read_rows(rows({}, {"Action": "4"}), Wanted())
    (ask,) = reading.asks
    assert (ask.rows, ask.made_by, ask.strength) == (2, ["Peru"], 5)
    assert "1 row repeats the words of another row by the same State." in reading.told
    assert "differ in their action category, and the first was taken: rows 2 and 3." in " ".join(
        reading.told
    )


def test_the_cells_of_an_ask_can_be_read_again():
    first = read_rows(
        rows({}, {"RS": "Trinidad and Tobago\n", "Issue": "Labour"}, {"RS": "Peru"}), Wanted()
    )
    again = read_rows([(ask.place, ask.raw) for ask in first.asks], Wanted())
    assert again.asks == first.asks
    ask = first.asks[0]
    assert Ask.from_json(ask.as_json(), ask.raw) == ask


def test_rows_count_whatever_name_the_file_has_for_the_state():
    for name in ("China", "the People's Republic of China", "China \n"):
        assert one(SuR=name).made_by == ["Peru"]
    assert len(read_rows(rows({"SuR": "Türkiye"}), Wanted(state="Turkey")).asks) == 1


@pytest.mark.parametrize(("written", "session"), [("4", 4), ("4.0", 4), (" 17 ", 17)])
def test_numbers_may_come_as_a_spreadsheet_keeps_them(written, session):
    ask = one(Session=written, Action="5.0")
    assert (ask.session, ask.strength, ask.faults) == (session, 5, [])


def test_a_file_without_a_row_on_the_state_says_whom_it_has():
    reading = reading_of(OURS / "2018.csv", "Japan")
    assert reading.asks == []
    assert reading.told == [
        "No row is on Japan. There are rows on Chad, China, Trinidad and Tobago."
    ]
    assert reading.left_out.total() == 10


def test_a_workbook_of_several_sheets_is_read_where_it_has_the_columns():
    (place, raw), *_ = rows({})
    headings = [heading.removesuffix(" (2)") for heading in raw]
    data = book(
        Export={1: headings, 2: [*list(raw.values())[:-1], 17.0]}, Notes={1: ["a", "b"], 2: [1, 2]}
    )
    reading = read_tables(workbook(data), Wanted())
    assert [(ask.place, ask.session) for ask in reading.asks] == [(f"sheet Export, {place}", 17)]
    assert "1 sheet was not read, because of other headings: “Notes”." in reading.told


def test_only_tables_with_its_columns_are_its_own():
    (sheet,) = text_table((OURS / "2015.csv").read_bytes()).sheets
    assert has_its_headings(sheet.headings)
    assert has_its_headings([" sur", "RS", "Recommendation", "RESPONSE", "Session"])
    assert not has_its_headings(["To", "From", "Text", "Session"])
    with pytest.raises(Refused, match="no export of UPR Info"):
        read_tables(text_table(b"a,b\n1,2\n"), Wanted())


@pytest.mark.parametrize(
    ("name", "session", "counts"),
    [
        (EARLY, 4, {"Supported": 55, "Noted": 83}),
        ("uprinfo_2015/1-5.xls", 4, {"Supported": 55, "Noted": 83}),
        (LATE, 17, {"Supported": 207, "Noted": 77}),
        ("uprinfo_2015/14-17.csv", 17, {"Supported": 207, "Noted": 77}),
    ],
)
def test_chinas_rows_are_counted_as_upr_info_counts_them(name, session, counts):
    reading = reading_of(wild(name))
    found: Counter[str] = Counter()
    for ask in reading.asks:
        assert (ask.session, ask.faults) == (session, [])
        found[ask.position] += ask.rows
    assert found == counts
    total = sum(counts.values())
    listed = " + ".join(f"{count} {name}" for name, count in counts.items())
    start = (
        f"{total} rows on China in session {session}, one for each recommending State: {listed}."
    )
    assert any(told.startswith(start) for told in reading.told)


@pytest.mark.parametrize(
    ("new", "old", "asks"),
    [(LATE, "uprinfo_2015/14-17.csv", 284), (EARLY, "uprinfo_2015/1-5.xls", 136)],
)
def test_the_copies_of_2015_and_2018_have_the_same_keys(new, old, asks):
    new, old = ({ask.key: ask for ask in reading_of(wild(name)).asks} for name in (new, old))
    assert len(new) == asks
    assert new.keys() == old.keys()
    for key, ask in new.items():
        assert (ask.text, ask.position) == (old[key].text, old[key].position)
        assert set(map(state_named, ask.made_by)) == set(map(state_named, old[key].made_by))


def test_the_renamed_states_of_2015_are_listed():
    told = " ".join(reading_of(wild("uprinfo_2015/1-5.xls")).told)
    assert "“Czech Republic” is Czechia here (9 rows)" in told
