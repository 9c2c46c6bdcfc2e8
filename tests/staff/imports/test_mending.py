"""A row with a fault that its reader found, put right in the form of that row."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import ArticleFactory, TreatyFactory
from tests.staff.imports.conftest import a_row, page_of
from tracker.actions.mended_rows import mark_of
from tracker.imports.asks import Wanted
from tracker.imports.readers import mapped, uprinfo
from tracker.imports.readers.numbering import asks_of
from tracker.imports.readers.reviews import Review
from tracker.models import Import, StagedRow

GOOD = {
    "SuR": "China", "Rgrp": "Asia", "Org": "", "Recommendation": "Light the harbour at night",
    "RS": "Norway", "Rgrp (2)": "WEOG", "Org (2)": "", "Response": "Supported", "Action": "5",
    "Issue": "", "Session": "17",
}  # fmt: skip
Mend = Callable[..., StagedRow]


@pytest.fixture
def mend(browser: Client) -> Mend:
    """Saves the form of a row as it is shown, but for what is said."""

    def send(row: StagedRow, **changes: Any) -> StagedRow:
        where = reverse("staff:staged_row", args=[row.imported.key, row.number])
        form = browser.get(where).context["edit"].form
        shown = {field.name: field.value() for field in form if field.value() is not None}
        articles = {"articles-TOTAL_FORMS": "0", "articles-INITIAL_FORMS": "0"}
        given = {**shown, **articles, "is_chosen": "on", "limbs": "", **changes}
        answer = browser.post(where, given | {"seen": mark_of(row)})
        assert answer.status_code == 302, answer.context["edit"].form.errors
        row.refresh_from_db()
        return row

    return send


def staged(imported: Import, ask: Any) -> StagedRow:
    """An ask as a reader gave it, staged with its faults."""
    said = ask.as_json()
    values = {"text": ask.text, "kind": "recommendation", "text_kind": "official",
              "language": "en", "title": "A title", "cycle": "upr-2"}  # fmt: skip
    return a_row(imported, 1, ask=said, values=values, faults=said.get("faults", []),
                 outcome="error", raw=dict(ask.raw))  # fmt: skip


def from_uprinfo(imported: Import, **change: str) -> StagedRow:
    (ask,) = uprinfo.read_rows([("row 2", GOOD | change)], Wanted()).asks
    return staged(imported, ask)


@pytest.mark.parametrize(
    ("wrong", "mended"),
    [
        ({"Recommendation": ""}, {"text": "Light the harbour", "title": "Light the harbour"}),
        ({"RS": "(Unknown)"}, {"made_by": "Norway"}),
        ({"Response": "Under consideration"}, {"position": "accepted"}),
        ({"Response": "Under consideration"}, {"position": ""}),
        ({"Action": "9"}, {"strength": "4"}),
        ({"Action": "9"}, {"strength": ""}),
    ],
)
def test_what_a_person_says_takes_the_fault_of_the_table_away(
    imported: Import, mend: Mend, wrong: dict[str, str], mended: dict[str, str]
) -> None:
    row = from_uprinfo(imported, **wrong)
    if "text" not in mended:
        assert mend(row).outcome == "error"

    row = mend(row, **mended)

    assert (row.outcome, row.faults) == ("new", [])
    if "position" in mended:
        assert row.values.get("answer", {}).get("position", "") == mended["position"]
    if "strength" in mended:
        assert str(row.values["action_strength"] or "") == mended["strength"]


def test_the_review_of_a_row_without_a_session_is_chosen(imported: Import, mend: Mend) -> None:
    imported.settings.pop("cycle")
    imported.save()
    row = from_uprinfo(imported, Session="")
    row.values["cycle"] = None
    row.save()

    row = mend(row, cycle="upr-2")

    assert (row.outcome, row.faults, row.values["cycle"]) == ("new", [], "upr-2")


def test_a_day_of_answer_that_a_table_has_wrong_is_written(imported: Import, mend: Mend) -> None:
    columns = {"Ask": "text", "Who": "made_by", "Answer": "position", "When": "answered_on"}
    cells = {"Ask": "Light the harbour", "Who": "Norway", "Answer": "Noted", "When": "4/7/2014"}
    (ask,) = mapped.read_rows([("row 2", cells)], Wanted(columns=columns)).asks

    row = mend(staged(imported, ask), answered_on="2014-07-04")

    assert (row.outcome, row.faults) == ("new", [])
    assert row.values["answer"]["position"] == "noted"
    assert row.values["answer"]["responded_on"] == "2014-07-04"


def test_a_state_is_named_that_a_matrix_leaves_out(imported: Import, mend: Mend) -> None:
    given = {"place": "table 1, row 2", "position": "Supported"}
    (ask,) = asks_of(
        "Light the harbour at night", number="140.7", review=Review(), state="China", given=given
    )

    row = mend(staged(imported, ask), made_by="Norway")

    assert (row.outcome, row.faults, row.values["made_by"]) == ("new", [], ["norway"])


def test_the_articles_that_the_text_cites_come_into_the_form_and_nothing_is_saved(
    browser: Client, imported: Import
) -> None:
    ArticleFactory(treaty=TreatyFactory(code="cat", short_name="CAT"), number="3")
    row = a_row(imported, 1)
    where = reverse("staff:staged_row", args=[imported.key, 1])
    articles = {"articles-TOTAL_FORMS": "0", "articles-INITIAL_FORMS": "0"}
    typed = {"text": "Abide by article 3 of CAT.", "title": "Abide by it", "cite": "yes"}

    page = browser.post(where, articles | typed).content.decode()

    assert 'value="CAT 3"' in page
    assert "Added as explicit" in page
    assert 'value="Abide by it"' in page
    assert mark_of(StagedRow.objects.get()) == mark_of(row)


def test_an_answer_that_is_not_wanted_stays_as_the_file_has_it(
    imported: Import, mend: Mend
) -> None:
    imported.settings["positions"] = False
    imported.save()

    row = mend(from_uprinfo(imported), position="", answered_on="2001", title="Mended")

    assert (row.ask["position"], row.ask["title"]) == ("Supported", "Mended")
    assert "responded_on" not in row.ask.get("answer", {})


def test_no_workbook_is_promised_of_running_text(browser: Client, imported: Import) -> None:
    fault = {"what": "No text", "expected": "Words.", "mend": "Write them.", "column": "text"}
    a_row(imported, 1, outcome="error", faults=[fault])
    Import.objects.update(source=Import.Source.MATRIX)

    page = page_of(browser, imported, "?outcome=error")

    assert "read as running text" in page
    assert reverse("staff:import_errors", args=[imported.key]) not in page
