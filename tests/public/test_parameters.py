"""A page answers the question that its address asks, or says which part it does not understand."""

import pytest

from tests.factories import DevelopmentFactory
from tests.public.site import BROWSE, LISTS, addresses, one_of_each

PAGED = [BROWSE, "/en/developments/", "/en/changes/"]
WITH_PAGES = [*PAGED, "/en/claims/"]


@pytest.mark.parametrize("name", ["foo", "page_size", "treaty[]", "As_of", "order"])
def test_every_page_names_a_parameter_that_it_does_not_know_and_refuses_it(client, name):
    one_of_each()

    for address in addresses():
        page = client.get(address, {name: "1"})
        assert page.status_code == 400, address
        assert f"“{name}”" in page.content.decode(), address


def test_only_lists_in_pages_have_a_page(client):
    for address in LISTS:
        status = 200 if address in WITH_PAGES else 400
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
        found = client.get("/en/developments/", {"page": page}, follow=True)
        assert found.status_code == 200, page
    assert client.get("/en/developments/", {"page": "2"}).context["page"].number == 2


@pytest.mark.parametrize(
    ("query", "tidy"),
    [
        ("utm_source=x&utm_medium=mail", ""),
        ("fbclid=1&gclid=2&mc_cid=3&mc_eid=4&ref=5", ""),
        ("q=&treaty=&changed_since=&as_of=+", ""),
        ("q=&as_of=2024-01-01&utm_source=x", "?as_of=2024-01-01"),
        ("page=&foo=1&ref=x", "?foo=1"),
        ("search=x&query=&ref=x", "?q=x"),
    ],
)
def test_blanks_and_marks_of_campaigns_are_taken_out_of_every_address(client, query, tidy):
    one_of_each()

    for address in addresses():
        page = client.get(f"{address}?{query}")
        assert (page.status_code, page.headers.get("Location")) == (301, f"{address}{tidy}")


def test_a_question_keeps_its_order_when_it_is_tidied(client):
    one_of_each()
    page = client.get(f"{BROWSE}?treaty=cat&q=&theme=a&treaty=crc&treaty=")

    assert page.headers["Location"] == f"{BROWSE}?treaty=cat&treaty=crc&theme=a"


def test_a_part_of_a_page_is_answered_at_once_and_tells_its_tidy_address(client):
    one_of_each()

    def part(query):
        return client.get(f"{BROWSE}?{query}", headers={"HX-Request": "true"})

    found = part("q=&treaty=cat&changed_since=&as_of=&utm_source=x&search=")
    assert (found.status_code, found.headers["HX-Push-Url"]) == (200, f"{BROWSE}?treaty=cat")
    assert "utm_source" not in found.content.decode(), "nor do its links hold it"
    assert part("q=&as_of=").headers["HX-Push-Url"] == BROWSE
    assert "HX-Push-Url" not in client.get(BROWSE).headers


@pytest.mark.parametrize("door", ["recommendations.csv", "recommendations.atom", "matrix.csv"])
def test_blanks_ask_nothing_of_a_file_but_every_name_has_to_be_known(client, door):
    one_of_each()

    def status(query):
        return client.get(f"/en/{door}?{query}").status_code

    assert status("q=&treaty=&sort=&as_of=&changed_since=") == 200
    assert status("foo=") == status("utm_source=x") == status("treaty=x") == 400


@pytest.mark.parametrize("name", ["as_of", "page", "q", "sort", "rows", "changed_since"])
def test_what_means_one_thing_is_refused_when_it_is_given_twice(client, name):
    one_of_each()
    address = "/en/matrix/" if name == "rows" else BROWSE

    page = client.get(f"{address}?{name}=1&{name}=2")

    assert page.status_code == 400
    assert f"“{name}” is given more than once." in page.content.decode()


def test_an_odd_name_is_shown_as_text_and_cut(client):
    html = client.get("/en/", {"<script>" + "x" * 9000: "1"}).content.decode()

    assert "&lt;script&gt;xxx" in html
    assert "<script>x" not in html
    assert "x" * 100 not in html
