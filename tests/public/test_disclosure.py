"""What staff enter is on no public page before something that names it is published."""

import pytest
from django.urls import reverse

from tests.factories import (
    ArticleFactory,
    CitationFactory,
    DevelopmentFactory,
    DocumentFactory,
    MechanismFactory,
    NoteFactory,
    NoteSubjectFactory,
    OrganisationFactory,
    RecommendationFactory,
    ReviewCycleFactory,
    TreatyActionFactory,
)
from tests.public.site import BROWSE, addresses, one_of_each
from tracker.actions.documents import document_mark, record_document, revise_document
from tracker.actions.notes import write_note
from tracker.actions.publication import approve
from tracker.actions.reviews import record_cycle
from tracker.models import Document

SYMBOL = "XQ/2026/77"


def told(client, *words):
    """The public pages that say one of some words, in the list, a record's page or a search."""
    searches = [f"{BROWSE}?q={word}" for word in words]
    pages = {url: client.get(url) for url in [*addresses(), *searches]}
    said = {url: page.content.decode().replace(f"?q={url.split('q=')[-1]}", "")
            for url, page in pages.items() if page.status_code == 200}  # fmt: skip
    return {
        url.split("?")[0]
        for url, text in said.items()
        if any(word in text and f'value="{word}"' not in text for word in words)
    }


@pytest.fixture
def author():
    return OrganisationFactory()


@pytest.fixture
def document(contributor, author):
    """As a member of staff enters it."""
    return record_document(
        kind=Document.Kind.NGO_REPORT,
        title="Untold returns",
        symbol=SYMBOL,
        authors=[author],
        by=contributor,
    )


def test_a_document_that_nothing_names_is_on_no_public_page(client, document):
    one_of_each()

    assert client.get(document.get_absolute_url()).status_code == 404
    assert told(client, "Untold returns", SYMBOL) == set()


def test_a_document_that_only_drafts_name_is_on_no_public_page(client, document):
    one_of_each()
    for made in ({}, {"in_review": True}, {"withdrawn": True}):
        RecommendationFactory(document=document, **made)
        DevelopmentFactory(document=document, sources=[document], **made)

    assert client.get(document.get_absolute_url()).status_code == 404
    assert told(client, "Untold returns", SYMBOL) == set()


def test_a_document_is_public_once_what_cites_it_is_published(client, document, coordinator):
    record = DevelopmentFactory(in_review=True, document=document)

    approve(record=record, by=coordinator)

    assert client.get(document.get_absolute_url()).status_code == 200
    assert told(client, "Untold returns", SYMBOL) >= {
        reverse("public:documents"),
        record.get_absolute_url(),
    }


def test_no_page_names_a_hidden_document_whatever_points_at_it(client, document):
    one_of_each()
    article = ArticleFactory(treaty__code="cat", number="16")
    CitationFactory(document=document, article=article)
    TreatyActionFactory(treaty=article.treaty).sources.add(document)
    NoteSubjectFactory(
        note=NoteFactory(sources=[document]), recommendation=RecommendationFactory(published=True)
    )
    DocumentFactory(derived_from=document)
    document.cycle = ReviewCycleFactory()
    document.save()

    assert told(client, "Untold returns", SYMBOL, f"/{document.slug}/") == set()


@pytest.fixture
def cycle(contributor):
    """As a member of staff enters it."""
    return record_cycle(
        mechanism=MechanismFactory(), name="UPR, untold", outcome_symbol=SYMBOL, by=contributor
    )


def test_a_review_that_only_drafts_name_is_on_no_public_page(client, cycle, document, contributor):
    one_of_each()
    revise_document(
        document=document, expected=document_mark(document), cycle=cycle, by=contributor
    )
    for made in ({}, {"in_review": True}):
        RecommendationFactory(cycle=cycle, **made)

    assert client.get(cycle.get_absolute_url()).status_code == 404
    assert told(client, "UPR, untold", SYMBOL, f"/{cycle.slug}/") == set()


def test_a_public_document_does_not_tell_of_a_hidden_review(client, cycle):
    DocumentFactory(cycle=cycle)

    assert told(client, "UPR, untold", SYMBOL, f"/{cycle.slug}/") == set()


def test_a_review_is_public_once_what_names_it_is_published(client, cycle, coordinator):
    record = RecommendationFactory(in_review=True, cycle=cycle)

    approve(record=record, by=coordinator)

    assert client.get(cycle.get_absolute_url()).status_code == 200
    assert told(client, "UPR, untold") >= {reverse("public:reviews"), cycle.get_absolute_url()}


def test_a_note_for_staff_is_on_no_public_page(client, contributor):
    record = one_of_each()
    write_note(recommendation=record, text="Ask Geneva quietly.", by=contributor)

    assert told(client, "Ask Geneva quietly.") == set()
