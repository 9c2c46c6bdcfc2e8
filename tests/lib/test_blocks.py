import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.lib.blocks import read_block

CELL = st.text(st.characters(exclude_categories=["C", "Z"]) | st.sampled_from('\t\n",; ')).map(
    str.strip
)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ('"two\nlines"\tb', [["two\nlines", "b"]]),
        ('"He said ""no"""\tb', [['He said "no"', "b"]]),
        ('"Noted" is what it said\tb', [['"Noted" is what it said', "b"]]),
        ('an "open\tmark', [['an "open', "mark"]]),
        ("\nsecond", [[""], ["second"]]),
        ("", [[""]]),
    ],
)
def test_a_block_is_read_as_a_spreadsheet_means_it(text, cells):
    assert read_block(text) == cells


@given(
    st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1).filter(lambda rows: rows[-1][-1]),
    st.sampled_from("\t,;"),
)
def test_what_a_spreadsheet_writes_is_read_back(rows, separator):
    written = io.StringIO()
    csv.writer(written, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)

    assert read_block(written.getvalue(), separator) == rows
