"""A page as published on a day tells what this tracker told then, and nothing it told later."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import (
    AmendmentFactory,
    ArticleFactory,
    AssessmentFactory,
    DevelopmentFactory,
    DocumentFactory,
    InvocationFactory,
    NormFactory,
    OrganisationFactory,
    RecommendationFactory,
    RelationFactory,
    ResponseFactory,
    ReviewCycleFactory,
    ThemeFactory,
)
from tests.public.site import BROWSE, Visitor, addresses, read, references

THEN, BEFORE = "2025-03-01", "2025-02-01"
EARLY = dt.datetime(2025, 2, 15, 12, tzinfo=dt.UTC)  # between the two
LATE = dt.datetime(2025, 6, 15, 12, tzinfo=dt.UTC)
NOT_KEPT = [f"/en/{name}/" for name in ("data", "sources", "coverage", "claims", "uptake")]
MATRIX = "/en/matrix/?rows=treaty&columns=position"
OF_TODAY = re.compile(
    r"/en/(uptake|lineage|themes|groups|mechanisms|changes|glossary|about|privacy|accessibility)/"
    r"|/en/organisations/."
)


def at(moment):
    return {"published": True, "approved_at": moment}


@pytest.fixture
def asked():
    """A public ask of 2023 that the tracker has told of since February 2025."""
    article = ArticleFactory(treaty__code="cat", number="3")
    NormFactory(articles=[article])
    cycle = ReviewCycleFactory(reviewed_on="2023-05-12")
    ask = RecommendationFactory(
        **at(EARLY),
        made_on="2023-05-30",
        document=DocumentFactory(cycle=cycle),
        cycle=cycle,
        made_by=[OrganisationFactory()],
        themes=[ThemeFactory()],
    )
    InvocationFactory(recommendation=ask, article=article)
    DevelopmentFactory(**at(EARLY), happened_on="2023-10", recommendations=[ask])
    return ask


def add_everything(asked):
    """What became public in June 2025, all of it true since 2024."""
    these = {**at(LATE), "recommendation": asked}
    ResponseFactory(**these, responded_on="2024-01-01", position="noted", words="Marker of words")
    AssessmentFactory(**these, as_of="2024-02-01", status="E", rationale="Marker of a rationale")
    DevelopmentFactory(
        **at(LATE), happened_on="2024-03", title="Marker of a development",
        document=asked.document, recommendations=[asked],
    )  # fmt: skip
    again = RecommendationFactory(
        **at(LATE), made_on="2024-04", title="Marker of an ask", document=asked.document,
        cycle=asked.cycle, made_by=asked.made_by.all(), themes=asked.themes.all(),
    )  # fmt: skip
    InvocationFactory(recommendation=again, article=asked.invocations.get().article)
    RelationFactory(from_recommendation=again, to_recommendation=asked)


def kept():
    found = [address for address in addresses() if address not in NOT_KEPT]
    return [address for address in found if not OF_TODAY.match(address)]


def telling(words, query):
    """The pages that can be shown as published on a day and hold some words then."""
    visitor = Visitor()
    pages = {address: visitor.get(f"{address}?{query}") for address in kept()}
    return {address for address, page in pages.items() if words in page.content.decode()}


def test_no_page_tells_of_what_was_published_later(asked):
    add_everything(asked)

    assert telling("Marker of", f"published_on={THEN}&as_of=2025-03-01") == set()
    assert telling("Marker of", "published_on=2025-07-01") >= {BROWSE, asked.get_absolute_url()}


def test_before_a_record_was_published_it_is_not_there(client, asked):
    assert client.get(asked.get_absolute_url(), {"published_on": BEFORE}).status_code == 404
    assert references(client, f"published_on={BEFORE}") == []
    assert references(client, f"published_on={THEN}") == [asked.reference]


def test_filters_and_counts_are_those_of_then(client, asked):
    add_everything(asked)

    for query in ("position=noted", "reply=given", "answered=2024", "status=E", "assessed=fresh"):
        assert references(client, f"{query}&published_on={THEN}") == [], query
    for query in ("position=not-asked-for", "status=not-assessed", "assessed=never", "treaty=cat"):
        assert references(client, f"{query}&published_on={THEN}") == [asked.reference], query
    assert references(client, "position=noted&published_on=2025-07-01") == [asked.reference]
    panels = client.get(BROWSE, {"published_on": THEN}).context["panels"]
    status = next(panel for panel in panels if panel.name == "status")
    assert [(o.value, o.count) for o in status.options] == [("not-assessed", 1)]


@pytest.mark.parametrize("sort", ["status", "-position", "reference", "oldest"])
def test_a_list_of_then_can_be_ordered(client, asked, sort):
    other = RecommendationFactory(**at(EARLY), made_on="2022")
    add_everything(asked)

    found = references(client, f"sort={sort}&published_on={THEN}")
    assert sorted(found) == sorted([asked.reference, other.reference])


def test_a_correction_made_later_is_not_seen(client, asked):
    wrong = ResponseFactory(
        **at(EARLY), recommendation=asked, responded_on="2024", position="accepted",
        words="Misread",
    )  # fmt: skip
    ResponseFactory(
        **at(LATE), recommendation=asked, responded_on="2024", position="not-accepted",
        words="Read again", supersedes=wrong, supersedes_reason="The addendum says so.",
    )  # fmt: skip

    then = client.get(asked.get_absolute_url(), {"published_on": THEN})
    now = client.get(asked.get_absolute_url())

    assert then.context["recommendation"].position == "accepted"
    assert "Misread" in then.content.decode()
    assert "Read again" not in then.content.decode()
    assert now.context["recommendation"].position == "not-accepted"
    assert "Misread" not in now.content.decode()
    assert references(client, f"position=accepted&published_on={THEN}") == [asked.reference]


def test_what_was_withdrawn_since_is_not_told_again(client, asked, coordinator):
    gone = {
        "state": "withdrawn", "withdrawn_at": LATE, "withdrawn_by": coordinator,
        "withdrawn_reason": "It put somebody in danger.", "approved_at": EARLY,
        "approved_by": coordinator,
    }  # fmt: skip
    ResponseFactory(recommendation=asked, responded_on="2024", words="Dangerous words", **gone)
    AssessmentFactory(recommendation=asked, as_of="2024", rationale="Dangerous reasons", **gone)
    DevelopmentFactory(title="Dangerous title", recommendations=[asked], **gone)
    RecommendationFactory(reference="R-0990", title="Dangerous ask", made_on="2023", **gone)

    assert telling("Dangerous", f"published_on={THEN}") == set()
    assert client.get(asked.get_absolute_url(), {"published_on": THEN}).context["response"] is None


def test_drafts_are_on_no_page_of_any_day(asked):
    for hidden in ({}, {"in_review": True}):
        ResponseFactory(recommendation=asked, words="Only drafted", **hidden)
        RecommendationFactory(title="Only drafted", document=asked.document, **hidden)

    assert telling("Only drafted", f"published_on={THEN}") == set()


def test_a_limb_published_later_leaves_the_whole_as_it_was(client, asked):
    limb = RecommendationFactory(**at(LATE), made_on="2023-05-30")
    RelationFactory(part_of=True, from_recommendation=limb, to_recommendation=asked)

    assert references(client, f"published_on={THEN}") == [asked.reference]
    page = client.get(asked.get_absolute_url(), {"published_on": THEN}).content.decode()
    assert "Limb by limb" not in page
    assert "Limb by limb" in client.get(asked.get_absolute_url()).content.decode()


def test_a_record_edited_since_says_that_its_text_is_of_today(client, asked):
    told = "This record was edited on 15 June 2025"
    AmendmentFactory(**at(LATE), recommendation=asked)

    assert told in client.get(asked.get_absolute_url(), {"published_on": THEN}).content.decode()
    assert told not in client.get(asked.get_absolute_url()).content.decode()


def test_a_page_of_then_says_so_and_leads_on_in_it_and_back(client, asked):
    for address in kept():
        page = client.get(address, {"published_on": THEN})
        if page.status_code == 404:
            continue
        links = read(page).links
        html = page.content.decode()
        is_timeless = address == "/en/methodology/"
        says = "cannot be shown" if is_timeless else "Shown as published on <strong>1 March 2025<"
        assert says in html, address
        assert [link.href for link in links if link.words == "Back to today"] == [address]
        treaties = next(link for link in links if link.words == "Treaties")
        assert is_timeless or treaties.href == f"/en/treaties/?published_on={THEN}", address


def test_a_page_that_cannot_tell_says_so_and_its_numbers_are_of_now(client, asked):
    for address in {*NOT_KEPT, *addresses()} - {*kept()}:
        page = client.get(address, {"published_on": THEN})
        assert "This page cannot be shown as published on 1 March 2025" in page.content.decode()
        assert "published_on=" not in "".join(
            link.href for link in read(page).links if link.words.strip().isdecimal()
        )


def test_a_page_has_a_field_for_the_day_of_publication_if_it_can_be_shown_so(client, asked):
    can = {*kept()} - {"/en/methodology/"}
    for address in addresses():
        inputs = [a.get("name") for tag, a in read(client.get(address)).elements if tag == "input"]
        assert inputs.count("published_on") == (address in can), address


def test_the_home_page_and_the_matrix_count_what_was_published_then(client, asked):
    add_everything(asked)

    def told(query):
        home, matrix = client.get(f"/en/?{query}").context, client.get(f"{MATRIX}&{query}").context
        developments = [row.title for row in home["developments"]]
        cells = [cell.count for line in matrix["matrix"].lines for cell in line.cells]
        return home["asked"], home["assessed"], len(developments), home["oldest"], cells

    assert told(f"published_on={THEN}") == (1, 0, 1, asked, [1])
    assert told("published_on=2025-07-01")[:3] == (2, 1, 2)
    assert sum(told("published_on=2025-07-01")[4]) == 2


def test_what_is_assessed_longest_is_that_of_then(client, asked):
    AssessmentFactory(**at(EARLY), recommendation=asked, as_of="2024-03-01", status="D")
    again = RecommendationFactory(**at(EARLY), made_on="2023-06-30")
    AssessmentFactory(**at(EARLY), recommendation=again, as_of="2024-01-01", status="D")
    AssessmentFactory(**at(LATE), recommendation=again, as_of="2024-06-01", status="E")

    assert client.get("/en/", {"published_on": THEN}).context["oldest"] == again
    assert client.get("/en/").context["oldest"] == asked


def test_charts_and_the_matrix_of_then_have_no_files_of_now(client, asked):
    home, matrix = (
        client.get(a, {"published_on": THEN}).content.decode() for a in ("/en/", MATRIX)
    )

    assert "chart.svg" not in home
    assert "/embed/" not in home
    assert "matrix.csv" not in matrix
    assert "this matrix as it is published now" in matrix
    assert "chart.svg" in client.get("/en/").content.decode()


def test_both_days_can_be_asked_for(client, asked):
    add_everything(asked)
    address = asked.get_absolute_url()

    page = client.get(address, {"published_on": "2025-07-01", "as_of": "2024-01-15"})

    assert page.context["recommendation"].position == "noted"
    assert page.context["recommendation"].status == "not-assessed"
    assert "and as of 15 January 2024" in page.content.decode()
    treaties = next(link for link in read(page).links if link.words == "Treaties")
    assert treaties.query == {"as_of": "2024-01-15", "published_on": "2025-07-01"}


@pytest.mark.parametrize("value", ["soon", "2999-01-01", "0001-01-01", "2025-02-30", "x" * 5000])
def test_a_day_that_makes_no_sense_is_refused_at_its_field(client, asked, value):
    for address in (BROWSE, asked.get_absolute_url()):
        page = client.get(address, {"published_on": value})
        fields = [a for tag, a in read(page).elements if tag == "input"]
        field = next(a for a in fields if a.get("name") == "published_on")
        assert page.status_code == 400
        assert field["aria-invalid"] == "true"


def test_today_is_what_is_published_now(client, asked):
    today = timezone.localdate().isoformat()
    page = client.get(asked.get_absolute_url(), {"published_on": today})

    assert page.status_code == 200
    assert "as published on" not in page.content.decode().replace("As published on", "")


def test_a_list_of_then_has_no_files_of_now(client, asked):
    then = client.get(BROWSE, {"published_on": THEN}).content.decode()

    assert "recommendations.csv" not in then
    assert "recommendations.atom" not in then
    assert "Files hold what is published now" in then


def test_it_takes_as_many_queries_for_many_as_for_few(client, asked):
    pages = [
        "/en/", MATRIX, BROWSE, asked.get_absolute_url(), asked.cycle.get_absolute_url(),
        asked.invocations.get().article.get_absolute_url(), "/en/treaties/", "/en/reviews/",
        "/en/organisations/", "/en/developments/",
    ]  # fmt: skip

    def queries():
        found = {}
        for page in pages:
            with CaptureQueriesContext(connection) as asking:
                assert client.get(page, {"published_on": "2025-07-01"}).status_code == 200
            found[page] = len(asking)
        return found

    add_everything(asked)
    few = queries()
    for _ in range(5):
        add_everything(asked)

    assert queries() == few
