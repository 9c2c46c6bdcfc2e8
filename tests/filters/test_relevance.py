"""Words list first what fits them best, whoever answers, and alike what fits alike."""

import datetime as dt

import pytest
from django.http import QueryDict
from django.test import override_settings

from tests.factories import (
    OrganisationFactory,
    RecommendationFactory,
    SynonymFactory,
    ThemeFactory,
)
from tests.public.site import BROWSE, references
from tracker.filters import indexes, sorts
from tracker.filters.finding import find
from tracker.filters.recommendations import RecommendationFilter

DAY = dt.date(2025, 1, 1)
ENGINES = pytest.mark.parametrize("engine", ["inline", "off"])


@pytest.fixture(autouse=True)
def _afresh():
    indexes.forget()
    yield
    indexes.forget()


def ask(title="Do something", text="Nothing more.", made_on="2020", **more):
    found = RecommendationFactory(published=True, title=title, text=text, made_on=made_on, **more)
    return found.reference


def order(engine, words, sort="relevance"):
    query = QueryDict(mutable=True)
    query["q"] = words
    with override_settings(FACET_INDEX=engine):
        asked = RecommendationFilter(query, on=DAY)
        finding = find(asked)
        keys = finding.keys(0, finding.total, sort)
        assert keys == [key for at in range(len(keys)) for key in finding.keys(at, at + 1, sort)]
    rows = asked.everything.in_bulk(keys)
    return [rows[key].reference for key in keys]


@ENGINES
def test_a_title_counts_more_than_a_text(engine):
    text = ask(text="Stop trafficking, trafficking and trafficking.", made_on="2024")
    title = ask(title="Stop trafficking", made_on="2001")

    assert order(engine, "trafficking") == [title, text]


@ENGINES
def test_words_close_together_count_more_than_words_apart(engine):
    apart = ask(text="Protect women, whoever they are, and end every sort of trafficking.")
    close = ask(text="Protect trafficked women, whoever they are, and end every sort of harm.")

    assert order(engine, "trafficked women") == [close, apart]


@ENGINES
@pytest.mark.parametrize(
    ("words", "said", "also"),
    [
        ("강제송환", "탈북민의 강제 송환을 중단하라", "탈북민을 강제송환하지 말고 보호하라"),
        ("遣返", "停止遣返难民", "不得遣返難民，保护他们"),
        ("网", "网络安全", "保护网络"),
    ],
)
def test_korean_and_chinese_are_weighed_alike(engine, words, said, also):
    text = ask(text=also, made_on="2024")
    title = ask(title=said, made_on="2001")
    other = ask(title="아무것도 아니다", made_on="2025")

    assert order(engine, words) == [title, text]
    assert other not in order(engine, words)


@ENGINES
def test_what_was_asked_for_by_its_reference_comes_first(engine):
    one = ask(made_on="2001")
    ask(title=f"Repeat {one}", made_on="2024")

    assert order(engine, f"{one} or repeat")[0] == one


@ENGINES
def test_what_a_label_was_found_by_comes_after_what_says_the_words(engine):
    label = ask(themes=[ThemeFactory(name="Detention")], made_on="2024")
    says = ask(text="End the detention of families.", made_on="2001")

    assert order(engine, "detention") == [says, label]


@ENGINES
def test_a_synonym_counts_as_much_as_the_word(engine):
    SynonymFactory()
    text = ask(text="End all refoulement.", made_on="2024")
    title = ask(title="End forced return", made_on="2001")

    assert order(engine, "refoulement") == [title, text]


@ENGINES
def test_what_fits_alike_is_newest_first(engine):
    made = ["2020", "2024-05", "2001", "2024", "2020"]
    asks = [ask(text="Stop trafficking.", made_on=date) for date in made]

    assert order(engine, "trafficking") == [asks[at] for at in (1, 3, 0, 4, 2)]


@ENGINES
@pytest.mark.parametrize("words", ["the", "-return", "R-9999", '"', "return -stop or x y"])
def test_any_words_have_an_order(engine, words):
    for _ in range(3):
        ask(title="Return somebody")

    assert sorted(order(engine, words)) == sorted(order(engine, words, "newest"))


@ENGINES
def test_more_than_can_be_weighed_is_newest_first_and_the_page_says_so(engine, client, monkeypatch):
    monkeypatch.setattr(sorts, "RANKED", 2)
    title = ask(title="Stop trafficking", made_on="2001")
    asks = [ask(text="Stop trafficking.", made_on=date) for date in ("2020", "2024")]

    assert order(engine, "trafficking") == [*asks[::-1], title]
    with override_settings(FACET_INDEX=engine):
        html = client.get(BROWSE, {"q": "trafficking"}).content.decode()
    assert "more than 2 asks are not weighed against each other" in html


def test_with_words_the_best_match_comes_first_unless_another_order_is_asked_for(client):
    text = ask(text="Stop trafficking.", made_on="2024")
    title = ask(title="Stop trafficking", made_on="2001")

    assert references(client, "q=trafficking") == [title, text]
    assert references(client, "q=trafficking&sort=newest") == [text, title]
    assert references(client, "sort=relevance") == references(client) == [text, title]


def test_the_page_offers_the_best_match_only_with_words(client):
    ask(title="Stop trafficking")

    def offered(**query):
        return client.get(BROWSE, query).context["listing"].sorts

    usual = (None, "Newest first", True)
    assert offered() == [usual, ("oldest", "Oldest first", False)]
    assert offered(sort="relevance")[0] == usual
    assert offered(q="stop", sort="oldest") == [
        (None, "Best match first", False),
        ("newest", "Newest first", False),
        ("oldest", "Oldest first", True),
    ]
    assert offered(sort="-status")[-1] == ("-status", "By status, last first", True)


@pytest.mark.parametrize("engine", ["inline"])
def test_an_order_is_asked_for_once_until_the_data_changes(engine, django_assert_num_queries):
    ask(title="Stop trafficking", made_by=[OrganisationFactory()])
    order(engine, "trafficking")
    with override_settings(FACET_INDEX=engine):
        index = indexes.current_index()
        asked = RecommendationFilter(QueryDict("q=trafficking"), on=DAY)
    asked.index = index
    finding = find(asked)
    finding.keys(0, 1, "relevance")

    with django_assert_num_queries(0):
        finding.keys(0, 1, "relevance")
