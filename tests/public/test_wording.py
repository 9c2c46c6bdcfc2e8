"""Pages in another language say what has words in it, label translations, and mark the rest."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from tests.factories import (
    ArticleFactory,
    DevelopmentFactory,
    InvocationFactory,
    RecommendationFactory,
    ThemeFactory,
    TranslationFactory,
)
from tests.public.site import BROWSE, addresses, one_of_each


def read(client, record, language="ko", **query):
    with override(language):
        return client.get(record.get_absolute_url(), query).content.decode()


@pytest.mark.parametrize("factory", [RecommendationFactory, DevelopmentFactory])
def test_a_record_has_its_title_here_and_says_whose_words_it_is(client, factory):
    record = factory(published=True, title="Stop returns")
    name = record._meta.model_name
    whole = {"recommendation": None, name: record, "published": True}
    TranslationFactory(title="송환 중단", words="아무도 돌려보내지 말 것.", **whole)
    TranslationFactory(title="停止遣返", language="zh-hans", **whole)

    page = read(client, record)

    assert "<h1>송환 중단</h1>" in page
    assert '<span lang="en">Stop returns</span>' in page
    assert '<dd lang="ko">송환 중단<div class="reading"><p>아무도 돌려보내지 말 것.</p>' in page
    assert '<dd lang="zh-hans">停止遣返' in page
    english = read(client, record, "en")
    assert "<h1>Stop returns</h1>" in english
    assert "송환 중단" in english  # which translations there are is told everywhere


def test_what_has_no_words_here_is_marked_as_english(client):
    record = RecommendationFactory(published=True, title="Stop returns")

    assert '<h1 lang="en">Stop returns</h1>' in read(client, record)
    assert "translations-heading" not in read(client, record)


@pytest.mark.parametrize(
    "state", [{}, {"in_review": True}, {"withdrawn": True}, {"returned_reason": "No."}]
)
def test_nothing_unpublished_is_told(client, state):
    record = RecommendationFactory(published=True)
    TranslationFactory(recommendation=record, title="비밀", words="비밀", **state)

    assert "비밀" not in read(client, record)


def test_a_translation_is_wording_and_stands_on_pages_of_earlier_days(client):
    record = RecommendationFactory(published=True, made_on="2023")
    TranslationFactory(recommendation=record, title="송환 중단", published=True)

    assert "<h1>송환 중단</h1>" in read(client, record, as_of="2024-01-01")


def test_lists_and_facets_say_it_here(client):
    theme = ThemeFactory(name="Detention", translations={"ko": {"name": "구금"}})
    record = RecommendationFactory(published=True, title="Stop returns", themes=[theme])
    TranslationFactory(recommendation=record, title="송환 중단", published=True)

    page = client.get(BROWSE.replace("/en/", "/ko/")).content.decode()

    assert "송환 중단" in page
    assert "구금" in page


def test_a_record_page_asks_no_more_often_for_its_translations(client):
    record = RecommendationFactory(published=True)
    InvocationFactory(recommendation=record, article=ArticleFactory())
    record.themes.add(ThemeFactory())
    read(client, record)
    with CaptureQueriesContext(connection) as none:
        read(client, record)
    for language in ("ko", "zh-hans"):
        TranslationFactory(recommendation=record, language=language, published=True)
    read(client, record)
    with CaptureQueriesContext(connection) as some:
        read(client, record)

    assert len(some) == len(none)
    assert len(some) <= 12


def test_no_page_asks_more_often_in_another_language(client):
    """What a list defers, like what a name is in each language, would be asked for row by row."""
    one_of_each()

    def queries(url):
        client.get(url)
        with CaptureQueriesContext(connection) as found:
            client.get(url)
        return len(found)

    more = {}
    for url in addresses():
        here = queries(url.replace("/en/", "/ko/", 1))
        if here > (there := queries(url)):
            more[url] = (there, here)

    assert more == {}
