import pytest
from django.test import Client

from tests.factories import RecommendationFactory, ResponseFactory
from tracker.models import Response, User


@pytest.fixture
def browser(client: Client, coordinator: User) -> Client:
    client.force_login(coordinator)
    return client


@pytest.fixture
def waiting() -> Response:
    """An answer that somebody else has sent."""
    recommendation = RecommendationFactory(published=True)
    return ResponseFactory(recommendation=recommendation, in_review=True, words="China accepts.")
