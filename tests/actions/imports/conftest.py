import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.actions.imports.rows import Outcome, row, stage
from tests.factories import (
    AffectedGroupFactory,
    ArticleFactory,
    DocumentFactory,
    OrganisationFactory,
    ReviewCycleFactory,
    ThemeFactory,
)
from tracker.models import Document


@pytest.fixture
def world():
    """What rows name by their natural keys."""
    OrganisationFactory(slug="china", state=True)
    OrganisationFactory(slug="france", state=True)
    OrganisationFactory(slug="czechia", state=True)
    DocumentFactory(slug="a-hrc-56-6", kind=Document.Kind.WORKING_GROUP_REPORT)
    DocumentFactory(slug="a-hrc-56-6-add-1", kind=Document.Kind.ADDENDUM)
    ReviewCycleFactory(slug="upr-4")
    ThemeFactory(code="asylum")
    AffectedGroupFactory(code="children")
    for number in ("33", "31"):
        ArticleFactory(treaty__code="rc", number=number)


@pytest.fixture
def new():
    """A row that is not here yet, with all that one may say; more or else by what it is given."""

    def make(number=1, answer=None, **said):
        values = {
            "kind": "recommendation", "document": "a-hrc-56-6", "cycle": "upr-4",
            "locator": f"138.{number}", "addressed_to": "china", "made_by": ["france", "czechia"],
            "made_on": "2024-01-23", "title": f"Protect escapees ({number})",
            "text": f"Protect those who flee, in the way of {number}.", "text_kind": "official",
            "language": "en", "action_strength": 4, "names_north_koreans": True,
            "expects_reply": True, "themes": ["asylum"], "affected_groups": ["children"],
            "certainty": "seen",
            "invocations": [{"article": "rc 33", "basis": "inferred", "note": "Our reading."}],
            "answer": {
                "position": "noted", "responded_on": "2024-07-04", "document": "a-hrc-56-6-add-1",
                "locator": f"{number}", "category_as_stated": "Noted",
            } | (answer or {}),
        }  # fmt: skip
        return row(number, key=f"17-{number}", values=values | said, outcome=Outcome.NEW)

    return make


@pytest.fixture
def staged_new(world, new, contributor):
    """Three new rows, staged."""
    return stage(new(1), new(2), new(3), by=contributor)


@pytest.fixture
def queries():
    """How often something asks the database."""

    def count(run):
        with CaptureQueriesContext(connection) as recorded:
            run()
        return len(recorded)

    return count
