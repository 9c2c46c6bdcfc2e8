"""Cells that a spreadsheet would run."""

import csv
import io
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.doors import from_csv, from_jsonl, from_xlsx
from tests.factories import RecommendationFactory
from tracker.exports.guard import guarded, guarded_sql, unguarded
from tracker.lib.reading import fetched

FORMULA = "=+-@|%\t\r\n"
UNSEEN = {"Cc", "Cf", "Zs", "Zl", "Zp"}
CHARACTERS = [chr(code) for code in range(1, 0x110000) if not 0xD800 <= code < 0xE000]
BLANK = [char for char in CHARACTERS if unicodedata.category(char) in UNSEEN]
LOOKS_LIKE = [c for c in CHARACTERS if unicodedata.normalize("NFKC", c)[:1] in tuple(FORMULA)]
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
blanks = st.text(st.sampled_from(BLANK), max_size=3)


@given(blanks, st.sampled_from(LOOKS_LIKE), texts)
@settings(max_examples=500)
def test_whatever_looks_like_a_formula_is_guarded(before, begin, rest):
    cell = f"{before}{begin}{rest}"

    assert guarded(cell) == (cell if is_number(cell) else f"'{cell}")


def is_number(cell):
    return cell.isascii() and cell[1:].replace(".", "", 1).isdigit() and cell[-1].isdigit()


@pytest.mark.parametrize("char", BLANK, ids=lambda char: f"U+{ord(char):04X}")
def test_no_character_that_nobody_sees_hides_a_formula(char):
    assert guarded(f"{char}=1+1").startswith("'")


@pytest.mark.parametrize("char", LOOKS_LIKE, ids=lambda char: f"U+{ord(char):04X}")
def test_every_form_of_the_characters_is_known(char):
    assert guarded(f"{char}A1").startswith("'")


@given(st.sampled_from('aZ0한中“(#"é'), texts)
def test_other_texts_stay_as_they_are(begin, rest):
    assert guarded(f"{begin}{rest}") == f"{begin}{rest}"


@given(
    st.text("'", max_size=3),
    blanks,
    st.sampled_from(["", *LOOKS_LIKE]),
    st.one_of(texts, st.just("5")),
)
@settings(max_examples=1000)
def test_what_was_guarded_comes_back_exactly(quotes, before, begin, rest):
    cell = f"{quotes}{before}{begin}{rest}"

    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("number", ["-5", "+3", "-2.50", "12"])
def test_numbers_are_not_guarded(number):
    assert guarded(number) == number


@given(
    st.lists(
        st.one_of(
            texts,
            st.builds("{}{}{}".format, blanks, st.sampled_from(LOOKS_LIKE), texts),
            st.builds("{}{}{}".format, st.text("'", max_size=3), st.sampled_from("'=-a "), texts),
        )
    )
)
@settings(max_examples=100)
def test_the_database_guards_as_python_does(cells):
    query = f"SELECT cell, {guarded_sql('cell')} FROM unnest(%s::text[]) AS cell"  # noqa: S608
    query = query.replace("%", "%%").replace("%%s", "%s")

    assert fetched(query, [cells]) == [(cell, guarded(cell)) for cell in cells]


def test_a_csv_guards_what_json_and_excel_give_as_it_is(client):
    title = "=HYPERLINK(A1)"
    RecommendationFactory(published=True, title=title, locator="＠SUM(1)")

    (guarded_row,), (json_row,), (sheet_row,) = (
        read(client, {}) for read in (from_csv, from_jsonl, from_xlsx)
    )

    assert (guarded_row["title"], guarded_row["locator"]) == (f"'{title}", "'＠SUM(1)")
    assert json_row["title"] == sheet_row["title"] == title


@given(texts)
@settings(max_examples=50)
def test_a_guarded_line_is_one_line_of_as_many_cells(text):
    line = io.StringIO(newline="")
    csv.writer(line).writerow([guarded(text), guarded(text)])

    assert next(csv.reader(io.StringIO(line.getvalue(), newline=""))) == [guarded(text)] * 2
