"""What a program that indexes the site is told: every public record, and nothing else."""

import datetime as dt
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.utils import timezone

from tests.factories import (
    AmendmentFactory,
    AssessmentFactory,
    DevelopmentFactory,
    DocumentFactory,
    RecommendationFactory,
    ResponseFactory,
    ReviewCycleFactory,
    UserFactory,
)
from tests.public.site import LISTS, addresses, beside, one_of_each
from tracker.actions.publication import withdraw
from tracker.filters import sitemap

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def listed(client, address):
    """The addresses in a file, each with the day of its last change."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    assert answer.headers["Content-Type"] == "application/xml; charset=utf-8"
    found = {}
    for entry in ElementTree.fromstring(answer.content):  # noqa: S314 - ours
        place = entry.find(f"{SPACE}loc").text
        assert place.startswith(settings.BASE_URL)
        changed = entry.find(f"{SPACE}lastmod")
        found[urlsplit(place).path] = changed.text if changed is not None else None
    return found


def everything(client):
    return {
        place: changed
        for part in listed(client, "/sitemap.xml")
        for place, changed in listed(client, part).items()
    }


def test_every_public_page_is_listed_and_there(client):
    one_of_each()

    found = everything(client)

    assert set(found) == set(addresses()) - set(beside())  # those show records another way
    assert {place for place, changed in found.items() if changed is None} == set(LISTS)
    assert {client.get(place).status_code for place in found} == {200}


def test_nothing_is_listed_that_is_not_public(client):
    before = set(everything(client))
    for made in ({}, {"in_review": True}, {"withdrawn": True}):
        RecommendationFactory(made_by=[], document=DocumentFactory(is_public=False), **made)
        DevelopmentFactory(document=DocumentFactory(is_public=False), **made)
    ReviewCycleFactory(is_public=False)

    kinds = {place.split("/")[2] for place in set(everything(client)) - before}

    assert kinds <= {"organisations", "mechanisms"}, "which are public as they are entered"


def test_what_was_withdrawn_is_not_listed(client):
    record = RecommendationFactory(published=True)
    withdraw(record=record, reason="Entered twice.", by=UserFactory(coordinator=True))

    assert record.get_absolute_url() not in everything(client)


@pytest.mark.parametrize("factory", [ResponseFactory, AssessmentFactory, AmendmentFactory])
def test_a_record_is_changed_by_what_is_published_of_it(client, factory):
    record = RecommendationFactory(published=True)
    old = timezone.now() - dt.timedelta(days=400)
    type(record).objects.filter(pk=record.pk).update(approved_at=old)
    assert everything(client)[record.get_absolute_url()] == f"{old:%Y-%m-%d}"

    factory(recommendation=record)
    assert everything(client)[record.get_absolute_url()] == f"{old:%Y-%m-%d}", "a draft"
    factory(recommendation=record, published=True)

    assert everything(client)[record.get_absolute_url()] == timezone.localdate().isoformat()


def test_many_records_are_listed_in_several_files(client, monkeypatch):
    monkeypatch.setattr(sitemap, "PART", 2)
    RecommendationFactory.create_batch(5, published=True)

    parts = [part for part in listed(client, "/sitemap.xml") if "recommendations" in part]

    assert parts == [f"/sitemap-recommendations-{n}.xml" for n in (1, 2, 3)]
    assert [len(listed(client, part)) for part in parts] == [2, 2, 1]


@pytest.mark.parametrize(
    "address",
    [
        "/sitemap-recommendations-2.xml", "/sitemap-nowhere-1.xml", "/sitemap-pages-2.xml",
        "/sitemap-pages-0.xml", "/sitemap-pages-9999999.xml", "/sitemap-.xml",
    ],
)  # fmt: skip
def test_a_file_that_there_is_not_is_not_found(client, address):
    RecommendationFactory(published=True)

    assert client.get(address).status_code == 404


def test_robots_are_kept_from_the_workspace_and_shown_the_map(client):
    answer = client.get("/robots.txt")
    lines = answer.content.decode().splitlines()

    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert {"Disallow: /staff/", "Disallow: /account/", "Disallow: /*?"} <= set(lines)
    assert f"Sitemap: {settings.BASE_URL}/sitemap.xml" in lines


@pytest.mark.parametrize("address", ["/robots.txt", "/sitemap.xml", "/sitemap-pages-1.xml"])
def test_the_files_are_kept_until_the_data_changes_and_leave_no_cookie(client, address):
    first = client.get(address)

    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert not first.cookies
    assert client.get(address, {"x": "1"}).status_code == 400
