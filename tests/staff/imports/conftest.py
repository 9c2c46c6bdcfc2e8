from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.factories import (
    DocumentFactory,
    ImportFactory,
    MechanismFactory,
    OrganisationFactory,
    ReviewCycleFactory,
    StagedRowFactory,
)
from tracker.models import Document, Import, Mechanism, ReviewCycle, StagedRow, User

TEXT = "Refrain from returning people to danger, in way {}."


@pytest.fixture(autouse=True)
def review() -> ReviewCycle:
    """China's second review with its report and replies, and two States that ask."""
    upr = MechanismFactory(code="upr", kind=Mechanism.Kind.UPR, expects_reply=True)
    cycle = ReviewCycleFactory(
        slug="upr-2", name="UPR 2nd cycle", mechanism=upr, session="17th session",
        reviewed_on="2013-10-22", outcome_adopted_on="2014-03-20",
    )  # fmt: skip
    OrganisationFactory(slug="china", name="China", state=True)
    OrganisationFactory(slug="norway", name="Norway", state=True)
    OrganisationFactory(slug="canada", name="Canada", state=True)
    kinds = Document.Kind
    DocumentFactory(slug="a-hrc-25-5", symbol="A/HRC/25/5", kind=kinds.WORKING_GROUP_REPORT,
                    cycle=cycle)  # fmt: skip
    DocumentFactory(slug="a-hrc-25-5-add-1", symbol="A/HRC/25/5/Add.1", kind=kinds.ADDENDUM,
                    cycle=cycle)  # fmt: skip
    return cycle


@pytest.fixture
def imported(contributor: User) -> Import:
    """A table that the contributor has read."""
    settings = {"state": "china", "state_name": "China", "cycle": "upr-2"}
    return ImportFactory(read_by=contributor, settings=settings)


def a_row(imported: Import, number: int, **given: Any) -> StagedRow:
    """A row of a table, staged as its reader and the checks would."""
    text = given.pop("text", TEXT.format(number))
    maker = given.pop("maker", "norway")
    position = given.pop("position", "")
    raw = {"Ask": text, "By": maker.title()}
    ask = {"place": f"row {number + 1}", "text": text, "made_by": [maker.title()], "key": ""}
    values = {
        "kind": "recommendation", "text": text, "title": text[:80], "text_kind": "official",
        "language": "en", "locator": "", "cycle": "upr-2", "document": "a-hrc-25-5",
        "addressed_to": "china", "made_by": [maker], "made_on": "2013-10-22", "themes": [],
        "affected_groups": [], "action_strength": None, "names_north_koreans": False,
        "expects_reply": True, "invocations": [],
    }  # fmt: skip
    if position:
        values["answer"] = {
            "position": position, "category_as_stated": "", "words": "", "words_kind": "official",
            "language": "en", "responded_on": "2014-03-20", "document": "a-hrc-25-5-add-1",
            "locator": "", "certainty": "seen",
        }  # fmt: skip
    return StagedRowFactory(
        **{"imported": imported, "number": number, "place": f"row {number + 1}", "raw": raw,
           "ask": ask, "values": values} | given
    )  # fmt: skip


@pytest.fixture
def read(browser: Client) -> Callable[..., Any]:
    """Sends a file to the page as the contributor does."""

    def send(data: bytes | str, name: str = "asks.csv", **said: Any) -> Any:
        content = data.encode() if isinstance(data, str) else data
        first = {"state": "china", "positions": "on", "cycle": "upr-2"}
        file = SimpleUploadedFile(name, content)
        return browser.post(reverse("staff:imports"), first | said | {"file": file})

    return send


def page_of(browser: Client, imported: Import, query: str = "") -> str:
    return browser.get(reverse("staff:import", args=[imported.key]) + query).content.decode()
