"""A staged row that a person puts right or cuts into limbs, and checks anew."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from tests.factories import (
    ArticleFactory,
    DocumentFactory,
    ImportFactory,
    OrganisationFactory,
    RecommendationFactory,
    StagedRowFactory,
    TreatyFactory,
    UserFactory,
)
from tracker.actions.base import Conflict
from tracker.actions.mended_rows import mark_of, mend_row, split_row
from tracker.imports.mending import check
from tracker.models import Import, Organisation, StagedRow, User

ASK = {
    "place": "line 12",
    "text": "Hear everybody; register every child.",
    "title": "Hear everybody",
    "key": "abc",
    "made_by": ["Ferry House"],
    "made_on": "2023-04",
    "is_sure": False,
}


@pytest.fixture
def contributor() -> User:
    return UserFactory(contributor=True)


@pytest.fixture
def row() -> StagedRow:
    OrganisationFactory(slug="china", name="China", state=True)
    OrganisationFactory(slug="ferry-house", name="Ferry House")
    ArticleFactory(treaty=TreatyFactory(code="crc", short_name="CRC"), number="7")
    document = DocumentFactory(slug="ferry-2023", title="Papers for the Ferry Children")
    imported = ImportFactory(
        source=Import.Source.SUBMISSION, settings={"state": "china", "document": document.slug}
    )
    faults = [{"what": "An old fault", "expected": "None.", "mend": "Mend it."}]
    return StagedRowFactory(
        imported=imported, number=2, place="line 12", raw={"Text": "as it stands"}, ask=ASK,
        key="abc", outcome="error", faults=faults, is_chosen=False,
    )  # fmt: skip


def mend(row: StagedRow, by: User, **given: Any) -> StagedRow:
    about = {"ask": ASK, "is_chosen": True, "seen": mark_of(row), "check": check}
    return mend_row(row=row, by=by, **(about | given))


def split(row: StagedRow, by: User, *texts: str, **given: Any) -> list[StagedRow]:
    asks = [{**ASK, "text": text, "title": text} for text in texts]
    about = {"asks": asks, "seen": mark_of(row), "check": check}
    return split_row(row=row, by=by, **(about | given))


def test_a_row_is_checked_anew_with_what_a_person_says(row, contributor):
    article = {"article": "crc 7", "basis": "section", "note": ""}
    mend(row, contributor, ask={**ASK, "title": "Register them", "articles": [article]})
    row.refresh_from_db()

    assert (row.outcome, row.faults, row.is_chosen) == ("new", [], True)
    assert row.values["title"] == "Register them"
    assert row.values["invocations"] == [article]
    assert row.values["made_by"] == ["ferry-house"]
    assert (row.place, row.raw, row.key) == ("line 12", {"Text": "as it stands"}, "abc")


def test_what_may_be_here_already_waits_for_a_decision(row, contributor):
    maker = Organisation.objects.get(slug="ferry-house")
    RecommendationFactory(text=ASK["text"], made_by=[maker])

    mend(row, contributor)

    row.refresh_from_db()
    assert (row.outcome, row.is_chosen) == ("duplicate", False)


def test_what_a_person_takes_along_is_an_ask_for_sure(row, contributor):
    mend(row, contributor, is_chosen=False)
    row.refresh_from_db()
    assert row.ask["is_sure"] is False

    mend(row, contributor, is_chosen=True)
    row.refresh_from_db()
    assert row.ask.get("is_sure", True)


def test_what_is_still_wrong_is_told(row, contributor):
    mend(row, contributor, ask={**ASK, "made_by": ["Nobody Known"]})
    row.refresh_from_db()

    assert row.outcome == "error"
    assert [fault["found"] for fault in row.faults] == ["Nobody Known"]


def test_a_state_that_is_not_recorded_yet_comes_with_the_import(row, contributor):
    mend(row, contributor, ask={**ASK, "made_by": ["Norway"]})
    row.refresh_from_db()
    mend(row, contributor, ask={**ASK, "made_by": ["Norway", "Chad"]})
    row.imported.refresh_from_db()

    added = [one["slug"] for one in row.imported.additions["organisations"]]
    assert sorted(added) == ["chad", "norway"]


def test_a_row_that_somebody_has_changed_meanwhile_stays_theirs(row, contributor):
    seen = mark_of(row)
    mend(row, UserFactory(contributor=True), ask={**ASK, "title": "Theirs"})

    with pytest.raises(Conflict) as conflict:
        mend(row, contributor, ask={**ASK, "title": "Mine"}, seen=seen)

    assert conflict.value.current.ask["title"] == "Theirs"
    assert StagedRow.objects.get().ask["title"] == "Theirs"


def test_a_row_that_is_gone_and_an_import_that_is_over_are_told(row, contributor):
    row.imported.rows.all().delete()
    with pytest.raises(Conflict, match="gone"):
        mend(row, contributor)

    Import.objects.update(stage=Import.Stage.DISCARDED)
    with pytest.raises(Conflict, match="does not wait"):
        mend(row, contributor)


def test_limbs_are_rows_of_the_same_place_with_keys_of_their_own(row, contributor):
    other = StagedRowFactory(imported=row.imported, number=3)
    rows = split(row, contributor, "Hear everybody.", "Register every child.", "Open the border.")

    assert [one.number for one in rows] == [2, 4, 5]
    found = row.imported.rows.exclude(pk=other.pk).order_by("number")
    assert [one.ask["text"] for one in found] == [
        "Hear everybody.", "Register every child.", "Open the border.",
    ]  # fmt: skip
    assert [one.key for one in found] == ["abc", "abc-2", "abc-3"]
    assert {(one.place, one.outcome, one.is_chosen) for one in found} == {("line 12", "new", True)}
    assert all(one.raw == {"Text": "as it stands"} for one in found)


def test_a_limb_that_fails_leaves_the_row_whole(row, contributor):
    def fails(*_: Any) -> Any:
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - any fault will do
        split(row, contributor, "One thing.", "Another.", check=fails)

    assert row.imported.rows.get().ask == ASK


def test_nobody_without_a_role_changes_a_row(row):
    with pytest.raises(PermissionDenied):
        mend(row, UserFactory())
    with pytest.raises(PermissionDenied):
        split(row, UserFactory(), "One thing.", "Another.")
