from typing import Any

import pytest

from tests.factories import (
    ArticleFactory,
    DocumentFactory,
    MechanismFactory,
    OrganisationFactory,
    ReviewCycleFactory,
    ThemeFactory,
    TreatyFactory,
    UserFactory,
)
from tracker.imports.asks import Ask
from tracker.models import Document, Mechanism, ReviewCycle, User


@pytest.fixture
def contributor() -> User:
    return UserFactory(contributor=True)


@pytest.fixture
def review() -> ReviewCycle:
    """China's second review, with its report and the addendum that answers it."""
    upr = MechanismFactory(code="upr", kind=Mechanism.Kind.UPR, expects_reply=True)
    cycle = ReviewCycleFactory(
        slug="upr-2",
        name="UPR 2nd cycle",
        mechanism=upr,
        session="17th session",
        reviewed_on="2013-10-22",
        outcome_adopted_on="2014-03-20",
    )
    OrganisationFactory(slug="china", name="China", state=True)
    kinds = Document.Kind
    DocumentFactory(slug="a-hrc-25-5", symbol="A/HRC/25/5", kind=kinds.WORKING_GROUP_REPORT,
                    cycle=cycle, title="Report")  # fmt: skip
    DocumentFactory(slug="a-hrc-25-5-add-1", symbol="A/HRC/25/5/Add.1", kind=kinds.ADDENDUM,
                    cycle=cycle, title="Replies")  # fmt: skip
    ThemeFactory(code="nonref", name="Stop forced return", aliases=["Refoulement"])
    ArticleFactory(treaty=TreatyFactory(code="cat", short_name="CAT"), number="3")
    return cycle


def an_ask(number: int = 1, **given: Any) -> Ask:
    """One State's ask of the seventeenth session, as a row of a table."""
    said = {
        "place": f"row {number + 1}",
        "key": f"17-{number}",
        "text": f"End the return of people to danger, whatever the reason, in way {number}.",
        "session": 17,
        "made_by": ["Norway"],
        "position": "Supported",
    }
    return Ask(**(said | given))
