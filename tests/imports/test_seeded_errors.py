"""A file of 1,000 rows with 37 errors: each is told once, with its place and what to do."""

import io
import re

import pytest

from tests.imports import seeded
from tracker.imports.asks import Wanted
from tracker.imports.opening.files import open_file
from tracker.imports.staging import stage
from tracker.models import Import, Recommendation, StagedRow

FORMS = {"upr-info": seeded.uprinfo, "table": seeded.table}


@pytest.mark.django_db
@pytest.mark.parametrize("form", FORMS)
def test_a_thousand_rows_with_37_errors_report_exactly_37(form, review, contributor):
    file = FORMS[form]()
    opened = open_file(io.BytesIO(file.data), "seeded.csv", 2**20)

    imported = stage(opened, wanted=Wanted(), settings={"state": "china"}, by=contributor)

    rows = list(imported.rows.filter(outcome=StagedRow.Outcome.ERROR).order_by("number"))
    told = [
        (row.place, fault.get("column", ""), fault.get("found", ""))
        for row in rows
        for fault in row.faults
    ]
    assert (imported.source, imported.rows.count()) == (form, seeded.ROWS)
    assert len(told) == seeded.ERRORS
    for (place, column, found), error in zip(told, file.errors, strict=True):
        assert re.fullmatch(r"row (\d+)", place)[1] == str(error.row)
        assert column in {error.column, error.field}, error
        assert found == error.found
    assert all(fault["expected"] and fault["mend"] for row in rows for fault in row.faults)
    assert not Recommendation.objects.exists()
    assert Import.objects.get() == imported
