"""Every chart is its table and every number its list: followed over all pages that count."""

import datetime as dt
import re
from collections import Counter
from functools import cache
from itertools import permutations
from urllib.parse import parse_qs, urlsplit

import pytest
from django.http import QueryDict
from django.urls import resolve as resolved
from django.utils import timezone

from tests.public.site import BROWSE, EMBEDS, Visitor, addresses, references
from tracker.filters.finding import find
from tracker.filters.matrix import AXES
from tracker.filters.recommendations import RecommendationFilter

EARLIER = "2023-06-30"
DEVELOPMENTS = "/en/developments/"
WITHOUT = {"recommendation", "lineage", "document", "development", "article"}  # few numbers or none
DRAWN = {  # what has a chart or a table that crosses; `submission` and `claims` count in words
    "home", "embed", "theme", "group", "mechanism", "organisation", "cycle", "matrix", "coverage",
    "uptake",
}  # fmt: skip
LINK = re.compile(r'<a [^>]*?href="([^"]*)"[^>]*>\s*(?:<span[^>]*>)?\s*([\d,]+)\b', re.DOTALL)
BAR = re.compile(r'<tr[^>]*>\s*<th scope="row">(.*?)</th>\s*<td class="number">(\d+)</td>\s*'
                 r'<td class="bar">(.*?)</td>', re.DOTALL)  # fmt: skip
WIDTH, HEIGHT = re.compile(r' width="([\d.]+)"'), re.compile(r' height="([\d.]+)"')


def pages(day):
    """Every page that counts, in every shape that it has."""
    shaped = [f"/en/matrix/?rows={a}&columns={b}" for a, b in permutations(AXES, 2)]
    shaped += [
        f"/en/coverage/?rows={rows}&columns={columns}{basis}"
        for rows in ("treaty", "norm")
        for columns in ("mechanism", "cycle")
        for basis in ("", "&basis=explicit", "&basis=section", "&basis=inferred")
    ]
    shaped += [f"{url}{query}" for url in EMBEDS for query in ("", "?treaty=cat", "?asked_by=ngo")]
    plain = [url for url in addresses() if name(url) not in WITHOUT]
    for url in [*plain, *shaped]:
        yield f"{url}{'&' if '?' in url else '?'}as_of={day}" if day else url


def name(url):
    return resolved(urlsplit(url).path).url_name


@cache
def listed(address):
    """How many the list at an address has; None where it is no list."""
    path, _, query = address.partition("?")
    if path == BROWSE:
        asked_on = parse_qs(query).get("as_of", [str(timezone.localdate())])[0]
        asked = RecommendationFilter(QueryDict(query), on=dt.date.fromisoformat(asked_on))
        assert asked.is_valid(), (address, asked.errors)
        return find(asked).total
    if path == DEVELOPMENTS and "year=" in query:
        return Visitor().get(address).content.decode().count('<span class="meta">')
    return None


def counted(html):
    """What each linked number and each row of a chart leads to, with the number."""
    html = html.replace("&amp;", "&")
    told = [(link, int(number.replace(",", ""))) for link, number in LINK.findall(html)]
    for heading, number, _ in BAR.findall(html):
        links = re.findall(r'href="([^"]*)"', heading)
        assert bool(links) == bool(int(number)), heading
        told += [(link, int(number)) for link in links]
    return told


def wrong(html):
    """The numbers of a page that are not what they lead to."""
    for link, number in counted(html):
        if link.startswith("#closely-"):
            section = html.split(f'id="{link[1:]}"')[1].split("</section>")[0]
            there = section.count('id="chain-')
        else:
            there = listed(link)
        if there not in {None, number}:
            yield link, number, there


def misdrawn(html):
    """Bars and columns that are not as long as their numbers say."""
    for table in re.findall(r'<table class="bars">.*?</table>', html, re.DOTALL):
        rows = [(int(n), WIDTH.findall(bar)) for _, n, bar in BAR.findall(table)]
        yield from _misdrawn([(n, width) for n, width in rows if width])
    for table in re.findall(r'<table class="years">.*?</table>', html, re.DOTALL):
        cells = re.findall(r"<td>(<svg.*?</svg>)<a[^>]*>(\d+)</a>", table, re.DOTALL)
        yield from _misdrawn([(int(n), HEIGHT.findall(drawn)) for drawn, n in cells])


def _misdrawn(drawn):
    most = max((number for number, _ in drawn), default=1)
    for number, [length] in drawn:
        if abs(float(length) - 100 * number / most) > 0.05:
            yield number, length


def one_of(every, urls):
    """The first of each kind, and one of so many after it."""
    seen = Counter()
    for url in urls:
        if seen[name(url)] % every == 0:
            yield url
        seen[name(url)] += 1


@pytest.mark.parametrize(("day", "every"), [("", 1), (EARLIER, 5)], ids=["today", "earlier"])
def test_every_chart_of_every_page_is_its_table_and_every_number_its_list(seeded, day, every):
    listed.cache_clear()
    visitor, followed, faults = Visitor(), Counter(), {}
    for url in one_of(every, pages(day)):
        page = visitor.get(url)
        assert page.status_code == 200, url
        html = page.content.decode()
        if found := [*wrong(html), *misdrawn(html)]:
            faults[url] = found
        followed[name(url)] += sum(1 for link, _ in counted(html) if listed(link) is not None)

    assert faults == {}
    assert {kind for kind in DRAWN if not followed[kind]} == set()
    assert sum(followed.values()) > 1000, followed


def test_the_list_has_as_many_rows_as_it_counts(client, seeded):
    """What `listed` counts is what a reader finds, over all pages of the list."""
    html = client.get("/en/").content.decode() + client.get("/en/matrix/").content.decode()
    links = sorted({link for link, _ in counted(html) if link.startswith(f"{BROWSE}?")})

    for link in links[::7]:
        assert len(references(client, urlsplit(link).query)) == listed(link), link
