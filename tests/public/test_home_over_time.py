"""The first page tells of every year, of what changed lately and of what has waited longest."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    AssessmentFactory,
    DevelopmentFactory,
    OrganisationFactory,
    RecommendationFactory,
    ResponseFactory,
)
from tests.public.site import references
from tracker.actions.publication import withdraw

DAYS = ["", "as_of=2023-06-30"]


def yearly(client, query=""):
    """Each row of the chart of years as the years that count something."""
    chart = client.get(f"/en/?{query}").context["over_time_chart"]
    return {
        row.label: {y: c.count for y, c in zip(chart.years, row.columns, strict=True) if c.count}
        for row in chart.series
    }


def test_asks_outputs_answers_and_developments_stand_in_their_years(client):
    ngo, state = OrganisationFactory(), OrganisationFactory(state=True)
    RecommendationFactory(published=True, made_on="2013-10", made_by=[ngo])
    both = RecommendationFactory(published=True, made_on="2018", made_by=[ngo, state])
    ResponseFactory(published=True, recommendation=both, responded_on="2019-03")
    silent = RecommendationFactory(published=True, made_on="2018-11", made_by=[state])
    given = {"published": True, "recommendation": silent}
    ResponseFactory(**given, position="no-reply", responded_on="2020")
    DevelopmentFactory(published=True, happened_on="2018-05")
    DevelopmentFactory(published=True, happened_on=None)
    DevelopmentFactory(happened_on="2018-06")

    assert yearly(client) == {
        "Asks of NGOs": {"2013": 1, "2018": 1},
        "Recommendations of UN bodies and States": {"2018": 2},
        "Answers of China": {"2019": 1},
        "Developments": {"2018": 1},
    }
    assert yearly(client, "as_of=2018-12-31")["Answers of China"] == {}


def test_an_answer_counts_in_the_year_of_the_latest(client):
    ask = RecommendationFactory(published=True, made_on="2013")
    for year in ("2014", "2019"):
        ResponseFactory(published=True, recommendation=ask, responded_on=year)

    assert yearly(client)["Answers of China"] == {"2019": 1}
    assert yearly(client, "as_of=2015-01-01")["Answers of China"] == {"2014": 1}
    assert references(client, "answered=2019") == [ask.reference]
    assert references(client, "answered=2014&as_of=2015-01-01") == [ask.reference]


@pytest.mark.parametrize("day", DAYS)
def test_the_developments_of_a_year_are_as_many_as_the_list_of_it(client, seeded, day):
    *_, developments = client.get(f"/en/?{day}").context["over_time_chart"].series

    assert developments.count > 20
    for column in developments.columns:
        listed = client.get(column.address).context["page"].paginator.count
        assert listed == column.count, column


def test_a_year_that_is_none_is_refused_and_one_without_anything_says_so(client):
    assert client.get("/en/developments/?year=soon").status_code == 400
    assert "None of 1999 recorded" in client.get("/en/developments/?year=1999").content.decode()


# What changed lately, and what waits


def changes(client):
    told = client.get("/en/").context["changes"]
    return [(change.words, str(change.record)) for change in told]


def test_the_latest_changes_are_those_that_the_public_could_see(client):
    ask = RecommendationFactory(published=True, title="An ask")
    development = DevelopmentFactory(published=True, title="A development")
    ResponseFactory(published=True, recommendation=ask)
    RecommendationFactory(title="A draft")
    ResponseFactory(recommendation=ask)
    AssessmentFactory(recommendation=ask, in_review=True)
    DevelopmentFactory(withdrawn=True, title="Never public")
    ResponseFactory(published=True, recommendation=RecommendationFactory(title="Another draft"))

    assert sorted(changes(client)) == [
        ("China’s position published", str(ask)),
        ("Development published", str(development)),
        ("Recommendation published", str(ask)),
    ]


def test_a_withdrawal_is_told_without_what_it_said(client, coordinator):
    ask = RecommendationFactory(published=True, title="Said in error")
    withdraw(record=ask, reason="Entered twice.", by=coordinator)

    assert [words for words, _ in changes(client)] == ["Recommendation withdrawn"]
    html = client.get("/en/").content.decode()
    assert ask.reference in html
    assert "Said in error" not in html


def test_an_earlier_day_tells_of_no_changes(client):
    RecommendationFactory(published=True, title="Published today")
    html = client.get("/en/?as_of=2023-06-30").content.decode()

    assert "was published lately stands on" in html
    assert client.get("/en/?as_of=2023-06-30").context["changes"] == []


def test_the_oldest_ask_without_an_assessment_is_named_with_how_many_there_are(client):
    RecommendationFactory(published=True, made_on="2018")
    oldest = RecommendationFactory(published=True, made_on="2004-05")
    judged = RecommendationFactory(published=True, made_on="2001")
    AssessmentFactory(published=True, recommendation=judged, as_of="2015")
    RecommendationFactory(made_on="2000")

    found = client.get("/en/").context
    assert (found["oldest"], found["unassessed"]) == (oldest, 2)
    assert references(client, "assessed=never")[-1] == oldest.reference
    assert client.get("/en/?as_of=2014-12-31").context["oldest"] == judged


def test_where_all_are_assessed_the_oldest_assessment_is_named(client):
    for made_on, as_of in [("2001", "2020"), ("2010", "2015")]:
        ask = RecommendationFactory(published=True, made_on=made_on)
        AssessmentFactory(published=True, recommendation=ask, as_of=as_of)

    found = client.get("/en/").context
    assert (found["oldest"], found["unassessed"]) == (ask, 0)


@pytest.mark.parametrize("day", DAYS)
def test_the_home_page_is_small_and_asks_little(client, seeded, day):
    client.get("/en/")  # whoever comes first builds the index
    with CaptureQueriesContext(connection) as asked:
        page = client.get(f"/en/?{day}")

    assert len(asked) <= 12
    assert len(page.content) <= 100_000


def test_the_home_page_is_as_long_for_many_as_for_few(client):
    def length():
        return len(client.get("/en/").content)

    RecommendationFactory.create_batch(10, published=True)
    few = length()
    RecommendationFactory.create_batch(30, published=True)

    assert abs(length() - few) < 1000
