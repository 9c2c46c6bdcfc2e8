"""What is written for bibliographies can be read back, whatever the words and their script."""

import datetime as dt
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.lib.bibliography import Entry, bibtex, latex, one_line, plain, ris

NASTY = [
    "50% of $5 & more #1", r"a\b{c}d", "}{", "{{", "\\", "\\\\}", "~^_", '"quoted", @article{x,',
    "한국 여성", "遣返、难民", "e\u0301", "two\nlines\r\nTY  - BOOK\r\nER  - ",
    "tab\tand\u2028line\u2029s", "\x00\x1f\x85", "Türkiye, Côte d’Ivoire", "\u202eright to left",
    " spaces  around ", "%", "@", "=", ",",
]  # fmt: skip
words = st.one_of(
    st.sampled_from(NASTY),
    st.text(max_size=60),
    st.text(alphabet="\\{}$&#^_~% a\n", max_size=30),
)
DAY, READ = dt.date(2024, 7, 4), dt.date(2026, 11, 22)
ADDRESS = "https://tracker.example/en/recommendations/?q=a%25b&treaty=cat&as_of=2024-07-04"


def cited(title="Stop returns", **more):
    given = {
        "name": "R-0219", "site": "Tracker", "edition": "version 2", "address": ADDRESS,
        "shown": DAY, "accessed": READ, **more,
    }  # fmt: skip
    return Entry(title=title, **given)


# Readers that share nothing with the writers


def read_bibtex(text):
    """An entry as BibTeX reads it: braces are counted, whatever stands before them."""
    kind, key = re.match(r"@(\w+)\{([^\s,{}]+),\n", text).groups()
    fields, at = {}, text.index(",\n") + 2
    while match := re.compile(r"\s*(\w+)\s*=\s*\{").match(text, at):
        depth, start, at = 1, match.end(), match.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(text[at], 0)
            at += 1
        assert text[at] == ",", text[start:at]
        fields[match[1]] = text[start : at - 1]
        at += 1
    assert text[at:].strip() == "}"
    return kind, key, fields


COMMANDS = {
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}",
    "textasciitilde": "~", "textasciicircum": "^",
}  # fmt: skip


def read_latex(text):
    """What LaTeX would print; fails on a sign that it would take for a command of its own."""
    read, at = "", 0
    while at < len(text):
        if match := re.compile(r"\\([a-z]+)\{\}").match(text, at):
            read, at = read + COMMANDS[match[1]], match.end()
        elif text[at] == "\\":
            assert text[at + 1] in "$&#_%", text
            read, at = read + text[at + 1], at + 2
        else:
            assert text[at] not in "{}$&#^_~%", text
            read, at = read + text[at], at + 1
    return read


def read_ris(text):
    lines = text.split("\r\n")
    assert lines.pop() == ""
    fields = [re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line).groups() for line in lines]
    assert fields[0][0] == "TY"
    assert fields[-1] == ("ER", "")
    assert len({tag for tag, _ in fields}) == len(fields)
    return dict(fields)


def lines_of(text):
    return [char for char in text if unicodedata.category(char) in {"Cc", "Zl", "Zp"}]


@given(title=words, name=words, site=words, source=words)
def test_bibtex_is_read_back_as_it_was_meant(title, name, site, source):
    entry = bibtex(cited(title, name=name, site=site, taken_from=source))
    kind, key, fields = read_bibtex(entry)

    assert kind == "misc"
    assert re.fullmatch(r"[A-Za-z0-9-]+", key)
    for field, meant in (("title", title), ("author", site)):
        assert fields[field][0] + fields[field][-1] == "{}", "its capitals are kept"
        assert read_latex(fields[field][1:-1]) == one_line(meant)
    assert one_line(name) in read_latex(fields["note"])
    assert one_line(source) in read_latex(fields["note"])
    assert (fields["url"], fields["urldate"], fields["year"]) == (ADDRESS, "2026-11-22", "2024")


@given(title=words, name=words, site=words)
def test_ris_is_read_back_as_it_was_meant(title, name, site):
    fields = read_ris(ris(cited(title, name=name, site=site)))

    assert (fields["TI"], fields["AU"]) == (one_line(title), one_line(site))
    assert (fields["UR"], fields["Y2"], fields["DA"]) == (ADDRESS, "2026/11/22/", "2024///")
    assert one_line(name) in fields["N1"]


@given(words)
def test_a_line_keeps_its_words_and_nothing_that_breaks_it(text):
    assert lines_of(one_line(text)) == []
    assert one_line(one_line(text)) == one_line(text)
    assert read_latex(latex(text)) == one_line(text)


@given(title=words, name=words)
def test_a_footnote_is_one_line_with_title_version_day_and_address(title, name):
    note = plain(cited(title, name=name))

    assert lines_of(note) == []
    assert one_line(title).rstrip(".") in note
    for part in ("version 2", "As of 4 July 2024.", ADDRESS, "(accessed 22 November 2026)"):
        assert part in note


def test_a_footnote_reads_as_one_would_write_it():
    note = plain(
        cited("Stop returns.", published=dt.date(2025, 10, 3), taken_from="CAT/C/CHN/CO/5, 47(a)")
    )

    assert note == (
        "Tracker: “Stop returns”. R-0219, version 2, published 3 October 2025. Taken from "
        f"CAT/C/CHN/CO/5, 47(a). As of 4 July 2024. {ADDRESS} (accessed 22 November 2026)."
    )


@pytest.mark.parametrize(("is_data", "kind"), [(True, "DATA"), (False, "ELEC")])
def test_a_set_of_data_is_told_from_a_page(is_data, kind):
    fields = read_ris(ris(cited(is_data=is_data, published=dt.date(2025, 10, 3))))

    assert (fields["TY"], fields["DA"], fields["PY"]) == (kind, "2025/10/03/", "2025")
