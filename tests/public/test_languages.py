"""Every public page in every language, at addresses of its own; the rest in English, always."""

import datetime as dt
from collections import Counter

import pytest
from django.contrib.humanize.templatetags.humanize import intcomma
from django.urls import reverse
from django.utils import translation

from tests import databases
from tests.factories import RecommendationFactory, UserFactory
from tests.public.languages import ARE_TRANSLATED, english_in
from tests.public.site import (
    BROWSE,
    EMBEDS,
    LISTS,
    Visitor,
    addresses,
    files,
    one_of_each,
    read,
)
from tracker.actions.publication import withdraw
from tracker.lib.languages import CODES, in_language, language_of, tag
from tracker.lib.partial_dates import PartialDate
from tracker.models import Development, Document, Organisation, Recommendation
from tracker.templatetags.tracker import date_label, date_tag

OTHERS = [code for code in CODES if code != "en"]
DATA_FILES = [
    "/en/recommendations.csv", "/en/recommendations.jsonl", "/en/recommendations.atom",
    "/en/matrix.csv", "/en/changes.atom",
]  # fmt: skip
TITLED = (Recommendation, Development, Document)
PREFERRING = {"Accept-Language": "ko", "Cookie": "django_language=ko"}


@pytest.fixture(scope="module")
def site(seeded_database, django_db_blocker):
    """A few pages of each kind with the real subject matter, in each language."""
    with django_db_blocker.unblock(), databases.using(seeded_database):
        return {code: crawl(code) for code in OTHERS}


def crawl(code, of_each=2):
    visitor, found, visited = Visitor(), {}, Counter()
    ahead = [in_language(address, code) for address in [*LISTS, *EMBEDS]]
    while ahead:
        address = ahead.pop(0)
        kind = tuple(address.split("?")[0].split("/")[2:3]), address.count("/"), "?" in address
        if address in found or visited[kind] == of_each or language_of(address) != code:
            continue
        visited[kind] += 1
        found[address] = page = visitor.get(address)
        ahead += read(page).internal_links(address)
    return found


def titles():
    """What records are called; the longest first, since some are in others."""
    rows = [model.objects.values_list("title", flat=True) for model in TITLED]
    names = Organisation.objects.values_list("name", "acronym")
    found = {*(title for row in rows for title in row), *(name for row in names for name in row)}
    return sorted(filter(None, found), key=len, reverse=True)


def switch(page):
    """What the header leads to, by language."""
    links = [a for tag_, a in read(page).elements if tag_ == "a" and "hreflang" in a]
    assert all(a["lang"] == a["hreflang"] for a in links)
    return {a["hreflang"]: a["href"] for a in links}


@pytest.mark.parametrize("code", CODES)
def test_every_page_is_there_in_the_language_of_its_address(client, code):
    one_of_each()

    for address in [in_language(address, code) for address in [*addresses(), *EMBEDS]]:
        page = client.get(address, headers=PREFERRING)
        assert page.status_code == 200, address
        elements = dict(reversed(read(page).elements))
        assert elements["html"]["lang"] == tag(code), address
        assert page.headers["Content-Language"] == tag(code), address
        assert not page.cookies, address
        assert not {"Accept-Language", "Cookie"} & set(page.headers.get("Vary", "").split(", "))
    assert translation.get_language() == "en"


@pytest.mark.parametrize("code", OTHERS)
def test_links_stay_in_the_language(site, code):
    astray = Counter()
    for address, page in site[code].items():
        reader = read(page)
        elsewhere = set(switch(page).values())
        for link in set(reader.internal_links(address)) - elsewhere:
            if link.startswith("/") and language_of(link) not in (code, ""):
                astray[address, link] += 1
    assert dict(astray) == {}
    assert {url: page.status_code for url, page in site[code].items()} == dict.fromkeys(
        site[code], 200
    )


@pytest.mark.parametrize("code", CODES)
def test_the_other_languages_of_a_page_ask_the_same(client, code):
    one_of_each()
    question = "?q=return&as_of=2024-06-30"
    here = in_language(BROWSE, code) + question

    page, part = client.get(here), client.get(here, headers={"HX-Request": "true"})

    expected = {tag(c): in_language(BROWSE, c) + question for c in CODES if c != code}
    assert switch(page) == switch(part) == expected
    assert 'id="languages" hx-swap-oob' in part.content.decode()
    assert part.headers["HX-Push-Url"] == here


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("wrong", ["nowhere/", "recommendations/R-9999/", "recommendations/?x=1"])
def test_an_error_is_told_in_the_language_of_the_address(client, code, wrong):
    page = client.get(f"/{code}/{wrong}")

    assert page.status_code in {400, 404}
    assert ("html", {"lang": tag(code)}) in read(page).elements
    assert switch(page) == {tag(c): f"/{c}/{wrong}" for c in CODES if c != code}


@pytest.mark.parametrize("address", ["/nowhere/", "/ko-KR/", "/zh/", "/KO/"])
def test_an_address_in_no_language_of_ours_is_not_found_in_english(client, address):
    page = client.get(address, headers=PREFERRING)

    assert page.status_code == 404
    assert ("html", {"lang": "en"}) in read(page).elements
    assert switch(page) == {tag(code): f"/{code}/" for code in OTHERS}


def test_a_page_names_its_like_in_every_language(client):
    one_of_each()
    for code in CODES:
        page = client.get(f"{in_language(BROWSE, code)}?q=return&as_of=2024-06-30&sort=oldest")
        links = [a for name, a in read(page).elements if name == "link"]
        found = {a["hreflang"]: a["href"] for a in links if "hreflang" in a}
        [canonical] = [a["href"] for a in links if a["rel"] == "canonical"]
        base = canonical.split(f"/{code}/")[0]

        asked = "recommendations/?q=return"
        assert canonical == f"{base}/{code}/{asked}"
        assert found == {
            **{tag(c): f"{base}/{c}/{asked}" for c in CODES}, "x-default": f"{base}/en/{asked}",
        }  # fmt: skip


def test_files_are_the_same_at_every_address(client):
    changed = RecommendationFactory(published=True)
    withdraw(record=changed, reason="Entered twice.", by=UserFactory(coordinator=True))
    one_of_each()
    for address in [*DATA_FILES, *(drawn for drawn in files() if "cite." not in drawn)]:
        asked = client.get(address)
        english = asked.getvalue()
        for code in OTHERS:
            answer = client.get(in_language(address, code))
            assert answer.status_code == asked.status_code, address
            if answer.status_code == 200:
                assert answer.getvalue() == english, (code, address)
                assert answer.headers["Content-Language"] == "en"


def test_a_citation_leads_to_the_page_in_its_language(client):
    record = one_of_each()
    for code in CODES:
        page = in_language(record.get_absolute_url(), code)
        cited = client.get(f"{page}cite.bib")
        assert f"{page}?as_of=" in cited.content.decode()
        assert cited.headers["Content-Language"] == tag(code)


def test_workspace_accounts_and_api_are_english_whatever_is_preferred(client):
    client.force_login(UserFactory(coordinator=True))
    for address in [reverse("staff:home"), reverse("api:reference"), "/account/login/"]:
        page = client.get(address, headers=PREFERRING, follow=True)
        assert ("html", {"lang": "en"}) in read(page).elements, address
        assert "/en/" in page.content.decode()
        assert "/ko/recommendations/" not in page.content.decode()


def test_the_workspace_offers_no_languages(client):
    client.force_login(UserFactory(coordinator=True))

    assert switch(client.get(reverse("staff:home"))) == {}


@pytest.mark.parametrize(
    ("code", "day", "month", "year"),
    [
        ("en", "23 January 2024", "January 2024", "2024"),
        ("ko", "2024년 1월 23일", "2024년 1월", "2024년"),
        ("zh-hans", "2024年1月23日", "2024年1月", "2024年"),
    ],
)
def test_dates_are_written_as_each_language_writes_them(code, day, month, year):
    moment = dt.datetime(2024, 1, 23, 12, tzinfo=dt.UTC)
    with translation.override(code):
        for date, words in {"2024-01-23": day, "2024-01": month, "2024": year}.items():
            told = date_tag(PartialDate.parse(date))
            assert told == f'<time datetime="{date}">{words}</time>'
        assert date_label(moment) == date_label(moment.date()) == day


@pytest.mark.parametrize("code", CODES)
def test_numbers_are_written_alike(code):
    with translation.override(code):
        assert intcomma(1234567) == "1,234,567"


@pytest.mark.xfail(not ARE_TRANSLATED, reason="The translations are being made", strict=False)
@pytest.mark.parametrize("code", OTHERS)
def test_no_english_is_left_on_a_page_in_another_language(site, seeded, code):
    """Titles of ours and of documents are English: what holds them says so (`{% english %}`)."""
    names = titles()
    found = {
        left: address
        for address, page in site[code].items()
        for left in english_in(page.content.decode(), tag(code), names)
    }
    assert found == {}


@pytest.mark.xfail(not ARE_TRANSLATED, reason="The translations are being made", strict=False)
@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("wrong", ["nowhere/", "recommendations/?x=1&status=Q&as_of=2024-99-99"])
def test_no_english_is_left_on_an_error(client, code, wrong):
    page = client.get(f"/{code}/{wrong}").content.decode()

    assert english_in(page, tag(code)) == []
