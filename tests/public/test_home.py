"""Every number of the first page is the length of the list that it links to."""

import re

import pytest

from tests.factories import (
    AssessmentFactory,
    OrganisationFactory,
    RecommendationFactory,
    RelationFactory,
    ResponseFactory,
)
from tests.public.site import BROWSE, Visitor, read, references
from tracker.models import Organisation, Position, Status

DAYS = ["", "as_of=2023-06-30"]


def asks_behind(link):
    html = Visitor().get(link).content.decode()
    return int(re.search(r'id="count"[^>]*>\s*(\d+)', html)[1])


def linked_numbers(reader):
    """Links whose words hold a number, and rows of tables of a linked thing and a number."""
    for link in reader.links:
        if link.href.startswith(BROWSE) and (number := re.match(r"\d+", link.words.strip())):
            yield link.href, int(number[0])


def table_rows(html):
    """The link and the last number of each row of a table that links to the browse page."""
    for row in re.findall(r"<tr.*?</tr>", html, re.DOTALL):
        link = re.search(rf'href="({BROWSE}[^"]*)"', row)
        numbers = re.findall(r"<td[^>]*>\s*(\d+)\s*</td>", row)
        if link and numbers:
            yield link[1].replace("&amp;", "&"), int(numbers[0])


@pytest.mark.parametrize("day", DAYS)
def test_every_number_that_is_a_link_is_the_length_of_its_list(client, seeded, day):
    html = client.get(f"/en/?{day}").content.decode()
    numbers = [*linked_numbers(read(client.get(f"/en/?{day}"))), *table_rows(html)]

    assert len(numbers) > 10
    assert [(link, asks_behind(link)) for link, _ in numbers] == numbers


@pytest.mark.parametrize("day", DAYS)
def test_the_askers_the_positions_and_the_statuses_are_all_of_the_asks(client, seeded, day):
    found = client.get(f"/en/?{day}").context
    total = len(references(client, day))

    assert found["asked"] == total
    for chart, choices in [("position_chart", Position), ("status_chart", Status)]:
        assert len(found[chart].rows) == len(choices)
        assert sum(row.count for row in found[chart].rows) == total
    assert sum(found["by_asker"].values()) >= total, "an ask may have several askers"


@pytest.mark.parametrize("day", DAYS)
def test_an_article_counts_the_asks_that_its_page_lists(client, seeded, day):
    for article in client.get(f"/en/?{day}").context["articles"]:
        listed = client.get(f"{article.get_absolute_url()}?{day}").context["asks"]
        assert len(listed) == article.asks, article


@pytest.mark.parametrize("day", DAYS)
def test_a_treaty_counts_the_asks_that_the_list_gives_for_it(client, seeded, day):
    for treaty in client.get(f"/en/treaties/?{day}").context["treaties"]:
        if treaty.asks:
            assert asks_behind(f"{BROWSE}?treaty={treaty.code}&{day}") == treaty.asks


@pytest.mark.parametrize("day", DAYS)
def test_a_review_counts_the_records_that_its_page_lists(client, seeded, day):
    for cycle in client.get(f"/en/reviews/?{day}").context["cycles"]:
        page = client.get(f"{cycle.get_absolute_url()}?{day}").context
        assert len(page["recommendations"]) == cycle.asked == page["cycle"].asked
        assert page["cycle"].answered == cycle.answered


@pytest.mark.parametrize("day", DAYS)
def test_an_organisation_counts_the_records_that_its_page_lists(client, seeded, day):
    for organisation in client.get(f"/en/organisations/?{day}").context["organisations"]:
        page = client.get(f"{organisation.get_absolute_url()}?{day}").context
        assert len(page["recommendations"]) == organisation.asks


def test_a_joint_ask_counts_once_and_for_each_kind_of_asker(client):
    ngo, state = OrganisationFactory(), OrganisationFactory(state=True)
    RecommendationFactory(published=True, made_by=[ngo, OrganisationFactory(), state])

    found = client.get("/en/").context

    assert found["asked"] == 1
    assert found["by_asker"] == {"ngo": 1, "un": 0, "state": 1}


def test_an_item_that_is_split_stands_back_for_its_limbs(client):
    whole, *limbs = RecommendationFactory.create_batch(3, published=True)
    for limb in limbs:
        RelationFactory(part_of=True, from_recommendation=limb, to_recommendation=whole)

    assert client.get("/en/").context["asked"] == 2
    assert references(client) == sorted(limb.reference for limb in limbs)


def test_a_limb_that_is_not_public_leaves_the_whole_to_count(client):
    whole = RecommendationFactory(published=True)
    RelationFactory(
        part_of=True, from_recommendation=RecommendationFactory(), to_recommendation=whole
    )

    assert references(client) == [whole.reference]


def test_the_charts_tell_positions_and_statuses_apart(client):
    answered, assessed, _ = RecommendationFactory.create_batch(3, published=True)
    ResponseFactory(published=True, recommendation=answered, position=Position.NOTED)
    ResponseFactory(recommendation=assessed, position=Position.ACCEPTED)
    AssessmentFactory(published=True, recommendation=assessed, status=Status.E)

    found = client.get("/en/").context

    positions = {row.label: row.count for row in found["position_chart"].rows if row.count}
    statuses = {row.shape: row.count for row in found["status_chart"].rows if row.count}
    assert positions == {"Noted": 1, "Not asked for": 2}
    assert statuses == {"E": 1, "not-assessed": 2}


def test_every_kind_of_organisation_that_asks_is_counted(client, seeded):
    asking = Organisation.objects.filter(recommendations__isnull=False)

    assert set(asking.values_list("kind", flat=True)) <= {"ngo", "coalition", "un-body", "state"}
