import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    ArticleFactory,
    DocumentFactory,
    OrganisationFactory,
    RecommendationFactory,
    TreatyFactory,
)
from tracker.actions.recommendations import draft_recommendation, plain_recommendation
from tracker.actions.records import Finder, _named, natural_key
from tracker.models import Article, Document, FormerAddress, Organisation, Recommendation, User


@pytest.fixture
def articles() -> list[Article]:
    cat = TreatyFactory(code="cat", short_name="CAT")
    return [ArticleFactory(treaty=cat, number=number) for number in ("3", "16")]


@pytest.mark.parametrize("everything", [False, True])
def test_records_are_found_by_their_keys_and_only_the_missing_one_is_named(
    articles: list[Article], everything: bool
) -> None:
    finder = Finder(everything=everything)
    kept = OrganisationFactory(slug="kept")
    FormerAddress.objects.create(slug="merged", organisation=kept)

    assert finder.find_all(Article, ["cat 16", "cat 3"]) == articles[::-1]
    assert finder.find(Article, "cat").number == ""
    assert finder.find_all(Organisation, ["merged", "kept"]) == [kept, kept]
    for key in ("cat 99", "\0", ""):
        with pytest.raises(ValidationError, match="There is no article"):
            finder.find_all(Article, ["cat 3", key])


def test_every_model_with_a_natural_key_is_looked_up_by_it() -> None:
    known = [m for m in apps.get_app_config("tracker").get_models() if hasattr(m, "natural_key")]
    for model in known:
        assert not model.objects.filter(_named(model, ["x"])).exists()
    for record in (DocumentFactory(), OrganisationFactory(), RecommendationFactory()):
        assert Finder().find(type(record), natural_key(record)) == record


def test_what_an_action_reads_does_not_grow_with_the_tables(
    articles: list[Article], contributor: User
) -> None:
    values = plain_recommendation(RecommendationFactory()) | {
        "invocations": [
            {"article": natural_key(row), "basis": "explicit", "note": ""} for row in articles
        ]
    }
    with CaptureQueriesContext(connection) as asked:
        draft_recommendation(values=values, by=contributor)

    said = [query["sql"] for query in asked if query["sql"].startswith("SELECT")]
    for model in (Document, Organisation, Article, Recommendation):
        table = f'FROM "{model._meta.db_table}"'
        assert all(" WHERE " in sql for sql in said if table in sql)
