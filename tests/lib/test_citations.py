"""Small sentences of our own, for every form; the figures on real submissions are elsewhere."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.lib.citations import citations_in
from tracker.lib.instruments import Known

WOMEN = "Convention on the Elimination of Discrimination against Women"
TREATIES = (
    Known(
        "cedaw",
        (
            "CEDAW",
            "Convention on the Elimination of All Forms of Discrimination against Women",
            WOMEN,
            "Women's Convention",
        ),
        ("1", "2", "6", "9", "12"),
    ),
    Known(
        "refugee-convention",
        ("Refugee Convention", "Convention Relating to the Status of Refugees", "1951 Convention"),
        ("1", "1A(2)", "33", "33(1)"),
    ),
    Known(
        "refugee-protocol",
        ("1967 Protocol", "Protocol Relating to the Status of Refugees", "Protocol of 1967"),
        ("I", "VII"),
    ),
    Known(
        "palermo-protocol",
        (
            "Palermo Protocol",
            "Protocol to Prevent, Suppress and Punish Trafficking in Persons",
        ),
        ("7", "8", "9"),
    ),
    Known(
        "cat",
        (
            "CAT",
            "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment",
            "Convention against Torture",
            "고문방지협약",
        ),
        ("3", "16"),
    ),
    Known("crc", ("CRC", "Convention on the Rights of the Child", "아동권리협약"), ("9(3)",)),
    Known(
        "op-cedaw",
        (
            "OP-CEDAW",
            f"Optional Protocol to the {WOMEN}",
        ),
    ),
    Known("iccpr", ("ICCPR", "International Covenant on Civil and Political Rights")),
    Known("udhr", ("UDHR", "Universal Declaration of Human Rights", "Universal Declaration")),
)


def cited(text, heading=""):
    found = citations_in(text, TREATIES, heading)
    return [f"{one.treaty} {one.article}".strip() for one in found]


def words(text, heading=""):
    return [text[one.start : one.end] for one in citations_in(text, TREATIES, heading)]


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        # the treaty behind the article
        ("under Article 33 of the 1951 Convention", ["refugee-convention 33"]),
        ("Arts. 7–9 of the Palermo Protocol", [f"palermo-protocol {n}" for n in (7, 8, 9)]),
        ("Articles 7 to 9 of the Palermo Protocol", [f"palermo-protocol {n}" for n in (7, 8, 9)]),
        ("the Article 6 of CEDAW", ["cedaw 6"]),
        ("article 12 CEDAW", ["cedaw 12"]),
        ("Article 12, CEDAW", ["cedaw 12"]),
        ("Article 3 (CAT)", ["cat 3"]),
        ("art. 1A(2) of the Refugee Convention", ["refugee-convention 1A(2)"]),
        ("Article 1(A)(2) of the 1951 Convention", ["refugee-convention 1A(2)"]),
        ("Article 33, paragraph 1, of the Refugee Convention", ["refugee-convention 33(1)"]),
        ("paragraph 1 of article 33 of the Refugee Convention", ["refugee-convention 33(1)"]),
        ("Article 9, paragraphs 3 and 4, of the CRC", ["crc 9(3)", "crc 9(4)"]),
        ("article 9.3 of the CRC", ["crc 9(3)"]),
        ("article 9 (3) and (4) of the CRC", ["crc 9(3)", "crc 9(4)"]),
        ("Article 9(1)–(3) of the CRC", ["crc 9(1)", "crc 9(2)", "crc 9(3)"]),
        ("Article 2(i)–(iv) of CEDAW", ["cedaw 2(i)", "cedaw 2(iv)"]),
        ("articles 9 para. 2, and 16 para. 1 (c), (d) of CEDAW",
         ["cedaw 9(2)", "cedaw 16(1)(c)", "cedaw 16(1)(d)"]),
        ("articles 15 (4) and 16 (1), (c) and (d) of CEDAW",
         ["cedaw 15(4)", "cedaw 16(1)", "cedaw 16(1)(c)", "cedaw 16(1)(d)"]),
        ("Articles 2(a)–(c) of CEDAW", ["cedaw 2(a)", "cedaw 2(b)", "cedaw 2(c)"]),
        ("Articles 2, 6 & 9 of the Women’s Convention", ["cedaw 2", "cedaw 6", "cedaw 9"]),
        ("Article 6 and Article 9 of CEDAW", ["cedaw 6", "cedaw 9"]),
        ("Article 6 (trafficking), and Article 9 (nationality) of CEDAW", ["cedaw 6", "cedaw 9"]),
        ("Articles 3 and 16 of CAT and 7 of the ICCPR", ["cat 3", "cat 16", "iccpr 7"]),
        ("Article 5 of the\nConvention against Torture", ["cat 5"]),
        ("Article 6 of the UN Convention on the Rights of the Child", ["crc 6"]),
        ("ARTICLE 3 OF THE CONVENTION AGAINST TORTURE", ["cat 3"]),
        ("Article 33 of the Refugee Convention³³.", ["refugee-convention 33"]),
        ("Article I of the 1967 Protocol", ["refugee-protocol I"]),
        ("Article 1(2) of the 1967 Protocol", ["refugee-protocol I(2)"]),
        # a title as people misquote it
        ("Article 2 of the Convention on Elimination on All Forms of Discrimination against Women",
         ["cedaw 2"]),
        # the treaty before the article
        ("CAT Article 3", ["cat 3"]),
        ("CRC art. 9(3)", ["crc 9(3)"]),
        ("CAT, Article 3", ["cat 3"]),
        ("CEDAW (Articles 2 and 6)", ["cedaw 2", "cedaw 6"]),
        ("CEDAW, particularly article 2", ["cedaw 2"]),
        ("CEDAW, in particular articles 2 and 6", ["cedaw 2", "cedaw 6"]),
        ("the Refugee Convention's Article 33", ["refugee-convention 33"]),
        ("CAT Article 3, CRC Article 9", ["cat 3", "crc 9"]),
        ("(CAT 3; ICCPR 7)", ["cat 3", "iccpr 7"]),
        ("CAT 3 and CEDAW 6, 9.", ["cat 3", "cedaw 6", "cedaw 9"]),
        # a treaty as a whole
        ("China ratified CEDAW in 1980.", ["cedaw"]),
        ("the 1951 Convention and its 1967 Protocol", ["refugee-convention", "refugee-protocol"]),
        ("the Refugee Convention and its Protocol", ["refugee-convention", "refugee-protocol"]),
        ("the 1967 Protocol on September 24, 1982", ["refugee-protocol"]),
        ("CEDAW and its Optional Protocol", ["cedaw", "op-cedaw"]),
        ("the Convention against Torture (CAT)", ["cat"]),
        ("Article 3 of the Convention against Torture (CAT)", ["cat 3"]),
    ],
)  # fmt: skip
def test_each_way_of_naming_an_article_is_read(text, articles):
    assert cited(text) == articles


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("CAT binds China. Article 3 of the Convention says so.", ["cat", "cat 3"]),
        ("CAT binds China. Article 3 forbids it; Article 16 too.", ["cat", "cat 3", "cat 16"]),
        ("The Committee against Torture spoke of Article 3.", ["cat 3"]),
        ("The CEDAW Committee asked about Article 6.", ["cedaw 6"]),
        ("CAT (“the Convention”), CRC. Article 3 of the Convention", ["cat", "crc", "cat 3"]),
        ("CAT and the 1967 Protocol. Article 3 is plain.", ["cat", "refugee-protocol", "cat 3"]),
        ("CAT and the ICCPR. See Article 5 of the Covenant.", ["cat", "iccpr", "iccpr 5"]),
    ],
)  # fmt: skip
def test_the_text_before_says_which_treaty_is_meant(text, articles):
    assert cited(text) == articles


@pytest.mark.parametrize(
    ("text", "heading", "articles"),
    [
        ("Articles 2, 6 and 9", "CEDAW", ["cedaw 2", "cedaw 6", "cedaw 9"]),
        ("Article 6 of the Convention", "Concluding observations under CEDAW", ["cedaw 6"]),
        ("Article 7 of the Palermo Protocol. Article 8 too.", "CEDAW",
         ["palermo-protocol 7", "palermo-protocol 8"]),
        ("Article 7 of the Palermo Protocol.\n\nArticles 2 and 6", "CEDAW",
         ["palermo-protocol 7", "cedaw 2", "cedaw 6"]),
        ("Article 6", "CEDAW and CRC", []),
        ("Article 6", "The right to nationality", []),
    ],
)  # fmt: skip
def test_the_heading_says_which_treaty_is_meant(text, heading, articles):
    assert cited(text, heading) == articles


@pytest.mark.parametrize(
    "text",
    [
        "Article 221 of the Criminal Code",
        "Article 3 of South Korea's constitution",
        "Article 62",
        "CAT is one thing.\n\nThe Criminal Law is another: Article 62 of it punishes flight.",
        "Under the Vienna Convention, Article 26",
        "article 3 ECHR",
        "ECHR Article 3",
        "the Convention on the Rights of Persons with Disabilities, article 5",
        "Article 5 of the Optional Protocol to the Convention on the Rights of the Child on sale",
        "Article 5 of the Convention",
        "Journal of Asian Studies 5, Article 2",
        "Regard article 102 and its place beside article 3 of the Constitution",
        "a magazine article 3 pages long",
        "CEDAW/C/CHN/CO/9 and CRC/C/CHN/CO/3-4",
        "a cat 3 years old",
        "the Committee on the Elimination of Discrimination against Women (CEDAW) met",
        "고문방지협약 제3조와 아동권리협약",
        "CAT은 제3조에서",
    ],
)
def test_what_is_of_no_treaty_here_is_left_alone(text):
    found = [one for one in cited(text) if not text.startswith("CAT is") or one != "cat"]

    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "The CRC was broken, and article 32 the Fourth Geneva Convention.",
        "The CRC is plain. So much for articles 84, 88 and 258.",
        "The CRC is wider than the Penal Code. Article 8 is an example.",
        "The CRC forbids it. So does ECHR Article 3.",
    ],
)
def test_a_treaty_named_before_does_not_take_what_is_of_another(text):
    assert cited(text) == ["crc"]


def test_each_article_has_its_own_words_and_the_treaty_stands_with_one_of_them():
    assert words("CEDAW Articles 2, 5 and 6.") == ["CEDAW Articles 2", "5", "6"]
    assert words("See Articles 2 and 6 of CEDAW.") == ["Articles 2", "6 of CEDAW"]
    assert words("Arts. 7–9 of the Palermo Protocol") == [
        "Arts. 7", "", "9 of the Palermo Protocol",
    ]  # fmt: skip


def test_a_treaty_as_a_whole_can_be_told_apart():
    found = citations_in("CAT, and CEDAW Article 6", TREATIES)

    assert [one.is_whole for one in found] == [True, False]


PIECES = [
    "Article", "Articles ", "art. ", "3", "12", "7–9", "1A(2)", "(a)", " of ", " of the ", "CAT",
    "CEDAW", "the Convention", "its Protocol", "1967 Protocol", "Criminal Code", "paragraph 1 of ",
    ", ", " and ", "(", ")", "\n\n", "\n", ". ", "’s ", "/", "-", "“", "”", "Convention on ", "IV",
    "Committee", "³", "제3조", "\x00", "٣", " to ", ", paragraphs 3 and 4",
]  # fmt: skip


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)),
    st.sampled_from(["", "CEDAW", "CAT, CRC"]),
)
@example("CAT (the Convention", "")
def test_any_text_is_read(text, heading):
    at = 0
    for one in citations_in(text, TREATIES, heading):
        assert at <= one.start <= one.end <= len(text)
        at = one.end
        if one.start < one.end and re.search(r"[3-9]", one.article):
            assert re.findall(r"\d+|\([a-z]+\)", one.article)[-1].strip("()") in text[one.start :]


@pytest.mark.parametrize(
    "piece",
    [
        "Article 1-20, ", "CAT Article 1-20 ", "the Convention ", "its Protocol ", "Article 3 (a",
        "Convention on the Elimination of All Forms of ", "paragraph 1 of ", "(", " ", "\n\n",
        "Article 6 of the of the ", "CAT (the ", "1967 Protocol Article 5 ", "Articles 2(a)–(z) ",
    ],
)  # fmt: skip
def test_a_long_text_takes_no_more_than_its_length(piece):
    """A hundred thousand characters of anything; the test would hang if time grew faster."""
    assert isinstance(citations_in(piece * (100_000 // len(piece)), TREATIES, "CEDAW"), list)
