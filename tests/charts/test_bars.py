"""Counts as bars: the table is the chart, and both say the same."""

import re

from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from tests.public.site import PageReader
from tracker.charts.bars import Bar, Bars, scaled

counts = st.lists(st.integers(min_value=0, max_value=10_000), max_size=12)


def bars(numbers):
    return [Bar(f"Row {i}", n, f"/en/recommendations/?x={i}") for i, n in enumerate(numbers)]


def drawn(numbers):
    return drawn_of(scaled(bars(numbers)))


def drawn_of(rows):
    chart = Bars("Title", "Of", "The finding.", "The basis.", rows)
    return render_to_string("components/bars.html", {"chart": chart})


@given(counts)
def test_the_longest_bar_is_a_hundred_and_the_others_keep_its_measure(numbers):
    rows = scaled(bars(numbers))

    assert [row.count for row in rows] == numbers
    assert all(0 <= row.width <= 100 for row in rows)
    if any(numbers):
        assert max(row.width for row in rows) == 100
        for row in rows:
            assert abs(row.width - 100 * row.count / max(numbers)) <= 0.05


def test_scaling_keeps_all_else_of_a_row():
    row = Bar("Noted", 2, "/address", look="bar-C", shape="C")

    assert scaled([row]) == [Bar("Noted", 2, "/address", 100, "bar-C", "C")]


def test_what_is_no_finding_comes_last_and_has_no_bar():
    quiet = Bar("None recorded", 90, "/none", is_quiet=True)
    rows = scaled([quiet, *bars([3, 1])])

    assert [(row.count, row.width) for row in rows] == [(3, 100), (1, 33.3), (90, 0)]
    html = drawn_of(rows)
    assert "data-quiet" in html
    assert [link.href for link in PageReader(html).links][-1] == "/none"


def test_no_rows_and_no_counts_are_a_chart_all_the_same():
    assert scaled([]) == []
    assert [row.width for row in scaled(bars([0, 0]))] == [0, 0]
    assert "The finding." in drawn([])


@given(counts)
def test_the_table_holds_the_numbers_and_each_bar_is_as_long_as_its_number(numbers):
    html = drawn(numbers)
    table = PageReader(html)
    widths = [float(width) for width in re.findall(r'<rect[^>]* width="([\d.]+)"', html)]

    assert [int(row[1]) for row in table.rows[1:]] == numbers
    assert widths == [row.width for row in scaled(bars(numbers)) if row.width]


def test_a_row_links_to_what_it_counts_unless_that_is_nothing():
    links = [link.href for link in PageReader(drawn([3, 0])).links]

    assert links == ["/en/recommendations/?x=0"]


def test_a_chart_has_a_caption_its_finding_and_its_basis_and_hides_its_bars_from_the_ear():
    html = drawn([3, 1])

    assert "<figcaption>The finding.</figcaption>" in html
    assert "<caption" in html
    assert "The basis." in html
    assert html.count("<svg") == html.count('aria-hidden="true"') == 2
    assert "style=" not in html
