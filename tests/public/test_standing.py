"""Pages of what asks have in common: their numbers are the lists that they link to."""

import re

import pytest

from tests.factories import (
    AffectedGroupFactory,
    DevelopmentFactory,
    MechanismFactory,
    MilestoneFactory,
    OrganisationFactory,
    RecommendationFactory,
    RelationFactory,
    ResponseFactory,
    ReviewCycleFactory,
    ThemeFactory,
    TreatyFactory,
)
from tests.public.site import BROWSE, read, references, tidy
from tests.public.test_home import asks_behind, table_rows
from tracker.models import Position, Status

PAGES = {
    "/en/themes/nonref/": "theme=nonref",
    "/en/groups/north-korean-women/": "group=north-korean-women",
    "/en/mechanisms/upr/": "mechanism=upr",
    "/en/organisations/republic-of-korea/": "organisation=republic-of-korea",
    "/en/reviews/upr-4/": "cycle=upr-4",
}
DAYS = ["", "as_of=2024-03-01"]


def sentence(page):
    lede = re.search(r'<p class="lede">(.*?)</p>', page.content.decode(), re.DOTALL)
    return tidy(re.sub(r"<[^>]+>", "", lede[1])).strip().replace(" .", ".")


def numbers(page):
    """Every number that is a link to a list, and every row of bars."""
    for link in read(page).links:
        number = re.match(r"\d+", link.words.strip())
        if number and link.href.split("?")[0] == BROWSE:
            yield link.href, int(number[0])
    yield from table_rows(page.content.decode())


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("address", PAGES)
def test_every_number_is_the_length_of_the_list_that_it_leads_to(client, seeded, address, day):
    found = set(numbers(client.get(f"{address}?{day}")))

    assert len(found) > 5
    assert {(href, asks_behind(href)) for href, _ in found} == found


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize(("address", "query"), PAGES.items())
def test_positions_and_statuses_are_all_of_the_asks(client, seeded, address, query, day):
    found = client.get(f"{address}?{day}").context
    total = len(references(client, f"{query}&{day}"))

    assert found["asked"] == total
    for chart, choices in [("position_chart", Position), ("status_chart", Status)]:
        assert len(found[chart].rows) == len(choices)
        assert sum(row.count for row in found[chart].rows) == total


def test_a_theme_says_what_was_asked_and_answered_under_it(client):
    theme = ThemeFactory(code="return", name="Return")
    ngo, state = OrganisationFactory(), OrganisationFactory(state=True)
    about = {"published": True, "themes": [theme]}
    asks = [
        RecommendationFactory(**about, made_by=[ngo], made_on="2012"),
        RecommendationFactory(**about, made_by=[state], made_on="2023-05", expects_reply=True),
    ]
    RecommendationFactory(published=True, themes=[ThemeFactory()])
    RecommendationFactory(themes=[theme], title="Not for readers")
    ResponseFactory(published=True, recommendation=asks[1], position="not-accepted")

    page = client.get("/en/themes/return/")

    assert sentence(page) == (
        "Since 2012, 2 things have been asked under this theme: 1 by NGOs and 1 by other States. "
        "China has accepted none; 1 is not accepted."
    )
    assert [row.reference for row in page.context["recent"]] == [
        asks[1].reference, asks[0].reference
    ]  # fmt: skip
    assert "Not for readers" not in page.content.decode()


@pytest.mark.parametrize(
    ("expects_reply", "words"),
    [(False, "No procedure asks China to answer it."), (True, "No answer of China is recorded")],
)
def test_silence_is_told_apart_from_what_nobody_has_to_answer(client, expects_reply, words):
    ask = RecommendationFactory(
        published=True, themes=[ThemeFactory()], expects_reply=expects_reply
    )

    assert words in sentence(client.get(ask.themes.get().get_absolute_url()))


def test_a_theme_a_group_a_mechanism_and_a_body_of_nothing_say_so(client):
    there = RecommendationFactory(published=True)
    nothing = [ThemeFactory(), AffectedGroupFactory(), MechanismFactory()]
    RecommendationFactory(themes=[nothing[0]], affected_groups=[nothing[1]])

    for record in nothing:
        page = client.get(record.get_absolute_url())
        assert sentence(page).startswith("Nothing is recorded here that had been asked")
        assert there.title not in page.content.decode()
    silent = client.get(OrganisationFactory().get_absolute_url())
    assert "Nothing is recorded here by this day." in silent.content.decode()
    assert not silent.context["asked"]


def test_what_happened_is_shown_where_it_bears_on_a_public_ask(client):
    theme = ThemeFactory()
    public = RecommendationFactory(published=True, themes=[theme])
    hidden = RecommendationFactory(themes=[theme])
    bearing = DevelopmentFactory(published=True, happened_on="2023-10", recommendations=[public])
    for asks in ([hidden], [RecommendationFactory(published=True)]):
        DevelopmentFactory(published=True, happened_on="2023-11", recommendations=asks)
    DevelopmentFactory(happened_on="2023-12", recommendations=[public])

    shown = client.get(theme.get_absolute_url()).context["developments"]

    assert list(shown) == [bearing]


def test_a_mechanism_shows_its_treaty_its_reviews_and_its_next_dates(client):
    treaty = TreatyFactory(code="cat", short_name="CAT")
    mechanism = MechanismFactory(code="committee", treaty=treaty)
    cycle = ReviewCycleFactory(mechanism=mechanism, reviewed_on="2015-11")
    mine = [
        MilestoneFactory(mechanism=mechanism, due_on="2019", title="Of the mechanism"),
        MilestoneFactory(cycle=cycle, due_on="2030", title="Of its review"),
    ]
    MilestoneFactory(cycle=ReviewCycleFactory(), due_on="2030", title="Of another")

    page = client.get(mechanism.get_absolute_url())

    assert page.context["milestones"] == mine
    assert page.context["cycles"] == [cycle]
    assert treaty.get_absolute_url() in [link.href for link in read(page).links]
    assert mechanism.get_absolute_url() in [
        link.href for link in read(client.get(treaty.get_absolute_url())).links
    ]


def test_a_state_shows_what_it_asked_review_by_review_with_what_it_got(client):
    state = OrganisationFactory(state=True, slug="republic", name="Republic")
    cycles = [
        ReviewCycleFactory(slug=f"upr-{n}", name=f"UPR {n}", reviewed_on=on)
        for n, on in [(2, "2013-10"), (4, "2024-01")]
    ]
    asks = [
        RecommendationFactory(
            published=True, made_by=[state], cycle=cycle, made_on=cycle.reviewed_on,
            expects_reply=True,
        )
        for cycle in cycles
    ]  # fmt: skip
    ResponseFactory(published=True, recommendation=asks[0], position="accepted")

    page = client.get("/en/organisations/republic/")

    rows = {row[0].strip(): row[1:] for row in read(page).rows}
    assert [head.strip() for head in rows["Review"]] == ["Asks", "Accepted", "None recorded"]
    assert "Our assessment, review by review" not in page.content.decode(), "nothing is assessed"
    assert [cell.strip() for cell in rows["UPR 2"]][:2] == ["1", "1"]
    assert [cell.strip() for cell in rows["UPR 4"]] == ["1", "", "1"]
    assert list(page.context["recommendations"]) == [asks[1], asks[0]]
    assert sentence(page) == "Since 2013, Republic has asked 2 things. China has accepted 1."


def test_what_an_organisation_asked_comes_in_pages(client):
    ngo = OrganisationFactory()
    RecommendationFactory.create_batch(51, published=True, made_by=[ngo])

    first = client.get(ngo.get_absolute_url())
    second = client.get(ngo.get_absolute_url(), {"page": "2"})

    assert [len(page.context["recommendations"]) for page in (first, second)] == [50, 1]


@pytest.fixture
def reviews():
    """Two reviews of a mechanism; the later repeats one ask of the earlier and has one anew."""
    mechanism = MechanismFactory()
    earlier, later = (
        ReviewCycleFactory(mechanism=mechanism, reviewed_on=on) for on in ("2018-11", "2024-01-23")
    )
    before = RecommendationFactory(
        published=True, cycle=earlier, made_on="2018-11", title="Before", expects_reply=True
    )
    again, anew = (
        RecommendationFactory(published=True, cycle=later, made_on="2024-01-23", title=title)
        for title in ("Again", "Anew")
    )
    RelationFactory(kind="repeats", from_recommendation=again, to_recommendation=before)
    return later, before, again, anew


def test_a_review_stands_beside_the_one_before(client, reviews):
    later, before, again, _ = reviews
    for ask, position in [(before, "accepted"), (again, "not-accepted")]:
        ResponseFactory(
            published=True, recommendation=ask, position=position, responded_on="2024-06"
        )

    since = client.get(later.get_absolute_url()).context["since"]

    assert since.previous == before.cycle
    assert [(pair.now, pair.before, pair.has_moved) for pair in since.again] == [
        (again, before, True)
    ]
    assert (since.repeated, since.compared, since.moved, since.fresh) == (1, 1, 1, 1)
    assert [label for _, label, _ in since.themes.heads] == [later.name, before.cycle.name]


def test_a_silence_is_no_change_of_position(client, reviews):
    later, before, *_ = reviews
    ResponseFactory(published=True, recommendation=before, responded_on="2019")

    [pair] = client.get(later.get_absolute_url()).context["since"].again

    assert (pair.is_comparable, pair.has_moved) == (False, False)


def test_a_limb_of_what_repeats_is_not_new(client, reviews):
    later, _, again, anew = reviews
    RelationFactory(part_of=True, from_recommendation=anew, to_recommendation=again)

    assert client.get(later.get_absolute_url()).context["since"].fresh == 0


def test_nothing_that_is_hidden_or_later_is_set_beside_a_review(client, reviews):
    later, before, again, _ = reviews
    RelationFactory(
        kind="repeats",
        from_recommendation=again,
        to_recommendation=RecommendationFactory(cycle=before.cycle),
    )
    RelationFactory(
        kind="repeats",
        from_recommendation=RecommendationFactory(cycle=later),
        to_recommendation=before,
    )

    assert len(client.get(later.get_absolute_url()).context["since"].again) == 1
    early = client.get(later.get_absolute_url(), {"as_of": "2024-01-01"})
    assert early.context["since"] is None
    assert client.get(before.cycle.get_absolute_url()).context["since"] is None
