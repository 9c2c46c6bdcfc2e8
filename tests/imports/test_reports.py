import time
from collections import Counter
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.forms.vocabulary import read_position
from tracker.imports.asks import Refused, Wanted
from tracker.imports.opening.files import Opened
from tracker.imports.readers import reports
from tracker.imports.readers.pdf_pages import joined
from tracker.imports.readers.reports import position_in
from tracker.imports.readers.reviews import Review, cover_in, cycle_of, ordinal
from tracker.models import Position

from .report_file import build_report, pdf
from .wild import wild

CHINA_2013 = "un_reports/A_HRC_25_5_china_2013.pdf"
SUPPORTED = "28. The recommendations listed below enjoy the support of China:"
NOTED = "29. The recommendations below did not enjoy the support of China and are noted:"
LATER = (
    "28. The following recommendations will be examined by China, which will provide responses in"
    " due time, but no later than the fifty-sixth session of the Human Rights Council:"
)
EXAMPLE = build_report([SUPPORTED, "28.1 Stop (Peru); go on (Chile).", NOTED, "29.1 End (Togo)."])


def opened(data, kind="pdf"):
    return Opened(kind, data, None, "report.pdf")


def read(data, wanted=None):
    return reports.read(opened(data), wanted or Wanted())


def told(reading):
    return [(ask.locator, ask.text, ask.made_by) for ask in reading.asks]


def test_numbered_recommendations_are_read_with_their_states_and_pages():
    data = build_report(
        [
            SUPPORTED,
            "28.1. Join the treaty (Peru) (Chile, Kenya);",
            (
                "28.2 Let them in (Iran (Islamic Republic of)); let them stay (Bosnia and"
                " Herzegovina);Stop it. (Ghana);"
            ),
            NOTED,
            "29.1 Publish the figures (Norway).",
        ],
        closing=30,
    )
    reading = read(data)

    assert reports.recognises(opened(data))
    assert told(reading) == [
        ("28.1", "Join the treaty", ["Peru", "Chile", "Kenya"]),
        ("28.2 (1)", "Let them in", ["Iran (Islamic Republic of)"]),
        ("28.2 (2)", "let them stay", ["Bosnia and Herzegovina"]),
        ("28.2 (3)", "Stop it.", ["Ghana"]),
        ("29.1", "Publish the figures", ["Norway"]),
    ]
    assert [ask.position for ask in reading.asks] == ["Supported"] * 4 + ["Noted"]
    assert reading.asks[0].answer == {
        "document": "A/HRC/56/6",
        "locator": "para. 28",
        "responded_on": "2024-01-26",
    }
    assert {ask.place for ask in reading.asks} == {"page 3"}
    assert reading.asks[1].key == "china/45/28.2/1"


def test_the_cover_says_which_review_it_is():
    reading = read(build_report([SUPPORTED, "28.1 Join (Peru)."]))
    ask = reading.asks[0]

    assert reading.proposed == {
        "document": "A/HRC/56/6",
        "published_on": "2024-03-15",
        "made_on": "2024-01-23",
        "state": "China",
        "cycle_number": 4,
        "session": 45,
    }
    assert (ask.document, ask.made_on, ask.session) == ("A/HRC/56/6", "2024-01-23", 45)


def test_page_numbers_heads_and_feet_within_an_item_are_not_its_text():
    words = "Take all of the steps that can be taken, one after the other, " * 12
    data = build_report([SUPPORTED, f"28.1 {words}(Peru).", "28.2 Stop (Chile)."], lines=4)
    reading = read(data)

    assert told(reading) == [
        ("28.1", words.rstrip(" ,"), ["Peru"]),
        ("28.2", "Stop", ["Chile"]),
    ]
    assert [ask.place for ask in reading.asks] == ["page 3", "page 6"]


def test_notes_below_the_text_and_their_small_numbers_are_not_read():
    note = "3 The recommendation as it was read out: “Stop at once (Peru)”."
    data = build_report(
        [SUPPORTED, "28.1 Stop it (Peru);", "28.2 Stop that,^3 too (Chile);", "28.3 End (Togo)."],
        notes={3: note, 4: "** The conclusions and recommendations have not been edited."},
        lines=4,
    )

    assert told(read(data)) == [
        ("28.1", "Stop it", ["Peru"]),
        ("28.2", "Stop that, too", ["Chile"]),
        ("28.3", "End", ["Togo"]),
    ]


def test_a_number_in_running_text_begins_no_item():
    text = (
        "28.1 Spend 28.2 per cent on asylum, of which 28.3 per cent for children, and 29. 5 on"
        " the rest, so that in all 28.1 and 29.1 are the same (Peru)."
    )
    assert len(read(build_report([SUPPORTED, text])).asks) == 1


def test_only_the_conclusions_are_read():
    reading = read(build_report([SUPPORTED, "28.1 Stop it (Peru)."]))

    assert told(reading) == [("28.1", "Stop it", ["Peru"])]


def test_items_of_the_first_cycle_are_numbered_within_their_paragraph():
    reading = read(
        build_report(
            [
                "114. The recommendations below have been examined and enjoy the support of China:",
                "1. Join the treaty (Peru);",
                "2. Let them in (Chile).",
                "115. The following recommendations did not enjoy the support of China:",
                "1. Publish the figures (Norway).",
            ],
            session="fourth",
            closing=116,
        )
    )

    assert [(ask.locator, ask.position) for ask in reading.asks] == [
        ("114.1", "Supported"),
        ("114.2", "Supported"),
        ("115.1", "Noted"),
    ]
    assert reading.proposed["cycle_number"] == 1


def test_what_will_be_examined_has_no_position_and_the_other_document_is_told():
    reading = read(build_report([LATER, "28.1 Stop (Peru).", "28.3 Go on (Chile)."]))

    assert [(ask.position, ask.answer) for ask in reading.asks] == [("", {}), ("", {})]
    assert reading.told == [
        "The report numbers 2 recommendations: 2 without a position.",
        "Numbers missing between the first and the last: 28.2.",
        "The State answers later, in another document: usually A/HRC/56/6/Add.1.",
    ]


@pytest.mark.parametrize(
    ("chapeau", "position"),
    [
        ("The recommendations below have been examined by China and enjoy the support of China:",
         "Supported"),
        (("The following recommendations enjoy the support of China, which considers that they are"
         " already implemented or in the process of implementation:"), "Supported"),
        (("The recommendations below enjoy the support of China, which considers that they are"
         " already implemented:"), "Accepted, already implemented"),
        ("The following recommendations enjoy the partial support of China:", "Partly supported"),
        ("The recommendations listed below have been noted by China:", "Noted"),
        ("China takes note of the following recommendations:", "Noted"),
        ("The recommendations below did not enjoy the support of China and would thus be noted:",
         "Noted"),
        ("The following recommendations enjoy China’s support:", "Supported"),
        ("China cannot support the following recommendations:", "Noted"),
        ("The following recommendations, noted in the dialogue, have the support of China:",
         "Supported"),
        ("The recommendations below could not be accepted by China:", "Noted"),
        ("The following will be examined by China, which will provide responses in due time:", ""),
        ("The following recommendations were made:", ""),
    ],
)  # fmt: skip
def test_a_chapeau_gives_the_position_or_none(chapeau, position):
    assert position_in(chapeau) == position


def test_every_position_that_a_chapeau_gives_is_known_here():
    found = ["Supported", "Partly supported", "Accepted, already implemented", "Noted"]

    assert [read_position(words) for words in found] == [
        Position.ACCEPTED,
        Position.PARTLY_ACCEPTED,
        Position.ALREADY_IMPLEMENTED,
        Position.NOTED,
    ]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["non-", "refoulement"], "non-refoulement"),
        (["school-", "age"], "school-age"),
        (["recommen-", "dations"], "recommendations"),
        (["of chil\u00ad", "dren"], "of children"),
        (["2012 -", "2015"], "2012 - 2015"),
        (["OP-", "CAT"], "OP-CAT"),
        (["2012–", "2015 and/", "or", "later"], "2012–2015 and/or later"),
    ],
)
def test_a_word_that_is_broken_at_the_end_of_a_line_is_joined(lines, text):
    known = Counter(["recommendations", "school", "non", "refoulement", "children", "op-cat"])

    assert joined(lines, known) == text


@pytest.mark.parametrize(
    "line", ["A/HRC/56/6", "GE.24-12345 7", "12 GE.24-12345 (E)", "page 7", "A/HRC/11/25 Page 12"]
)
def test_heads_and_feet_of_any_year_are_not_read(line):
    text = "Take all the steps that there are to take, whatever they are, and one after the other"
    data = build_report([SUPPORTED, f"28.1 {text}", line, "till the end (Peru)."], lines=40)

    assert told(read(data)) == [("28.1", f"{text} till the end", ["Peru"])]


def test_letters_that_a_pdf_sets_as_one_are_letters_again():
    reading = read(build_report([SUPPORTED, "28.1 Be the ﬁrst (Peru)."], session="forty-ﬁfth"))

    assert told(reading) == [("28.1", "Be the first", ["Peru"])]
    assert reading.proposed["session"] == 45


def test_a_session_that_is_broken_over_two_lines_is_read():
    text = "The Working Group held its forty-\nfifth session from 22 January."

    assert cover_in("A/HRC/56/6", text).review == Review("", 4, 45)


def test_a_report_of_another_state_is_counted_and_not_taken():
    reading = read(build_report([SUPPORTED, "28.1 Stop (Peru)."], state="Slovenia"))

    assert (reading.asks, reading.left_out) == ([], Counter({"Slovenia": 1}))
    assert reading.told == [
        (
            "This file is of the review of Slovenia (4th cycle, 45th session), not of China:"
            " nothing of it is taken."
        )
    ]


def test_the_replies_in_an_addendum_are_not_taken_for_recommendations():
    data = build_report(["28.1 Accepted.", "28.2 Not accepted."], symbol="A/HRC/56/6/Add.1")

    assert reports.recognises(opened(data))
    with pytest.raises(Refused, match=r"A/HRC/56/6/Add\.1 is an addendum"):
        read(data)


def test_another_pdf_is_refused_with_what_to_do():
    data = pdf(["BT /F1 10 Tf 72 700 Td (A letter) Tj ET"])

    assert not reports.recognises(opened(data))
    with pytest.raises(Refused, match="Choose the report of the UPR Working Group"):
        read(data)


def test_a_pdf_that_is_cut_off_is_refused_in_two_seconds():
    data = build_report([SUPPORTED, "28.1 Stop (Peru)."])

    began = time.process_time()
    for length in range(0, len(data) - 10, 150):
        with pytest.raises(Refused):
            read(data[:length])
    assert time.process_time() - began < 2


def forms_in_forms():
    """A page that draws a form ten times, which draws the next ten times, and so on."""
    steps = [b"/X Do " * 10] * 6 + [b"BT /F1 9 Tf (a) Tj ET"]
    objects = [
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length %d /Resources << /Font"
        b" << /F1 3 0 R >> /XObject << /X %d 0 R >> >> >>\nstream\n%s\nendstream"
        % (len(step), 7 + at, step)
        for at, step in enumerate(steps)
    ]
    return pdf(["/X Do"], objects, "/XObject << /X 6 0 R >>")


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.replace(b"/Type /Pages", b"/Type /Pagex").replace(b"/Kids", b"/Kidz"),
        lambda data: data.replace(b"/Count 4", b"/Count 9999999"),
        lambda data: data.replace(b"4 0 R", b"2 0 R"),
        lambda data: data[:200] + b"\x00" * (len(data) - 400) + data[-200:],
        lambda data: b"%PDF-1.4\n%%EOF",
        lambda data: pdf(["BT ET\n" * 800_000]),
        lambda data: forms_in_forms(),
    ],
    ids=["no pages", "many pages", "a circle", "zeros", "nothing", "a large page", "forms"],
)
def test_a_broken_pdf_is_refused_or_read_in_two_seconds(change):
    data = change(build_report([SUPPORTED, "28.1 Stop (Peru)."]))

    began = time.process_time()
    with suppress(Refused):
        assert told(read(data)) == [("28.1", "Stop", ["Peru"])]
    assert time.process_time() - began < 2


@given(st.integers(0), st.binary(min_size=1, max_size=9))
@settings(max_examples=60, deadline=None)
def test_a_pdf_that_is_damaged_anywhere_is_refused_or_read(place, damage):
    at = place % len(EXAMPLE)

    with suppress(Refused):
        assert read(EXAMPLE[:at] + damage + EXAMPLE[at + len(damage) :]).told


def test_ordinals_and_the_cycles_of_sessions():
    known = ("fourth", "seventeenth", "twentieth", "forty-fifth", "31st")

    assert [ordinal(words) for words in known] == [4, 17, 20, 45, 31]
    assert [ordinal(words) for words in ("its", "forty-x", "x-fifth", "")] == [None] * 4
    assert [cycle_of(session) for session in (4, 17, 31, 45, 60, None)] == [1, 2, 3, 4, None, None]


@pytest.fixture(scope="module")
def china_2013():
    return reports.read(opened(wild(CHINA_2013).read_bytes()), Wanted())


def test_the_report_on_china_of_2013_gives_its_252_numbers(china_2013):
    numbers = list(dict.fromkeys(ask.locator.split(" ")[0] for ask in china_2013.asks))

    assert numbers == [f"186.{number}" for number in range(1, 253)]
    assert china_2013.told[0] == ("The report numbers 252 recommendations: 252 without a position.")
    assert (len(china_2013.asks), sum(ask.rows for ask in china_2013.asks)) == (286, 286)
    assert not [ask for ask in china_2013.asks if ask.faults or ask.position or ask.answer]
    assert china_2013.proposed == {
        "document": "A/HRC/25/5",
        "published_on": "2013-12-04",
        "made_on": "2013-10-22",
        "state": "China",
        "cycle_number": 2,
        "session": 17,
    }


def test_nothing_of_a_page_s_edge_is_in_the_texts_of_that_report(china_2013):
    texts = {ask.locator: ask.text for ask in china_2013.asks}

    assert not [text for text in texts.values() if "A/HRC" in text or "**" in text]
    assert "services with a view to" in texts["186.97"]
    assert "ratification of other human rights" in texts["186.28"]
    assert "school-age disabled children" in texts["186.217"]
    assert {ask.locator: ask.place for ask in china_2013.asks}["186.97"] == "page 18"


def test_a_real_report_that_is_cut_off_is_refused_in_two_seconds():
    data = wild(CHINA_2013).read_bytes()

    for part in (0.1, 0.5, 0.9, 0.999):
        began = time.process_time()
        with pytest.raises(Refused):
            read(data[: int(len(data) * part)])
        assert time.process_time() - began < 2
