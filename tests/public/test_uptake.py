"""From an NGO's ask to who takes it up, what China says, and who repeats it: told as it stood."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import (
    AssessmentFactory,
    DocumentFactory,
    OrganisationFactory,
    RecommendationFactory,
    RelationFactory,
    ResponseFactory,
    ReviewCycleFactory,
)
from tests.public.site import read, references, tidy
from tests.public.test_home import asks_behind
from tracker.actions.publication import withdraw
from tracker.models import Relation

OVERVIEW = reverse("public:uptake")
DAYS = ["", "?as_of=2023-06-30"]


def submission_of(ask):
    return reverse("public:submission", args=[ask.document.slug])


@pytest.fixture
def ngo():
    return OrganisationFactory(name="Two Rivers", acronym="TR")


@pytest.fixture
def ask(ngo):
    document = DocumentFactory(title="What Two Rivers submitted", authors=[ngo])
    return RecommendationFactory(
        published=True, made_on="2023-02", made_by=[ngo], document=document, title="End returns"
    )


def take_up(ask, closeness="close", **more):
    """A recommendation of a State that takes up an ask."""
    given = {"published": True, "made_on": "2024-01-23", "expects_reply": True, **more}
    state = OrganisationFactory(name="Ruritania", slug="ruritania", state=True)
    taker = RecommendationFactory(made_by=[state], title="Refrain from returns", **given)
    RelationFactory(from_recommendation=taker, to_recommendation=ask, closeness=closeness)
    return taker


def repeat(taken, **more):
    again = RecommendationFactory(published=True, title="Once more, refrain", **more)
    RelationFactory(from_recommendation=again, to_recommendation=taken, kind=Relation.Kind.REPEATS)
    return again


def words_of(page):
    return tidy(re.sub(r"<[^>]+>", " ", page.content.decode()))


def steps(client, address, **query):
    """The steps of the chains of a page, each as words."""
    html = client.get(address, query).content.decode()
    chains = re.findall(r'<ol class="chain".*?</ol>', html, re.DOTALL)
    return [
        [tidy(re.sub(r"<[^>]+>", " ", step)).strip() for step in chain.split("<li data-kind")[1:]]
        for chain in chains
    ]


def kinds(client, address, **query):
    html = client.get(address, query).content.decode()
    return re.findall(r'<li data-kind="([a-z-]+)"', html)


@pytest.mark.parametrize("page", ["overview", "submission"])
def test_a_chain_goes_from_the_ask_to_its_repetition(client, ask, page):
    taker = take_up(ask, cycle=ReviewCycleFactory(name="UPR, 4th turn"))
    ResponseFactory(
        published=True, recommendation=taker, position="noted", responded_on="2024-06-01"
    )
    AssessmentFactory(published=True, recommendation=taker, status="C", as_of="2024-07-01")
    repeat(taker, made_on="2024-09")
    address = OVERVIEW if page == "overview" else submission_of(ask)

    ((asked, taken, position, status, repeats),) = steps(client, address)

    assert "TR" in asked
    assert ask.reference in asked
    assert "Taken up: close" in taken
    assert "Refrain from returns" in taken
    assert "Ruritania" in taken
    assert "UPR, 4th turn" in taken
    assert "Noted" in position
    assert "Not implemented" in status
    assert "Once more, refrain" in repeats


def test_each_step_of_a_chain_stands_as_it_stood_on_the_day(client, ask):
    taker = take_up(ask)
    ResponseFactory(
        published=True, recommendation=taker, position="noted", responded_on="2024-06-01"
    )
    AssessmentFactory(published=True, recommendation=taker, status="C", as_of="2024-07-01")
    repeat(taker, made_on="2024-09")

    def told(day):
        (chain,) = steps(client, OVERVIEW, as_of=day)
        return ["Noted" in chain[2], "Not implemented" in chain[3], "Once more" in chain[4]]

    assert steps(client, OVERVIEW, as_of="2024-01-22") == []
    assert told("2024-05-31") == [False, False, False]
    assert told("2024-06-30") == [True, False, False]
    assert told("2024-08-31") == [True, True, False]
    assert told("2024-09-01") == [True, True, True]


def test_an_ask_that_several_take_up_counts_once_under_the_closest(client, ask):
    take_up(ask, closeness="theme")
    take_up(ask, closeness="verbatim")

    page = client.get(OVERVIEW)

    assert page.context["totals"].taken == 1
    assert [(row.label, row.count) for row in page.context["chart"].rows if row.count] == [
        ("Verbatim", 1)
    ]
    first, second = steps(client, OVERVIEW)
    assert "verbatim" in first[1]
    assert "same theme" in second[1]


@pytest.mark.parametrize("made", [{"published": False}, {"published": False, "in_review": True}])
def test_what_is_no_public_record_takes_nothing_up(client, ask, made):
    take_up(ask, **made)

    for address in (OVERVIEW, submission_of(ask)):
        page = client.get(address)
        assert "Refrain from returns" not in page.content.decode()
        assert (page.context["totals"].taken, page.context["totals"].nobody) == (0, 1)


def test_a_chain_ends_where_what_took_the_ask_up_is_withdrawn(client, ask, coordinator):
    taker = take_up(ask)
    withdraw(record=taker, reason="Entered twice.", by=coordinator)

    assert steps(client, OVERVIEW) == []
    assert references(client, "taken_up=no") == [ask.reference]


def test_what_nobody_takes_up_is_listed_by_submission(client, ask):
    page = client.get(submission_of(ask))

    assert list(page.context["recommendations"]) == [ask]
    assert "Of 1 ask, none is taken up" in words_of(page)
    assert "Taken up by nobody" in words_of(page)


def test_an_item_that_is_taken_up_as_a_whole_is_told_and_not_counted(client, ask, ngo):
    limb = RecommendationFactory(published=True, made_by=[ngo], document=ask.document)
    RelationFactory(part_of=True, from_recommendation=limb, to_recommendation=ask)
    take_up(ask)

    page = client.get(submission_of(ask))

    assert (page.context["totals"].asked, page.context["totals"].taken) == (1, 0)
    assert [chain.ask for chain in page.context["wholes"]] == [ask]
    assert "Taken up as a whole" in words_of(page)
    assert client.get(OVERVIEW).context["totals"].taken == 0
    assert references(client, "taken_up=yes") == []


def test_an_organisation_and_a_document_say_how_much_of_theirs_is_taken_up(client, ask, ngo):
    take_up(ask)
    RecommendationFactory.create_batch(2, published=True, made_by=[ngo], document=ask.document)

    for record in (ngo, ask.document):
        page = client.get(record.get_absolute_url())
        said = "Of 3 asks , 1 is taken up by a UN body or a State, 2 by nobody"
        assert said in words_of(page).replace("State ,", "State,"), record
        assert any(link.href.startswith(OVERVIEW) for link in read(page).links)


def test_who_takes_asks_up_shows_them_on_its_page(client, ask):
    taker = take_up(ask)
    take_up(ask, published=False)
    state = taker.made_by.get()

    page = client.get(state.get_absolute_url())

    assert [chain.ask for chain in page.context["taken_up"]] == [ask]
    assert len(steps(client, state.get_absolute_url())) == 1
    assert steps(client, state.get_absolute_url(), as_of="2024-01-22") == []
    links = [link.href for link in read(client.get(OVERVIEW)).links]
    assert f"{state.get_absolute_url()}#takes-up" in links


def test_who_is_no_ngo_is_told_nothing_of_uptake(client, ask):
    taker = take_up(ask)

    for record in (taker.made_by.get(), taker.document):
        page = client.get(record.get_absolute_url())
        assert page.context["uptake"].asked == 0
        assert "taken up by a UN body" not in words_of(page)
    assert client.get(submission_of(taker)).status_code == 404


@pytest.mark.parametrize("day", DAYS)
def test_every_number_that_leads_to_the_list_is_its_length(client, seeded, day):
    page = client.get(f"{OVERVIEW}{day}")
    organisations = {
        author.get_absolute_url()
        for submission in page.context["submissions"]
        for author in submission.document.authors.all()
    }
    pages = [page, *(client.get(f"{address}{day}") for address in sorted(organisations))]
    numbers = [
        (link.href, int(found[0]))
        for page in pages
        for link in read(page).links
        if re.search(r"taken_up=|asked_by=ngo", link.href)
        and (found := re.match(r"\s*\d+", link.words))
    ]

    assert len(numbers) > len(organisations)
    assert [(href, asks_behind(href)) for href, _ in numbers] == numbers


@pytest.mark.parametrize("day", DAYS)
def test_the_rows_of_the_table_are_the_pages_of_the_submissions_and_add_up(client, seeded, day):
    page = client.get(f"{OVERVIEW}{day}").context

    for row in page["submissions"]:
        its = client.get(f"{reverse('public:submission', args=[row.document.slug])}{day}").context
        assert its["totals"] == row.totals
        assert len(its["recommendations"]) == row.totals.nobody
        assert len(its["submission"].chains) == row.totals.taken
        assert sum(len(chains) for _, chains in row.groups) == row.totals.taken
    drawn = {row.label: row.count for row in page["chart"].rows}
    assert (
        sum(drawn.values())
        == page["totals"].asked
        == sum(row.totals.asked for row in page["submissions"])
    )
    assert {closeness.label: len(chains) for closeness, chains in page["groups"]} == {
        label: n for label, n in drawn.items() if n and label != "Taken up by nobody"
    }


def test_before_anything_was_asked_the_pages_say_so(client, ask):
    for address, words in [
        (OVERVIEW, "No ask of an NGO is recorded here by this day."),
        (submission_of(ask), "Nothing had been asked in it by this day."),
    ]:
        assert words in words_of(client.get(address, {"as_of": "2001-01-01"}))


def test_uptake_takes_as_many_queries_for_twenty_chains_as_for_one(client, ask, ngo):
    def more():
        other = RecommendationFactory(
            published=True, made_by=[ngo, OrganisationFactory()], document=ask.document
        )
        RecommendationFactory(published=True, made_by=[OrganisationFactory()])
        for made in (other, ask):
            taker = take_up(made, cycle=ReviewCycleFactory())
            repeat(taker, cycle=ReviewCycleFactory(), made_by=[OrganisationFactory()])

    def queries(address):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    ruritania = reverse("public:organisation", args=["ruritania"])
    pages = [OVERVIEW, submission_of(ask), ask.document.get_absolute_url(), ruritania]
    more()
    more()
    client.get("/en/")
    with_few = {address: queries(address) for address in pages}
    for _ in range(18):
        more()

    assert {address: queries(address) for address in pages} == with_few
    assert max(with_few[address] for address in pages[:3]) <= 20


def test_the_steps_of_a_chain_are_in_the_order_of_the_list(client, ask):
    take_up(ask)

    assert kinds(client, OVERVIEW) == ["ask", "takes-up", "position", "status", "open"]
