import io
import time
import zipfile
from collections import Counter
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.imports.asks import Refused, Wanted
from tracker.imports.checking import Checker
from tracker.imports.opening.files import Opened
from tracker.imports.readers import matrices
from tracker.imports.readers.reviews import Review, review_in

from .matrix_file import SOURCE, Item, build_matrix
from .wild import wild

EXAMPLE = build_matrix()
SLOVENIA = Wanted(state="Slovenia")
FILES = {
    2: "ohchr_matrix/UPR20__Slovenia_ThematicListRecommendations_E.docx",
    4: "ohchr_matrix/upr48-slovenia-thematic-list-of-recommendatio.docx",
}


def opened(data, kind="docx"):
    return Opened(kind, data, None, "list.docx")


def read(data, wanted=None):
    return matrices.read(opened(data), wanted or Wanted())


def only(item, **given):
    """The asks of a list with this item alone."""
    return read(build_matrix(["Right to life", item], **given)).asks


def with_part(data, name, change):
    """The same package with one part changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.namelist():
            held = old.read(part)
            new.writestr(part, change(held) if part == name else held)
    return made.getvalue()


@pytest.mark.parametrize("generation", [2, 3, 4])
def test_every_generation_is_recognised_and_says_the_same(generation):
    data = build_matrix(generation=generation)
    reading = read(data)
    first = reading.asks[0]

    assert matrices.recognises(opened(data))
    assert [(ask.locator, ask.text, ask.made_by, ask.position) for ask in reading.asks] == [
        ("7.2", "Join the treaty", ["Maldives", "Portugal"], "Supported"),
        ("7.1", "Join it without delay",
         ["Chile", "Peru", "Venezuela (Bolivarian Republic of)", "Togo"], "Supported"),
        ("7.4 (1)", "Let them in", ["Peru"], "Supported"),
        ("7.4 (2)", "let them stay", ["Chile"], "Supported"),
        ("7.4 (3)", "do neither harm", ["Costa Rica"], "Supported"),
        ("7.3", "Keep to the norm (ICRMW)", ["Iran (Islamic Republic of)"], "Supported"),
        ("7.6", "Say who was returned in Hong Kong (China)", ["Czech Republic"], "Noted"),
        ("7.5", "Publish the figures for (2019–2023)", [], "Noted"),
    ]  # fmt: skip
    assert first.themes == ["Acceptance of norms", "Refugees & asylum seekers"]
    assert first.groups == ["Refugees"]
    assert first.sdgs == ([] if generation == 2 else ["10 - REDUCED INEQUALITIES"])
    assert first.place == "table 1, row 3"
    assert first.raw["Theme"] == "Acceptance of norms"
    assert len(first.raw) == 5


def test_the_review_stands_in_the_page_header_and_the_documents_with_the_positions():
    reading = read(build_matrix())
    ask = reading.asks[2]

    assert reading.proposed == {
        "document": "A/HRC/56/6",
        "reply_document": "A/HRC/56/6/Add.1",
        "state": "China",
        "cycle_number": 4,
        "session": 45,
    }
    assert (ask.state, ask.mechanism, ask.session, ask.document) == (
        "China", "UPR", 45, "A/HRC/56/6",
    )  # fmt: skip
    assert ask.answer == {"document": "A/HRC/56/6/Add.1", "locator": "para. 3"}
    assert ask.key == "china/45/7.4/1"


def test_both_bases_of_the_count_are_told():
    reading = read(build_matrix())

    assert reading.told == [
        "The list numbers 6 recommendations: 4 Supported, 2 Noted.",
        (
            "Numbers that hold several recommendations, one after the other: 1. So there are 8 asks"
            " here, told apart as (1), (2) …"
        ),
        "Counted once for each State that makes them, as UPR Info does, they are 12.",
        "Without a State that makes them: 1.",
    ]
    assert sum(ask.rows for ask in reading.asks) == 12


def test_numbers_that_are_missing_or_stand_twice_are_told():
    rows = [Item(number, f"Do {number} (Peru);") for number in ("7.1", "7.4", "7.2", "7.4")]

    assert read(build_matrix(rows)).told[1:] == [
        "Numbers that stand more than once: 7.4.",
        "Numbers missing between the first and the last: 7.3.",
    ]


def test_a_list_of_another_state_is_counted_and_not_taken():
    reading = read(build_matrix(state="Slovenia", cycle=2, session=20, generation=2))

    assert reading.asks == []
    assert reading.left_out == Counter({"Slovenia": 6})
    assert reading.told == [
        (
            "This file is of the review of Slovenia (2nd cycle, 20th session), not of China:"
            " nothing of it is taken."
        )
    ]


@pytest.mark.parametrize("name", ["the People's Republic of China", "China"])
def test_the_state_is_recognised_by_any_of_its_names(name):
    assert len(read(build_matrix(state=name), Wanted(state="China")).asks) == 8


def test_without_a_page_header_it_is_read_and_told():
    data = with_part(build_matrix(), "word/header1.xml", lambda part: part.replace(b"UPR", b"X"))
    reading = read(data)

    assert len(reading.asks) == 8
    assert reading.told[0].startswith("The page header does not say whose review")


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        (SOURCE, {"document": "A/HRC/56/6/Add.1", "locator": "para. 3"}),
        ("A/HRC/56/6/Add.1 - Para.3vv", {"document": "A/HRC/56/6/Add.1", "locator": "para. 3"}),
        ("A/HRC/56/6/Add.1, para. 3 - Para. 3",
         {"document": "A/HRC/56/6/Add.1", "locator": "para. 3"}),
        ("A/HRC/56/6/Add. 1, para 3 (b)",
         {"document": "A/HRC/56/6/Add.1", "locator": "para. 3 (b)"}),
        ("A/HRC/56/6 - Paras. 12-14", {"document": "A/HRC/56/6", "locator": "para. 12-14"}),
        ("", {}),
    ],
)  # fmt: skip
def test_the_source_of_a_position_is_its_document_and_paragraph(source, answer):
    assert only(Item("7.1", "Stop it (Peru);", source=source))[0].answer == answer


def test_what_has_no_number_or_nobody_who_asks_is_kept_with_its_fault():
    ask = only(Item("", "Stop it;"))[0]

    assert (ask.text, ask.key, ask.locator) == ("Stop it", "", "")
    assert [(fault.column, fault.what) for fault in ask.faults] == [
        ("locator", "No number before the recommendation"),
        ("made_by", "No recommending State in brackets"),
    ]


def test_several_numbers_in_a_cell_are_an_ask_each():
    asks = only(Item("7.1", "Stop it (Peru);\n7.2 Stop that (Chile);"))

    assert [(ask.locator, ask.text) for ask in asks] == [("7.1", "Stop it"), ("7.2", "Stop that")]


@pytest.mark.parametrize("number", ["7.1.", "7.1", "7. 1", "7.1)"])
def test_a_number_is_read_however_it_is_set_apart(number):
    assert [(ask.locator, ask.text) for ask in only(Item(number, "Stop (Peru);"))] == [
        ("7.1", "Stop")
    ]


@pytest.mark.parametrize(
    ("header", "state", "cycle", "session"),
    [
        ("UPR of China (4th Cycle - 45th Session)", "China", 4, 45),
        ("UPR of China (2nd Cycle – 17th session)Thematic list", "China", 2, 17),
        ("UPR of China (including Hong Kong, China and Macao, China) (4th Cycle – 45th session)",
         "China", 4, 45),
        ("UPR of the Republic of Korea (Third cycle, 28th session)", "Republic of Korea", 3, 28),
        ("UPR of Iran (Islamic Republic of) (3 rd Cycle – 34 th session)",
         "Iran (Islamic Republic of)", 3, 34),
        ("Universal Periodic Review of Viet Nam - 4th cycle 46th session", "Viet Nam", 4, 46),
    ],
)  # fmt: skip
def test_a_header_says_whose_review_it_is(header, state, cycle, session):
    assert review_in(header) == Review(state, cycle, session)


def test_the_heads_may_stand_once_more_on_each_page():
    table = build_matrix(["Right to life", Item("7.1", "Stop it (Peru);")])

    def twice(part):
        start, end = part.index(b"<w:tr>"), part.index(b"</w:tr>") + 7
        return part.replace(b"</w:tbl>", part[start:end] + b"</w:tbl>")

    assert len(read(with_part(table, "word/document.xml", twice)).asks) == 1


def test_text_that_is_crossed_out_or_there_for_old_programs_is_not_read():
    def changed(part):
        seen = b"<w:t>7.1 Stop it (Peru);</w:t>"
        gone = b"</w:r><w:moveFrom><w:r><w:t>Go on</w:t></w:r></w:moveFrom><w:r>"
        return part.replace(seen, seen + gone)

    data = build_matrix([Item("7.1", "Stop it (Peru);")])
    assert read(with_part(data, "word/document.xml", changed)).asks[0].text == "Stop it"


def test_another_word_file_is_refused_with_what_to_do():
    data = with_part(
        build_matrix(), "word/document.xml", lambda part: part.replace(b"osition", b"")
    )

    assert not matrices.recognises(opened(data))
    with pytest.raises(Refused, match="Choose the list that OHCHR publishes"):
        read(data)


DOCTYPE = b'<!DOCTYPE d [<!ENTITY a "%s"><!ENTITY b SYSTEM "file:///etc/passwd">]>' % (b"x" * 99)


@pytest.mark.parametrize(
    "change",
    [
        lambda part: part.replace(b"<w:document", DOCTYPE + b"<w:document"),
        lambda part: part[: len(part) // 2],
        lambda part: part.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 450_000),
        lambda part: part.replace(b"<w:body>", b"<w:body>" + b" " * 40_000_000),
        lambda part: b"",
        lambda part: b"\x00" * 1000,
    ],
    ids=["document type", "cut off", "many elements", "many bytes", "empty", "no XML"],
)
def test_xml_that_is_broken_or_does_harm_is_refused_in_two_seconds(change):
    data = with_part(build_matrix(), "word/document.xml", change)

    began = time.process_time()
    with pytest.raises(Refused):
        read(data)
    assert time.process_time() - began < 2


def test_a_file_that_is_cut_off_anywhere_is_refused():
    data = build_matrix()

    for length in range(0, len(data) - 30, len(data) // 60):
        with pytest.raises(Refused):
            read(data[:length])


def test_what_is_read_means_records_here(review, django_assert_max_num_queries):
    source = "A/HRC/25/5/Add.1 - Para. 3"
    rows = [
        Item("186.1", "Let people go (Peru) (Chile);", source=source),
        Item("186.2", "Let them in (Norway); let them stay (Togo);", "Noted", source),
    ]
    reading = read(build_matrix(rows, generation=2, cycle=2, session=17))
    with django_assert_max_num_queries(20):
        found = Checker({"state": "china"}).check(reading.asks)

    assert [one.faults for one in found] == [[], [], []]
    assert [(one.values["cycle"], one.values["document"]) for one in found] == [
        ("upr-2", "a-hrc-25-5")
    ] * 3
    assert [one.values["made_by"] for one in found] == [["peru", "chile"], ["norway"], ["togo"]]
    assert [one.values["answer"]["position"] for one in found] == ["accepted", "noted", "noted"]
    assert found[0].values["answer"]["document"] == "a-hrc-25-5-add-1"


@given(st.integers(0), st.binary(min_size=1, max_size=9))
@settings(max_examples=60, deadline=None)
def test_a_file_that_is_damaged_anywhere_is_refused_or_read(place, damage):
    data = EXAMPLE[: place % len(EXAMPLE)] + damage + EXAMPLE[place % len(EXAMPLE) + len(damage) :]

    with suppress(Refused):
        assert read(data).told


@pytest.mark.parametrize(
    ("cycle", "session", "supported", "noted", "asks"),
    [(2, 20, 142, 21, 169), (4, 48, 217, 37, 254)],
)
def test_the_lists_of_ohchr_give_their_numbers(cycle, session, supported, noted, asks):
    data = wild(FILES[cycle]).read_bytes()
    reading = read(data, SLOVENIA)
    numbers = {ask.locator.split(" ")[0]: ask.position for ask in reading.asks}

    assert matrices.recognises(opened(data))
    assert Counter(numbers.values()) == {"Supported": supported, "Noted": noted}
    assert reading.told[0] == (
        f"The list numbers {supported + noted} recommendations: {supported} Supported, {noted}"
        " Noted."
    )
    assert len(reading.asks) == len({ask.key for ask in reading.asks}) == asks
    assert (reading.proposed["cycle_number"], reading.proposed["session"]) == (cycle, session)
    assert not [ask for ask in reading.asks if ask.faults]
    assert {ask.answer["document"] for ask in reading.asks} == {reading.proposed["reply_document"]}
    assert all(ask.themes and ask.answer["locator"] for ask in reading.asks)


def test_lists_of_slovenia_are_left_out_when_china_is_wanted():
    reading = read(wild(FILES[4]).read_bytes())

    assert (reading.asks, reading.left_out) == ([], Counter({"Slovenia": 254}))
