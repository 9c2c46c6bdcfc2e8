"""The rows of an import as a person reads them: what each asks, and what is wrong with it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import F, Func, Q, QuerySet, TextField
from django.db.models.fields.json import KT

from tracker.lib.word_differences import Piece, word_differences
from tracker.models import Import, Organisation, Position, StagedRow, Treaty

_PLACES = 12  # that a group of faults names
_OR = re.compile(r"\s*[;；]\s*")
_ENTERED = (StagedRow.Outcome.NEW, StagedRow.Outcome.CHANGED)
_POSITIONS = dict(Position.choices)
# What a person may say once of a name, by the column that it stands in.
NAMED = {"made_by": "organisations", "articles": "articles"}


@dataclass
class FaultGroup:
    """The same fault in several rows: where, what was found, what was expected, how to mend it."""

    what: str
    expected: str
    mend: str
    column: str
    found: str
    count: int = 0
    places: list[str] = field(default_factory=list)

    @property
    def where(self) -> str:
        """The column or the field that it stands in, in words."""
        return self.column.replace("_", " ")

    @property
    def key(self) -> str:
        """Names the group in an address."""
        return key_of(self.what)

    @property
    def more(self) -> int:
        """How many rows have it whose places are not named."""
        return self.count - len(self.places)

    @property
    def named(self) -> str:
        """The vocabulary that the unknown name belongs to; "" if no name is at fault."""
        return NAMED.get(self.column, "") if self.found and "nknown" in self.what else ""


def key_of(what: str) -> str:
    """A short word for what a fault says."""
    return hashlib.sha256(what.encode()).hexdigest()[:12]


def faults_of(imported: Import) -> list[FaultGroup]:
    """What is wrong in an import, the same faults together; the most frequent first."""
    groups: dict[str, FaultGroup] = {}
    rows = imported.rows.filter(outcome=StagedRow.Outcome.ERROR).order_by("number")
    for place, faults in rows.values_list("place", "faults"):
        for fault in faults:
            said = {name: fault.get(name, "") for name in ("expected", "mend", "column", "found")}
            what = fault["what"]
            group = groups.setdefault(what, FaultGroup(what=what, **said))
            group.count += 1
            if len(group.places) < _PLACES:
                group.places.append(place)
    return sorted(groups.values(), key=lambda group: -group.count)


def rows_of(
    imported: Import, *, outcome: str = "", words: str = "", fault: str = ""
) -> QuerySet[StagedRow]:
    """
    The rows of an import in their order, those with an outcome, some words or a fault.

    Of several words between semicolons one is enough; they are looked for in the cells of the file
    and in what it was understood to ask.
    """
    rows = StagedRow.objects.filter(imported=imported).order_by("number")
    if outcome:
        rows = rows.filter(outcome=outcome)
    if fault:
        named = [group.what for group in faults_of(imported) if group.key == fault]
        rows = rows.filter(faults__contains=[{"what": named[0]}]) if named else rows.none()
    if wanted := [word for word in _OR.split(words) if word]:
        rows = rows.annotate(cells=_cells("raw"), understood=KT("values__text"))
        found = Q()
        for word in wanted:
            found |= Q(cells__icontains=word) | Q(understood__icontains=word)
        rows = rows.filter(found)
    return rows


def with_records(rows: QuerySet[StagedRow]) -> QuerySet[StagedRow]:
    """Rows with the records that they change, repeat or became."""
    rows = rows.select_related("record__document").prefetch_related("record__made_by")
    return rows.defer("record__search_vector")


def _cells(name: str) -> Func:
    """The cells of a row without their headings."""
    return Func(
        F(name),
        function="jsonb_path_query_array",
        template="%(function)s(%(expressions)s, '$.*')::text",
        output_field=TextField(),
    )


@dataclass(frozen=True)
class Shown:
    """A row as a person reads it."""

    row: StagedRow
    makers: list[str]
    articles: list[str]

    @property
    def text(self) -> str:
        return str(self.row.values.get("text") or self.row.ask.get("text", ""))

    @property
    def language(self) -> str:
        return str(self.row.values.get("language") or "en")

    @property
    def position(self) -> str:
        """The position in our words, or else in the file's."""
        answer = self.row.values.get("answer") or {}
        known = _POSITIONS.get(answer.get("position", ""), "")
        return str(known or self.row.ask.get("position", ""))

    @property
    def faults(self) -> list[tuple[str, str]]:
        """What is wrong in it, each with the key of its group."""
        return [(fault["what"], key_of(fault["what"])) for fault in self.row.faults]

    @property
    def is_left(self) -> bool:
        """Whether a person left out what could be entered."""
        return not self.row.is_chosen and self.row.outcome in _ENTERED

    @property
    def is_forgotten(self) -> bool:
        """Whether what it said was let go, since nothing of it was written."""
        return not (self.row.raw or self.row.ask or self.row.values)

    @property
    def is_sure(self) -> bool:
        return bool(self.row.ask.get("is_sure", True))

    @cached_property
    def pieces(self) -> list[Piece]:
        """The record that it may repeat and the row, as one text."""
        return word_differences(self.row.record.text, self.text) if self.row.record else []

    @property
    def likeness(self) -> int:
        """In a hundred, how much of both texts together stands in both."""
        lengths = {"same": 0, "gone": 0, "new": 0}
        for piece in self.pieces:
            lengths[piece.kind] += len(piece.text.split()) or 1
        return round(100 * lengths["same"] / (sum(lengths.values()) or 1))


class Readable:
    """Makes rows of an import readable: a few queries for any number of them."""

    def __init__(self, imported: Import) -> None:
        self._imported = imported

    def rows(self, found: Iterable[StagedRow]) -> list[Shown]:
        """Each row, read `with_records`, with the names of what its values point at."""
        rows = list(found)
        makers = self._organisations({slug for row in rows for slug in _slugs(row)})
        return [
            Shown(
                row,
                [makers.get(slug, slug) for slug in _slugs(row)] or row.ask.get("made_by", []),
                list(self._articles(row)),
            )
            for row in rows
        ]

    def _organisations(self, slugs: set[str]) -> dict[str, str]:
        added = self._imported.additions.get("organisations", [])
        names = {one["slug"]: one.get("name", one["slug"]) for one in added}
        rows = Organisation.objects.filter(slug__in=slugs).only("slug", "name", "acronym")
        return names | {row.slug: row.short_name for row in rows}

    def _articles(self, row: StagedRow) -> Iterator[str]:
        for one in row.values.get("invocations", ()):
            code, _, number = one["article"].partition(" ")
            yield f"{self._treaties.get(code, code)} {number}".strip()

    @cached_property
    def _treaties(self) -> dict[str, str]:
        return dict(Treaty.objects.values_list("code", "short_name"))


def _slugs(row: StagedRow) -> list[str]:
    return list(row.values.get("made_by") or ())
