import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.lib.partial_dates import PartialDate, Precision

DAYS = st.dates(min_value=dt.date(1000, 1, 1))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(DAYS)
    known = draw(st.integers(1, 3))
    return PartialDate(*(day.year, day.month, day.day)[:known])


@given(partial_dates())
def test_a_date_reads_back_as_it_was_written(date):
    assert PartialDate.parse(str(date)) == date


@given(DAYS)
def test_a_whole_day_is_written_as_iso_8601(day):
    assert str(PartialDate.of(day)) == day.isoformat()
    assert PartialDate.of(day).first_day == PartialDate.of(day).last_day == day


SHARPNESS = {Precision.YEAR: 0, Precision.MONTH: 1, Precision.DAY: 2}


@given(partial_dates(), partial_dates())
def test_dates_sort_as_their_text_and_a_vague_one_before_what_it_contains(one, other):
    def place(date):
        return date.first_day, SHARPNESS[date.precision]

    assert (one < other) == (str(one) < str(other)) == (place(one) < place(other))
    assert (one <= other) == (str(one) <= str(other)) == (place(one) <= place(other))
    assert (one > other) == (other < one)
    assert (one >= other) == (other <= one)


@given(partial_dates(), DAYS)
def test_a_date_has_begun_when_its_first_day_has_come(date, today):
    assert (date <= PartialDate.of(today)) == (date.first_day <= today)
    assert (str(date) <= today.isoformat()) == (date.first_day <= today)


@given(partial_dates())
def test_a_date_spans_exactly_the_days_it_may_mean(date):
    day = dt.timedelta(days=1)

    def means(on):
        return on.isoformat().startswith(str(date))

    assert means(date.first_day)
    assert means(date.last_day)
    assert date.first_day == dt.date(1000, 1, 1) or not means(date.first_day - day)
    assert date.last_day == dt.date.max or not means(date.last_day + day)


@pytest.mark.parametrize(
    "text",
    [
        "2023-02-29", "2023-13", "2023-00", "2023-05-00", "2023-06-31", "0999", "0000",
        "23", "2023-5", "2023-05-1", "2023-", "2023-05-", "20230512", "2023-05-12T00:00",
        "May 2023", "", " ", "-2023", "+2023", "12-05-2023", "２０２３", "٢٠٢٣", "2023\n2024",
    ],
)  # fmt: skip
def test_what_is_not_a_date_is_refused_in_words(text):
    with pytest.raises(ValueError, match=r"^(Write a date as|There is no such date as)"):
        PartialDate.parse(text)


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_refused(text):
    try:
        date = PartialDate.parse(text)
    except ValueError:
        return
    assert str(date) == text.strip()


@pytest.mark.parametrize(
    "parts", [(2023, None, 5), (2023, 0), (2023, 13), (2023, 2, 30), (2023, 5, 0), (999,), (10000,)]
)
def test_a_date_that_does_not_exist_cannot_be_made(parts):
    with pytest.raises(ValueError):  # noqa: PT011 - each in Python's words or ours
        PartialDate(*parts)


@pytest.mark.parametrize(
    ("text", "label", "precision"),
    [
        ("2023-05-02", "2 May 2023", Precision.DAY),
        ("2023-05", "May 2023", Precision.MONTH),
        ("2023", "2023", Precision.YEAR),
    ],
)
def test_a_reader_sees_as_much_as_is_known(text, label, precision):
    assert PartialDate.parse(text).label == label
    assert PartialDate.parse(text).precision == precision
