from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import (
    DevelopmentFactory,
    DocumentFactory,
    OrganisationFactory,
    ReviewCycleFactory,
)
from tests.staff.choices import chosen
from tracker.models import Development, Document, User


def typed(**changes: Any) -> dict[str, Any]:
    return {
        "kind": "press",
        "title": "Returns across the Yalu",
        "published_on": "2026-01-05",
        "language": "en",
        "certainty": "reported",
    } | changes


def enter(browser: Client, **changes: Any) -> Any:
    return browser.post(reverse("staff:document_new"), typed(**changes))


def test_todays_newspaper_is_entered_and_a_development_logged_from_it(browser: Client) -> None:
    page = browser.get(enter(browser, url="reuters.com/yalu")["Location"]).content.decode()
    document = Document.objects.get()
    assert document.url == "https://reuters.com/yalu"
    start = f"{reverse('staff:development_new')}?document={document.slug}"
    assert start in page
    assert f'value="{document.slug}"' in browser.get(start).content.decode()

    browser.post(
        start,
        {
            "kind": "event",
            "title": "People are returned",
            "summary": "A newspaper reported it.",
            "happened_on": "2026-01-04",
            "document": document.slug,
            "certainty": "reported",
        },
    )

    assert Development.objects.get().document == document


def test_a_document_keeps_all_that_was_typed(browser: Client) -> None:
    author, cycle = OrganisationFactory(slug="hrw"), ReviewCycleFactory(slug="upr-4")
    enter(
        browser,
        symbol="A/HRC/56/6",
        authors=[author.slug],
        cycle=cycle.slug,
        submitted_on="2025",
        archived_url="https://web.archive.org/x",
        description="What it is.",
    )

    document = Document.objects.get()
    assert document.authors.get() == author
    assert (document.cycle, str(document.submitted_on)) == (cycle, "2025")
    assert document.archived_url == "https://web.archive.org/x"
    assert not document.is_public


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"title": " "}, "Give its title."),
        ({"kind": ""}, "Choose what it is."),
        ({"url": "ftp://example.org/x"}, "beginning with https:// or http://."),
        ({"url": "javascript:alert(1)"}, "beginning with https:// or http://."),
        ({"archived_url": "nowhere"}, "beginning with https:// or http://."),
        ({"published_on": "2999"}, "is still to come"),
        ({"authors": ["nobody"]}, "nobody is not one of the available choices."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    browser: Client, changes: dict[str, Any], message: str
) -> None:
    page = enter(browser, **changes).content.decode()

    assert message in page
    assert not Document.objects.exists()


def test_a_taken_symbol_leads_to_the_document_that_has_it(browser: Client) -> None:
    there = DocumentFactory(symbol="A/HRC/56/6")

    page = enter(browser, symbol="a/hrc/56/6").content.decode()

    assert "There already is a document with this symbol." in page
    assert reverse("staff:document_edit", args=[there.slug]) in page
    assert Document.objects.get() == there


def test_a_document_may_keep_its_own_symbol(browser: Client) -> None:
    document = DocumentFactory(symbol="A/HRC/56/6", is_public=False)
    address = reverse("staff:document_edit", args=[document.slug])
    mark = browser.get(address).context["form"].initial["expected"]

    answer = browser.post(address, typed(symbol="A/HRC/56/6", title="New", expected=mark))

    document.refresh_from_db()
    assert (answer.status_code, document.title) == (302, "New")


def test_a_conflict_shows_the_document_and_lets_mine_be_saved_over_it(browser: Client) -> None:
    document = DocumentFactory(title="Their title", is_public=False)
    address = reverse("staff:document_edit", args=[document.slug])

    refused = browser.post(address, typed(title="My title", expected="old"))
    page = refused.content.decode()
    document.refresh_from_db()
    assert document.title == "Their title"
    assert "Their title" in page
    assert "My title" in page

    over = refused.context["form"].mark_now
    browser.post(address, chosen(refused, typed(title="My title", expected="old", over=over)))
    document.refresh_from_db()
    assert document.title == "My title"


def test_documents_are_found_by_words_symbol_and_short_name(browser: Client) -> None:
    wanted = DocumentFactory(title="Returns across the Yalu", symbol="A/HRC/1", slug="yalu")
    DocumentFactory(title="Something else")

    for words in ["yalu returns", "a/hrc/1", "Yalu"]:
        found = browser.get(reverse("staff:documents"), {"q": words}).context["page"]
        assert list(found) == [wanted], words


@pytest.mark.parametrize("page", ["find", "documents", "reference_rows"])
def test_a_page_that_finds_things_has_one_head_and_the_look_of_the_others(
    browser: Client, page: str
) -> None:
    keys = ["organisations"] if page == "reference_rows" else []

    head, _, body = (
        browser.get(reverse(f"staff:{page}", args=keys)).content.decode().partition("</head>")
    )

    assert "css/staff.css" in head
    assert "<h1" not in head
    assert body.count("<h1") == 1


def test_the_list_says_what_no_reader_sees_yet(browser: Client) -> None:
    DocumentFactory(is_public=False)

    assert "not public yet" in browser.get(reverse("staff:documents")).content.decode()


@pytest.mark.parametrize("name", ["home", "log", "development_new", "recommendation_new"])
def test_the_way_to_enter_a_document_is_where_one_is_missed(browser: Client, name: str) -> None:
    page = browser.get(reverse(f"staff:{name}")).content.decode()

    assert reverse("staff:document_new") in page


def test_whoever_approves_reads_what_becomes_public_with_it(
    client: Client, coordinator: User
) -> None:
    document = DocumentFactory(is_public=False, title="A report nobody has read")
    record = DevelopmentFactory(in_review=True, document=document)
    client.force_login(coordinator)

    page = client.get(reverse("staff:approval", args=["development", record.slug])).content.decode()

    assert "Becomes public with it" in page
    assert reverse("staff:document_edit", args=[document.slug]) in page


def test_the_list_takes_as_many_queries_for_twenty_documents_as_for_one(
    browser: Client, django_assert_num_queries: Any
) -> None:
    DocumentFactory(cycle=ReviewCycleFactory())
    with CaptureQueriesContext(connection) as for_one:
        browser.get(reverse("staff:documents"))
    for _ in range(19):
        DocumentFactory(cycle=ReviewCycleFactory())

    with django_assert_num_queries(len(for_one)):
        browser.get(reverse("staff:documents"))


@pytest.mark.parametrize("noun", ["document", "cycle"])
def test_a_contributor_reads_what_is_public_and_asks_a_coordinator(
    browser: Client, coordinator: User, noun: str
) -> None:
    public = {"document": DocumentFactory, "cycle": ReviewCycleFactory}[noun]()
    address = reverse(f"staff:{noun}_edit", args=[public.slug])

    page = browser.get(address).content.decode()
    assert "only a coordinator changes it" in page
    assert ">Save</button>" not in page
    assert "only a coordinator changes it" in browser.post(address, typed()).content.decode()

    browser.force_login(coordinator)
    page = browser.get(address).content.decode()
    assert "only a coordinator changes it" not in page
    assert ">Save</button>" in page
