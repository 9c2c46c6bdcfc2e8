"""Whoever reads, signed in or not and whatever their browser sends, public pages keep no trace."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from tests.factories import UserFactory
from tests.public.site import EMBEDS, LISTS, addresses, files, one_of_each

ELSEWHERE = [
    "/", "/en/nowhere/", "/en/recommendations/R-9999/", "/nowhere", *EMBEDS, "/en/cite.bib",
    "/en/picture.png", "/en/embed/status/chart.svg",
]  # fmt: skip
DOORS = [
    "/", "/robots.txt", "/sitemap.xml", "/sitemap-lists-1.xml", *EMBEDS,
    *(f"/en/{name}" for name in (
        "recommendations.csv", "recommendations.atom", "changes.atom", "matrix.csv",
    )),
    *(f"/api/v1/{name}" for name in ("", "schema/", "reference/", "recommendations/")),
]  # fmt: skip


@pytest.mark.parametrize("cookie", ["x" * 32, "short", "\u00e9"])
def test_a_made_up_session_is_neither_read_nor_kept(client, cookie):
    client.cookies["session"] = cookie
    one_of_each()

    for address in [*addresses(), *ELSEWHERE]:
        page = client.get(address)
        assert page.status_code in {200, 302, 404}, address
        assert not page.cookies, address
        assert "Cookie" not in page.headers.get("Vary", ""), address
    assert not Session.objects.exists()


def test_staff_leave_no_trace_on_public_pages_and_stay_signed_in(client):
    client.force_login(UserFactory(coordinator=True))
    before = Session.objects.get().expire_date

    for address in [*LISTS, *ELSEWHERE]:
        page = client.get(address)
        assert not page.cookies, address
        assert "Cookie" not in page.headers.get("Vary", ""), address

    assert Session.objects.get().expire_date == before
    assert client.get(reverse("staff:home")).status_code == 200


def test_the_same_bytes_for_everybody(client):
    one_of_each()
    strangers = {url: client.get(url).content for url in addresses()}
    client.force_login(UserFactory(coordinator=True))

    assert {url: client.get(url).content for url in addresses()} == strangers


def test_who_sends_something_to_a_public_page_is_refused_without_a_cookie():
    """Where the guard against forged requests stands it would set its own, and refuse with 403."""
    one_of_each()
    client = Client(enforce_csrf_checks=True)
    korean = [f"/ko/{url.removeprefix('/en/')}" for url in LISTS]

    for address in [*addresses(), *korean, *files(), *DOORS]:
        answer = client.post(address, {"a": "b"})
        assert (answer.status_code, answer.cookies) == (405, {}), address
