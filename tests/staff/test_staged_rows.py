"""The page of one row of an import: put right, cut into limbs, and on to the next."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import (
    ArticleFactory,
    DocumentFactory,
    ImportFactory,
    OrganisationFactory,
    StagedRowFactory,
    ThemeFactory,
    TreatyFactory,
)
from tracker.actions.mended_rows import mark_of
from tracker.models import Import, StagedRow

TEXT = "Hear everybody before a return; register every child."


@pytest.fixture
def row() -> StagedRow:
    OrganisationFactory(slug="china", name="China", state=True)
    OrganisationFactory(slug="ferry-house", name="Ferry House")
    OrganisationFactory(slug="csw", name="Commission on the Status of Women")
    ArticleFactory(treaty=TreatyFactory(code="crc", short_name="CRC"), number="7")
    ThemeFactory(code="child", name="Children")
    document = DocumentFactory(slug="ferry-2023", title="Papers for the Ferry Children")
    settings = {"state": "china", "document": document.slug, "made_by": ["ferry-house"]}
    imported = ImportFactory(
        source=Import.Source.SUBMISSION, file_name="ferry.txt", settings=settings
    )
    ask = {"place": "line 12", "text": TEXT, "title": "Hear everybody", "made_on": "2023-04",
           "locator": "Recommendations, item 1, l. 12"}  # fmt: skip
    values = {"text": TEXT, "title": "Hear everybody", "text_kind": "official", "language": "en",
              "kind": "recommendation", "addressed_to": "china",
              "locator": "Recommendations, item 1, l. 12"}  # fmt: skip
    return StagedRowFactory(
        imported=imported, number=1, place="line 12", raw={"Text": f"1. {TEXT}"}, ask=ask,
        values=values, key="abc",
    )  # fmt: skip


def address(row: StagedRow) -> str:
    return reverse("staff:staged_row", args=[row.imported.key, row.number])


def typed(row: StagedRow, **changes: Any) -> dict[str, Any]:
    return {
        "seen": mark_of(row),
        "is_chosen": "on",
        "title": row.values["title"],
        "text": row.values["text"],
        "kind": "recommendation",
        "text_kind": "official",
        "language": "en",
        "locator": row.values["locator"],
        "made_by": "",
        "made_on": "2023-04",
        "addressed_to": "china",
        "articles-TOTAL_FORMS": "1",
        "articles-INITIAL_FORMS": "0",
        "articles-0-article": "",
        "articles-0-basis": "explicit",
        "articles-0-note": "",
    } | changes


def test_the_page_shows_the_row_beside_its_words_in_the_file(browser: Client, row: Any) -> None:
    page = browser.get(address(row)).content.decode()

    assert f"1. {TEXT}" in page
    assert "Line 12" in page
    assert "ferry.txt" in page
    assert 'value="Recommendations, item 1, l. 12"' in page


def test_a_row_is_put_right_and_the_next_is_shown(browser: Client, row: Any) -> None:
    after = StagedRowFactory(imported=row.imported, number=5)
    changes = {
        "title": "Hear them", "themes": ["child"], "next": "yes",
        "articles-0-article": "CRC 7", "articles-0-basis": "section",
    }  # fmt: skip
    answer = browser.post(address(row), typed(row, **changes))
    row.refresh_from_db()

    assert answer["Location"] == address(after)
    assert row.outcome == "new"
    assert row.values["title"] == "Hear them"
    assert row.values["themes"] == ["child"]
    assert row.values["invocations"] == [{"article": "crc 7", "basis": "section", "note": ""}]
    assert row.ask["locator"] == "Recommendations, item 1, l. 12"


def test_after_the_last_row_comes_the_whole_import(browser: Client, row: Any) -> None:
    answer = browser.post(address(row), typed(row, next="yes"))

    assert answer["Location"] == reverse("staff:import", args=[row.imported.key])


def test_whom_an_ask_addresses_is_said_by_a_person(browser: Client, row: Any) -> None:
    fault = {"what": "It asks “CSW”", "expected": "x", "mend": "y", "column": "addressed_to",
             "found": "CSW"}  # fmt: skip
    row.ask, row.faults, row.outcome = {**row.ask, "faults": [fault]}, [fault], "error"
    row.save()
    assert "It asks “CSW”" in browser.get(address(row)).content.decode()

    browser.post(address(row), typed(row, addressed_to=""))
    row.refresh_from_db()
    assert row.outcome == "error"

    browser.post(address(row), typed(row, addressed_to="csw"))
    row.refresh_from_db()
    assert (row.outcome, row.values["addressed_to"]) == ("new", "csw")


def test_it_is_cut_into_limbs_with_what_was_typed(browser: Client, row: Any) -> None:
    page = browser.get(address(row)).content.decode()
    assert "Hear everybody before a return;\nregister every child." in page

    limbs = "Hear everybody.\n\n Register every child. "
    answer = browser.post(address(row), typed(row, split="yes", limbs=limbs, kind="request"))
    rows = row.imported.rows.order_by("number")

    assert answer["Location"] == address(row)
    assert [one.values["text"] for one in rows] == ["Hear everybody.", "Register every child."]
    assert [one.values["kind"] for one in rows] == ["request", "request"]
    assert [one.place for one in rows] == ["line 12", "line 12"]


def test_one_limb_is_none(browser: Client, row: Any) -> None:
    answer = browser.post(address(row), typed(row, split="yes", limbs="Hear everybody."))

    assert "Write the limbs a line each" in answer.content.decode()
    assert row.imported.rows.count() == 1


def test_what_is_wrong_is_said_at_its_place_and_nothing_is_lost(browser: Client, row: Any) -> None:
    changes = {"title": "", "text": "Quite another text", "articles-0-article": "XYZ 99"}
    page = browser.post(address(row), typed(row, **changes)).content.decode()
    row.refresh_from_db()

    assert "Give it a title" in page
    assert "Quite another text" in page
    assert "XYZ 99" in page
    assert row.values["text"] == TEXT


def test_another_article_can_be_added_without_losing_anything(browser: Client, row: Any) -> None:
    page = browser.post(address(row), typed(row, add="article", title="Typed")).content.decode()

    assert 'value="Typed"' in page
    assert 'name="articles-1-article"' in page


def test_who_is_late_sees_both_versions_and_may_save_theirs(browser: Client, row: Any) -> None:
    mine = typed(row, title="Mine")
    browser.post(address(row), typed(row, title="Theirs"))
    page = browser.post(address(row), mine).content.decode()
    row.refresh_from_db()

    assert "Theirs" in page
    assert 'value="Mine"' in page
    assert row.values["title"] == "Theirs"

    browser.post(address(row), mine | {"over": mark_of(row)})
    row.refresh_from_db()
    assert row.values["title"] == "Mine"


def test_rows_of_an_import_that_is_over_stay_as_they_are(browser: Client, row: Any) -> None:
    Import.objects.update(stage=Import.Stage.UNDONE)

    assert browser.get(address(row)).status_code == 302
    assert "does not wait" in browser.post(address(row), typed(row)).content.decode()


def test_there_is_no_such_row(browser: Client, row: Any) -> None:
    here = address(row)

    assert browser.get(here.replace("/1/", "/999999999999999999/")).status_code == 404
    assert browser.get(here.replace(row.imported.key, "nothing")).status_code == 404


def test_the_page_asks_as_much_for_many_rows_as_for_one(browser: Client, row: Any) -> None:
    with CaptureQueriesContext(
        connection,
    ) as few:
        browser.get(address(row))
    for number in range(2, 12):
        StagedRowFactory(imported=row.imported, number=number)
        ThemeFactory()
    with CaptureQueriesContext(connection) as many:
        browser.get(address(row))

    assert len(many) == len(few)
