"""What would be written is said exactly, written together, and can be taken back."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import RecommendationFactory, SourceKeyFactory
from tests.staff.imports.conftest import a_row, page_of
from tracker.actions.publication import submit
from tracker.filters.imports import plan_of
from tracker.models import Import, Recommendation, Response, SourceKey, StagedRow, User

Go = Callable[..., str]


@pytest.fixture
def go(browser: Client, imported: Import) -> Go:
    def press(name: str, **given: Any) -> str:
        address = reverse(f"staff:import_{name}", args=[imported.key])
        return browser.post(address, given, follow=True).content.decode()

    return press


def test_what_is_confirmed_is_what_was_said(browser: Client, imported: Import, go: Go) -> None:
    a_row(imported, 1, position="accepted")
    a_row(imported, 2, position="noted")
    a_row(imported, 3)
    a_row(imported, 4, is_chosen=False)
    a_row(imported, 5, outcome="unchanged", record=RecommendationFactory(published=True))
    plan = plan_of(imported)
    page = browser.get(reverse("staff:import_confirm", args=[imported.key])).content.decode()

    assert (plan.new, plan.answers, plan.left, plan.unchanged) == (3, 2, 1, 1)
    assert "3</span> new drafts" in page
    assert "2</span> answers of China" in page
    told = go("confirm")

    assert "Confirmed." in told
    assert Recommendation.objects.filter(state="draft").count() == plan.new
    assert Response.objects.count() == plan.answers
    assert f'href="{reverse("staff:asks_send", args=["a-hrc-25-5"])}"' in told
    assert reverse("staff:sheet_send", args=["upr-2", "a-hrc-25-5-add-1"]) in told
    reference = imported.rows.get(number=1).record.reference
    assert f'written: <a class="ref" href="/staff/recommendations/{reference}/"' in told


def test_rows_with_errors_stay_behind_only_after_saying_so(imported: Import, go: Go) -> None:
    a_row(imported, 1)
    fault = {"what": "No text", "expected": "A text.", "mend": "Write it."}
    a_row(imported, 2, outcome="error", faults=[fault])

    assert "1 row has errors." in go("confirm")
    assert not Recommendation.objects.exists()
    go("confirm", clean_only="on")

    assert Recommendation.objects.count() == 1
    assert StagedRow.objects.get(number=2).left_because == "It has errors."


def test_what_a_row_said_that_was_left_out_is_not_kept(imported: Import, go: Go) -> None:
    a_row(imported, 1)
    a_row(imported, 2, text="Their own words", is_chosen=False)

    told = go("confirm")

    assert "It was not chosen." in told
    assert "What it said is not kept." in told
    assert "Their own words" not in told


def test_rows_with_errors_that_are_left_out_need_no_word(imported: Import, go: Go) -> None:
    a_row(imported, 1)
    a_row(imported, 2, outcome="error", faults=[{"what": "No text"}], is_chosen=False)

    assert "Confirmed." in go("confirm")
    assert Recommendation.objects.count() == 1


def test_a_change_of_what_is_published_needs_a_reason(imported: Import, go: Go) -> None:
    record = RecommendationFactory(published=True, text="As it was.")
    lines = [{"name": "text", "field": "text", "old": "As it was.", "new": "As it is."}]
    a_row(imported, 1, text="As it is.", outcome="changed", record=record, differences=lines,
          expected=record.version)  # fmt: skip

    assert "Say why the published records would change." in go("confirm")
    imported.refresh_from_db()
    assert imported.stage == Import.Stage.STAGED


def test_a_record_that_was_changed_meanwhile_stops_all_of_it_and_rows_are_compared_anew(
    imported: Import, go: Go
) -> None:
    a_row(imported, 1)
    record = RecommendationFactory()
    lines = [{"name": "text", "field": "text", "old": "Old", "new": "New"}]
    a_row(imported, 2, outcome="changed", record=record, differences=lines,
          expected=record.version + 1)  # fmt: skip

    refused = go("confirm")

    assert "Something has changed since this was read" in refused
    assert "Compare all rows anew" in refused
    assert Recommendation.objects.count() == 1
    assert "compared anew" in go("compare")


def test_an_import_is_undone_and_says_what_stays(
    browser: Client, imported: Import, go: Go, contributor: User
) -> None:
    a_row(imported, 1)
    a_row(imported, 2)
    go("confirm")
    sent = imported.rows.get(number=1).record
    submit(records=[sent], by=contributor)

    page = page_of(browser, imported)
    assert "<strong>1 record would stay</strong>" in page
    assert sent.reference in page
    undone = go("undo")

    assert "Undone by" in undone
    assert "taken back" in undone
    assert imported.rows.get(number=1).left_because in undone
    assert Recommendation.objects.exclude(state="withdrawn").get() == sent


def test_what_was_read_is_thrown_away_with_its_rows(imported: Import, go: Go) -> None:
    a_row(imported, 1)

    told = go("discard")

    assert "No record was changed." in told
    assert not StagedRow.objects.exists()
    assert "This import was thrown away." in go("confirm")
    assert not Recommendation.objects.exists()


def test_nothing_is_confirmed_where_nothing_would_be_written(
    browser: Client, imported: Import
) -> None:
    a_row(imported, 1, outcome="unchanged", record=RecommendationFactory())
    address = reverse("staff:import_confirm", args=[imported.key])

    page = browser.get(address).content.decode()

    assert "says what is recorded already" in page
    assert '<button class="button">Confirm' not in page


def test_what_a_file_calls_records_that_are_here_is_confirmed_alone(
    browser: Client, imported: Import, go: Go
) -> None:
    known = SourceKeyFactory(source=imported.source, key="A 1").recommendation
    a_row(imported, 1, outcome="unchanged", record=known, key="A 1")
    for number in (2, 3):
        record = RecommendationFactory()
        a_row(imported, number, outcome="unchanged", record=record, key=f"A {number}")
    address = reverse("staff:import_confirm", args=[imported.key])

    page = browser.get(address).content.decode()
    assert 'remembers what this file calls <span class="count">2</span> records' in page
    assert '<button class="button">Confirm' in page
    assert "Confirmed." in go("confirm")

    assert set(SourceKey.objects.values_list("key", flat=True)) == {"A 1", "A 2", "A 3"}
