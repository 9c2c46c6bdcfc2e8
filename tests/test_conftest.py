"""What the other tests lean on."""

import pytest
from django.http import HttpResponse
from django.urls import path
from zeal import errors

from tests.factories import RecommendationFactory
from tracker.models import Recommendation


def careless(request):
    return HttpResponse([str(r.document) for r in Recommendation.objects.all()])


def careful(request):
    rows = Recommendation.objects.select_related("document")
    return HttpResponse([str(r.document) for r in rows])


urlpatterns = [path("careless/", careless), path("careful/", careful)]


@pytest.mark.urls(__name__)
def test_a_page_that_asks_once_per_row_raises(client):
    RecommendationFactory.create_batch(2)

    assert client.get("/careful/").status_code == 200
    with pytest.raises(errors.NPlusOneError, match=r"Recommendation\.document"):
        client.get("/careless/")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("_", ["first", "second"])
def test_a_test_with_real_transactions_leaves_nothing_behind(_):
    assert not Recommendation.objects.exists()
    RecommendationFactory()
