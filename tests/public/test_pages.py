"""Every kind of public page: there for a record that is public, and in no other way."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import (
    FACTORIES,
    DevelopmentFactory,
    DocumentFactory,
    RecommendationFactory,
    UserFactory,
    whole_treaty,
)
from tests.public.site import LISTS, NOUNS, addresses, one_of_each
from tracker.actions.publication import withdraw
from tracker.models import Article, Treaty

UNKNOWN = [
    reverse("public:recommendation", args=["R-9999"]),
    reverse("public:treaty", args=["nowhere"]),
    reverse("public:article", args=["nowhere", "3"]),
    reverse("public:norm", args=["nowhere"]),
    reverse("public:cycle", args=["nowhere"]),
    reverse("public:organisation", args=["nowhere"]),
    reverse("public:development", args=["nowhere"]),
    reverse("public:document", args=["nowhere"]),
    reverse("public:lineage", args=["R-9999"]),
    reverse("public:submission", args=["nowhere"]),
    reverse("public:theme", args=["nowhere"]),
    reverse("public:group", args=["nowhere"]),
    reverse("public:mechanism", args=["nowhere"]),
]


@pytest.mark.parametrize("address", LISTS)
def test_a_list_of_nothing_is_a_page(client, address):
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("model", NOUNS.values())
def test_the_smallest_valid_record_has_its_page(client, model):
    traits = {"published": True} if hasattr(model, "is_published") else {}
    record = FACTORIES[model](**traits)

    page = client.get(record.get_absolute_url())

    assert page.status_code == 200
    assert str(getattr(record, "title", record)) in page.content.decode()


def test_a_record_with_everything_to_it_has_its_pages(client):
    one_of_each()

    assert [(url, client.get(url).status_code) for url in addresses()] == [
        (url, 200) for url in addresses()
    ]


def test_an_article_has_a_page_only_with_a_number(client):
    root = whole_treaty(FACTORIES[Treaty](code="cat"))

    assert root.get_absolute_url() == reverse("public:treaty", args=["cat"])
    assert not Article.objects.exclude(number="").exists()


@pytest.mark.parametrize("address", UNKNOWN)
def test_what_is_not_there_is_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
@pytest.mark.parametrize("factory", [RecommendationFactory, DevelopmentFactory])
def test_what_was_never_published_is_not_found(client, factory, state):
    record = factory(**({} if state == "draft" else {state: True}))

    assert client.get(record.get_absolute_url()).status_code == 404


def test_no_list_tells_of_what_is_not_published(client):
    document = DocumentFactory()
    for made in ({}, {"in_review": True}, {"withdrawn": True}):
        RecommendationFactory(title="Not for readers", document=document, **made)
        DevelopmentFactory(title="Not for readers", document=document, **made)

    for address in [*LISTS, document.get_absolute_url()]:
        assert b"Not for readers" not in client.get(address).content, address


def test_a_withdrawn_recommendation_keeps_its_place_and_says_why(client):
    record = RecommendationFactory(published=True, text="What it had said")
    withdraw(record=record, reason="Entered twice: see R-0001.", by=UserFactory(coordinator=True))

    page = client.get(record.get_absolute_url())

    words = page.content.decode()
    assert page.status_code == 200
    assert f"{record.reference} was withdrawn" in words
    assert "Entered twice: see R-0001." in words
    assert "What it had said" not in words
    assert record.title not in words
    assert timezone.localdate().strftime("%-d %B %Y") in words


def test_a_withdrawn_development_keeps_its_place_and_says_why(client):
    record = DevelopmentFactory(published=True, title="What was told")
    withdraw(record=record, reason="The report was wrong.", by=UserFactory(coordinator=True))

    page = client.get(record.get_absolute_url())

    assert page.status_code == 200
    assert "The report was wrong." in page.content.decode()
    assert "What was told" not in page.content.decode()
    assert record.summary not in page.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_public_pages_are_only_read(client, method):
    one_of_each()

    for address in addresses():
        assert getattr(client, method)(address).status_code == 405, address


def test_a_page_is_its_own_head(client):
    assert client.head("/en/").status_code == 200


def test_the_root_leads_to_the_english_pages(client):
    assert client.get("/").headers["Location"] == "/en/"
