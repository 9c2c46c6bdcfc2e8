"""Every number of the first page is the length of the list that it links to."""

import re

import pytest
from django.db.models import Count

from tests.factories import (
    AssessmentFactory,
    OrganisationFactory,
    RecommendationFactory,
    RelationFactory,
    ResponseFactory,
    ReviewCycleFactory,
)
from tests.public.site import BROWSE, LISTS, Visitor, read, references, tidy
from tracker.models import Organisation, Position, Status, Treaty

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
        heading = re.search(r"<th.*?</th>", row, re.DOTALL)
        link = heading and re.search(rf'href="({BROWSE}[^"]*)"', heading[0])
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


def counting(day, client):
    """The pages that count asks: the lists, and the treaty with the most articles."""
    others = {BROWSE, "/en/coverage/"}  # whose many numbers have a test of their own
    treaty = Treaty.objects.annotate(n=Count("articles")).order_by("-n").first()
    pages = [*LISTS, treaty.get_absolute_url()]
    return {page: read(client.get(f"{page}?{day}")) for page in pages if page not in others}


@pytest.mark.parametrize("day", DAYS)
def test_every_linked_number_of_every_list_is_the_length_of_what_it_links_to(client, seeded, day):
    pages = counting(day, client)
    numbers = {
        (link.href, int(link.words))
        for page in pages.values()
        for link in page.links
        if link.href.startswith(BROWSE) and link.words.isdecimal()
    }

    assert len(numbers) > 30
    assert {(href, asks_behind(href)) for href, _ in numbers} == numbers


@pytest.mark.parametrize("day", DAYS)
def test_every_number_of_asks_in_a_table_is_a_link_or_none(client, seeded, day):
    for address, page in counting(day, client).items():
        linked = {link.words for link in page.links}
        for row in page.rows:
            head = page.rows[0] if "Asks" not in row else row
            for name, cell in zip(head, row, strict=False):
                if name in {"Asks", "Answered"} and cell.isdecimal() and cell != "0":
                    assert cell in linked, (address, row)


@pytest.mark.parametrize("day", DAYS)
def test_a_review_counts_on_its_page_what_it_counts_in_the_list(client, seeded, day):
    for cycle in client.get(f"/en/reviews/?{day}").context["cycles"]:
        page = client.get(f"{cycle.get_absolute_url()}?{day}").context
        listed = [row for row in page["recommendations"] if not row.is_split]
        assert len(listed) == cycle.asked == page["asked"]
        assert cycle.answered == page["replies"]["given"] <= cycle.asked


@pytest.mark.parametrize("day", DAYS)
def test_an_organisation_counts_the_asks_that_its_page_lists(client, seeded, day):
    for organisation in client.get(f"/en/organisations/?{day}").context["organisations"]:
        page = client.get(f"{organisation.get_absolute_url()}?{day}").context
        assert len([r for r in page["recommendations"] if not r.is_split]) == organisation.asks


def sentence(client):
    html = client.get("/en/").content.decode()
    lede = re.search(r'<p class="lede">(.*?)</p>', html, re.DOTALL)[1]
    return tidy(re.sub(r"<[^>]+>", "", lede)).strip()


def answered(*positions):
    for position in positions:
        ResponseFactory(
            published=True, recommendation=RecommendationFactory(published=True), position=position
        )


def test_an_empty_site_says_that_there_is_nothing(client):
    assert sentence(client).startswith("Nothing is recorded here that had been asked by this day")


def test_what_was_accepted_in_any_way_counts_as_accepted_everywhere(client):
    answered("accepted", "already-implemented", "being-implemented", "noted")

    page = client.get("/en/")
    links = {link.words: link.href for link in read(page).links if link.href.startswith(BROWSE)}

    assert sentence(client).endswith("China has accepted 3; 1 is noted.")
    assert "it has accepted 3." in page.context["position_chart"].finding
    assert asks_behind(links["3"]) == 3


@pytest.mark.parametrize(
    ("positions", "words"),
    [
        ([], "1 thing has been asked"),
        ([], "No procedure asks China to answer it."),
        (["accepted"], "China has accepted 1."),
        (["noted"] * 2, "China has accepted none; 2 are noted."),
        (["not-accepted", "noted"], "none; 1 is noted and 1 is not accepted."),
        (
            ["partly-accepted", "pending", "no-reply", "no-reply"],
            "none; 1 is partly accepted, 1 is pending and 2 have had no reply.",
        ),
    ],
)
def test_the_sentence_agrees_with_its_numbers(client, positions, words):
    answered(*positions)
    if not positions:
        RecommendationFactory(published=True)

    assert words in sentence(client)


def test_a_recorded_silence_is_no_answer(client):
    cycle = ReviewCycleFactory(reviewed_on="2024-01-23")
    for position in ("no-reply", "noted"):
        ask = RecommendationFactory(published=True, cycle=cycle)
        ResponseFactory(published=True, recommendation=ask, position=position)

    [listed] = client.get("/en/reviews/").context["cycles"]

    assert (listed.asked, listed.answered) == (2, 1)


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
