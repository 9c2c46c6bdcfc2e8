"""A file's rows, kept for a person to read; no record changes before they confirm."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.actions.imports.rows import FILE, Outcome, row, stage, staged
from tests.factories import OrganisationFactory, UserFactory
from tracker.actions.base import Conflict
from tracker.actions.imports import (
    choose_rows,
    discard_import,
    remember_columns,
    restage_import,
)
from tracker.models import ColumnMapping, Import, Recommendation, StagedRow

ANEW = {name: FILE[name] for name in ("settings", "told", "additions")}
OUTCOMES = list(Outcome)


def test_a_staged_row_holds_all_that_was_said_of_it(contributor):
    said = {
        "raw": {"Recommendation": "  Protect 강철  ", "Made": "Fran\\ce\tx\n"},
        "ask": {"place": "row 2", "text": "Protect", "is_sure": True},
        "key": "17-2",
        "values": {"title": "Protect", "made_by": ["france"], "answer": {"position": "noted"}},
        "faults": [{"what": "Unknown article “CAT 3bis”", "mend": "Choose another."}],
        "differences": [{"field": "Title", "old": "Guard", "new": "Protect"}],
        "expected": 3,
    }
    imported = stage(row(2, outcome=Outcome.ERROR, **said), by=contributor, told=["One sheet."])

    kept = imported.rows.get()
    assert {name: getattr(kept, name) for name in said} == said
    assert (kept.place, kept.outcome, kept.is_chosen, kept.is_written) == (
        "row 2", "error", True, False,
    )  # fmt: skip
    assert (imported.stage, imported.read_by, imported.told) == (
        "staged", contributor, ["One sheet."],
    )  # fmt: skip
    assert not Recommendation.objects.exists()


def test_what_the_database_cannot_keep_is_marked_rather_than_refused(contributor):
    half = "\ud800"
    imported = stage(row(1, raw={"a\x00": f"b\x00{half}\\u0000"}, key="1\x00"), by=contributor)

    assert staged(imported, "key", "raw") == [("1�", {"a�": "b�?\\u0000"})]


def test_a_possible_duplicate_and_what_may_be_no_ask_wait_to_be_chosen(contributor):
    rows = [row(n, outcome=outcome) for n, outcome in enumerate(OUTCOMES)]
    unsure = row(9, ask={"is_sure": False})

    imported = stage(*rows, unsure, row(10, is_chosen=False), by=contributor)

    left = imported.rows.filter(is_chosen=False).values_list("number", flat=True)
    assert set(left) == {OUTCOMES.index(Outcome.DUPLICATE), 9, 10}


@pytest.mark.parametrize(
    ("rows", "about"),
    [
        ([row(1), row(1)], {}),
        ([row(1, key="k" * 81)], {}),
        ([row(1)], {"sha256": "no hash"}),
        ([row(1)], {"source": "telepathy"}),
    ],
)
def test_what_breaks_a_rule_is_refused_and_leaves_no_trace(rows, about, contributor, refused):
    with refused(ValidationError):
        stage(*rows, by=contributor, **about)
    assert not StagedRow.objects.exists()


def test_many_rows_are_staged_in_as_many_queries_as_one(contributor):
    def queries(count):
        with CaptureQueriesContext(connection) as recorded:
            stage(*map(row, range(count)), by=contributor)
        return len(recorded)

    assert queries(300) == queries(1)


def test_a_file_read_anew_keeps_what_a_person_took_or_left(contributor):
    colleague = UserFactory(contributor=True)
    first = [row(n, outcome=outcome) for n, outcome in enumerate(OUTCOMES, start=1)]
    imported = stage(*first, by=contributor)
    choose_rows(imported=imported, numbers=[1], is_chosen=False, by=contributor)
    choose_rows(imported=imported, numbers=[4, 5], is_chosen=True, by=contributor)

    again = [row(1), row(2, outcome=Outcome.NEW), row(4, outcome=Outcome.DUPLICATE), row(5)]
    imported = restage_import(
        imported=imported, rows=again, by=colleague, **ANEW | {"settings": {"encoding": "cp1252"}}
    )

    assert staged(imported, "number", "outcome", "is_chosen") == [
        (1, "new", False), (2, "new", True), (4, "duplicate", False), (5, "new", True),
    ]  # fmt: skip
    assert (imported.read_by, imported.settings) == (colleague, {"encoding": "cp1252"})


def test_choosing_says_how_many_rows_it_changed(contributor):
    imported = stage(row(1), row(2), row(3), by=contributor)

    assert choose_rows(imported=imported, numbers=[1, 2], is_chosen=False, by=contributor) == 2
    assert choose_rows(imported=imported, numbers=[2, 3], is_chosen=False, by=contributor) == 1


def test_what_was_thrown_away_is_gone_but_for_the_name_of_its_file(contributor):
    imported = discard_import(imported=stage(row(1), by=contributor), by=contributor)

    assert (imported.stage, imported.ended_by) == (Import.Stage.DISCARDED, contributor)
    assert not imported.rows.exists()
    assert imported.events.latest("pgh_id").pgh_context == {
        "action": "discard_import", "user": contributor.pk,
    }  # fmt: skip


def test_a_colleague_throws_nothing_away_and_a_coordinator_does(contributor, coordinator, refused):
    imported, colleague = stage(row(1), by=contributor), UserFactory(contributor=True)

    with refused(PermissionDenied):
        discard_import(imported=imported, by=colleague)
    discard_import(imported=imported, by=coordinator)


@pytest.mark.parametrize(
    "run",
    [
        lambda **about: restage_import(rows=[], **ANEW, **about),
        lambda **about: choose_rows(numbers=[1], is_chosen=False, **about),
        discard_import,
    ],
)
def test_what_is_not_staged_any_more_is_left_as_it_is(run, contributor, refused):
    imported = stage(row(1), by=contributor)
    discard_import(imported=imported, by=contributor)

    with refused(Conflict, match="thrown away"):
        run(imported=imported, by=contributor)


# Columns


def test_the_columns_of_a_table_are_remembered_for_its_organisation(contributor):
    organisation = OrganisationFactory()
    about = {"organisation": organisation, "headings": ["Ask", "By", "No"], "by": contributor}
    remember_columns(columns={"Ask": "text"}, **about)

    mapping = remember_columns(columns={"Ask": "text", "By": "made_by"}, **about)

    assert ColumnMapping.objects.get() == mapping
    assert mapping.columns == {"Ask": "text", "By": "made_by"}
    assert mapping.signature == ColumnMapping.signature_of(["Ask", "By", "No"])
    remember_columns(columns={"Ask": "title"}, **about | {"headings": ["By", "Ask", "No"]})
    assert organisation.column_mappings.count() == 2


def test_a_column_that_the_table_has_not_is_refused(contributor, refused):
    organisation = OrganisationFactory()
    with refused(ValidationError, match="no column “Whose”"):
        remember_columns(
            organisation=organisation, headings=["Ask"], columns={"Whose": "made_by"},
            by=contributor,
        )  # fmt: skip
