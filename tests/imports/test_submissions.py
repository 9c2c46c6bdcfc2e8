import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.imports.papers import pdf_document, word_document
from tests.imports.wild import PROJECT, wild
from tracker.imports.asks import Refused, Wanted
from tracker.imports.readers.submissions import read_submission
from tracker.imports.readers.submissions.outline import outline
from tracker.imports.readers.submissions.paragraphs import of_text
from tracker.lib.instruments import Known

OWN = Path(__file__).resolve().parent.parent / "data" / "submissions"
SEEDS = {
    "S000": "000_19126901b9f876eb.txt",
    "S001": "001_6ade9f44cf57382c.txt",
    "S002": "002_96cbc5dfe33f52a1.txt",
    "S004": "004_d3c8227530f00208.txt",
}


def read(data: bytes | str, kind: str = "text"):
    return read_submission(kind, data.encode() if isinstance(data, str) else data, Wanted())


def own(name: str):
    return read((OWN / name).read_bytes())


def lines_of(locator: str) -> set[int]:
    """The lines of a file that a locator of the fixtures names: `l. 100; … l. 349-350`."""
    lines: set[int] = set()
    for first, last, other in re.findall(r"l\. (\d+)(?:-(\d+))?(?: and (\d+))?", locator):
        lines |= {*range(int(first), int(last or first) + 1), *([int(other)] if other else [])}
    return lines


def items_of(seed: str) -> dict[str, dict[str, str]]:
    """What the fixtures have of a document, by its place: limbs of one item stand at one place."""
    rows = yaml.safe_load((PROJECT / "fixtures" / "recommendations.yaml").read_text())
    return {row["locator"]: row for row in rows if row.get("origin", "").startswith(f"{seed}-")}


@pytest.fixture(scope="module")
def seeds():
    folder = wild("../seeds")
    return {seed: read((folder / name).read_bytes()) for seed, name in SEEDS.items()}


def line_of(ask) -> int:
    return int(ask.place.removeprefix("line "))


def shown(ask):
    return ("sure" if ask.is_sure else "?", ask.kind, ask.locator)


# The four documents that the fixtures were written from by hand


def test_nearly_every_ask_that_people_found_in_the_four_documents_is_found(seeds):
    missed, count = [], 0
    for seed, reading in seeds.items():
        found = {line_of(ask) for ask in reading.asks}
        items = items_of(seed)
        count += len(items)
        missed += [f"{seed} {place}" for place in items if not lines_of(place) & found]
    recall = 1 - len(missed) / count

    assert count >= 55
    assert recall >= 0.95, missed


def test_what_is_sure_in_them_is_an_ask(seeds):
    wrong, count = [], 0
    for seed, reading in seeds.items():
        lines = set().union(*map(lines_of, items_of(seed)))
        sure = [ask for ask in reading.asks if ask.is_sure]
        count += len(sure)
        wrong += [ask.text for ask in sure if line_of(ask) not in lines]
    precision = 1 - len(wrong) / count

    assert count >= 30
    assert precision >= 0.9, wrong


def test_few_of_those_that_a_person_has_to_decide_are_none(seeds):
    unsure = [(seed, ask) for seed, one in seeds.items() for ask in one.asks if not ask.is_sure]
    known = {seed: set().union(*map(lines_of, items_of(seed))) for seed in seeds}
    right = sum(line_of(ask) in known[seed] for seed, ask in unsure)

    assert right / len(unsure) >= 0.6
    assert len(unsure) <= 60


def test_items_of_lists_have_the_place_and_the_kind_that_people_gave_them(seeds):
    for seed in ("S000", "S001"):
        items = items_of(seed)
        sure = [ask for ask in seeds[seed].asks if ask.is_sure]

        assert {ask.locator for ask in sure} <= set(items)
        assert all(ask.kind == items[ask.locator]["kind"] for ask in sure)


def test_an_item_in_a_last_line_without_an_end_is_not_lost(seeds):
    assert seeds["S000"].asks[-1].locator == "Recommendations, item 3.c, l. 376"


def test_each_sentence_of_a_paragraph_that_asks_is_a_row(seeds):
    asked = [ask for ask in seeds["S001"].asks if line_of(ask) == 26]

    assert len(asked) >= 3
    assert not any(ask.is_sure for ask in asked)


def test_an_ask_to_a_body_is_told_and_not_ticked(seeds):
    (ask,) = [ask for ask in seeds["S004"].asks if ask.faults]

    assert (ask.faults[0].column, ask.faults[0].found) == (
        "addressed_to",
        "Commission on the Status of Women",
    )
    assert not ask.is_sure
    assert any("Commission on the Status of Women" in told for told in seeds["S004"].told)


def test_what_the_four_say_of_themselves_is_proposed(seeds):
    of = {seed: reading.proposed for seed, reading in seeds.items()}

    assert of["S000"]["title"].startswith("Forced Repatriation of Mothers from North Korea — ")
    assert of["S000"]["made_by"] == ["RFNK", "PSCORE"]
    assert (of["S000"]["mechanism"], of["S000"]["session"]) == ("UPR", 45)
    assert of["S000"]["submitted_on"] == "2023-07"
    assert len(of["S001"]["made_by"]) == 3
    assert of["S001"]["mechanism"] == "CEDAW"
    assert "title" not in of["S001"]
    assert of["S002"]["title"].endswith("North Korean Asylum Seekers in China")
    assert of["S002"]["published_on"] == "2024-06-06"
    assert "mechanism" not in of["S002"]
    assert of["S004"]["made_by"] == ["North Korea Freedom Coalition", "Jubilee Campaign"]
    assert (of["S004"]["mechanism"], of["S004"]["submitted_on"]) == ("CSW", "2022-08-01")


def test_organisations_that_are_known_are_found_on_a_cover():
    name, body = "Global Lantern Defence", "Commission on the Status of Women"
    cover = f"A Report on the River\n\n{body.upper()}\n\nGLOBAL\nLANTERN\nDEFENCE\n"
    text = f"{cover}\n1. Introduction\n\nWater.\n"
    found = read_submission("text", text.encode(), Wanted(), (), [name, body, "Lantern Legal Aid"])

    assert found.proposed["made_by"] == [name]


# Documents of ours, of other shapes


def test_a_text_broken_to_fit_a_page_is_read_by_its_paragraphs():
    reading = own("wrapped.txt")

    assert [shown(ask) for ask in reading.asks] == [
        ("?", "request", "Section 1, para. 1.2, l. 19"),
        ("?", "request", "Section 2, para. 2.2, l. 31"),
        ("sure", "recommendation", "Section 3.1, item (i), l. 39"),
        ("sure", "recommendation", "Section 3.1, item (ii), l. 41"),
        ("sure", "recommendation", "Section 3.1, item (iii), l. 43"),
        ("sure", "recommendation", "Section 3.1, item (iv), l. 44"),
        ("?", "recommendation", "Section 3.2, item (i), l. 49"),
        ("?", "recommendation", "Section 3.2, item (ii), l. 50"),
    ]
    assert reading.asks[2].text.endswith("in a language that the person understands;")
    assert {ask.faults[0].found for ask in reading.asks if ask.faults} == {"Republic of Korea"}
    assert reading.proposed == {
        "title": "Crossing by Night: Who is Sent Back and How",
        "made_by": ["River Watch Network", "Lantern Legal Aid"],
        "mechanism": "UPR",
        "session": 45,
        "cycle_number": 4,
        "submitted_on": "2023-07-14",
    }
    assert {(ask.mechanism, ask.session) for ask in reading.asks} == {("UPR", 45)}


def test_bullets_are_numbered_below_their_heading_and_read_with_what_they_go_on_from():
    reading = own("bullets.txt")

    assert [shown(ask) for ask in reading.asks] == [
        ("?", "request", "Background, para. 2, l. 12"),
        ("sure", "question", "Questions for the List of Issues, bullet 1, l. 17"),
        ("sure", "question", "Questions for the List of Issues, bullet 2, l. 18"),
        ("sure", "recommendation", "What China Should Do, bullet 1, l. 22"),
        ("sure", "recommendation", "What China Should Do, bullet 2, bullet 1, l. 24"),
        ("sure", "recommendation", "What China Should Do, bullet 2, bullet 2, l. 25"),
        ("sure", "recommendation", "What China Should Do, bullet 3, l. 26"),
        ("?", "recommendation", "What the Republic of Korea Should Do, bullet 1, l. 30"),
    ]
    assert reading.asks[4].text == "Schools: admit each child of school age;"


def test_concluding_observations_are_read_by_their_paragraphs():
    reading = own("observations.txt")
    section = "Areas of concern and recommendations"

    assert [ask.locator for ask in reading.asks] == [
        f"{section}, para. 3(a), l. 17",
        f"{section}, para. 3(b)(i), l. 21",
        f"{section}, para. 3(b)(ii), l. 23",
        f"{section}, para. 3(c), l. 25",
        f"{section}, para. 4, l. 27",
    ]
    assert all(ask.is_sure for ask in reading.asks)
    assert reading.asks[1].text.startswith("Ensure that no trafficked woman is punished: for ")
    assert reading.proposed["symbol"] == "CEDAW/C/XXX/CO/3"


@pytest.mark.parametrize(("name", "language"), [("korean.txt", "ko"), ("chinese.txt", "zh-Hans")])
def test_headings_and_numbers_in_korean_and_chinese_are_known(name, language):
    reading = own(name)
    sure = [ask for ask in reading.asks if ask.is_sure]

    assert [ask.kind for ask in sure] == [*["recommendation"] * 3, *["question"] * 2]
    assert {ask.language for ask in sure} == {language}
    assert reading.proposed["published_on"] == "2024-03-05"
    assert reading.proposed["made_by"]


def test_running_text_gives_what_may_be_asks_and_whom_they_address():
    reading = own("prose.txt")

    assert not any(ask.is_sure for ask in reading.asks)
    assert [ask.text.split()[0] for ask in reading.asks] == ["It", "The", "We", "We"]
    assert [ask.faults[0].found for ask in reading.asks if ask.faults] == ["Special Rapporteur"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Committee recommended in 2013 that China should register every child.",
        "In 2020 several States urged China to stop.",
        "They urge us to wait.",
        "It is important to note that China has ratified the treaty.",
        "Should China be asked?",
        "“You must go back,” said the officer, “and China must not see you.”",
        "There is a growing demand for workers in China.",
        "China has said that it protects everybody.",
    ],
)
def test_what_is_only_told_is_no_ask(sentence):
    assert read(f"Background\n\n{sentence}\n").asks == []


@pytest.mark.parametrize(
    "sentence",
    [
        "We therefore urge China to stop.",
        "China must stop the returns.",
        "The Chinese authorities should, without delay, open the shelters.",
        "It is imperative that the Government of China hears them.",
        "This report calls for an end to the returns.",
        "The signatories respectfully request the State party to answer.",
        "As a party to it, China is obliged to hear them.",
    ],
)
def test_what_asks_is_found_in_running_text_and_left_to_a_person(sentence):
    (ask,) = read(f"Background\n\n{sentence}\n").asks

    assert (ask.text, ask.kind, ask.is_sure, ask.faults) == (sentence, "request", False, [])


def test_a_document_of_another_state_is_read_for_it():
    text = "Background\n\nWe urge Mongolia to open its border. We urge China to hear them.\n"
    asks = read_submission("text", text.encode(), Wanted(state="Mongolia")).asks

    assert [[fault.found for fault in ask.faults] for ask in asks] == [[], ["China"]]


def test_word_numbers_headings_and_tables_are_read():
    reading = read(word_document(), "docx")

    assert [shown(ask) for ask in reading.asks] == [
        ("?", "request", "Background, para. 1, par. 6"),
        ("sure", "recommendation", "Recommendations to the Government of China, item 1, par. 9"),
        ("sure", "recommendation", "Recommendations to the Government of China, item 2.a, par. 11"),
        ("sure", "recommendation", "Recommendations to the Government of China, item 2.b, par. 12"),
        ("sure", "recommendation", "Recommendations to the Government of China, item 3, par. 13"),
        ("?", "recommendation", "Recommendations to the United Nations, item 4, par. 15"),
        ("sure", "recommendation", "Recommendation, item 1, table 1, row 2"),
        ("sure", "recommendation", "Recommendation, item 2, table 1, row 3"),
    ]
    assert reading.asks[-1].raw["Text"] == "2 | Give teachers a written rule on admission. | CRC 28"
    assert reading.proposed["title"] == "Papers for the Ferry Children"
    assert reading.proposed["mechanism"] == "CEDAW"


def test_pages_are_joined_without_what_stands_on_each():
    reading = read(pdf_document(), "pdf")

    assert [(ask.place, ask.locator) for ask in reading.asks] == [
        ("page 2", "Recommendations, item a, p. 2"),
        ("page 2", "Recommendations, item b, p. 2"),
        ("page 3", "Recommendations, item c, p. 3"),
    ]
    assert "open it to their families and to lawyers" in reading.asks[0].text
    assert reading.asks[1].text.endswith("nobody longer than two days for that;")
    assert (reading.proposed["title"], reading.proposed["mechanism"]) == ("The Night Boats", "CAT")


# Articles


TREATIES = (
    Known("ref", ("1951 Refugee Convention", "Convention Relating to the Status of Refugees")),
    Known("crc", ("CRC", "Convention on the Rights of the Child")),
    Known("cedaw", ("CEDAW",)),
)


def articles(ask):
    return [(one["article"], one["basis"]) for one in ask.articles]


def cited(text: str):
    return read_submission("text", text.encode(), Wanted(), TREATIES).asks


def test_articles_that_an_ask_names_are_explicit():
    (ask,) = (one for one in cited((OWN / "wrapped.txt").read_text()) if one.articles)
    other, *_ = (one for one in cited((OWN / "bullets.txt").read_text()) if one.articles)

    assert articles(ask) == [("ref 35", "explicit")]
    assert articles(other) == [("crc 7", "explicit"), ("crc 8", "explicit")]


def test_articles_that_only_what_governs_an_ask_names_are_of_the_section():
    text = """
Trafficking (Articles 2 and 6 of CEDAW)

Much has been said. China must protect women, as article 6 of CEDAW says. Article 2 was read too.

Recommendations under article 9 of CEDAW

As article 7 of the CRC provides, China should:

- Register every child at birth.
"""
    sentence, item = cited(text)

    assert articles(sentence) == [("cedaw 6", "explicit"), ("cedaw 2", "section")]
    assert articles(item) == [("cedaw 9", "section"), ("crc 7", "section")]


# What cannot be read, and what stays the same


@pytest.mark.parametrize(
    ("kind", "data", "told"),
    [
        ("text", b" \n\n", "holds no text"),
        ("docx", b"PK\x03\x04 no zip", "broken"),
        ("pdf", b"%PDF-1.4\nnothing", "broken"),
        ("pdf", pdf_document([["1"]]), "pictures of pages"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_what_to_do(kind, data, told):
    with pytest.raises(Refused, match=told):
        read(data, kind)


def test_a_document_that_asks_nothing_says_so():
    reading = read("Notes on a river\n\nIt is long, and it is cold.\n")

    assert reading.asks == []
    assert "No ask was found" in reading.told[0]


def test_keys_stay_the_same_in_a_copy_and_differ_within_a_document():
    text = (OWN / "bullets.txt").read_text()
    first = [ask.key for ask in read(text).asks]
    copy = [ask.key for ask in read(text.replace("\n", "\r\n").encode("utf-8-sig")).asks]
    twice = [ask.key for ask in read(text + "\n" + text).asks]

    assert first == copy
    assert len(set(twice)) == len(twice)


def test_every_locator_fits_its_field():
    heading = "WHAT CHINA SHOULD DO " + "AT THE RIVER AND " * 4
    (ask,) = read(f"{heading}\n\n• Open the border to everyone who asks.\n").asks

    assert len(ask.locator) <= 150


# A zero byte shows that a file is no text: it is refused before.
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=400))
def test_no_text_makes_it_stumble(text):
    outline(of_text(text))
    try:
        read(f"{text}\n\nRecommendations\n\n{text}")
    except Refused:
        pytest.fail("There is a heading at least.")


@pytest.mark.parametrize(
    "nasty", ["“", "[1: ", " (", "* ", ".", "1.", " and", "China should ", "obligations of "]
)
def test_a_long_line_of_anything_is_read_in_one_go(nasty):
    text = nasty * (30_000 // len(nasty))

    assert len(read(f"A cover of it\n\n{text}\n\nBackground\n\n{text}").asks) <= 2
