"""Lists and pages ask the database as often for twenty rows as for one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    AffectedGroupFactory,
    AmendmentFactory,
    ArticleFactory,
    AssessmentFactory,
    CitationFactory,
    DevelopmentFactory,
    DocumentFactory,
    EvidenceFactory,
    InvocationFactory,
    MilestoneFactory,
    NormFactory,
    NoteFactory,
    NoteSubjectFactory,
    OfficialTotalFactory,
    OrganisationFactory,
    RecommendationFactory,
    RelationFactory,
    ResponseFactory,
    ReviewCycleFactory,
    ThemeFactory,
    TreatyActionFactory,
    TreatyFactory,
    UserFactory,
)
from tests.public.site import BROWSE, LISTS
from tracker.models import (
    AffectedGroup,
    Article,
    Development,
    Document,
    Mechanism,
    Norm,
    Organisation,
    ReviewCycle,
    Theme,
    Treaty,
    User,
)

HUBS = {
    Treaty: {"code": "hub"},
    Article: {"treaty__code": "hub", "slug": "1"},
    Norm: {"slug": "hub"},
    ReviewCycle: {"slug": "hub"},
    Organisation: {"slug": "hub"},
    Document: {"slug": "hub"},
    Development: {"slug": "hub"},
    Theme: {"code": "hub"},
    AffectedGroup: {"code": "hub"},
    Mechanism: {"code": "hub"},
}
BROWSING = [
    f"{BROWSE}?treaty=hub&q=return",
    f"{BROWSE}?q=Korean",  # which no title says
    f"{BROWSE}?article=hub/1&status=not-assessed&organisation=hub",
]


@pytest.fixture
def hubs():
    """One record of each noun that everything else can hang on."""
    organisation = OrganisationFactory(slug="hub")
    cycle = ReviewCycleFactory(slug="hub", reviewed_on="2024-01", mechanism__code="hub")
    article = ArticleFactory(treaty__code="hub", number="1")
    return {
        Organisation: organisation,
        ReviewCycle: cycle,
        Treaty: article.treaty,
        Article: article,
        Norm: NormFactory(slug="hub", articles=[article]),
        Document: DocumentFactory(slug="hub", cycle=cycle, authors=[organisation]),
        Development: DevelopmentFactory(slug="hub", published=True, happened_on="2023"),
        Theme: ThemeFactory(code="hub"),
        AffectedGroup: AffectedGroupFactory(code="hub"),
        Mechanism: cycle.mechanism,
        User: UserFactory(),
    }


def hang(hubs):
    """One more of everything, on every hub."""
    people = {"published": True, "recorded_by": hubs[User], "approved_by": hubs[User]}
    organisation = OrganisationFactory(members=[OrganisationFactory()])
    hubs[Organisation].members.add(organisation)
    recommendation = RecommendationFactory(
        **people,
        document=hubs[Document],
        cycle=hubs[ReviewCycle],
        made_by=[hubs[Organisation], organisation],
        themes=[ThemeFactory(), hubs[Theme]],
        affected_groups=[AffectedGroupFactory(), hubs[AffectedGroup]],
    )
    hang_earlier(hubs, recommendation, people)
    treaty = hubs[Treaty]
    number = treaty.articles.count()
    paragraph = ArticleFactory(treaty=treaty, parent=hubs[Article], number=f"1({number})")
    hubs[Norm].articles.add(paragraph)
    for article in (hubs[Article], paragraph):
        InvocationFactory(recommendation=recommendation, article=article)
    TreatyActionFactory(treaty=treaty, article=paragraph).sources.add(DocumentFactory())
    hubs[Development].recommendations.add(recommendation)
    hubs[Development].sources.add(DocumentFactory(authors=[OrganisationFactory()]))
    OfficialTotalFactory(cycle=hubs[ReviewCycle], category=f"Category {number}")
    MilestoneFactory(cycle=hubs[ReviewCycle], due_on="2030").sources.add(DocumentFactory())
    document = DocumentFactory(cycle=hubs[ReviewCycle], authors=[hubs[Organisation]])
    for cited in (hubs[Article], paragraph):
        CitationFactory(document=document, article=cited)
    CitationFactory(document=hubs[Document], article=paragraph)
    DevelopmentFactory(**people, document=hubs[Document], happened_on="2024")
    ResponseFactory(**people, recommendation=recommendation)
    AssessmentFactory(**people, recommendation=recommendation)
    for noun in hubs.keys() - {Norm, Theme, AffectedGroup, Mechanism, User}:
        beside = {"recommendation": None, noun.__name__.lower().replace("review", ""): hubs[noun]}
        NoteSubjectFactory(note=NoteFactory(sources=[document]), **beside)
    RelationFactory(
        part_of=True,
        from_recommendation=RecommendationFactory(**people, document=hubs[Document]),
        to_recommendation=recommendation,
    )


def hang_earlier(hubs, recommendation, people):
    """An ask of an earlier review that the given one repeats, and what was changed of both."""
    earlier = ReviewCycleFactory(mechanism=hubs[Mechanism], reviewed_on="2018-11")
    before = RecommendationFactory(
        **people, document=hubs[Document], cycle=earlier, themes=[hubs[Theme]], made_on="2018-11"
    )
    RelationFactory(kind="repeats", from_recommendation=recommendation, to_recommendation=before)
    AmendmentFactory(**people, recommendation=before)
    MilestoneFactory(mechanism=hubs[Mechanism], due_on="2031")


def queries(client, address):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_pages_take_as_many_queries_for_twenty_rows_as_for_one(client, hubs):
    pages = {
        noun.__name__: hub.get_absolute_url() for noun, hub in hubs.items() if noun is not User
    }
    pages |= {address: address for address in [*LISTS, *BROWSING]}
    hang(hubs)
    with_one = {name: queries(client, address) for name, address in pages.items()}
    for _ in range(19):
        hang(hubs)

    assert {name: queries(client, address) for name, address in pages.items()} == with_one


def test_no_page_takes_more_than_a_score_of_queries(client, seeded):
    hubs = [noun.objects.exclude(**{_name(noun): ""}).first() for noun in HUBS]
    pages = [*LISTS, *(hub.get_absolute_url() for hub in hubs)]
    client.get("/en/")  # whoever comes first builds the index

    assert {page: n for page in pages if (n := queries(client, page)) > 20} == {}


def _name(noun):
    coded = dict.fromkeys([Treaty, Theme, AffectedGroup, Mechanism], "code")
    return {**coded, Article: "number"}.get(noun, "slug")


@pytest.mark.parametrize("rows", [1, 20])
def test_a_recommendation_takes_twelve_queries_at_most(client, rows):
    recommendation = RecommendationFactory(
        published=True,
        made_by=OrganisationFactory.create_batch(rows),
        themes=ThemeFactory.create_batch(rows),
    )
    for _ in range(rows):
        paragraph = ArticleFactory(parent=ArticleFactory(treaty=TreatyFactory(code="cat")))
        InvocationFactory(recommendation=recommendation, article=paragraph)
        response = ResponseFactory(published=True, recommendation=recommendation)
        development = DevelopmentFactory(published=True, recommendations=[recommendation])
        assessment = AssessmentFactory(published=True, recommendation=recommendation)
        for thing in ({"development": development}, {"response": response}):
            EvidenceFactory(assessment=assessment, **{"document": None, **thing})
        RelationFactory(
            from_recommendation=RecommendationFactory(published=True),
            to_recommendation=recommendation,
        )
        NoteSubjectFactory(
            note=NoteFactory(sources=[DocumentFactory()]), recommendation=recommendation
        )

    assert queries(client, recommendation.get_absolute_url()) <= 12
