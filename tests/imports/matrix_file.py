"""Small thematic lists of recommendations as OHCHR makes them, in each of their three forms."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field

import docx

HEADS = {
    2: (
        "Recommendation",
        "Position",
        "Full list of themes",
        "Assessment/comments on level of implementation",
    ),
    4: (
        "Recommendation and recommending State",
        "Position of the State under review",
        "Human rights themes and groups of persons",
        "Relevant SDGs",
    ),
}
HEADS[3] = HEADS[2]
CODES = {"Refugees & asylum seekers": "G5", "Right to life": "D21", "Acceptance of norms": "A12"}
SOURCE = "A/HRC/56/6/Add.1 - Para.3"


@dataclass(frozen=True)
class Item:
    """A row as it is written: its number, the text with States in brackets, and the rest."""

    number: str
    text: str
    position: str = "Supported"
    source: str = SOURCE
    themes: Sequence[str] = ("Refugees & asylum seekers",)
    groups: Sequence[str] = ("Refugees",)
    sdgs: Sequence[str] = field(default_factory=tuple)


QUIRKS: Sequence[str | Item] = (
    "Acceptance of norms",
    Item("7.2", "Join the treaty (Maldives) (Portugal);", sdgs=("10 - REDUCED INEQUALITIES",)),
    Item("7.1", "Join it without delay (Chile, Peru, Venezuela (Bolivarian Republic of),Togo);"),
    "Refugees & asylum seekers",
    Item("7.4", "Let them in (Peru);let them stay (Chile); do neither harm (Costa Rica);",
         groups=("Refugees", "Women & girls")),
    Item("7.3", "Keep to the norm (ICRMW) (Iran (Islamic Republic of)).", source="A/HRC/56/6/Add.1"
         " - Para.3vv", themes=("Refugees & asylum seekers", "Right to life")),
    Item("7.6", "Say who was returned in Hong Kong (China) (Czech Republic);", position="Noted",
         source="A/HRC/56/6/Add.1, para. 5 - Para. 5"),
    Item("7.5", "Publish the figures for (2019–2023);", position="Noted"),
)  # fmt: skip
"""Eight asks of six numbers, in no order: 4 Supported, 2 Noted, one of them without a State."""


def build_matrix(
    rows: Sequence[str | Item] = QUIRKS,
    generation: int = 4,
    state: str = "China",
    cycle: int = 4,
    session: int = 45,
) -> bytes:
    """
    A Word file with one table: a text is a row with a theme, over all columns.

    Generation 2 has codes before the themes, 3 the SDGs below them, 4 the SDGs in a column.
    """
    made = docx.Document()
    dash = "-" if generation == 4 else "–"
    header = f"UPR of {state} ({_th(cycle)} Cycle {dash} {_th(session)} session)"
    made.sections[0].header.paragraphs[0].text = f"{header}\tThematic list of recommendations"
    table = made.add_table(rows=0, cols=4)
    _fill(table, [[head] for head in HEADS[generation]])
    for row in rows:
        if isinstance(row, str):
            cells = table.add_row().cells
            cells[0].merge(cells[3]).text = f"Theme: {_theme(row, generation)}"
        else:
            _fill(table, _cells(row, generation))
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def _fill(table, cells) -> None:
    for cell, lines in zip(table.add_row().cells, cells, strict=True):
        cell.paragraphs[0].text = lines[0] if lines else ""
        for line in lines[1:]:
            cell.add_paragraph(line)


def _cells(item: Item, generation: int) -> list[list[str]]:
    label = "Source of Position: " if generation == 4 else "Source of position: "
    text = [f"{item.number} {item.text}".strip()]
    text += [label + item.source] if item.source else []
    dash = "- " if generation == 4 else ""
    sdgs = [f"- {sdg}" for sdg in item.sdgs]
    groups = [f"- {group}" for group in item.groups]
    themes = [dash + _theme(theme, generation) for theme in item.themes]
    if generation == 3 and sdgs:
        themes += ["SDGs:", *sdgs]
    themes += ["Groups of Persons: " if generation == 4 else "Affected persons:", *groups]
    return [text, [item.position], themes, sdgs if generation == 4 else ["", ""]]


def _theme(name: str, generation: int) -> str:
    return f"{CODES[name]} {name}" if generation == 2 and name in CODES else name


def _th(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
