import pytest

from tests.factories import DocumentFactory, RecommendationFactory, ReviewCycleFactory
from tracker.actions.batches import record_batch
from tracker.models import Batch


@pytest.fixture
def about():
    return {"cycle": ReviewCycleFactory(), "document": DocumentFactory()}


@pytest.fixture
def asks():
    return RecommendationFactory.create_batch(3, published=True, made_on="2024-01-23")


@pytest.fixture
def record(about, contributor):
    """Record a batch, as somebody who saw no answer anywhere unless the entries say so."""

    def run(*entries, **options):
        given = {"kind": Batch.Kind.FILLED_IN, "by": contributor} | about | options
        return record_batch(entries=entries, **given)

    return run
