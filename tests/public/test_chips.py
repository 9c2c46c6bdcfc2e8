"""What was chosen, said in chips and in the form, each to be taken away."""

from urllib.parse import urlencode

from django.http import QueryDict

from tests.factories import RecommendationFactory, ThemeFactory
from tests.public.site import BROWSE, read


def chips(client, query):
    return read_chips(client.get(f"{BROWSE}?{query}"))


def read_chips(page):
    return [(chip.facet, chip.label, chip.without) for chip in page.context["filter"].chips]


CHOSEN = [("treaty", "cat"), ("treaty", "crc"), ("theme", "return"), ("q", "return"),
          ("as_of", "2024-07-31"), ("status", "C"), ("position", "noted")]  # fmt: skip


def test_a_chip_takes_away_itself_and_nothing_else(client, two):
    page = client.get(f"{BROWSE}?{urlencode([*CHOSEN, ('page', '2')])}")
    links = [link.href for link in read(page).links if "remove this filter" in link.words]
    facets = [pair for pair in CHOSEN if pair[0] != "as_of"]

    assert len(links) == len(facets)
    left = [sorted(QueryDict(href.split("?")[1]).lists()) for href in links]
    for pair in facets:
        rest = QueryDict(urlencode([other for other in CHOSEN if other != pair]))
        assert sorted(rest.lists()) in left


def test_a_chip_says_its_facet_and_its_value_in_words(client, two):
    said = {(facet, label) for facet, label, _ in chips(client, urlencode(CHOSEN))}

    assert ("Status", "C Not implemented") in said
    assert ("China’s position", "Noted") in said
    assert ("Words", "return") in said


def test_the_last_chip_leads_to_the_whole_list(client, two):
    html = client.get(BROWSE, {"treaty": "cat"})

    assert [link.href for link in read(html).links if "remove this" in link.words] == [BROWSE]


def test_the_way_to_the_rest_of_a_facet_keeps_the_question_and_its_choices_keep_it_open(client):
    RecommendationFactory(published=True, themes=ThemeFactory.create_batch(20))
    query = "kind=recommendation&view=table"
    part = client.get(f"{BROWSE}?{query}", headers={"HX-Request": "true"})
    more = [link.href for link in read(part).links if link.words.endswith(" more")]

    assert f"?{query}&unfold=theme#facet-theme" in more
    page = client.get(f"{BROWSE}?{query}&unfold=theme")
    assert ("input", {"type": "hidden", "name": "unfold", "value": "theme"}) in (
        read(page).elements
    )


def test_the_form_shows_what_was_asked(client, two):
    fields = read(client.get(f"{BROWSE}?{urlencode(CHOSEN)}")).elements
    checked = {(a["name"], a["value"]) for tag, a in fields if tag == "input" and "checked" in a}
    typed = {a["name"]: a.get("value") for tag, a in fields if a.get("type") in {"search", "date"}}

    assert checked == {pair for pair in CHOSEN if pair[0] not in {"q", "as_of"}}
    assert typed == {
        "q": "return",
        "as_of": "2024-07-31",
        "changed_since": None,
        "published_on": None,
    }
