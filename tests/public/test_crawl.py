"""The whole public site with the real subject matter, read once from end to end."""

from collections import Counter

import pytest
from django.urls import reverse

from tests import databases
from tests.public.site import BROWSE, LISTS, Visitor, addresses, read
from tracker.lib.languages import language_of
from tracker.models import Organisation

POLICY = {
    "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self'",
    "font-src": "'self'", "connect-src": "'self'", "manifest-src": "'self'",
    "form-action": "'self'", "base-uri": "'none'", "frame-ancestors": "'none'",
}  # fmt: skip
DAY = "2023-06-30"


@pytest.fixture(scope="module")
def site(seeded_database, django_db_blocker):
    """The pages that can be reached from the lists, by their addresses."""
    with django_db_blocker.unblock(), databases.using(seeded_database):
        return crawl(LISTS, of_each=25)


@pytest.fixture(scope="module")
def site_as_of(seeded_database, django_db_blocker):
    """The same of an earlier day."""
    with django_db_blocker.unblock(), databases.using(seeded_database):
        return crawl([f"{address}?as_of={DAY}" for address in LISTS], of_each=5)


def crawl(start, *, of_each):
    """Follow the links to the first `of_each` pages of each kind: a page takes 30 ms to make."""
    visitor, found, visited, ahead = Visitor(), {}, Counter(), list(start)
    while ahead:
        address = ahead.pop(0)
        if address in found or visited[kind(address)] == of_each:
            continue
        visited[kind(address)] += 1
        found[address] = page = visitor.get(address)
        page.read = read(page)
        if not is_leaf(address):
            ahead += english(page.read.internal_links(address))
    return found


def is_leaf(address):
    """A filtered list leads to the same records as the whole one, and to ever more filters."""
    return not address.startswith("/en/") or (address.startswith(BROWSE) and "?" in address)


def public(site):
    return {url: page for url, page in site.items() if url.startswith("/en/")}


def links(site):
    found = {link for url, page in public(site).items() for link in page.read.internal_links(url)}
    return set(english(found))


def english(links):
    """Without those to the same pages in other languages: tests/public/test_languages.py."""
    return [link for link in links if language_of(link) in ("", "en")]


@pytest.mark.parametrize("day", ["today", "earlier"])
def test_every_page_that_is_linked_to_is_there(site, site_as_of, day):
    site = {"today": site, "earlier": site_as_of}[day]

    assert {url: page.status_code for url, page in public(site).items()} == dict.fromkeys(
        public(site), 200
    )


def test_every_link_leads_to_a_page_that_there_is(site, seeded):
    there = {*addresses(), reverse("staff:home")}

    assert {link for link in links(site) if link.split("?")[0] not in there} == set()


def test_every_record_can_be_reached(site, seeded):
    silent = Organisation.objects.filter(recommendations=None)  # listed once they ask something
    listed = set(addresses()) - {organisation.get_absolute_url() for organisation in silent}
    paged = (BROWSE, "/en/lineage/")  # on the pages of the list, and from those of the records
    recommendations = {url for url in listed if url.startswith(paged)}

    assert listed - recommendations - links(site) == set()


def test_no_page_sets_a_cookie_or_depends_on_one(site):
    for url, page in public(site).items():
        assert not page.cookies, url
        assert "Cookie" not in page.headers.get("Vary", ""), url


def test_every_page_carries_the_strict_headers(site):
    for url, page in public(site).items():
        policy = dict(
            part.split(" ", 1) for part in page.headers["Content-Security-Policy"].split("; ")
        )
        assert policy == POLICY, url
        assert page.headers["X-Content-Type-Options"] == "nosniff", url
        assert page.headers["Referrer-Policy"] == "no-referrer", url
        assert page.headers["Cross-Origin-Opener-Policy"] == "same-origin", url
        assert page.headers["X-Frame-Options"] == "DENY", url
        assert "camera=()" in page.headers["Permissions-Policy"], url


def test_no_page_has_anything_that_the_policy_would_refuse(site):
    for url, page in public(site).items():
        for tag, attributes in page.read.elements:
            assert "style" not in attributes, (url, tag, attributes)
            assert tag != "style", url
            assert not [name for name in attributes if name.startswith("on")], (url, tag)
            is_data = attributes.get("type") == "application/ld+json"
            assert tag != "script" or is_data or attributes["src"].startswith("/static/"), url
            for name in ("href", "action", "src"):
                assert not (attributes.get(name) or "").startswith("javascript:"), (url, tag)


def test_nothing_is_loaded_from_elsewhere(site):
    for url, page in public(site).items():
        for tag, attributes in page.read.elements:
            is_loaded = tag == "link" and attributes["rel"] not in {"alternate", "canonical"}
            source = attributes.get("src") or (attributes.get("href") if is_loaded else None)
            assert not source or source.startswith("/static/"), (url, tag, attributes)


def test_links_to_elsewhere_are_safe_to_follow(site):
    for url, page in public(site).items():
        for tag, attributes in page.read.elements:
            if tag == "a" and "://" in attributes["href"]:
                assert attributes["href"].startswith("https://"), (url, attributes)
                assert attributes["rel"] == "noreferrer noopener", (url, attributes)


def test_no_page_uses_a_name_twice_or_points_at_one_that_is_not_there(site):
    for url, page in public(site).items():
        names = Counter(a["id"] for _, a in page.read.elements if a.get("id"))
        assert [name for name, n in names.items() if n > 1] == [], url
        for _, attributes in page.read.elements:
            for name in ("for", "aria-labelledby", "aria-describedby"):
                assert set((attributes.get(name) or "").split()) <= set(names), (url, attributes)


def test_links_into_a_page_arrive(site):
    for url, page in public(site).items():
        for link in page.read.links:
            path, _, fragment = link.href.partition("#")
            there = site.get(path or url)
            if fragment and there:
                assert fragment in [a.get("id") for _, a in there.read.elements], (url, link.href)


def test_every_page_has_one_heading_a_title_and_a_language(site):
    titles = Counter()
    for url, page in public(site).items():
        tags = Counter(tag for tag, _ in page.read.elements)
        assert tags["h1"] == tags["main"] == tags["title"] == 1, url
        assert ("html", {"lang": "en"}) in page.read.elements, url
        if "?" not in url:
            titles[page.content.decode().split("<title>")[1].split("</title>")[0]] += 1
    assert [title for title, n in titles.items() if n > 1] == []


def test_on_an_earlier_day_links_stay_in_that_day(site_as_of):
    astray = Counter()
    for url, page in public(site_as_of).items():
        if f"as_of={DAY}" not in url:
            continue
        for link in page.read.internal_links(url):
            if link.startswith("/en/") and "as_of=" not in link and not is_timeless(link, url):
                astray[kind(url), kind(link)] += 1
    assert dict(astray) == {}


def is_timeless(link, url):
    """The methodology does not change with the day, and the way back leads to today."""
    today = url.replace(f"as_of={DAY}", "").rstrip("?&")
    return link.startswith("/en/methodology/") or link in {today, url.split("?")[0]}


def kind(url):
    parts = url.split("?")[0].removeprefix("/en/").strip("/").split("/")
    return parts[0] + ("" if len(parts) == 1 else "/…") + ("?" if "&" in url else "")
