"""A chart that leaves the site says what its table says, and where it comes from."""

import io
import re
from xml.etree import ElementTree

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageFont

from tracker.charts.bars import Bar, Bars, scaled
from tracker.charts.drawing import FONTS, Text, as_png, as_svg, is_drawable, wrapped
from tracker.charts.figure import COLOURS, WIDTH, figure
from tracker.charts.picture import picture_of
from tracker.models import Status

SVG = "{http://www.w3.org/2000/svg}"
CREDIT = ("Tracker, tracker.example", "As of 4 July 2024. CC BY 4.0.")


def chart(counts, **more):
    rows = [Bar(s.full_label, n, "/x", shape=s.value) for s, n in zip(Status, counts, strict=False)]
    return Bars("Title", "Status", "The finding.", "The basis.", scaled(rows), **more)


def parsed(svg):
    return ElementTree.fromstring(svg)  # noqa: S314 - our own


def words_of(svg):
    return [mark.text for mark in parsed(svg).iter(f"{SVG}text") if mark.text]


@given(st.lists(st.integers(min_value=0, max_value=10**6), min_size=1, max_size=len(Status)))
def test_the_drawing_has_each_label_with_its_number_and_its_bar(counts):
    drawn = figure(chart(counts), *CREDIT)
    words = words_of(as_svg(drawn))

    for row in chart(counts).rows:
        assert words[words.index(row.label) + 1] == str(row.count)
    for said in ("The finding.", "The basis.", *CREDIT):
        assert said in words
    assert [mark.words for mark in drawn.marks if isinstance(mark, Text) and mark.words] == words


def test_a_bar_is_as_long_as_its_number():
    svg = parsed(as_svg(figure(chart([8, 4, 2]), *CREDIT)))
    bars = [shape.get("points") for shape in svg.iter(f"{SVG}polygon")]
    spans = [[float(p.split(",")[0]) for p in points.split()] for points in bars]
    lengths = [max(xs) - min(xs) for xs in spans if min(xs) == 520]

    assert lengths == [448, 224, 112]


def test_what_it_shows_is_said_for_those_who_do_not_see_it():
    svg = parsed(as_svg(figure(chart([3, 1], within="Treaty CAT"), *CREDIT)))

    assert svg.get("role") == "img"
    assert svg.find(f"{SVG}title").text == "Title"
    assert "A Largely implemented: 3; B Partly implemented: 1" in svg.find(f"{SVG}desc").text
    assert "Counted here: Treaty CAT." in words_of(ElementTree.tostring(svg, encoding="unicode"))


def test_an_svg_has_nothing_that_runs_or_that_is_loaded():
    svg = as_svg(figure(chart([3]), "<script>alert(1)</script>", "a & b"))

    assert {element.tag for element in parsed(svg).iter()} == {
        f"{SVG}{name}" for name in ("svg", "title", "desc", "text", "polygon")
    }
    assert not re.search(r"href|url\(|style=|\son\w+=", svg)


def test_colours_are_those_of_the_pages():
    tokens = (settings.BASE_DIR / "static/css/tokens.css").read_text()
    names = {"": "bar", "not-assessed": "status-none"}

    for shape, colour in COLOURS.items():
        name = names.get(shape, f"status-{shape.lower()}")
        assert re.search(rf"--{name}:[^;]*{colour}", tokens), name


def pixels(png):
    with Image.open(io.BytesIO(png)) as image:
        return image.format, image.size, image.convert("RGB").tobytes(), dict(image.text)


def test_a_png_is_the_same_drawing_with_what_it_shows_in_its_metadata():
    drawn = figure(chart([3, 1]), *CREDIT)
    kind, size, painted, told = pixels(as_png(drawn))

    assert (kind, size) == ("PNG", (2 * WIDTH, 2 * drawn.height))
    assert told["Title"] == "Title"
    assert "B Partly implemented: 1" in told["Description"]
    assert painted != pixels(as_png(figure(chart([3, 2]), *CREDIT)))[2]


def test_every_letter_that_counts_as_drawable_is_drawn():
    every = [chr(n) for n in range(0x20, 0x3000) if is_drawable(chr(n)) and not chr(n).isspace()]
    for file, _ in FONTS.values():
        font = ImageFont.truetype(settings.BASE_DIR / "tracker/charts/fonts" / file, 20)
        box = bytes(font.getmask("\ue123"))
        assert [char for char in every if bytes(font.getmask(char)) == box] == [], file


@pytest.mark.parametrize("text", ["북한", "遣返", "Кириллица", "عربي", "a😀", "①"])
def test_what_the_fonts_lack_is_not_drawable(text):
    assert not is_drawable(text)


@given(st.text(max_size=300), st.integers(min_value=1, max_value=4))
def test_words_fit_their_lines_and_nothing_is_lost_silently(text, most):
    lines = wrapped(text, "sans", 20, 200, most)

    assert len(lines) <= most
    if not any("…" in line for line in lines):
        assert " ".join(lines).split() == text.split()


def test_a_picture_has_the_size_that_is_asked_for_and_its_words():
    png = picture_of("Tracker", "R-0219", "Stop returns", "Noted.", "As of today", "example.org")
    kind, size, _, told = pixels(png)

    assert (kind, size) == ("PNG", (1200, 630))
    assert told == {"Title": "Stop returns", "Description": "Stop returns. Noted."}
    assert len(png) < 100_000


def test_a_picture_leaves_out_what_it_could_only_draw_as_boxes():
    def told(title, finding):
        return pixels(picture_of("Tracker", "R-0219", title, finding, "As of today", "x"))[3]

    assert told("강제송환 중단", "Noted.") == {"Title": "R-0219", "Description": "R-0219. Noted."}
    assert told("Stop returns", "주목")["Description"] == "Stop returns. "


def test_the_picture_of_the_whole_is_its_finding():
    png = picture_of("Tracker", "All records", "Tracker", "None of 129.", "As of today", "x")

    assert pixels(png)[3]["Title"] == "None of 129."


def test_the_longest_words_stay_on_the_picture():
    png = picture_of("Tracker", "R-0219", "long words " * 40, "finding " * 200, "As of", "x" * 60)

    assert pixels(png)[1] == (1200, 630)
