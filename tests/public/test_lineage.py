"""The same demand across bodies and reviews: each step with its words, as it stood on the day."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import (
    AssessmentFactory,
    OrganisationFactory,
    RecommendationFactory,
    RelationFactory,
    ResponseFactory,
    ReviewCycleFactory,
)
from tests.public.site import read, tidy
from tracker.actions.publication import withdraw
from tracker.models import Relation

REPEATS = Relation.Kind.REPEATS


def address_of(recommendation):
    return reverse("public:lineage", args=[recommendation.reference])


def repeated(earlier, closeness="close", **more):
    again = RecommendationFactory(published=True, **more)
    RelationFactory(
        from_recommendation=again, to_recommendation=earlier, kind=REPEATS, closeness=closeness
    )
    return again


@pytest.fixture
def line():
    """A demand of 2013, repeated in 2018 and, in a row, in 2024."""
    first = RecommendationFactory(
        published=True, made_on="2013-10-22", text="Stop all returns now.", action_strength=5
    )
    second = repeated(first, made_on="2018", text="Stop all forced returns.", action_strength=3)
    third = repeated(second, made_on="2024-01-23", text="Refrain from returns.", closeness="theme")
    return first, second, third


def shown(client, recommendation, **query):
    steps = client.get(address_of(recommendation), query).context["lineage"].steps
    return [step.record for step in steps]


def html_of(client, recommendation, **query):
    return client.get(address_of(recommendation), query).content.decode()


def step_of(html, recommendation):
    found = re.search(rf'<li id="{recommendation.reference}".*?</li>', html, re.DOTALL)
    return tidy(found[0])


def test_every_step_has_the_whole_lineage_the_oldest_first(client, line):
    for record in line:
        assert shown(client, record) == [*line]


def test_a_lineage_goes_through_what_takes_up_and_what_repeats_and_ends_where_it_began(
    client, line
):
    first, _, third = line
    ask = RecommendationFactory(published=True, made_on="2012")
    RelationFactory(from_recommendation=first, to_recommendation=ask)
    RelationFactory(from_recommendation=ask, to_recommendation=third, kind=REPEATS)
    limb = RecommendationFactory(published=True)
    RelationFactory(part_of=True, from_recommendation=limb, to_recommendation=first)

    assert shown(client, third) == [ask, *line]


def test_each_step_stands_as_it_stood_on_the_day(client, line):
    first, second, third = line
    ResponseFactory(published=True, recommendation=second, position="noted", responded_on="2019-03")
    AssessmentFactory(published=True, recommendation=second, status="C", as_of="2020")

    assert shown(client, first, as_of="2017-12-31") == [first]
    assert shown(client, first, as_of="2024-01-22") == [first, second]
    assert client.get(address_of(third), {"as_of": "2024-01-22"}).status_code == 404
    days = ["2018-06-01", "2019-03-01", "2020-01-01"]
    told = [step_of(html_of(client, first, as_of=day), second) for day in days]
    assert ["Noted" in step for step in told] == [False, True, True]
    assert ["Not implemented" in step for step in told] == [False, False, True]


def test_each_step_says_its_strength_and_how_close_it_is_to_what_it_repeats(client, line):
    first, second, third = line
    html = html_of(client, first)

    assert "5 of 5" in step_of(html, first)
    assert "3 of 5" in step_of(html, second)
    assert "Not rated" in step_of(html, third)
    assert f'Repeats <a href="#{first.reference}">{first.reference}</a>: close' in (
        step_of(html, second)
    )
    assert "Repeats" not in step_of(html, first)


def test_the_words_of_a_step_are_held_against_the_step_before(client, line):
    first, second, third = line
    html = html_of(client, first)

    assert "now" in re.search(r"<del>(.*?)</del>", step_of(html, second))[1]
    assert "forced" in re.search(r"<ins>(.*?)</ins>", step_of(html, second))[1]
    assert f"Word by word beside {second.reference}" in step_of(html, third)
    assert "<ins>" not in step_of(html, first)
    assert re.search(r"<details[^>]* open", step_of(html, second))
    assert not re.search(r"<details[^>]* open", step_of(html, third))


def test_words_of_two_languages_are_not_compared(client, line):
    korean = repeated(line[0], language="ko", text="모든 송환을 멈추라.", made_on="2020")

    step = step_of(html_of(client, korean), korean)

    assert "in another language" in step
    assert "<ins>" not in step


def test_what_is_not_public_is_no_step_and_leads_to_none(client, line):
    first, *_ = line
    for made in ({}, {"in_review": True}, {"withdrawn": True}):
        hidden = RecommendationFactory(title="Not for readers", **made)
        RelationFactory(from_recommendation=hidden, to_recommendation=first, kind=REPEATS)
        beyond = RecommendationFactory(published=True)
        RelationFactory(from_recommendation=beyond, to_recommendation=hidden, kind=REPEATS)
        assert client.get(address_of(hidden)).status_code == 404

    assert shown(client, first) == [*line]


def test_the_lineage_of_a_withdrawn_record_leads_to_what_stands_in_its_place(
    client, line, coordinator
):
    first, second, third = line
    withdraw(record=second, reason="Entered twice.", by=coordinator)

    page = client.get(address_of(second))

    assert (page.status_code, page.url) == (301, second.get_absolute_url())
    assert shown(client, first) == [first]
    assert shown(client, third) == [third]


def test_a_record_leads_to_its_lineage_where_it_has_one(client, line):
    alone = RecommendationFactory(published=True)
    limb = RecommendationFactory(published=True)
    RelationFactory(part_of=True, from_recommendation=limb, to_recommendation=alone)

    def leads(record):
        links = read(client.get(record.get_absolute_url())).links
        return address_of(record) in [link.href for link in links]

    assert [leads(record) for record in line] == [True] * 3
    assert not leads(alone)
    assert "Nothing is recorded by this day" in html_of(client, alone)


def test_a_lineage_takes_as_many_queries_for_twenty_steps_as_for_two(client, line):
    def more():
        many = OrganisationFactory.create_batch(2)
        repeated(line[0], made_by=many, cycle=ReviewCycleFactory(), made_on="2021")

    def queries():
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address_of(line[0])).status_code == 200
        return len(asked)

    more()
    with_few = queries()
    for _ in range(18):
        more()

    assert queries() == with_few <= 8
