import pytest
from django.core.exceptions import ValidationError

from tests.factories import ArticleFactory, DocumentFactory, RecommendationFactory, TreatyFactory
from tracker.forms.fields import DocumentField, ReferencesField, find_article


@pytest.mark.parametrize(
    "text",
    [
        "refugee-convention 33(1)",
        "Refugee Convention 33(1)",
        "refugee  convention art. 33 (1)",
        "1951 Convention article 33(1)",
    ],
)
def test_an_article_is_found_as_people_write_it(text: str) -> None:
    treaty = TreatyFactory(
        code="refugee-convention", short_name="Refugee Convention", aliases=["1951 Convention"]
    )
    article = ArticleFactory(treaty=treaty, number="33(1)")

    assert find_article(text) == article


def test_a_treaty_alone_is_the_treaty_as_a_whole() -> None:
    whole = ArticleFactory(treaty=TreatyFactory(code="cat"), number="")

    assert find_article("CAT") == whole


def test_the_longest_name_of_a_treaty_wins() -> None:
    ArticleFactory(treaty=TreatyFactory(code="crc"), number="1")
    protocol = ArticleFactory(treaty=TreatyFactory(code="crc-opac", short_name="CRC OPAC"))

    assert find_article(f"CRC OPAC {protocol.number}") == protocol


def test_a_document_is_found_by_symbol_or_short_name() -> None:
    document = DocumentFactory(symbol="A/HRC/56/6", slug="a-hrc-56-6")

    assert DocumentField().clean(" a/hrc/56/6 ") == document
    assert DocumentField().clean("A-HRC-56-6") == document


def test_each_unknown_reference_is_named() -> None:
    known = RecommendationFactory(published=True).reference

    with pytest.raises(ValidationError) as refused:
        ReferencesField().clean(f"{known}; R-9998\nR-9999")

    assert refused.value.messages == [
        "There is no recommendation “R-9998”.",
        "There is no recommendation “R-9999”.",
    ]


@pytest.mark.parametrize("field", [DocumentField(), ReferencesField()])
def test_a_nul_never_reaches_the_database(field: DocumentField) -> None:
    with pytest.raises(ValidationError):
        field.clean("\0")
