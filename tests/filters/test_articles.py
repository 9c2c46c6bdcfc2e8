import re

import pytest

from tests.factories import ArticleFactory, TreatyFactory
from tracker.filters.articles import ArticleNames


@pytest.fixture(autouse=True)
def treaties():
    refugees = TreatyFactory(
        code="refugee-convention", short_name="Refugee Convention", aliases=["1951 Convention"]
    )
    protocol = TreatyFactory(
        code="refugee-protocol", short_name="1967 Protocol", aliases=["Refugee Protocol"]
    )
    palermo = TreatyFactory(
        code="palermo-protocol",
        short_name="Palermo Protocol",
        title="Protocol to Prevent, Suppress and Punish Trafficking in Persons",
    )
    cat, opcat = (TreatyFactory(code=code, short_name=code.upper()) for code in ("cat", "opcat"))
    for treaty, numbers in {
        refugees: ["", "33", "33(1)", "1A(2)"],
        protocol: ["", "VII"],
        palermo: ["", "7", "8", "9"],
        cat: ["", "3", "16"],
        opcat: ["4"],
    }.items():
        for number in numbers:
            ArticleFactory(treaty=treaty, number=number)


def read(text):
    return [
        f"{article.treaty.code} {article.number}".strip() for article in ArticleNames().read(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "refugee-convention 33(1)",
        "Refugee Convention 33(1)",
        "refugee  convention art. 33 (1)",
        "1951 Convention article 33(1)",
        "ref 33(1)",
        "ref conv 33(1)",
    ],
)
def test_an_article_is_found_as_people_write_it(text):
    assert read(text) == ["refugee-convention 33(1)"]


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("cat 3", ["cat 3"]),
        ("CAT", ["cat"]),
        ("palermo 7-9", ["palermo-protocol 7", "palermo-protocol 8", "palermo-protocol 9"]),
        ("CAT 3, 16", ["cat 3", "cat 16"]),
        ("CAT 3 and 16; ref 33", ["cat 3", "cat 16", "refugee-convention 33"]),
        ("CAT 3, OPCAT 4", ["cat 3", "opcat 4"]),
        ("CAT, OPCAT 4", ["cat", "opcat 4"]),
        ("1967 Protocol VII", ["refugee-protocol VII"]),
        ("ref 1a(2)", ["refugee-convention 1A(2)"]),
        (
            "Protocol to Prevent, Suppress and Punish Trafficking in Persons 7",
            ["palermo-protocol 7"],
        ),
        ("CAT 3, CAT 3", ["cat 3", "cat 3"]),
    ],
)
def test_several_articles_and_ranges_are_read(text, articles):
    assert read(text) == articles


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("XYZ 1", "“XYZ 1” names no treaty known here. Write the treaty, then the article: CAT 3."),
        ("33", "“33” names no treaty known here."),
        ("CAT 99", "CAT has no article “99” here."),
        ("palermo 7-10", "Palermo Protocol has no article “10” here."),
        ("palermo 9-7", "“9-7” is no range of articles."),
        (",;", "names no treaty"),
    ],
)
def test_what_cannot_be_read_says_what_was_expected(text, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        ArticleNames().read(text)


def test_a_beginning_that_may_be_two_treaties_names_them():
    TreatyFactory(code="refugee-pact", short_name="Refugee Pact")

    with pytest.raises(ValueError, match="“ref” may be Refugee Convention or Refugee Pact"):
        ArticleNames().read("ref 33")


def test_treaties_and_articles_are_read_once(django_assert_num_queries):
    names = ArticleNames()
    with django_assert_num_queries(2):
        for text in ("cat 3", "ref 33", "palermo 7-9"):
            names.read(text)
