import pytest

from tests.factories import (
    ArticleFactory,
    AssessmentFactory,
    InvocationFactory,
    MechanismFactory,
    OrganisationFactory,
    RecommendationFactory,
    ResponseFactory,
    ReviewCycleFactory,
    ThemeFactory,
)


@pytest.fixture
def two():
    """Two asks, `one` and `other`, that differ in every facet."""
    cat = ArticleFactory(treaty__code="cat", number="3")
    crc = ArticleFactory(treaty__code="crc", number="7")
    upr = ReviewCycleFactory(slug="upr-4", mechanism=MechanismFactory(code="upr"))
    cedaw = ReviewCycleFactory(slug="cedaw-9", mechanism=MechanismFactory(code="cedaw"))
    one = RecommendationFactory(
        published=True,
        cycle=upr,
        made_by=[OrganisationFactory(slug="state-a", state=True)],
        themes=[ThemeFactory(code="return")],
    )
    other = RecommendationFactory(
        published=True,
        cycle=cedaw,
        made_by=[OrganisationFactory(slug="ngo-b")],
        themes=[ThemeFactory(code="birth")],
        expects_reply=True,
    )
    InvocationFactory(recommendation=one, article=cat)
    InvocationFactory(recommendation=other, article=crc)
    ResponseFactory(published=True, recommendation=one, position="noted")
    AssessmentFactory(published=True, recommendation=one, status="C")
    return one.reference, other.reference
