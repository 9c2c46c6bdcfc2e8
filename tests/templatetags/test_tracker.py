"""Components and words of the templates."""

import datetime as dt
from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.safestring import SafeString

from tracker.filters.as_of import AsOf
from tracker.lib.partial_dates import PartialDate
from tracker.models import Certainty, Position, Status

TODAY = dt.date(2024, 7, 4)


def render(source, query="", *, as_of=None, **context):
    request = RequestFactory().get(f"/en/recommendations/?{query}")
    template = Template("{% load tracker %}" + source)
    return template.render(Context({"request": request, "as_of": as_of, **context})).strip()


@pytest.mark.parametrize("status", Status)
def test_a_status_is_told_by_shape_letter_and_word(status):
    html = render("{% status_tag it %}", it=status)

    assert f"shape-{status.value}" in html
    assert 'aria-hidden="true"' in html
    assert str(status.label) in html
    assert (f"<span>{status.value} " in html) == (status is not Status.NOT_ASSESSED)


def test_every_status_has_a_shape_of_its_own():
    shapes = {render("{% status_shape it %}", it=s).split("\n", 1)[1] for s in Status}

    assert len(shapes) == len(Status)


@pytest.mark.parametrize("word", ["", "F", "a", None])
def test_what_is_no_status_is_an_error_of_ours(word):
    with pytest.raises(ValueError, match="not a valid Status"):
        render("{% status_tag it %}", it=word)


@pytest.mark.parametrize("position", Position)
def test_a_position_is_told_in_our_words(position):
    assert str(position.label) in render("{% position_tag it %}", it=position.value)


def test_how_sure_a_fact_is_goes_without_saying_when_it_was_seen():
    assert render("{% certainty_tag it %}", it=Certainty.SEEN) == ""
    for certainty in set(Certainty) - {Certainty.SEEN}:
        assert str(certainty.label) in render("{% certainty_tag it %}", it=certainty)


@pytest.mark.parametrize(
    ("date", "machine", "words"),
    [
        ("2023", "2023", "2023"),
        ("2023-05", "2023-05", "May 2023"),
        ("2023-05-12", "2023-05-12", "12 May 2023"),
    ],
)
def test_a_date_is_as_sharp_as_it_is_known(date, machine, words):
    tag = f'<time datetime="{machine}">{words}</time>'

    assert render("{{ it|date_tag }}", it=PartialDate.parse(date)) == tag
    assert render("{{ it|date_label }}", it=PartialDate.parse(date)) == words


def test_a_date_that_nobody_knows_is_said_to_be_unknown():
    assert render("{{ it|date_tag }} {{ it|date_label }}", it=None) == "date unknown date unknown"
    assert render("{{ it|date_label }}", it=TODAY) == "4 July 2024"


def test_only_a_safe_address_is_a_link():
    safe = render("{% source_link it %}", it="https://www.ohchr.org/a?b=1&c=2")
    assert safe == (
        '<a href="https://www.ohchr.org/a?b=1&amp;c=2" rel="noreferrer noopener">ohchr.org</a>'
    )
    for address in ("http://ohchr.org/", "javascript:alert(1)", "//ohchr.org", "HTTPS://x.org", ""):
        assert "<a" not in render("{% source_link it %}", it=address)
    assert "<b>" not in render("{% source_link it %}", it="https://<b>x</b>/")


def test_this_page_keeps_its_question_when_a_part_changes():
    query = "treaty=cat&treaty=crc&page=3&as_of=2024-01-01"

    assert (
        render("{% here page=4 %}", query)
        == "?treaty=cat&amp;treaty=crc&amp;as_of=2024-01-01&amp;page=4"
    )
    assert render("{% here as_of=None %}", query) == "?treaty=cat&amp;treaty=crc&amp;page=3"
    assert render("{% here as_of=None %}", "as_of=2024-01-01") == "/en/recommendations/"


def test_links_stay_in_an_earlier_day_and_today_needs_no_word():
    earlier, today = AsOf(dt.date(2023, 1, 2), TODAY), AsOf(TODAY, TODAY)

    assert render("{% on_day %}", as_of=earlier) == "?as_of=2023-01-02"
    assert render("{% on_day %}", as_of=today) == render("{% on_day %}") == ""


def test_a_filtered_list_is_of_the_day_that_is_shown():
    earlier = AsOf(dt.date(2023, 1, 2), TODAY)

    assert render("{% browse theme='a&b' %}") == "/en/recommendations/?theme=a%26b"
    assert render("{% browse theme='a' %}", as_of=earlier) == (
        "/en/recommendations/?theme=a&amp;as_of=2023-01-02"
    )


def test_what_somebody_wrote_is_never_markup():
    note = SimpleNamespace(key="k", text="<script>", locator="<i>")
    note.get_kind_display = lambda: "<b>"
    note.sources = SimpleNamespace(all=list)

    html = render('{% include "components/notes.html" %}', notes=[note], as_of=AsOf(TODAY, TODAY))

    assert "&lt;script&gt;" in html
    assert "<script>" not in html
    assert "<i>" not in html


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "<b>", "C"], "A, &lt;b&gt; and C"),
        ([SafeString("<b>A</b>"), "B"], "<b>A</b> and B"),
    ],
)
def test_names_are_joined_within_a_sentence(words, joined):
    assert render("{{ it|listed }}", it=words) == joined
    assert render("{{ it|in_a_row }}", it=words) == joined.replace(" and ", ", ")
