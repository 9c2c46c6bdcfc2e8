from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests import factories as make
from tests.staff.reference.rows import enter
from tracker.models import ReferenceNoun, User


@pytest.fixture(autouse=True)
def world() -> None:
    """What the rows refer to."""
    article = make.ArticleFactory(treaty__code="crc", number="9")
    make.ArticleFactory(treaty__code="cat", number="3")
    make.ReviewCycleFactory(slug="crc-1", name="First review")
    make.DocumentFactory(symbol="A/1")
    make.DocumentFactory(slug="law")
    make.OrganisationFactory(slug="hrw", name="Human Rights Watch")
    assert str(article) == "CRC 9"


@pytest.fixture
def browser(client: Client, coordinator: User) -> Client:
    client.force_login(coordinator)
    return client


@pytest.fixture
def entered(browser: Client) -> Callable[[ReferenceNoun], Any]:
    def run(noun: ReferenceNoun) -> Any:
        assert enter(browser, noun).status_code == 302
        return noun.model._default_manager.latest("pk")

    return run
