"""A submission from its file to drafts, and the same file once more."""

from pathlib import Path
from typing import Any

import pytest

from tests.factories import DocumentFactory, OrganisationFactory
from tracker.actions.imports import confirm_import, stage_import
from tracker.actions.mended_rows import mark_of, mend_row, split_row
from tracker.imports.asks import Wanted
from tracker.imports.mending import check
from tracker.imports.preparing import prepare
from tracker.imports.readers.submissions import read_submission
from tracker.imports.staging import settings_of
from tracker.models import Import, Recommendation, StagedRow, User

FILE = Path(__file__).resolve().parent.parent / "data" / "submissions" / "bullets.txt"


@pytest.fixture
def settings() -> dict[str, Any]:
    OrganisationFactory(slug="china", name="China", state=True)
    maker = OrganisationFactory(slug="harbour", name="Harbour Centre for Family Rights")
    document = DocumentFactory(slug="harbour-2024", submitted_on="2024-05")
    return {"state": "china", "document": document.slug, "made_by": [maker.slug]}


def bring_in(settings: dict[str, Any], by: User) -> Import:
    reading = read_submission("text", FILE.read_bytes(), Wanted())
    rows, additions, _ = prepare(reading.asks, reading.source, settings)
    return stage_import(
        source=reading.source, file_name=FILE.name, sha256="a" * 64, size=FILE.stat().st_size,
        settings=settings, told=reading.told, additions=additions, rows=rows, by=by,
    )  # fmt: skip


def outcomes(imported: Import) -> list[tuple[str, bool]]:
    rows = imported.rows.order_by("number")
    return [(row.outcome, row.is_chosen) for row in rows]


def test_what_is_sure_is_taken_and_the_rest_waits_for_a_person(
    settings: dict[str, Any], contributor: User
) -> None:
    imported = bring_in(settings, contributor)

    assert outcomes(imported) == [("new", False), *[("new", True)] * 6, ("error", False)]


def test_submitters_that_are_known_here_are_taken_over_all_or_none(
    settings: dict[str, Any], contributor: User
) -> None:
    reading = read_submission("text", FILE.read_bytes(), Wanted())
    assert settings_of(reading, Wanted(), {})["made_by"] == ["harbour"]
    assert settings_of(reading, Wanted(), {"made_by": ["other"]})["made_by"] == ["other"]

    reading.proposed["made_by"].append("Nobody Known")
    assert "made_by" not in settings_of(reading, Wanted(), {})


def test_the_same_file_changes_nothing_of_what_a_person_made_of_it(
    settings: dict[str, Any], contributor: User
) -> None:
    imported = bring_in(settings, contributor)
    first = imported.rows.get(number=2)
    about: dict[str, Any] = {"check": check, "by": contributor}
    mended = {**first.ask, "title": "How many go to school"}
    mend_row(row=first, ask=mended, is_chosen=True, seen=mark_of(first), **about)
    third = imported.rows.get(number=3)
    limbs = [{**third.ask, "text": text} for text in ("Which office decides?", "Who else may?")]
    split_row(row=third, asks=limbs, seen=mark_of(third), **about)
    confirm_import(imported=imported, by=contributor, clean_only=True)
    assert Recommendation.objects.count() == 7
    assert Recommendation.objects.filter(title="How many go to school").exists()

    again = bring_in(settings, contributor)

    written = [row.outcome for row in again.rows.filter(number__in=range(2, 8))]
    assert written == ["unchanged"] * 6


def test_what_a_person_changes_in_the_same_file_again_is_a_change(
    settings: dict[str, Any], contributor: User
) -> None:
    confirm_import(imported=bring_in(settings, contributor), by=contributor, clean_only=True)
    row = bring_in(settings, contributor).rows.get(number=2)
    mended = {**row.ask, "title": "How many go to school"}
    about: dict[str, Any] = {"check": check, "by": contributor, "seen": mark_of(row)}
    mend_row(row=row, ask=mended, is_chosen=True, **about)

    assert StagedRow.objects.get(pk=row.pk).outcome == "changed"
