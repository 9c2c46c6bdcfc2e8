"""What China says it does already stands beside what is documented, and nothing else does."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    ArticleFactory,
    AssessmentFactory,
    DevelopmentFactory,
    InvocationFactory,
    OrganisationFactory,
    RecommendationFactory,
    ResponseFactory,
    ThemeFactory,
)
from tests.public.site import read, references

CLAIMS = "/en/claims/"
DAY, EVE = "2024-07-04", "2024-07-03"


@pytest.fixture
def claimed():
    """An ask of 2023 that China says is implemented already."""
    ask = RecommendationFactory(
        published=True, made_on="2023-05-30", themes=[ThemeFactory(code="return", name="Return")]
    )
    InvocationFactory(recommendation=ask, article=ArticleFactory(treaty__code="cat", number="3"))
    ResponseFactory(
        published=True,
        recommendation=ask,
        responded_on=DAY,
        position="already-implemented",
        words="It is the law.",
        category_as_stated="accepted and already implemented",
        locator="para. 12",
    )
    return ask


def beside(claimed):
    """One of everything that bears on an ask."""
    these = {"published": True, "recommendations": [claimed]}
    DevelopmentFactory(**these, kind="event", title="Returned by bus", happened_on="2024-08")
    DevelopmentFactory(**these, kind="finding", title="Found unlawful", happened_on="2024-09")
    grade = {"scale": "other", "status": "", "grade_as_given": "C1"}
    committee = OrganisationFactory(slug="committee", kind="un-body", name="The Committee")
    given = {"published": True, "recommendation": claimed}
    AssessmentFactory(**given, **grade, assessor=committee, as_of="2024-10")
    AssessmentFactory(**given, status="E", as_of="2024-11", rationale="Because.")


def columns(page):
    """The words under each heading of the first claim."""
    html = page.content.decode().split('<div class="claim">')[1]
    parts = html.split('<h3 class="meta">')[1:5]
    return {part.split("</h3>")[0]: part.split("</h3>")[1] for part in parts}


@pytest.mark.parametrize("where", ["list", "record"])
def test_the_claim_stands_beside_developments_un_findings_and_our_assessment(
    client, claimed, where
):
    beside(claimed)
    told = columns(client.get(CLAIMS if where == "list" else claimed.get_absolute_url()))

    answer = told["China’s answer"]
    for words in ("already implemented", "It is the law.", "4 July 2024", "para. 12"):
        assert words in answer
    assert claimed.responses.get().document.get_absolute_url() in answer
    assert "Returned by bus" in told["What is documented"]
    assert "Found unlawful" not in told["What is documented"]
    assert "Found unlawful" in told["What UN bodies found"]
    assert "“C1”" in told["What UN bodies found"]
    assert "The Committee" in told["What UN bodies found"]
    assert "Measures contrary" in told["Our assessment"]


def test_a_claim_with_nothing_beside_it_says_so_and_that_this_is_no_finding(client, claimed):
    told = columns(client.get(CLAIMS))

    assert "No development is linked to it" in told["What is documented"]
    assert "No finding of a UN body is linked to it" in told["What UN bodies found"]
    assert "This is no finding." in told["Our assessment"]


def test_what_is_no_claim_is_not_there(client, claimed):
    other = RecommendationFactory(published=True)
    ResponseFactory(published=True, recommendation=other, position="accepted")
    ResponseFactory(recommendation=other, position="being-implemented")

    assert [claim.recommendation for claim in client.get(CLAIMS).context["claims"]] == [claimed]
    assert "beside the record" not in client.get(other.get_absolute_url()).content.decode()


def test_only_the_latest_answer_counts(client, claimed):
    ResponseFactory(
        published=True, recommendation=claimed, responded_on="2024-12-01", position="noted"
    )

    assert client.get(CLAIMS).context["claims"] == []
    [then] = client.get(CLAIMS, {"as_of": DAY}).context["claims"]
    assert then.response.position == "already-implemented"


def test_it_begins_on_its_day(client, claimed):
    assert client.get(CLAIMS, {"as_of": EVE}).context["claims"] == []
    assert len(client.get(CLAIMS, {"as_of": DAY}).context["claims"]) == 1


def test_drafts_and_what_is_withdrawn_stand_beside_nothing(client, claimed):
    for hidden in ({}, {"in_review": True}, {"withdrawn": True}):
        DevelopmentFactory(title="Not public", recommendations=[claimed], **hidden)
        AssessmentFactory(recommendation=claimed, status="A", **hidden)

    told = columns(client.get(CLAIMS))
    assert "Not public" not in told["What is documented"]
    assert "Not yet assessed" in told["Our assessment"]


def test_without_claims_it_says_so_and_what_was_accepted(client):
    ResponseFactory(published=True, recommendation=RecommendationFactory(published=True))
    page = client.get(CLAIMS)
    links = {link.words: link.query for link in read(page).links}

    assert "No answer recorded by" in page.content.decode()
    assert links["1"] == {"position": "accepted"}


def test_each_treaty_and_theme_leads_to_as_many_as_it_says(client, claimed):
    [(_, treaties), (_, themes)] = client.get(CLAIMS).context["tallies"]

    assert [(label, count) for label, count, _ in treaties + themes] == [("CAT", 1), ("Return", 1)]
    for _, count, query in treaties + themes:
        assert len(references(client, query)) == count


def test_it_is_paged_and_takes_as_many_queries_for_twenty_as_for_one(client, claimed):
    def queries():
        client.get(CLAIMS)  # so that the index and its words are there
        with CaptureQueriesContext(connection) as asking:
            page = client.get(CLAIMS)
        return len(asking), len(page.context["claims"])

    beside(claimed)
    few, _ = queries()
    for _ in range(24):
        ask = RecommendationFactory(published=True)
        ResponseFactory(published=True, recommendation=ask, position="being-implemented")
        beside(ask)

    assert queries() == (few, 20)
    assert len(client.get(CLAIMS, {"page": "2"}).context["claims"]) == 5
