"""What rows of a file say stays only as long as something needs it."""

import pytest
from python_calamine import CalamineWorkbook

from tests.actions.imports.rows import Outcome, row, stage, staged
from tests.factories import RecommendationFactory
from tracker.actions.imports import choose_rows, confirm_import, undo_import
from tracker.actions.publication import submit
from tracker.imports.errors import error_workbook
from tracker.models import Import

SAYS = {"raw": {"Ask": "Their words", "Phone": "123"}, "ask": {"text": "Their words"}}
NOTHING = ({}, {}, {})
_NAMES = ("raw", "ask", "values")


@pytest.fixture
def imported(world, new, contributor):
    """Rows that are written, left out, undecided, unchanged and wrong; they say something."""
    here = RecommendationFactory()
    rows = [new(1), new(2), new(3), new(4)]
    rows.append(row(5, outcome=Outcome.UNCHANGED, record=here.pk, values={"text": "Their words"}))
    rows.append(row(6, outcome=Outcome.ERROR, faults=[{"what": "No text"}], values={"a": 1}))
    rows[2].outcome, rows[2].record = Outcome.DUPLICATE, here.pk
    for one in rows:
        one.raw, one.ask = SAYS["raw"], SAYS["ask"]
    found = stage(*rows, by=contributor)
    choose_rows(imported=found, numbers=[2], is_chosen=False, by=contributor)
    return found


def test_confirming_keeps_what_is_written_compared_or_to_be_corrected(imported, contributor):
    confirm_import(imported=imported, by=contributor, clean_only=True)

    first, left, undecided, _, unchanged, wrong = staged(imported, *_NAMES)
    assert first[:2] == tuple(SAYS.values())
    assert left == undecided == NOTHING
    assert unchanged == ({}, {}, {"text": "Their words"})
    assert wrong == (*SAYS.values(), {"a": 1})
    with error_workbook(imported) as book, CalamineWorkbook.from_filelike(book) as sheets:
        assert "Their words" in sheets.get_sheet_by_index(0).to_python()[1]


def test_a_passage_stays_by_which_a_text_is_known_again(imported, contributor):
    Import.objects.update(source=Import.Source.SUBMISSION)

    confirm_import(imported=imported, by=contributor, clean_only=True)

    assert staged(imported, *_NAMES)[4] == (SAYS["raw"], {}, {"text": "Their words"})


def test_undoing_leaves_only_what_was_written(imported, contributor):
    confirm_import(imported=imported, by=contributor, clean_only=True)
    submit(records=[imported.rows.get(number=4).record], by=contributor)

    undo_import(imported=imported, by=contributor)

    first, left, undecided, stayed, unchanged, wrong = staged(imported, *_NAMES)
    assert first[:2] == ({}, {})
    assert first[2]["text"]
    assert stayed[:2] == tuple(SAYS.values())
    assert left == undecided == unchanged == wrong == NOTHING
    assert imported.rows.get(number=6).faults == []
