"""A page answers the question that its address asks, or says which part it does not understand."""

import pytest

from tests.factories import DevelopmentFactory
from tests.public.site import BROWSE, LISTS, addresses, one_of_each

PAGED = [BROWSE, "/en/developments/"]


@pytest.mark.parametrize("name", ["foo", "page_size", "treaty[]", "As_of", "order"])
def test_every_page_names_a_parameter_that_it_does_not_know_and_refuses_it(client, name):
    one_of_each()

    for address in addresses():
        page = client.get(address, {name: "1"})
        assert page.status_code == 400, address
        assert f"“{name}”" in page.content.decode(), address


def test_only_lists_in_pages_have_a_page(client):
    for address in LISTS:
        status = 200 if address in PAGED else 400
        assert client.get(address, {"page": "1"}).status_code == status, address


@pytest.mark.parametrize("address", PAGED)
@pytest.mark.parametrize("page", ["0", "-1", "3", "9" * 400, "abc", "1e9", "x" * 5000])
def test_a_page_that_there_is_not_is_named_and_refused(client, address, page):
    DevelopmentFactory.create_batch(41, published=True)

    found = client.get(address, {"page": page})

    assert found.status_code == 400
    assert f"There is no page “{page[:30]}”" in found.content.decode()


def test_a_page_that_there_is_or_that_is_left_open_is_answered(client):
    DevelopmentFactory.create_batch(41, published=True)

    for page in ("1", "2", "", " "):
        assert client.get("/en/developments/", {"page": page}).status_code == 200, page
    assert client.get("/en/developments/", {"page": "2"}).context["page"].number == 2


def test_an_odd_name_is_shown_as_text_and_cut(client):
    html = client.get("/en/", {"<script>" + "x" * 9000: "1"}).content.decode()

    assert "&lt;script&gt;xxx" in html
    assert "<script>x" not in html
    assert "x" * 100 not in html
