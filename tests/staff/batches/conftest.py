from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tracker.models import Document, Recommendation, User

Ask = Callable[..., Recommendation]


@pytest.fixture
def browser(client: Client, contributor: User) -> Client:
    client.force_login(contributor)
    return client


@pytest.fixture
def asks(ask: Ask) -> list[Recommendation]:
    """Four rows, in the order of the table: 28.1, 28.2, 28.3, 28.4."""
    return [ask(locator=f"28.{n}") for n in range(1, 5)]


@pytest.fixture
def url(reply: Document) -> Callable[..., str]:
    def address(name: str, *keys: str, **query: Any) -> str:
        found = reverse(f"staff:{name}", args=["upr-4", reply.slug, *keys])
        return f"{found}?{'&'.join(f'{k}={v}' for k, v in query.items())}"

    return address
