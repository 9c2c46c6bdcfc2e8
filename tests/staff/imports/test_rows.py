"""The rows of an import: looked at, searched, put right, taken along or left out."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from tests.factories import (
    ArticleFactory,
    RecommendationFactory,
    ThemeFactory,
    TreatyFactory,
    UserFactory,
)
from tests.staff.imports.conftest import a_row, page_of
from tracker.filters.imports import plan_of
from tracker.filters.staged_rows import key_of
from tracker.imports.asks import OUR_HEADINGS
from tracker.models import Import, Organisation, Recommendation, ReviewCycle, StagedRow

UNKNOWN = {
    "what": "Unknown organisation or State “Ruritania”", "expected": "A name that is known.",
    "mend": "Say whom it means.", "column": "made_by", "found": "Ruritania",
}  # fmt: skip
Do = Callable[..., Any]


@pytest.fixture
def do(browser: Client, imported: Import) -> Do:
    """Presses a button of the page of rows."""

    def press(name: str, *keys: str, query: str = "", **given: Any) -> str:
        address = reverse(f"staff:import_{name}", args=[imported.key, *keys])
        return browser.post(f"{address}?{query}", given, follow=True).content.decode()

    return press


def ruritanian(imported: Import, number: int) -> StagedRow:
    """A row of a State that nobody knows, as it is staged."""
    row = a_row(imported, number, outcome="error", faults=[UNKNOWN])
    row.ask["made_by"] = ["Ruritania"]
    row.raw["By"] = "Ruritania"
    row.values["made_by"] = []
    row.save()
    return row


def chosen(imported: Import) -> list[int]:
    return list(imported.rows.filter(is_chosen=True).values_list("number", flat=True))


def test_rows_are_counted_by_outcome_and_each_count_leads_to_them(
    browser: Client, imported: Import
) -> None:
    for number, outcome in enumerate(["new", "new", "unchanged"], 1):
        a_row(imported, number, outcome=outcome)

    page = page_of(browser, imported)

    assert 'href="?outcome=new#rows"' in page
    assert "?outcome=error" not in page
    rows = browser.get(f"{reverse('staff:import', args=[imported.key])}?outcome=new").context[
        "rows"
    ]
    assert [one.row.number for one in rows] == [1, 2]


def test_a_changed_row_shows_each_field_as_it_is_and_as_it_would_be(
    browser: Client, imported: Import
) -> None:
    record = RecommendationFactory(published=True)
    lines = [{"name": "made_on", "field": "asked on", "old": "2013", "new": "2013-10-22"}]
    a_row(imported, 1, outcome="changed", record=record, differences=lines)

    page = page_of(browser, imported)

    assert record.reference in page
    assert "<dt>asked on</dt>" in page
    assert "2013</del>" in page
    assert "2013-10-22</ins>" in page
    assert "1</span> proposed change of published records" in page


def test_rows_are_found_by_any_of_some_words_and_taken_or_left_together(
    browser: Client, imported: Import, do: Do
) -> None:
    for number, text in enumerate(
        ["Protect DPRK escapees", "Abolish torture", "Help people from north korea"], 1
    ):
        a_row(imported, number, text=text)
    query = "q=North+Korea;+dprk"

    assert "Abolish torture" not in page_of(browser, imported, f"?{query}")
    do("choose", way="leave-all")
    assert chosen(imported) == []
    do("choose", query=query, way="take-all")
    assert chosen(imported) == [1, 3]
    do("choose", way="leave", row=["3", "x", "99999999999999999999"])
    assert chosen(imported) == [1]
    assert "left out" in page_of(browser, imported)


def test_headings_are_no_words_of_a_row(browser: Client, imported: Import) -> None:
    a_row(imported, 1)

    assert "No row is like that" in page_of(browser, imported, "?q=Ask")


def test_a_button_without_a_row_says_what_to_do(do: Do, imported: Import) -> None:
    a_row(imported, 1)

    assert "No row is ticked" in do("choose", way="take")
    assert "Choose what becomes of the rows" in do("choose", way="burn")


def test_a_duplicate_stands_beside_its_record_and_a_person_decides(
    browser: Client, imported: Import, do: Do
) -> None:
    norway = Organisation.objects.get(slug="norway")
    text = "Refrain from returning people to any danger, in way 1."
    cycle = ReviewCycle.objects.get(slug="upr-2")
    record = RecommendationFactory(published=True, text=text, made_by=[norway], cycle=cycle)
    a_row(imported, 1, outcome="duplicate", record=record, is_chosen=False)
    a_row(imported, 2, outcome="duplicate", record=record, is_chosen=False)

    page = page_of(browser, imported)
    assert "% of the words stand in both" in page
    do("decide", same="1")
    do("decide", other="2")

    first, second = imported.rows.order_by("number")
    assert (first.outcome, first.record) == ("changed", record)
    assert (second.outcome, second.is_chosen) == ("new", True)
    imported.refresh_from_db()
    assert imported.settings["decided"] == {"1": record.reference, "2": "new"}


def test_all_duplicates_shown_are_decided_at_once(imported: Import, do: Do) -> None:
    record = RecommendationFactory(published=True)
    for number in (1, 2, 3):
        a_row(imported, number, outcome="duplicate", record=record, is_chosen=False)

    do("decide", query="outcome=duplicate", way="other-all")

    assert set(imported.rows.values_list("outcome", flat=True)) == {"new"}


@pytest.mark.parametrize("given", [{"way": "take-all"}, {"way": "take", "row": ["1", "2", "3"]}])
def test_rows_taken_together_leave_possible_duplicates_to_a_decision(
    imported: Import, do: Do, given: dict[str, Any]
) -> None:
    record = RecommendationFactory(published=True)
    a_row(imported, 1, is_chosen=False)
    for number in (2, 3):
        a_row(imported, number, outcome="duplicate", record=record, is_chosen=False)

    told = do("choose", **given)

    assert "taken along: 1. 2 possible duplicates wait" in told
    assert chosen(imported) == [1]
    plan = plan_of(imported)
    assert (plan.new, plan.duplicates) == (1, 2)


def test_the_same_fault_is_told_once_with_its_places_and_mended_for_all(
    browser: Client, imported: Import, do: Do
) -> None:
    for number in range(1, 16):
        ruritanian(imported, number)

    page = page_of(browser, imported, "?outcome=error")
    group, _ = browser.get(f"{reverse('staff:import', args=[imported.key])}?outcome=error").context[
        "groups"
    ][0]
    assert (group.count, group.more) == (15, 3)
    assert "row 2; row 3" in page
    assert "A name that is known. Say whom it means." in page
    field = f"{group.key}-means"

    refused = do("mend", group.key, **{f"{group.key}-way": "means", field: "Atlantis"})
    assert "Atlantis" in refused
    assert imported.rows.filter(outcome="error").count() == 15
    told = do("mend", group.key, **{f"{group.key}-way": "means", field: "Canada"})

    assert "is mended in every row" in told
    makers = imported.rows.values_list("outcome", "values__made_by")
    assert {(outcome, *makers) for outcome, makers in makers} == {("new", "canada")}
    assert "means Canada" in page_of(browser, imported)
    assert "No row has this fault any more" in do("mend", group.key)


def test_a_name_may_mean_a_state_that_importing_adds(imported: Import, do: Do) -> None:
    ruritanian(imported, 1)
    key = key_of(UNKNOWN["what"])

    do("mend", key, **{f"{key}-way": "means", f"{key}-means": "Costa Rica"})

    imported.refresh_from_db()
    assert imported.rows.get().values["made_by"] == ["costa-rica"]
    assert [one["slug"] for one in imported.additions["organisations"]] == ["costa-rica"]


def test_an_unknown_article_is_said_once_or_left_out(imported: Import, do: Do) -> None:
    ArticleFactory(treaty=TreatyFactory(code="cat", short_name="CAT"), number="3")
    fault = UNKNOWN | {
        "what": "Unknown article “CAT 3bis”", "column": "articles", "found": "CAT 3bis",
    }  # fmt: skip
    for number in (1, 2):
        row = a_row(imported, number, outcome="error", faults=[fault])
        row.ask["articles"] = [{"article": "CAT 3bis"}]
        row.save()
    key = key_of(fault["what"])

    do("mend", key, **{f"{key}-way": "means", f"{key}-means": "CAT 3"})

    row = imported.rows.get(number=1)
    assert row.outcome == "new"
    assert [one["article"] for one in row.values["invocations"]] == ["cat 3"]


def test_only_the_rows_with_one_fault_are_shown(browser: Client, imported: Import) -> None:
    ruritanian(imported, 1)
    a_row(imported, 2, outcome="error", faults=[UNKNOWN | {"what": "No text"}])

    page = page_of(browser, imported, f"?outcome=error&fault={key_of('No text')}")

    assert 'id="row-2"' in page
    assert 'id="row-1"' not in page


def test_the_rows_with_errors_are_downloaded_with_what_is_wrong(
    browser: Client, imported: Import
) -> None:
    row = ruritanian(imported, 1)
    row.raw = {"Ask": "=HYPERLINK(1)", "By": "Ruritania"}
    row.save()
    imported.settings["headings"] = ["By", "Ask"]
    imported.save()
    a_row(imported, 2)

    answer = browser.get(reverse("staff:import_errors", args=[imported.key]))
    book = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(answer.streaming_content)))

    head, *rows = book.get_sheet_by_index(0).to_python()
    assert head == ["By", "Ask", *OUR_HEADINGS]
    assert rows == [
        ["Ruritania", "=HYPERLINK(1)", UNKNOWN["what"], UNKNOWN["expected"], UNKNOWN["mend"]]
    ]


def test_settings_of_the_whole_file_are_changed_for_all_rows(
    browser: Client, imported: Import
) -> None:
    row = a_row(imported, 1)
    row.ask["made_by"] = []
    row.save()
    address = reverse("staff:import_settings", args=[imported.key])

    browser.post(address, {"state": "china", "cycle": "upr-2", "made_by": "Canada"})

    assert imported.rows.get().values["made_by"] == ["canada"]
    page = browser.get(address).content.decode()
    assert 'value="Canada"' in page
    refused = browser.post(address, {"state": "china", "made_by": "Nobody"}).content.decode()
    assert "Nobody" in refused


def test_themes_of_the_file_are_said_once_in_our_words(browser: Client, imported: Import) -> None:
    ThemeFactory(code="asylum", name="Asylum")
    row = a_row(imported, 1)
    row.ask["themes"] = ["Refugees = seekers", "Other"]
    row.save()
    address = reverse("staff:import_settings", args=[imported.key])
    said = {"state": "china", "cycle": "upr-2", "positions": "on"}

    refused = browser.post(address, said | {"themes": "Refugees = seekers = Asyl"})
    assert "“Asyl” is not among the terms here." in refused.content.decode()
    assert "has no “=”" in browser.post(address, said | {"themes": "Asylum"}).content.decode()
    browser.post(address, said | {"themes": "Refugees = seekers = Asylum\r\nOther ="})

    assert imported.rows.get().values["themes"] == ["asylum"]
    imported.refresh_from_db()
    assert imported.told == []
    page = browser.get(address).content.decode()
    assert "Refugees = seekers = asylum" in page
    assert "Other =" in page


def test_a_page_of_rows_asks_the_database_as_often_for_many_as_for_one(
    browser: Client, imported: Import
) -> None:
    norway = Organisation.objects.get(slug="norway")

    def fill(numbers: range) -> None:
        for number in numbers:
            record = RecommendationFactory(published=True, made_by=[norway])
            a_row(imported, number, outcome="duplicate", record=record, position="accepted")

    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            page_of(browser, imported, "?outcome=duplicate")
        return len(found)

    fill(range(1, 3))
    few = queries()
    fill(range(3, 40))

    assert queries() == few <= 24


def test_somebody_else_may_put_rows_right_but_not_throw_them_away(
    client: Client, imported: Import
) -> None:
    a_row(imported, 1)
    client.force_login(UserFactory(contributor=True))

    assert "Throw these rows away" not in page_of(client, imported)
    discard = reverse("staff:import_discard", args=[imported.key])
    assert client.post(discard).status_code == 403
    assert Recommendation.objects.count() == 0


def test_odd_addresses_break_nothing(browser: Client, imported: Import) -> None:
    a_row(imported, 1)

    for query in ("?outcome=%00&q=%00&fault=%00&page=%00", "?outcome=nothing&fault=xyz", "?q=;"):
        assert page_of(browser, imported, query)
