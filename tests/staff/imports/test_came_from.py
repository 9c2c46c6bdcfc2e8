"""From a record of an import one comes back to the row of the file that it came from."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import (
    ImportFactory,
    RecommendationFactory,
    ResponseFactory,
    StagedRowFactory,
)
from tracker.filters.came_from import came_from
from tracker.models import Import, Recommendation, Response, StagedRow


@pytest.fixture
def row() -> StagedRow:
    answer = ResponseFactory(recommendation=RecommendationFactory())
    imported = ImportFactory(file_name="asks of <May>.csv", stage=Import.Stage.CONFIRMED)
    return StagedRowFactory(
        imported=imported, number=51, place="sheet Data, row 52", record=answer.recommendation,
        answer=answer, is_written=True,
    )  # fmt: skip


def test_pages_of_a_record_lead_to_its_row(browser: Client, row: StagedRow) -> None:
    ask, answer = Recommendation.objects.get(), Response.objects.get()
    there = reverse("staff:staged_row", args=[row.imported.key, 51])

    for address in (
        reverse("staff:recommendation", args=[ask.reference]),
        reverse("staff:approval", args=["recommendation", ask.reference]),
        reverse("staff:approval", args=["response", answer.key]),
    ):
        page = browser.get(address).content.decode()
        assert f'<a href="{there}">asks of &lt;May&gt;.csv, sheet Data, row 52</a>' in page


def test_a_row_that_waits_no_more_is_shown_among_the_others(
    browser: Client, row: StagedRow
) -> None:
    for number in range(1, 51):
        StagedRowFactory(imported=row.imported, number=number)

    answer = browser.get(reverse("staff:staged_row", args=[row.imported.key, 51]), follow=True)

    assert answer.redirect_chain[0][0].endswith("?page=2#row-51")
    assert 'id="row-51"' in answer.content.decode()


def test_a_row_that_only_looks_alike_is_none_it_came_from(
    row: StagedRow, django_assert_num_queries: object
) -> None:
    ask = Recommendation.objects.get()
    StagedRowFactory(record=ask, outcome=StagedRow.Outcome.DUPLICATE)

    with django_assert_num_queries(1):  # type: ignore[operator]
        rows = [(found.place, found.imported.file_name) for found in came_from(ask)]

    assert rows == [("sheet Data, row 52", "asks of <May>.csv")]
