"""An organisation that was merged into another is found under its old address, everywhere."""

import pytest
from django.test import Client

from tests.factories import FormerAddressFactory, OrganisationFactory, RecommendationFactory

OLD, NEW = "old-name", "nkdb"


@pytest.fixture(autouse=True)
def merged() -> None:
    kept = OrganisationFactory(slug=NEW)
    FormerAddressFactory(slug=OLD, organisation=kept)
    RecommendationFactory(published=True, made_by=[kept])


@pytest.mark.parametrize(
    "address",
    [
        "/en/organisations/{}/",
        "/en/organisations/{}/?as_of=2024-01-01",
        "/en/recommendations/?organisation={}",
        "/en/recommendations/?organisation={}&q=return",
        "/en/recommendations.csv?organisation={}",
        "/en/recommendations.xlsx?organisation={}",
        "/en/recommendations.atom?organisation={}",
        "/en/matrix/?organisation={}",
        "/en/matrix.csv?organisation={}",
        "/api/v1/recommendations/?organisation={}",
        "/api/v1/responses/?organisation={}",
    ],
)
def test_an_old_address_leads_on_for_good(client: Client, address: str) -> None:
    answer = client.get(address.format(OLD))

    assert (answer.status_code, answer["Location"]) == (301, address.format(NEW))
    there = client.get(address.format(NEW))
    assert there.status_code == 200
    there.close()


def test_both_addresses_together_are_asked_for_once(client: Client) -> None:
    browse = "/en/recommendations/?organisation="

    answer = client.get(f"{browse}{NEW}&organisation={OLD}&org={OLD}")

    assert answer["Location"] == f"{browse}{NEW}"


@pytest.mark.parametrize("slug", ["nobody", "%00", "x" * 5000])
def test_an_address_that_never_was_is_still_refused(client: Client, slug: str) -> None:
    assert client.get(f"/en/organisations/{slug[:60]}/").status_code == 404
    assert client.get(f"/en/recommendations/?organisation={slug}").status_code == 400
