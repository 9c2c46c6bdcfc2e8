"""Counts by year as columns: the table is the chart, and both say the same."""

import re

from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from tests.public.site import PageReader, tidy
from tracker.charts.years import Column, Series, Years, risen

YEARS = ["2001", "2002", "2003"]
rows = st.lists(
    st.lists(st.integers(min_value=0, max_value=10_000), min_size=3, max_size=3), max_size=4
)


def series(numbers):
    return [
        Series(f"Row {at}", [Column(n, f"/x/?row={at}&year={YEARS[i]}") for i, n in enumerate(row)])
        for at, row in enumerate(numbers)
    ]


def drawn(numbers):
    chart = Years("Title", "The finding.", "The basis.", YEARS, risen(series(numbers)))
    return render_to_string("components/years.html", {"chart": chart})


@given(rows)
def test_the_highest_column_is_a_hundred_and_all_keep_its_measure(numbers):
    shown = [c for row in risen(series(numbers)) for c in row.columns]
    highest = max((c.count for c in shown), default=0)

    assert [c.count for c in shown] == [n for row in numbers for n in row]
    for column in shown:
        assert abs(column.height - 100 * column.count / (highest or 1)) <= 0.05
        assert abs(column.top + column.height - 100) <= 0.05


@given(rows)
def test_the_table_holds_the_numbers_and_each_column_is_as_high_as_its_number(numbers):
    html = drawn(numbers)
    table = [[tidy(c).strip() for c in row] for row in PageReader(html.split("</table>")[0]).rows]
    heights = [float(height) for height in re.findall(r'<rect[^>]* height="([\d.]+)"', html)]

    assert table[0][1:] == YEARS
    assert [[int(cell) for cell in row[1:]] for row in table[1:]] == numbers
    shown = [c for row in risen(series(numbers)) for c in row.columns if c.count]
    assert heights == [column.height for column in shown]


def test_a_number_links_to_what_it_counts_unless_that_is_nothing():
    links = [link.href for link in PageReader(drawn([[0, 2, 0]])).links]

    assert links == ["/x/?row=0&year=2002"]


def test_a_chart_has_its_finding_and_its_basis_and_hides_its_columns_from_the_ear():
    html = drawn([[1, 0, 3]])

    assert "<figcaption>The finding.</figcaption>" in html
    assert "The basis." in html
    assert html.count("<svg") == html.count('aria-hidden="true"') == 2
    assert "style=" not in html
