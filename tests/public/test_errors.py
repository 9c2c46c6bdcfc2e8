"""What a reader meets when an address, a question or the site itself is wrong."""

import re
from urllib.parse import quote

import pytest
from django.contrib.staticfiles import finders
from django.core.exceptions import SuspiciousOperation
from django.urls import path

from tests.public.site import one_of_each, read
from tests.public.test_crawl import POLICY
from tracker.public import urls as public_urls
from tracker.urls import urlpatterns as site_patterns


def _break(request):
    raise RuntimeError("the words of an error are nobody's business")


def _refuse(request):
    raise SuspiciousOperation


urlpatterns = [
    *site_patterns,
    path("broken/", _break),
    path("refused/", _refuse),
]
ERRORS = {
    "/en/nowhere/": 404,
    "/en/recommendations/R-9999/": 404,
    "/refused/": 400,
    "/broken/": 500,
}
ROUTES = [pattern for pattern in public_urls.urlpatterns if pattern.pattern.converters]


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_what_no_address_can_hold_is_not_found_on_any_route(client, route):
    one_of_each()

    answers = {
        odd: client.get(f"/en/{re.sub('<[^>]+>', quote(odd), str(route.pattern))}").status_code
        for odd in ["\x00", "R-0001\x00", "\x00R-0001", "R-0001\n", " ", "한"]
    }

    assert answers == dict.fromkeys(answers, 404)


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(("address", "status"), ERRORS.items())
class TestErrorPages:
    @pytest.fixture(autouse=True)
    def _answered_as_on_a_site(self, client, settings):
        settings.DEBUG = False
        client.raise_request_exception = False

    def test_the_page_is_ours_and_says_what_to_do(self, client, address, status):
        page = client.get(address)
        html = page.content.decode()
        elements = read(page).elements

        assert page.status_code == status
        assert ("html", {"lang": "en"}) in elements
        assert [tag for tag, _ in elements].count("h1") == 1
        assert "Recommendations to China" in html
        assert "/en/" in [link.href for link in read(page).links]
        assert "business" not in html

    def test_every_link_and_file_of_the_page_is_there(self, client, address, status):
        page = read(client.get(address))
        files = [a["href"] for tag, a in page.elements if tag == "link"]

        assert len(files) > 3
        assert [url for url in files if not finders.find(url.removeprefix("/static/"))] == []
        pages = {link for link in page.internal_links(address) if link.startswith("/en/")}
        assert {link: client.get(link).status_code for link in pages} == dict.fromkeys(pages, 200)

    def test_the_page_carries_the_strict_headers_and_no_cookie(self, client, address, status):
        page = client.get(address)
        policy = page.headers["Content-Security-Policy"].split("; ")

        assert dict(part.split(" ", 1) for part in policy) == POLICY
        assert page.headers["X-Content-Type-Options"] == "nosniff"
        assert page.headers["Referrer-Policy"] == "no-referrer"
        assert not page.cookies

    def test_an_error_asks_the_database_nothing(
        self, client, address, status, django_assert_num_queries
    ):
        if status != 404:  # to find nothing, a page has to look
            with django_assert_num_queries(0):
                client.get(address)


def test_a_host_that_is_not_ours_gets_the_page_too(client, settings):
    settings.DEBUG = False

    page = client.get("/en/", headers={"host": "elsewhere.example"})

    assert page.status_code == 400
    assert "Recommendations to China" in page.content.decode()
    assert "elsewhere" not in page.content.decode()
