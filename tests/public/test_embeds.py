"""Charts on other sites: framed by anybody, with the numbers of the page and nothing that runs."""

import re
from html import unescape
from itertools import pairwise

import pytest
from django.conf import settings
from django.utils import timezone

from tests.charts.test_figure import words_of
from tests.factories import RecommendationFactory, ResponseFactory
from tests.public.site import BROWSE, CHARTS, EMBEDS, one_of_each, read, references
from tests.public.test_crawl import POLICY

DAY, EVE = "2024-07-04", "2024-07-03"


def policy(page):
    parts = page.headers["Content-Security-Policy"].split("; ")
    return dict(part.split(" ", 1) for part in parts)


def numbers(page):
    rows = [[cell.strip() for cell in row] for row in read(page).rows[1:]]
    return {label: int(number) for label, number, *_ in rows}


def drawn(svg):
    """Each label of a chart's drawing with the number after it."""
    return {label: int(n) for label, n in pairwise(words_of(svg)) if n.isdecimal()}


@pytest.mark.parametrize("address", EMBEDS)
def test_only_a_chart_may_stand_in_a_frame_and_nothing_runs_in_it(client, address):
    one_of_each()
    page = client.get(address)

    changed = {"frame-ancestors": "*", "script-src": "'none'", "connect-src": "'none'"}
    assert policy(page) == POLICY | changed
    assert "X-Frame-Options" not in page.headers
    assert not page.cookies
    assert not [tag for tag, _ in read(page).elements if tag in {"script", "form", "input"}]
    assert policy(client.get("/en/")) == POLICY
    assert client.get("/en/").headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("query", ["", f"as_of={DAY}", "treaty=cat", f"asked_by=un&as_of={DAY}"])
@pytest.mark.parametrize("name", CHARTS)
def test_page_files_and_lists_have_the_same_numbers(client, seeded, name, query):
    page = client.get(f"/en/embed/{name}/?{query}")
    svg = client.get(f"/en/embed/{name}/chart.svg?{query}").content.decode()
    shown = numbers(page)

    assert drawn(svg) == shown
    assert sum(shown.values()) == len(references(client, query))
    for row in page.context["chart"].rows:
        if row.count:
            listed = references(client, row.address.split("?")[1])
            assert len(listed) == row.count, row.address
    if "treaty" not in query and "asked_by" not in query:
        home = client.get(f"/en/?{query}").context[f"{name}_chart"]
        assert shown == {row.label: row.count for row in home.rows}


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_says_its_day_its_source_and_which_asks_it_counts(client, seeded, name):
    page = client.get(f"/en/embed/{name}/?treaty=cat&as_of={DAY}").content.decode()
    svg = client.get(f"/en/embed/{name}/chart.svg?treaty=cat&as_of={DAY}").content.decode()

    assert "As of 4 July 2024. CC BY 4.0." in page
    assert 'href="/en/?as_of=2024-07-04" target="_blank" rel="noopener"' in page
    assert "Counted here: Treaty " in page
    for words in (
        "As of 4 July 2024. CC BY 4.0.",
        "Counted here: Treaty ",
        "North Korean escapees",
    ):
        assert words in svg


def test_a_chart_of_an_earlier_day_tells_nothing_that_came_later(client):
    ask = RecommendationFactory(published=True, made_on="2023-05-30", expects_reply=True)
    ResponseFactory(published=True, recommendation=ask, position="noted", responded_on=DAY)

    def noted(day):
        page = numbers(client.get(f"/en/embed/position/?as_of={day}"))
        svg = drawn(client.get(f"/en/embed/position/chart.svg?as_of={day}").content.decode())
        assert page == svg
        return page["Noted"]

    assert (noted(EVE), noted(DAY)) == (0, 1)


@pytest.mark.parametrize(("form", "kind"), [("svg", "image/svg+xml"), ("png", "image/png")])
def test_a_chart_is_a_file_to_keep(client, form, kind):
    one_of_each()
    file = client.get(f"/en/embed/status/chart.{form}")

    assert file.headers["Content-Type"] == kind
    assert file.headers["Content-Disposition"] == (
        f'attachment; filename="status-{timezone.localdate()}.{form}"'
    )
    known = {"If-None-Match": file.headers["ETag"]}
    assert client.get(f"/en/embed/status/chart.{form}", headers=known).status_code == 304


def test_the_home_page_says_how_to_embed_each_of_its_charts(client):
    one_of_each()
    for query in ("", f"?as_of={DAY}"):
        page = client.get(f"/en/{query}")
        codes = re.findall(r"<textarea[^>]*>(.*?)</textarea>", page.content.decode(), re.DOTALL)
        sources = [re.search(r'src="([^"]+)"', unescape(code))[1] for code in codes]

        assert sources == [f"{settings.BASE_URL}{address}{query}" for address in EMBEDS]
        for source in sources:
            assert client.get(source.removeprefix(settings.BASE_URL)).status_code == 200
        links = {link.href for link in read(page).links}
        assert {f"/en/embed/{n}/chart.{f}{query}" for n in CHARTS for f in ("svg", "png")} <= links


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("look=blue", "Choose light or dark."),
        ("as_of=soon", "is no date"),
        ("treaty=nowhere", "is not one of the values here"),
        ("position=noted", "beside each other"),
        ("what=1", "no parameter called"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(client, query, words):
    for address in ("/en/embed/position/", "/en/embed/position/chart.svg"):
        refused = client.get(f"{address}?{query}")
        assert refused.status_code == 400
        assert words in refused.content.decode()


def test_there_is_no_chart_but_those_that_there_are(client):
    for address in ("/en/embed/nothing/", "/en/embed/position/chart.pdf", "/en/embed/x/chart.svg"):
        assert client.get(address).status_code == 404


def test_a_chart_is_light_or_dark_if_it_is_asked_to_be(client):
    html = client.get("/en/embed/position/?look=dark").content.decode()

    assert '<html lang="en" data-theme="dark">' in html
    assert "data-theme" not in client.get("/en/embed/position/").content.decode()


def test_links_of_a_chart_open_beside_the_site_that_frames_it(client):
    one_of_each()

    for link in [a for tag, a in read(client.get(EMBEDS[0])).elements if tag == "a"]:
        assert (link["target"], link["rel"]) == ("_blank", "noopener")
        assert link["href"].startswith((BROWSE, "/en/"))
