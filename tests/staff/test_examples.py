"""A page on which nothing stands yet gives an example of what belongs there, and a way to do it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import RecommendationFactory
from tracker.models import REFERENCE, Document, Organisation, User

SHEET = ["upr-4", "add-1"]
LISTS: list[tuple[str, list[str], str, str]] = [
    ("home", [], "", "log"),
    ("find", [], "", "recommendation_new"),
    ("documents", [], "", "document_new"),
    ("approvals", [], "?list=waiting", "home"),
    ("approvals", [], "?list=mine", "development_new"),
    ("approvals", [], "?list=returned", "home"),
    ("imports", [], "", "several"),
    ("day", [], "?day=2020-02-03", "log"),
    ("sheet", SHEET, "", "recommendation_new"),
    ("batches", SHEET, "", "sheet"),
]


@pytest.fixture
def read(client: Client, coordinator: User) -> Callable[..., str]:
    """What stands between the first example of a page and its end."""
    client.force_login(coordinator)

    def after_the_example(name: str, *arguments: Any, query: str = "") -> str:
        page = client.get(reverse(f"staff:{name}", args=arguments) + query).content.decode()
        assert page.lower().count("for example") > 0, page
        return page[page.lower().index("for example") :]

    return after_the_example


@pytest.mark.parametrize(
    ("name", "arguments", "query", "way"), LISTS, ids=[f"{row[0]}{row[2]}" for row in LISTS]
)
def test_an_empty_list_gives_an_example(
    read: Callable[..., str],
    request: pytest.FixtureRequest,
    name: str,
    arguments: list[str],
    query: str,
    way: str,
) -> None:
    if arguments:
        request.getfixturevalue("reply")
    said = read(name, *arguments, query=query)

    assert f'href="{reverse(f"staff:{way}", args=arguments if way == "sheet" else [])}"' in said


@pytest.mark.parametrize("noun", REFERENCE, ids=lambda noun: noun.name)
def test_an_empty_list_of_reference_data_gives_an_example(
    read: Callable[..., str], noun: Any
) -> None:
    Document.objects.all().delete()
    Organisation.objects.all().delete()

    assert f"{noun.example}. <a href=" in read("reference_rows", noun.name)


def test_each_empty_part_of_a_record_gives_an_example_and_leads_there(
    read: Callable[..., str],
) -> None:
    asked = RecommendationFactory(published=True)
    page = read("recommendation", asked.reference)

    assert page.lower().count("for example") == 5
    for way in (
        reverse("staff:log"),
        f"{reverse('staff:development_new')}?about={asked.reference}",
        reverse("staff:assess", args=[asked.reference]),
    ):
        assert f'href="{way}"' in page


def test_an_empty_part_of_a_withdrawn_record_leads_nowhere(read: Callable[..., str]) -> None:
    asked = RecommendationFactory(published=True, withdrawn=True)

    assert "Assess it" not in read("recommendation", asked.reference)
