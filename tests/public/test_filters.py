"""What the browse page answers to a question, and how it tells what it was asked."""

import pytest
from django.http import QueryDict

from tests.factories import (
    ArticleFactory,
    InvocationFactory,
    OrganisationFactory,
    RecommendationFactory,
    ReviewCycleFactory,
    ThemeFactory,
    TreatyFactory,
)
from tests.public.site import BROWSE, read, references

FACETS = [  # the others are held to a plain loop in tests/filters
    ("treaty", "cat", "crc"),
    ("article", "cat/3", "crc/7"),
    ("theme", "return", "birth"),
    ("asked_by", "state", "ngo"),
    ("organisation", "state-a", "ngo-b"),
    ("mechanism", "upr", "cedaw"),
    ("cycle", "upr-4", "cedaw-9"),
    ("position", "noted", "none-recorded"),
    ("status", "C", "not-assessed"),
]


@pytest.mark.parametrize(("facet", "its", "others"), FACETS)
def test_each_facet_chooses_by_its_value_and_any_of_several(client, two, facet, its, others):
    one, other = two

    assert references(client, f"{facet}={its}") == [one]
    assert references(client, f"{facet}={others}") == [other]
    assert sorted(references(client, f"{facet}={its}&{facet}={others}")) == sorted(two)
    assert references(client, f"{facet}={its}&as_of=2023-01-01") == []


@pytest.mark.parametrize(("facet", "its", "others"), FACETS[1:])
def test_between_facets_all_must_hold(client, two, facet, its, others):
    assert references(client, f"treaty=cat&{facet}={its}") == [two[0]]
    assert references(client, f"treaty=cat&{facet}={others}") == []


def test_what_is_asked_of_others_than_china_is_found_by_whom_it_asks_and_shows_it(client, two):
    csw = OrganisationFactory(slug="csw", kind="un-body", name="Commission", acronym="CSW")
    ask = RecommendationFactory(
        published=True, addressed_to=csw, made_by=[OrganisationFactory(name="Jubilee")]
    )

    assert references(client, "addressed_to=csw") == [ask.reference]
    assert sorted(references(client, "addressed_to=china")) == sorted(two)
    for view in ("cards", "table"):
        html = client.get(BROWSE, {"addressed_to": "csw", "view": view}).content.decode()
        assert "Jubilee to CSW" in html
        html = client.get(BROWSE, {"addressed_to": "china", "view": view}).content.decode()
        answer = html.split('id="answer"')[1].split('id="reuse"')[0]
        assert "to China" not in answer


def test_an_article_includes_its_paragraphs(client):
    article = ArticleFactory(treaty__code="cedaw", number="9")
    paragraph = ArticleFactory(treaty=article.treaty, number="9(2)", parent=article)
    point = ArticleFactory(treaty=article.treaty, number="9(2)(a)", parent=paragraph)
    elsewhere = ArticleFactory(treaty=article.treaty, number="90")
    asks = {}
    for invoked in (article, paragraph, point, elsewhere):
        ask = RecommendationFactory(published=True)
        InvocationFactory(recommendation=ask, article=invoked)
        asks[invoked.number] = ask.reference

    def found(slug):
        return set(references(client, f"article=cedaw/{slug}"))

    assert found("9") == {asks["9"], asks["9(2)"], asks["9(2)(a)"]}
    assert found("9-2") == {asks["9(2)"], asks["9(2)(a)"]}
    assert found("9-2-a") == {asks["9(2)(a)"]}
    assert found("90") == {asks["90"]}


def test_an_article_is_offered_for_what_is_two_levels_below_it(client):
    article = ArticleFactory(treaty__code="cedaw", number="9")
    paragraph = ArticleFactory(treaty=article.treaty, number="9(2)", parent=article)
    point = ArticleFactory(treaty=article.treaty, number="9(2)(a)", parent=paragraph)
    ask = RecommendationFactory(published=True)
    InvocationFactory(recommendation=ask, article=point)

    assert references(client, "article=cedaw/9") == [ask.reference]


def test_an_ask_is_listed_once_however_often_it_fits(client, two):
    one, _ = two
    query = "treaty=cat&treaty=crc&asked_by=state&asked_by=un&status=C&status=E&article=cat/3"

    assert references(client, query) == [one]


@pytest.mark.parametrize(("facet", "_its", "_others"), FACETS)
def test_a_value_that_there_is_not_is_named_and_refused(client, two, facet, _its, _others):
    page = client.get(BROWSE, {facet: "nothing-like-it"})

    assert page.status_code == 400
    assert "“nothing-like-it” is not one of the values here." in page.content.decode()


@pytest.mark.parametrize("name", ["organisations", "Treaty", "treaty[]", "page_size"])
def test_a_parameter_that_means_nothing_is_named_and_refused(client, two, name):
    page = client.get(BROWSE, {name: "1"})

    assert page.status_code == 400
    assert f"This page has no parameter called “{name}”." in page.content.decode()


REFUSED = [
    "treaty=nowhere", "foo=1", "as_of=2999-01-01", "q=a&q=b", "changed_since=soon",
    "changed_since=2999-01-01",
]  # fmt: skip


REFUSED_LISTS = [*REFUSED, "page=9", "sort=best"]


REFUSED_MATRICES = [*REFUSED, "rows=nothing", "rows=theme&columns=theme"]


@pytest.mark.parametrize("query", REFUSED_LISTS)
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "part"])
def test_a_refused_question_lists_nothing_that_could_be_taken_for_its_answer(
    client, two, query, headers
):
    page = client.get(f"{BROWSE}?{query}", headers=headers)
    html = page.content.decode()

    assert page.status_code == 400
    assert html.count("was not understood, so this page does not answer it") == 1
    assert not [link.href for link in read(page).links if "recommendations." in link.href]
    assert 'id="count"' not in html
    assert not [ref for ref in two if ref in html]
    assert 'class="count"' not in html, "no count belongs to it"
    assert "data-zero" not in html


def test_changes_are_asked_for_up_to_today_whatever_day_is_shown(client, two):
    refused = client.get(f"{BROWSE}?changed_since=2999-01-01")
    today = refused.context["as_of"].today
    fields = [attributes for _, attributes in read(refused).elements]
    field = next(attributes for attributes in fields if attributes.get("name") == "changed_since")

    assert "That day is still to come. Choose today or an earlier day." in refused.content.decode()
    assert (field["max"], field["aria-invalid"]) == (str(today), "true")
    assert field["aria-describedby"] == "id_changed_since_error"
    assert references(client, f"changed_since={today}&as_of=2023-06-01") != []
    assert references(client, f"changed_since={today}") != []


@pytest.mark.parametrize("query", REFUSED_MATRICES)
def test_a_refused_matrix_shows_nothing_either(client, two, query):
    page = client.get(f"/en/matrix/?{query}")
    html = page.content.decode()

    assert page.status_code == 400
    assert html.count("was not understood, so this page does not answer it") == 1
    assert "<table" not in html
    assert "matrix.csv" not in html


@pytest.mark.parametrize(
    ("query", "words", "meant"),
    [
        ("treaty=caat&status=C", "CAT", "treaty=cat&status=C"),
        ("treaty=caat&treaty=cat", "CAT", "treaty=cat"),
        ("status=Partly+implemented", "B Partly implemented", "status=B"),
        ("treatys=cat&treaty=crc", "treaty", "treaty=crc&treaty=cat"),
        ("page=9&theme=return", "page 1", "page=1&theme=return"),
    ],
)
def test_a_refused_question_leads_to_the_nearest_one_that_makes_sense(
    client, two, query, words, meant
):
    TreatyFactory(code="cat-op", short_name="OP")
    refused = client.get(f"{BROWSE}?{query}")
    found = [link.href for link in read(refused).links if link.words == words and link.href]

    assert f"{BROWSE}?{meant}" in found
    assert client.get(f"{BROWSE}?{meant}").status_code == 200


def test_what_is_unpublished_offers_no_value_to_choose(client):
    ask = RecommendationFactory(
        cycle=ReviewCycleFactory(name="Hidden cycle", mechanism__short_name="Hidden mechanism"),
        made_by=[OrganisationFactory(name="Hidden organisation")],
    )
    InvocationFactory(recommendation=ask, article__treaty__short_name="Hidden treaty")

    assert "Hidden" not in client.get(BROWSE).content.decode()


def test_the_list_names_its_feed_to_readers_of_feeds(client, two):
    def feeds(query):
        elements = read(client.get(BROWSE, query)).elements
        links = [a for tag, a in elements if tag == "link" and a["rel"] == "alternate"]
        return [a["href"] for a in links if a.get("type") == "application/atom+xml"]

    assert feeds({"treaty": "cat"}) == ["/en/recommendations.atom?treaty=cat"]
    assert feeds({"treaty": "nowhere"}) == []


def test_every_number_of_the_matrix_leads_to_a_list_of_as_many(client, two):
    page = client.get("/en/matrix/?rows=theme&columns=status&mechanism=upr&mechanism=cedaw")
    numbers = [link for link in read(page).links if link.words.strip().isdecimal()]

    assert len(numbers) == 2 + 2 + 2 + 1, "cells, rows, columns and all"
    for link in numbers:
        assert client.get(link.href).context["total"] == int(link.words), link.href


def test_pages_keep_the_question(client):
    ask = ThemeFactory(code="return")
    RecommendationFactory.create_batch(60, published=True, themes=[ask])
    query = "theme=return&asked_by=ngo&asked_by=un&q=escapees&as_of=2024-01-01"

    seen = references(client, query)
    page = client.get(f"{BROWSE}?{query}&page=2")
    beside = {link.words.strip(): link.href for link in read(page).links if "page=" in link.href}

    assert len(seen) == len(set(seen)) == 60
    assert page.context["page"].number == 2
    for words, number in {"← Previous": "1", "Next →": "3"}.items():
        wanted = QueryDict(f"{query}&page={number}")
        assert sorted(QueryDict(beside[words][1:]).lists()) == sorted(wanted.lists())


def headings(client, query):
    """The headings of the table that are links: their words, where they lead, how rows are."""
    table = read(client.get(f"{BROWSE}?view=table&{query}"))
    ways = [a.get("aria-sort") for tag, a in table.elements if tag == "th" and a["scope"] == "col"]
    links = [(link.words.strip(), link.href) for link in table.links if "view=table" in link.href]
    names = ("Reference", "Made", "China’s position", "Status")
    return {words.strip(" ▲▼"): href for words, href in links if words.startswith(names)}, ways


def test_the_table_is_ordered_by_its_headings_and_each_turns_its_own_order(client, two):
    links, ways = headings(client, "")
    assert [*links] == ["Reference", "Made", "China’s position", "Status"]
    assert ways == [None, None, None, "descending", None, None, None]

    seen = {}
    for name, href in links.items():
        query = href.removeprefix("?")
        turned, ways = headings(client, query.removeprefix("view=table"))
        seen[name] = (query, [way for way in ways if way], turned[name])

    assert seen == {
        "Reference": ("view=table&sort=reference", ["ascending"], "?view=table&sort=-reference"),
        "Made": ("view=table&sort=oldest", ["ascending"], "?view=table"),
        "China’s position": (
            "view=table&sort=position",
            ["ascending"],
            "?view=table&sort=-position",
        ),
        "Status": ("view=table&sort=status", ["ascending"], "?view=table&sort=-status"),
    }


def test_an_order_of_a_heading_stays_with_the_question_and_the_cards(client, two):
    one, other = two

    assert references(client, "sort=status") == [one, other]
    assert references(client, "sort=-status") == [other, one]
    page = client.get(f"{BROWSE}?sort=-status&page=1")
    assert "By status, last first" in page.content.decode()
    kept = {"type": "hidden", "name": "sort", "value": "-status"}
    assert ("input", kept) in read(page).elements
