from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.factories import (
    DocumentFactory,
    MechanismFactory,
    RecommendationFactory,
    ReviewCycleFactory,
)
from tracker.models import Document, Recommendation, ReviewCycle, User


@pytest.fixture
def signed_in(client: Client) -> Callable[[User], Client]:
    """A browser in which somebody has signed in."""

    def sign_in(user: User) -> Client:
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def browser(client: Client, contributor: User) -> Client:
    """The browser of a contributor, unless a module says whose."""
    client.force_login(contributor)
    return client


@pytest.fixture
def cycle() -> ReviewCycle:
    return ReviewCycleFactory(slug="upr-4", name="UPR 4th cycle", mechanism=MechanismFactory())


@pytest.fixture
def reply(cycle: ReviewCycle) -> Document:
    """The document that holds China's answers."""
    return DocumentFactory(
        slug="add-1", kind=Document.Kind.ADDENDUM, cycle=cycle, published_on="2024-06-11"
    )


@pytest.fixture
def ask(cycle: ReviewCycle) -> Callable[..., Recommendation]:
    """A published recommendation of that cycle, made by a State in the Working Group's report."""

    def make(**fields: Any) -> Recommendation:
        report = Document.objects.filter(slug="report").first() or DocumentFactory(
            slug="report", kind=Document.Kind.WORKING_GROUP_REPORT, cycle=cycle
        )
        first = {"published": True, "cycle": cycle, "document": report, "expects_reply": True}
        return RecommendationFactory(**(first | fields))

    return make


@pytest.fixture
def asks(ask: Callable[..., Recommendation]) -> list[Recommendation]:
    """Four rows of the table, in its order: 28.1, 28.2, 28.3, 28.4."""
    return [ask(locator=f"28.{n}") for n in range(1, 5)]
