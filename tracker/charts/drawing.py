"""What a picture is made of, and the two ways to write it down: as SVG and as PNG."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo

FONTS = {
    "sans": ("NotoSans-Regular.ttf", {"font-family": "Noto Sans, system-ui, sans-serif"}),
    "bold": ("NotoSans-Bold.ttf", {"font-family": "Noto Sans, system-ui, sans-serif"}),
    "serif": ("NotoSerif-Bold.ttf", {"font-family": "Noto Serif, Georgia, serif"}),
}
_FOLDER = Path(__file__).with_name("fonts")
_LATIN = (  # what the fonts have
    (0x20, 0x7E), (0xA0, 0x17F), (0x1CD, 0x1DC), (0x218, 0x21B), (0x1E00, 0x1EFF),
    (0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026), (0x2032, 0x2033),
    (0x20AC, 0x20AC),
)  # fmt: skip


@dataclass(frozen=True)
class Text:
    """Words on a line; `y` is their foot, `x` their start, or their end if they are `at_end`."""

    x: float
    y: float
    words: str
    size: int
    font: str = "sans"
    fill: str = "#14181c"
    at_end: bool = False


@dataclass(frozen=True)
class Shape:
    """An area, or a line along its points where it has a `stroke`."""

    points: tuple[tuple[float, float], ...]
    fill: str = ""
    stroke: str = ""
    width: float = 2


@dataclass(frozen=True)
class Drawing:
    """Marks on white paper, with what it shows in words for those who do not see it."""

    title: str
    description: str
    width: int
    height: int
    marks: Sequence[Text | Shape]


def box(x: float, y: float, width: float, height: float) -> tuple[tuple[float, float], ...]:
    """The corners of a rectangle."""
    return ((x, y), (x + width, y), (x + width, y + height), (x, y + height))


def as_svg(drawing: Drawing) -> str:
    """The drawing for a page or a press; its words stay words."""
    root = ElementTree.Element(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {drawing.width} {drawing.height}",
        width=f"{drawing.width}",
        height=f"{drawing.height}",
        role="img",
    )
    ElementTree.SubElement(root, "title").text = drawing.title
    ElementTree.SubElement(root, "desc").text = drawing.description
    paper = Shape(box(0, 0, drawing.width, drawing.height), fill="#ffffff")
    for mark in [paper, *drawing.marks]:
        _add(root, mark)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=False)


def _add(root: ElementTree.Element, mark: Text | Shape) -> None:
    if isinstance(mark, Shape):
        points = " ".join(f"{x:g},{y:g}" for x, y in mark.points)
        look = {"fill": mark.fill or "none"}
        if mark.stroke:
            look |= {"stroke": mark.stroke, "stroke-width": f"{mark.width:g}"}
        ElementTree.SubElement(root, "polygon", {"points": points, **look})
        return
    look = {"x": f"{mark.x:g}", "y": f"{mark.y:g}", "font-size": str(mark.size), "fill": mark.fill}
    look |= FONTS[mark.font][1]
    if mark.font != "sans":
        look["font-weight"] = "700"
    if mark.at_end:
        look["text-anchor"] = "end"
    ElementTree.SubElement(root, "text", look).text = mark.words


def as_png(drawing: Drawing, scale: int = 2) -> bytes:
    """The drawing as pixels, `scale` of them for each unit; in colours of a small palette."""
    image = Image.new("RGB", (drawing.width * scale, drawing.height * scale), "#ffffff")
    pen = ImageDraw.Draw(image)
    for mark in drawing.marks:
        _draw(pen, mark, scale)
    told = PngInfo()
    told.add_itxt("Title", drawing.title)
    told.add_itxt("Description", drawing.description)
    file = io.BytesIO()
    image.quantize(64, Image.Quantize.MEDIANCUT).save(file, "PNG", pnginfo=told)
    return file.getvalue()


def _draw(pen: ImageDraw.ImageDraw, mark: Text | Shape, scale: int) -> None:
    if isinstance(mark, Text):
        place = (mark.x * scale, mark.y * scale)
        anchor, font = "rs" if mark.at_end else "ls", _font(mark.font, mark.size * scale)
        pen.text(place, _composed(mark.words), mark.fill, font, anchor)
        return
    points = [(x * scale, y * scale) for x, y in mark.points]
    if mark.fill:
        pen.polygon(points, mark.fill)
    if mark.stroke:
        pen.line([*points, points[0]], mark.stroke, round(mark.width * scale), "curve")


def wrapped(words: str, font: str, size: int, width: float, most: int) -> list[str]:
    """Words in lines that fit; what is too much for `most` lines ends in an ellipsis."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _width(longer, font, size) <= width:
            lines[-1] = longer
        else:
            lines.append(_cut(word, font, size, width))
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut(f"{lines[most - 1]} …", font, size, width)]
    return lines


def _cut(word: str, font: str, size: int, width: float) -> str:
    """The word, or as much of it as fits."""
    while len(word) > 1 and _width(word, font, size) > width:
        word = f"{word.removesuffix('…').rstrip()[:-1].rstrip()}…"
    return word


def _width(words: str, font: str, size: int) -> float:
    return _font(font, size).getlength(_composed(words))


def is_drawable(words: str) -> bool:
    """Whether the fonts have every letter: a box instead of one would be worse than no words."""
    return all(
        any(first <= ord(char) <= last for first, last in _LATIN) for char in _composed(words)
    )


def _composed(words: str) -> str:
    return unicodedata.normalize("NFC", words)


@lru_cache(maxsize=32)
def _font(name: str, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FOLDER / FONTS[name][0], size)
