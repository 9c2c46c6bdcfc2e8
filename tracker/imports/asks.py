"""What every reader gives, whatever the file: what is asked, in the file's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Self

# What “rows with errors” has at the right of the columns of the file: no reader takes it for data.
OUR_HEADINGS = ("What is wrong", "Expected", "What to do")


@dataclass(slots=True, frozen=True)
class Fault:
    """
    One thing that is wrong in a row, in words: rows with the same fault are told together.

    `column` is the heading (or part of the text) it stands in, "" for the whole row; `what` the
    kind of fault with what was found (“Unknown article “CAT 3bis””), the same for every row that
    has it; `expected` what would have been right; `mend` what the person can do. `field` names the
    field of an ask that is empty because of it, so that nobody is told of the same twice.
    """

    what: str
    expected: str
    mend: str
    column: str = ""
    found: str = ""
    field: str = ""

    def as_json(self) -> dict[str, str]:
        """As it is staged: what is not said is left out."""
        return {name: value for name in _FAULT if (value := getattr(self, name))}


@dataclass(slots=True, kw_only=True)
class Ask:
    """
    One thing that a file asks. Names stand as the file writes them; nothing is looked up.

    `text` and the other words are clean: no entities, no broken letters, single spaces; `raw` holds
    the cells as they were, by heading. `key` names it in its source, stable over copies of the same
    data; "" where the source has nothing of the kind.
    """

    place: str  # "row 12", "sheet Data, row 12", "table 1, row 5", "page 14", "line 365"
    raw: Mapping[str, str] = field(default_factory=dict)
    key: str = ""
    reference: str = ""  # R-0457 or D-…, in our own export
    text: str = ""
    title: str = ""
    kind: str = ""  # a value of Recommendation.Kind; "" a recommendation
    text_kind: str = ""  # a value of Recommendation.TextKind; "" the official text
    language: str = ""  # BCP 47; "" English
    locator: str = ""  # 186.23; Recommendations, item 1.a
    state: str = ""  # the State under review; "" the one that the import is for
    mechanism: str = ""  # UPR, CEDAW …
    session: int | None = None  # of the UPR Working Group
    cycle: str = ""  # the slug, name or number of the review cycle, where the file says one
    document: str = ""  # the symbol, slug or title of the document that states it
    published_on: str = ""  # of that document, ISO 8601, where the file says it
    made_on: str = ""  # ISO 8601, or a part of it
    made_by: list[str] = field(default_factory=list)  # recommending States, submitters, bodies
    themes: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)  # affected persons
    sdgs: list[str] = field(default_factory=list)  # kept with the row; no field of a record
    strength: int | None = None  # UPR Info's action category, 1 to 5
    articles: list[dict[str, str]] = field(default_factory=list)  # article ("cedaw 6"), basis, note
    position: str = ""  # the position in the source's word: Supported, Noted, 接受
    answer: dict[str, str] = field(default_factory=dict)  # words, locator, document, responded_on
    others: dict[str, Any] = field(default_factory=dict)  # further plain values of a record
    rows: int = 1  # rows of the file that it stands for: one for each recommending State
    is_sure: bool = True  # False: found in running text, for a person to decide
    mended: str = ""  # by whom else than the reader: what its cells say is not what it asks
    faults: list[Fault] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """As it is staged: what is not said is left out."""
        plain = {name: getattr(self, name) for name in _ASK}
        said = {name: value for name, value in plain.items() if value not in ("", None, [], {})}
        if self.faults:
            said["faults"] = [fault.as_json() for fault in self.faults]
        return said

    def says(self) -> set[str]:
        """The fields of a record that the file itself says something about."""
        said = {"text", "text_kind", "language", *self.others}
        return said | {field for field, name in _SAID.items() if getattr(self, name)}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any], raw: Mapping[str, str]) -> Self:
        """What was staged, as an ask again."""
        faults = [Fault(**_NOTHING | fault) for fault in stored.get("faults", [])]
        return cls(**{**stored, "faults": faults, "raw": raw})


_FAULT = [one.name for one in fields(Fault)]
_ASK = [one.name for one in fields(Ask) if one.name not in ("raw", "faults")]
_SAID = {  # fields of a record, and what of an ask says them
    "title": "title",
    "kind": "kind",
    "locator": "locator",
    "document": "document",
    "made_by": "made_by",
    "made_on": "made_on",
    "themes": "themes",
    "affected_groups": "groups",
    "action_strength": "strength",
    "invocations": "articles",
}
_NOTHING = {"what": "", "expected": "", "mend": ""}


@dataclass(slots=True, kw_only=True)
class Reading:
    """
    All that a file asks of the State that the import is for.

    `left_out` counts the rows that are about other States, by State, “” for none; `told` is what a
    person should know of the file as a whole, in sentences. `proposed` are settings that the file
    itself gives: cycle, document title and symbol, dates, submitters.
    """

    source: str  # a value of Import.Source
    asks: list[Ask] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)
    proposed: dict[str, Any] = field(default_factory=dict)

    def says_left_out(self) -> list[str]:
        """A sentence on the rows that are about other States, or about none."""
        nowhere = self.left_out[""]
        names = sorted(name for name in self.left_out if name)
        count = self.left_out.total() - nowhere
        about = names[0] if len(names) == 1 else f"{len(names):,} other States"
        told = [f"Left out: {_rows(count)} on {about}."] if count else []
        return told + ([f"Left out: {_rows(nowhere)} on no State."] if nowhere else [])


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count:,} rows"


@dataclass(slots=True, frozen=True, kw_only=True)
class Wanted:
    """
    How a person wants a file to be read.

    `state` is the State under review whose rows count; `encoding` "" to be found; `columns` what
    each heading means (`mapped`), for a table of no known kind; `source` "" to be told by content.
    """

    state: str = "China"
    encoding: str = ""
    source: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)


class Refused(ValueError):  # noqa: N818 - an answer rather than a fault
    """Why a file is not read at all, and what to do; a sentence or two for whoever chose it."""
