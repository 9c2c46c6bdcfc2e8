"""Which articles were asked about in which reviews: every number is its list, every gap is said."""

import datetime as dt
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import (
    ArticleFactory,
    InvocationFactory,
    MechanismFactory,
    NormFactory,
    OrganisationFactory,
    RecommendationFactory,
    RelationFactory,
    ResponseFactory,
    ReviewCycleFactory,
)
from tests.public.site import BROWSE, read, references, tidy
from tracker.filters.finding import find
from tracker.filters.recommendations import RecommendationFilter

COVERAGE = "/en/coverage/"
SHAPES = [
    "", "columns=cycle", "rows=norm", "rows=norm&columns=cycle&basis=explicit",
    "basis=section", "basis=inferred&columns=cycle", "as_of=2020-06-30&columns=cycle",
]  # fmt: skip


def found(query):
    """How many the browse page lists for a query."""
    day = parse_qs(query).get("as_of", [str(timezone.localdate())])[0]
    asked = RecommendationFilter(QueryDict(query), on=dt.date.fromisoformat(day))
    assert asked.is_valid(), (query, asked.errors)
    return find(asked).total


def numbers(page):
    """What each linked number leads to, and the number."""
    return {
        (urlsplit(link.href).query, int(link.words))
        for link in read(page).links
        if link.href.startswith(f"{BROWSE}?") and link.words.strip().isdecimal()
    }


def told(client, article, query=""):
    """The cells of an article's row, in words, under the headings of its table."""
    rows = [[cell.strip() for cell in row] for row in read(client.get(f"{COVERAGE}?{query}")).rows]
    head = next(row for row in rows if row and row[0] == "Article")
    row = next(row for row in rows if row and row[0].startswith(article))
    return dict(zip(head, row, strict=False))


@pytest.fixture
def asked():
    """An article that an NGO asked about in one review, and the UN and a State in another."""
    article = ArticleFactory(treaty__code="cat", number="3", subject="")
    NormFactory(name="Non-refoulement", slug="non-refoulement", articles=[article])
    cat, upr = (MechanismFactory(code=code, sort_order=n) for n, code in enumerate(("cat", "upr")))
    cycles = {
        "cat": ReviewCycleFactory(slug="cat-5", mechanism=cat, reviewed_on="2015-11-17"),
        "upr": ReviewCycleFactory(slug="upr-4", mechanism=upr, reviewed_on="2024-01-23"),
    }
    ask(article, cycles["cat"], "ngo", "inferred", made_on="2015-10-01")
    ask(article, cycles["upr"], "un-body", "section", made_on="2024-02-01")
    answered = ask(article, cycles["upr"], "state", "explicit", made_on="2024-02-01")
    ResponseFactory(published=True, recommendation=answered, position="noted")
    return article


def ask(article, cycle, kind, basis, **fields):
    made = RecommendationFactory(
        published=True, cycle=cycle, made_by=[OrganisationFactory(kind=kind)], **fields
    )
    InvocationFactory(recommendation=made, article=article, basis=basis)
    return made


@pytest.mark.parametrize("query", SHAPES)
def test_every_number_is_the_length_of_the_list_it_leads_to(client, seeded, query):
    told = numbers(client.get(f"{COVERAGE}?{query}"))

    assert len(told) >= 10
    assert {(link, found(link)) for link, _ in told} == told


def test_the_list_that_a_number_leads_to_has_as_many_rows(client, seeded):
    by_basis = [pair for pair in numbers(client.get(COVERAGE)) if "invoked=" in pair[0]]

    for query, number in sorted(by_basis)[:5]:
        assert len(references(client, query)) == number, query


def test_a_cell_tells_ngos_outputs_answers_and_each_basis_apart(client, asked):
    row = told(client, "CAT 3")

    assert row["CAT"] == "1 by NGOs 0 by UN, States 0 answered 1 inferred"
    assert row["UPR"] == "0 by NGOs 2 by UN, States 1 answered 1 noted 1 explicit 1 section"
    assert row["All"].startswith("1 by NGOs 2 by UN, States 1 answered 1 noted")


def test_a_basis_is_that_of_this_article_and_not_of_another_that_is_invoked_too(client, asked):
    other = ArticleFactory(treaty__code="crc", number="7")
    cycle = ReviewCycleFactory(slug="crc-1", mechanism=MechanismFactory(code="crc"))
    both = ask(asked, cycle, "ngo", "inferred")
    InvocationFactory(recommendation=both, article=other, basis="explicit")

    assert "CRC" not in told(client, "CAT 3", "basis=explicit") or (
        told(client, "CAT 3", "basis=explicit")["CRC"] == "nobody asked"
    )
    assert references(client, "invoked=cat/3/explicit&cycle=crc-1") == []
    assert references(client, "article=cat/3&basis=explicit&cycle=crc-1") == [both.reference]


def test_where_nobody_asked_it_says_so(client, asked):
    ArticleFactory(treaty=asked.treaty, number="16", subject="")
    ArticleFactory(treaty__code="crc", number="7")
    html = tidy(client.get(COVERAGE).content.decode())

    assert told(client, "CAT 3", "basis=explicit")["CAT"] == "nobody asked"
    assert "Nobody asked under it in any review." in told(client, "CAT 16")["CAT"]
    assert re.search(r"Nobody asked under it or any of its articles\s*: <a [^>]*>CRC 7</a>", html)


def test_the_articles_of_a_norm_stand_together(client, asked):
    refugees = ArticleFactory(treaty__code="refugee-convention", number="33")
    asked.norms.get().articles.add(refugees)

    html = client.get(f"{COVERAGE}?rows=norm").content.decode()
    table = html.split("Non-refoulement</a></h2>")[1].split("</table>")[0]

    assert "CAT 3" in table
    assert "REFUGEE-CONVENTION 33" in table
    assert "norm=non-refoulement" in table


def test_a_treaty_as_a_whole_counts_for_the_treaty_and_a_paragraph_for_its_article(client):
    article = ArticleFactory(treaty__code="cedaw", number="9", subject="")
    paragraph = ArticleFactory(treaty=article.treaty, number="9(2)", parent=article)
    cycle = ReviewCycleFactory(mechanism=MechanismFactory(code="cedaw"), reviewed_on="2023")
    ask(article.parent, cycle, "ngo", "section")
    ask(paragraph, cycle, "ngo", "explicit")

    assert told(client, "CEDAW 9")["CEDAW"].startswith("1 by NGOs")
    assert told(client, "Any article")["CEDAW"].startswith("2 by NGOs")
    assert references(client, "invoked=cedaw/section&cycle=" + cycle.slug) != []


def test_what_was_asked_outside_any_review_has_a_column(client, asked):
    ask(asked, None, "un-body", "explicit")

    row = told(client, "CAT 3", "columns=cycle")
    assert row["Outside any review"].startswith("0 by NGOs 1 by UN, States")


def test_a_review_that_is_still_to_come_is_no_gap(client, asked):
    ReviewCycleFactory(slug="cat-9", name="A later review", reviewed_on="2030-01-01")

    assert "A later review" not in told(client, "CAT 3", "columns=cycle")
    early = told(client, "CAT 3", "columns=cycle&as_of=2016-01-01")
    assert "Review cat-5" in early
    assert "Review upr-4" not in early


def test_a_whole_stands_back_for_its_limbs_and_a_draft_is_not_counted(client, asked):
    limb, whole = (ask(asked, None, "ngo", "explicit") for _ in range(2))
    RelationFactory(part_of=True, from_recommendation=limb, to_recommendation=whole)
    draft = RecommendationFactory(cycle=None)
    InvocationFactory(recommendation=draft, article=asked)

    row = told(client, "CAT 3")
    assert row["Outside any review"].startswith("1 by NGOs")


@pytest.mark.parametrize("query", ["rows=theme", "columns=status", "basis=none"])
def test_a_choice_that_there_is_not_is_named_and_refused(client, asked, query):
    page = client.get(f"{COVERAGE}?{query}")

    assert page.status_code == 400
    assert "is not one of" in page.content.decode()


@pytest.mark.parametrize("query", ["", "columns=cycle", "rows=norm&basis=explicit"])
def test_it_takes_as_many_queries_for_many_as_for_one(client, asked, query):
    def queries():
        client.get(BROWSE)  # so that the index is there
        with CaptureQueriesContext(connection) as asking:
            client.get(f"{COVERAGE}?{query}")
        return len(asking)

    few = queries()
    for number in range(5):
        article = ArticleFactory(treaty__code=f"treaty-{number}", number="1")
        asked.norms.get().articles.add(article)
        NormFactory(articles=[article])
        ask(article, ReviewCycleFactory(reviewed_on="2020"), "ngo", "explicit")

    assert queries() == few
