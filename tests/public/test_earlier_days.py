"""What comes later changes nothing of an earlier day: not a word, a number, a bar or a pixel."""

import pytest

from tests.factories import (
    AssessmentFactory,
    DevelopmentFactory,
    DocumentFactory,
    EvidenceFactory,
    InvocationFactory,
    MilestoneFactory,
    OrganisationFactory,
    RecommendationFactory,
    RelationFactory,
    ResponseFactory,
    ReviewCycleFactory,
    TreatyActionFactory,
)
from tests.public.site import EMBEDS, Visitor, addresses, files, one_of_each
from tracker.filters.versions import data_version
from tracker.models import Development, Document, Milestone, Position, Status, TreatyAction

EVE, DAY = "2024-08-31", "2024-09-01"
SHAPES = [
    "/en/recommendations/?treaty=cat&view=table", "/en/matrix/?rows=treaty&columns=position",
    "/en/matrix/?rows=organisation&columns=cycle", "/en/coverage/?rows=norm&columns=cycle",
    "/en/embed/status/?treaty=cat",
]  # fmt: skip
FILES = [f"/en/recommendations.{form}" for form in ("csv", "jsonl", "atom")]
DOORS = [*FILES, "/en/matrix.csv", "/api/v1/recommendations/"]


@pytest.fixture
def ask():
    """An NGO's ask that was taken up, answered and assessed before the day, with all around it."""
    ask = one_of_each()
    ask.made_by.set([OrganisationFactory(slug="ngo")])
    body = OrganisationFactory(slug="body", kind="un-body")
    taker = follow(ask, "takes-up", "2023-06-01", cycle=ask.cycle, made_by=[body])
    these = {"published": True, "recommendation": taker}
    ResponseFactory(**these, responded_on="2024-02-01", position=Position.ALREADY_IMPLEMENTED)
    AssessmentFactory(**these, as_of="2024-03-01", status=Status.C)
    mechanism = ask.cycle.mechanism
    for kind in Milestone.Kind:
        MilestoneFactory(mechanism=mechanism, cycle=ask.cycle, kind=kind, due_on="2024-06")
    MilestoneFactory(mechanism=mechanism, cycle=ask.cycle, kind=Milestone.Kind.FOLLOW_UP_DUE)
    return ask


def follow(earlier, kind, made_on, **fields):
    """An ask with all that `earlier` has, which takes it up or repeats it."""
    later = RecommendationFactory(
        published=True, made_on=made_on, document=earlier.document, themes=earlier.themes.all(),
        affected_groups=earlier.affected_groups.all(), expects_reply=True, **fields,
    )  # fmt: skip
    InvocationFactory(recommendation=later, article=earlier.invocations.get().article)
    RelationFactory(kind=kind, from_recommendation=later, to_recommendation=earlier)
    return later


def go_on(ask):
    """What happens from the day on, of every kind that has a day."""
    known = set(Document.objects.values_list("pk", flat=True))
    these = {"published": True, "recommendation": ask}
    ResponseFactory(**these, responded_on=DAY, position="not-accepted", document=ask.document)
    judged = AssessmentFactory(**these, as_of=DAY, status=Status.E)
    event = DevelopmentFactory(published=True, happened_on=DAY, recommendations=[ask])
    EvidenceFactory(assessment=judged, development=event, document=None, locator="Marker")
    cycle = ReviewCycleFactory(mechanism=ask.cycle.mechanism, reviewed_on=DAY)
    state = OrganisationFactory(state=True)
    taker = follow(ask, "takes-up", DAY, cycle=cycle, made_by=[state, *ask.made_by.all()])
    ResponseFactory(
        published=True, recommendation=taker, responded_on=DAY, document=ask.document,
        position=Position.BEING_IMPLEMENTED,
    )  # fmt: skip
    follow(taker, "repeats", DAY, cycle=cycle, made_by=[state])
    follow(ask, "repeats", DAY, cycle=ask.cycle, made_by=ask.made_by.all())
    undated = ReviewCycleFactory(mechanism=ask.cycle.mechanism)
    follow(ask, "repeats", DAY, cycle=undated, made_by=[state])
    DocumentFactory(published_on=DAY, cycle=ask.cycle, authors=ask.made_by.all())
    treaty = ask.invocations.get().article.treaty
    TreatyActionFactory(treaty=treaty, done_on=DAY)
    TreatyActionFactory(treaty=treaty, note="As reported later.", sources=[DocumentFactory()])
    report = DocumentFactory()
    for dated in (*Development.objects.all(), *TreatyAction.objects.exclude(done_on=None)):
        dated.sources.add(report)
    Document.objects.exclude(pk__in=known).update(published_on=DAY)
    for milestone in Milestone.objects.all():
        milestone.done_on = DAY
        milestone.save()
    MilestoneFactory(
        mechanism=ask.cycle.mechanism, cycle=ask.cycle, kind=Milestone.Kind.REPLIES_DUE,
        title="Replies published", due_on=DAY, done_on=DAY,
    )  # fmt: skip


def shown():
    """Every page, file and answer as of the eve; the version of the data is that of today."""
    visitor, version = Visitor(), data_version().encode()
    asked = [*addresses(), *EMBEDS, *SHAPES, *files(), *DOORS]
    answers = {url: visitor.get(f"{url}{'&' if '?' in url else '?'}as_of={EVE}") for url in asked}
    return {
        url: (answer.status_code, answer.getvalue().replace(version, b"the version"))
        for url, answer in answers.items()
    }


def test_what_comes_later_changes_nothing_of_an_earlier_day(ask):
    before = shown()
    go_on(ask)
    after = shown()

    assert {url for url in before if after[url] != before[url]} == set()
    assert {status for status, _ in before.values()} <= {200, 400, 404}
    assert sum(1 for status, _ in before.values() if status == 200) > 100


def test_what_comes_later_would_be_seen(ask):
    """The same on the day itself: what is compared above would tell, were it told too early."""
    visitor = Visitor()
    pages = [ask.get_absolute_url(), "/en/", *EMBEDS, "/en/uptake/", "/en/coverage/", "/en/claims/"]
    pages += [row.get_absolute_url() for row in (ask.themes.get(), ask.cycle.mechanism, ask.cycle)]
    pages += [f"{ask.get_absolute_url()}picture.png", f"/en/lineage/{ask.reference}/"]

    def told():
        return {url: visitor.get(url, {"as_of": DAY}).getvalue() for url in pages}

    before, version = told(), data_version().encode()
    go_on(ask)
    new = data_version().encode()

    assert [url for url, page in told().items() if page.replace(new, version) == before[url]] == []
