import pytest
from django.core.exceptions import ValidationError

from tests.factories import DocumentFactory, RecommendationFactory
from tracker.forms.fields import DocumentField, ReferencesField


def test_a_document_is_found_by_symbol_or_short_name() -> None:
    document = DocumentFactory(symbol="A/HRC/56/6", slug="a-hrc-56-6")

    assert DocumentField().clean(" a/hrc/56/6 ") == document
    assert DocumentField().clean("A-HRC-56-6") == document


def test_a_document_is_found_by_an_https_address_and_by_no_other() -> None:
    document = DocumentFactory(url="https://example.org/report.pdf")

    assert DocumentField().clean("https://example.org/report.pdf") == document
    with pytest.raises(ValidationError, match="Only https addresses are taken"):
        DocumentField().clean("http://example.org/report.pdf")
    with pytest.raises(ValidationError, match="No document here has this address"):
        DocumentField().clean("https://example.org/other.pdf")


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
