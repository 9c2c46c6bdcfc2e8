"""A page as of a day shows what was so by then, and nothing that came later."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.factories import (
    AffectedGroupFactory,
    ArticleFactory,
    AssessmentFactory,
    DevelopmentFactory,
    DocumentFactory,
    EvidenceFactory,
    InvocationFactory,
    MilestoneFactory,
    NormFactory,
    OrganisationFactory,
    RecommendationFactory,
    RelationFactory,
    ResponseFactory,
    ReviewCycleFactory,
    ThemeFactory,
    TreatyActionFactory,
)
from tests.public.site import (
    BROWSE,
    EMBEDS,
    LISTS,
    Visitor,
    addresses,
    files,
    read,
    references,
)
from tracker.models import Milestone

DAY, EVE = "2024-07-04", "2024-07-03"
TIMELESS = [
    f"/en/{name}/"
    for name in ("methodology", "data", "changes", "glossary", "about", "privacy", "accessibility")
]


@pytest.fixture
def asked():
    """A public ask of 2023, with a page of every kind that could tell what became of it."""
    article = ArticleFactory(treaty__code="cat", number="3")
    NormFactory(articles=[article])
    cycle = ReviewCycleFactory(reviewed_on="2023-05-12")
    ask = RecommendationFactory(
        published=True,
        made_on="2023-05-30",
        document=DocumentFactory(cycle=cycle),
        cycle=cycle,
        made_by=[OrganisationFactory()],
        themes=[ThemeFactory()],
        affected_groups=[AffectedGroupFactory()],
    )
    InvocationFactory(recommendation=ask, article=article)
    DevelopmentFactory(published=True, happened_on="2023-10", recommendations=[ask])
    return ask


def pages_telling(words, day):
    """The pages that hold some words on a day."""
    visitor = Visitor()
    asked = [*addresses(), *EMBEDS, *(url for url in files() if url.endswith((".bib", ".svg")))]
    found = {address: visitor.get(address, {"as_of": day}) for address in asked}
    return [address for address, page in found.items() if words in page.content.decode()]


def respond(asked, on):
    ResponseFactory(
        published=True,
        recommendation=asked,
        responded_on=on,
        position="being-implemented",
        words="Marker of words",
        category_as_stated="Marker of a category",
    )


def assess(asked, on):
    AssessmentFactory(
        published=True,
        recommendation=asked,
        as_of=on,
        status="E",
        rationale="Marker of a rationale",
    )


def develop(asked, on):
    DevelopmentFactory(
        published=True,
        happened_on=on,
        title="Marker of a development",
        document=asked.document,
        recommendations=[asked],
    )


def rest_on(asked, on):
    earlier = AssessmentFactory(published=True, recommendation=asked, as_of="2023-06-01")
    later = DevelopmentFactory(published=True, happened_on=on, title="Marker of evidence")
    EvidenceFactory(
        assessment=earlier, development=later, document=None, locator="Marker of a locator"
    )


def ask_again(asked, on):
    again = RecommendationFactory(
        published=True,
        made_on=on,
        title="Marker of an ask",
        document=asked.document,
        cycle=asked.cycle,
        made_by=asked.made_by.all(),
        themes=asked.themes.all(),
        affected_groups=asked.affected_groups.all(),
    )
    InvocationFactory(recommendation=again, article=asked.invocations.get().article)
    RelationFactory(from_recommendation=again, to_recommendation=asked)
    DevelopmentFactory(published=True, happened_on="2023-11", recommendations=[again])


@pytest.mark.parametrize(
    ("on", "eve", "day"),
    [
        (DAY, EVE, DAY),
        ("2024-07", "2024-06-30", "2024-07-01"),
        ("2024", "2023-12-31", "2024-01-01"),
    ],
    ids=["day", "month", "year"],
)
def test_no_page_tells_of_anything_before_the_day_it_begins(asked, on, eve, day):
    for happen in (respond, assess, develop, rest_on, ask_again):
        happen(asked, on)

    assert pages_telling("Marker of", eve) == []
    told = Visitor().get(asked.get_absolute_url(), {"as_of": day}).content.decode()
    marks = {
        "words",
        "a category",
        "a rationale",
        "a development",
        "evidence",
        "a locator",
        "an ask",
    }
    assert {mark for mark in marks if f"Marker of {mark}" not in told} == set()


@pytest.mark.parametrize("happen", [respond, assess])
def test_counts_and_filters_change_on_the_day_it_begins(client, asked, happen):
    happen(asked, DAY)
    choice = "position=being-implemented" if happen is respond else "status=E"

    assert references(client, f"{choice}&as_of={EVE}") == []
    assert references(client, f"{choice}&as_of={DAY}") == [asked.reference]
    charts = [client.get("/en/", {"as_of": on}).context for on in (EVE, DAY)]
    assert [
        charts[0]["replied"] + charts[0]["assessed"],
        charts[1]["replied"] + charts[1]["assessed"],
    ] == [0, 1]


def test_a_review_is_listed_from_its_day_and_its_own_page_is_always_there(client):
    ask = RecommendationFactory(
        published=True, made_on="2023-07", cycle=ReviewCycleFactory(reviewed_on="2024-01-23")
    )

    listed = client.get("/en/reviews/", {"as_of": "2023-12-31"}).context["cycles"]
    its_own = client.get(ask.cycle.get_absolute_url(), {"as_of": "2023-12-31"})

    assert list(listed) == []
    assert list(its_own.context["recommendations"]) == [ask]


def test_a_source_is_listed_from_its_day_and_its_own_page_is_always_there():
    document = DocumentFactory(published_on=DAY, title="The marker words")

    told = pages_telling("marker words", EVE)
    assert {url.rpartition("/")[0] + "/" for url in told} == {document.get_absolute_url()}
    assert "/en/sources/" in pages_telling("marker words", DAY)


def test_a_correction_counts_from_the_day_that_it_gives(client, asked):
    respond(asked, "2023-12")
    ResponseFactory(
        published=True,
        recommendation=asked,
        responded_on=DAY,
        position="noted",
        supersedes=asked.responses.get(),
        supersedes_reason="The addendum says so.",
    )

    assert references(client, f"position=being-implemented&as_of={DAY}") == []
    assert references(client, f"position=noted&as_of={DAY}") == [asked.reference]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("soon", "is no date"),
        ("2024-02-30", "is no date"),
        ("2024", "is no date"),
        ("2024-1-3", "is no date"),
        ("20240103", "is no date"),
        ("2024-W01-1", "is no date"),
        ("9999-12-31", "still to come"),
        ("0001-01-01", "from 1951-07-28 on"),
        ("２０２４-01-23", "is no date"),
        ("x" * 10_000, "is no date"),
        ("<script>", "is no date"),
    ],
)
@pytest.mark.parametrize("address", ["/en/", BROWSE])
def test_a_day_that_makes_no_sense_is_refused_at_its_field(client, value, words, address):
    page = client.get(address, {"as_of": value})
    html = page.content.decode()

    assert page.status_code == 400
    assert words in html
    assert "<script>" not in html
    field = next(a for tag, a in read(page).elements if a.get("name") == "as_of" and tag == "input")
    assert field["aria-invalid"] == "true"
    assert f'id="{field["aria-describedby"]}"' in html


def test_every_page_refuses_a_day_that_makes_no_sense(client, asked):
    assert {url: client.get(url, {"as_of": "soon"}).status_code for url in addresses()} == (
        dict.fromkeys(addresses(), 400)
    )


def test_every_page_that_is_refused_says_why(client, asked):
    silent = [
        url
        for url in addresses()
        if "is no date" not in client.get(url, {"as_of": "soon"}).content.decode()
    ]

    assert silent == []


def test_today_is_no_earlier_day(client, asked):
    today = timezone.localdate().isoformat()

    assert "Shown as of" not in client.get("/en/", {"as_of": today}).content.decode()
    assert client.get("/en/", {"as_of": tomorrow()}).status_code == 400
    assert client.get("/en/", {"as_of": ""}, follow=True).status_code == 200


def tomorrow():
    return (timezone.localdate() + dt.timedelta(days=1)).isoformat()


def test_every_page_of_an_earlier_day_says_so_and_shows_the_way_back(client, asked):
    for address in addresses():
        if client.get(address, {"as_of": DAY}).status_code == 404:
            continue
        page = client.get(address, {"as_of": DAY})
        back = [link.href for link in read(page).links if link.words == "Back to today"]
        assert "Shown as of <strong>4 July 2024</strong>" in page.content.decode(), address
        assert back == [address]


def test_the_way_back_keeps_the_question(client, asked):
    page = client.get(BROWSE, {"treaty": "cat", "as_of": DAY})
    back = [link.href for link in read(page).links if link.words == "Back to today"]

    assert back == ["?treaty=cat"]


def test_a_part_of_the_page_says_its_day_and_leads_on_in_it(client, asked):
    def part(query):
        return client.get(f"{BROWSE}?{query}", headers={"HX-Request": "true"})

    earlier, today = part(f"treaty=cat&as_of={DAY}"), part("treaty=cat")
    links = {link.words: link.href for link in read(earlier).links}

    assert "Shown as of <strong>4 July 2024</strong>" in earlier.content.decode()
    assert links["Back to today"] == "?treaty=cat"
    assert links["Treaties"].endswith(f"?as_of={DAY}")
    assert links["Methodology"].endswith(f"?as_of={DAY}")
    assert "Shown as of" not in today.content.decode()
    assert 'id="shown-as-of"' in today.content.decode(), "it takes away what was said before"


def test_where_nothing_was_asked_yet_today_and_the_whole_list_are_offered(client, asked):
    page = client.get(BROWSE, {"treaty": "cat", "as_of": "1960-01-01"})
    links = {link.words: link.href for link in read(page).links}

    assert links["Today: 1"] == "?treaty=cat"
    assert links["Start again"] == BROWSE
    assert "Nothing matches this." in page.content.decode()


def test_a_day_before_everything_is_a_page(client, asked):
    for address in LISTS:
        assert client.get(address, {"as_of": "1951-07-28"}).status_code == 200, address


def fields(client, address, query=None):
    """The names and values of the fields of a page."""
    page = read(client.get(address, query))
    return [(a.get("name"), a.get("value")) for tag, a in page.elements if tag == "input"]


def test_every_page_that_changes_with_the_day_has_a_field_for_it(asked):
    visitor = Visitor()
    for address in {*addresses()} - {*TIMELESS}:
        names = [name for name, _ in fields(visitor, address)]
        assert names.count("as_of") == 1, address


@pytest.mark.parametrize(
    ("address", "kept", "dropped"),
    [
        ("/en/developments/", {"year": "2023"}, {"page": "1"}),
        ("/en/matrix/", {"treaty": "cat"}, {}),
    ],
)
def test_the_form_for_the_day_keeps_what_else_is_asked(client, asked, address, kept, dropped):
    found = fields(client, address, {**kept, **dropped, "as_of": DAY, "published_on": DAY})

    assert set(kept.items()) <= {*found}
    assert not {*dropped} & {name for name, _ in found}
    assert [(n, v) for n, v in found if n in ("as_of", "published_on")] == [
        ("as_of", DAY),
        ("published_on", DAY),
    ]


def today():
    return timezone.localdate().isoformat()


def timetable(asked, kind, **dates):
    MilestoneFactory(
        cycle=asked.cycle, mechanism=asked.cycle.mechanism, kind=kind, title="Marker", **dates
    )
    return [asked.cycle.get_absolute_url(), asked.cycle.mechanism.get_absolute_url()]


def test_replies_are_told_from_the_day_they_were_given(asked):
    cycle, _ = timetable(asked, Milestone.Kind.REPLIES_DUE, due_on=DAY, done_on=DAY)

    assert pages_telling("Marker", EVE) == []
    assert pages_telling("Marker", DAY) == [cycle]


def test_replies_that_are_owed_are_told_today(client, asked):
    cycle, mechanism = timetable(asked, Milestone.Kind.REPLIES_DUE, due_on="2024-01")

    assert pages_telling("Marker", EVE) == []
    assert {cycle, mechanism, "/en/"} <= set(pages_telling("Marker", today()))


@pytest.mark.parametrize("kind", sorted(set(Milestone.Kind) - {Milestone.Kind.REPLIES_DUE}))
def test_a_date_that_is_fixed_beforehand_is_told_beforehand(asked, kind):
    cycle, mechanism = timetable(asked, kind, due_on=DAY, done_on=DAY)

    assert {cycle, mechanism, "/en/"} <= set(pages_telling("Marker", EVE))
    assert pages_telling("Marker", DAY) == [cycle]


def test_what_is_due_on_no_known_day_is_told_today(asked):
    cycle, _ = timetable(asked, Milestone.Kind.FOLLOW_UP_DUE)

    assert pages_telling("Marker", EVE) == []
    assert pages_telling("Marker", today()) == [cycle]


def test_an_act_without_a_date_is_told_today(asked):
    treaty = asked.invocations.get().article.treaty
    TreatyActionFactory(treaty=treaty, note="The marker words")

    assert pages_telling("The marker words", EVE) == []
    assert pages_telling("The marker words", today()) == [treaty.get_absolute_url()]


def test_a_source_beside_a_dated_fact_is_told_from_its_own_day(asked):
    later = DocumentFactory(published_on=DAY, title="The marker words")
    event, treaty = asked.developments.get(), asked.invocations.get().article.treaty
    event.sources.add(later)
    TreatyActionFactory(treaty=treaty, done_on="2023", sources=[later])
    its_own = later.get_absolute_url()
    pages = {event.get_absolute_url(), treaty.get_absolute_url()}

    assert [url for url in pages_telling("The marker words", EVE) if its_own not in url] == []
    assert pages <= set(pages_telling("The marker words", DAY))


@pytest.mark.parametrize("by", ["ask", "document"])
def test_a_review_without_a_date_is_listed_from_its_first_ask_or_document(client, by):
    cycle = ReviewCycleFactory(name="The marker words")
    if by == "ask":
        RecommendationFactory(published=True, made_on=DAY, cycle=cycle)
    else:
        DocumentFactory(published_on=DAY, cycle=cycle)

    lists = {"/en/", "/en/reviews/", cycle.mechanism.get_absolute_url()}
    assert lists.isdisjoint(pages_telling("The marker words", EVE))
    assert lists <= set(pages_telling("The marker words", DAY))


def test_a_review_without_a_date_and_asks_is_listed_today(client):
    cycle = ReviewCycleFactory()

    assert cycle.name in client.get("/en/reviews/").content.decode()
    assert cycle.name not in client.get("/en/reviews/", {"as_of": EVE}).content.decode()
