"""Which articles were asked about in which reviews: by whom, on which basis, with what reply."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Prefetch
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from pyroaring import BitMap

from tracker.lib.english import Label
from tracker.models import Article, Invocation, Norm, Position, ReviewCycle, Treaty

from .as_of import AsOf
from .choices import not_one_of
from .facets import BY_NAME, NONE
from .finding import found_keys, values_of
from .packed import Values, any_of
from .recommendations import RecommendationFilter
from .reviews import cycles_to_come_too
from .treaties import public_treaties

Choices = Mapping[str, Label]
ROWS: Choices = {"treaty": _("Treaties"), "norm": _("Norms")}
COLUMNS: Choices = {"mechanism": _("Mechanisms"), "cycle": _("Reviews, one by one")}
BASES: Choices = {"": _("Any basis"), **{basis.value: basis.label for basis in Invocation.Basis}}
_LABELS: Choices = {"rows": _("Rows"), "columns": _("Columns"), "basis": _("Basis")}
CHOICES = {"rows": ROWS, "columns": COLUMNS, "basis": BASES}
MOST = 40  # columns; the oldest reviews are left out
OUTSIDE = _("Outside any review")
OUTPUTS = ("un", "state")  # who asks in an output of the UN
Query = Mapping[str, str | list[str]]


@dataclass(frozen=True)
class Shape:
    """What stands in the rows and columns, and on which basis an article has to be invoked."""

    rows: str = "treaty"
    columns: str = "mechanism"
    basis: str = ""
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def chosen_basis(self) -> str:
        return str(BASES[self.basis])


def read_shape(query: QueryDict) -> Shape:
    """The shape asked for; a choice that there is not falls back and is named in `errors`."""
    chosen, errors = {}, {}
    for name, choices in CHOICES.items():
        value = query.get(name, "")
        if value in choices:
            chosen[name] = value
        elif value:
            errors[str(_LABELS[name])] = not_one_of(value, choices)
    return Shape(**chosen, errors=errors)


@dataclass(frozen=True)
class Number:
    """How many recommendations, and the question that lists them."""

    count: int
    query: str


@dataclass(frozen=True)
class Cell:
    """Asks of NGOs, outputs of the UN, those of both with an answer; by position, all by basis."""

    asks: Number
    outputs: Number
    answered: Number
    positions: list[tuple[Position, Number]]
    bases: list[tuple[Invocation.Basis, Number]]


@dataclass(frozen=True)
class Row:
    """A provision or what holds several; `cells` are None where nobody asked, `total` too."""

    record: Article | Norm | Treaty
    cells: list[Cell | None]
    total: Cell | None

    @property
    def gaps(self) -> int:
        return self.cells.count(None)


@dataclass(frozen=True)
class Group:
    """A treaty or a norm with all its articles."""

    head: Row
    rows: list[Row]


@dataclass(frozen=True)
class Column:
    """A mechanism or a review; `record` is None for what was asked outside any."""

    value: str
    label: str
    record: ReviewCycle | None = None


@dataclass(frozen=True)
class Coverage:
    """Groups of rows under columns; `left_out` counts the reviews that are not shown."""

    columns: list[Column]
    groups: list[Group]
    left_out: int


def coverage_of(shape: Shape, as_of: AsOf) -> Coverage:
    """All that had been asked by a day, in as many queries whatever there is."""
    crossing = _Crossing(shape, as_of)
    groups = _by_norm(crossing) if shape.rows == "norm" else _by_treaty(crossing, as_of.day)
    return Coverage(crossing.columns, groups, crossing.left_out)


class _Crossing:
    """What is counted: sets of recommendations, which a cell crosses."""

    def __init__(self, shape: Shape, as_of: AsOf) -> None:
        self.shape = shape
        self.day = as_of.query
        asked = RecommendationFilter(QueryDict(), on=as_of.day)
        self.there = found_keys(asked)
        names = ("asked_by", "reply", "position", shape.columns, "invoked")
        askers, replies, self.positions, across, self.invoked = (
            values_of(asked, BY_NAME[name]) for name in names
        )
        self.ngos = askers.get("ngo", BitMap())
        self.outputs = any_of({name: askers.get(name, BitMap()) for name in OUTPUTS})
        self.given = replies.get("given", BitMap())
        self.across = {value: keys & self.there for value, keys in across.items()}
        self.across[NONE] = self.there - any_of(across)
        columns = _columns(shape.columns, self.across, as_of.day)
        self.columns, self.left_out = columns[:MOST], len(columns[MOST:])
        if self.across[NONE]:
            self.columns.append(Column(NONE, str(OUTSIDE)))

    def row(self, record: Article | Norm | Treaty, query: Query, places: Iterable[str]) -> Row:
        """The row of what is invoked as one of some `places`, which `query` asks for."""
        named = {
            basis: [name for place in places if self.invoked.get(name := f"{place}/{basis}")]
            for basis in Invocation.Basis.values
        }
        keys = {basis: self._any(names) for basis, names in named.items()}
        if basis := self.shape.basis:
            query, keys = {"invoked": named[basis]}, {basis: keys[basis]}
        name = self.shape.columns
        cells = [
            self._cell(keys, {**query, name: column.value}, named, self._under(column))
            for column in self.columns
        ]
        return Row(record, cells, self._cell(keys, query, named, self.there))

    def _under(self, column: Column) -> BitMap:
        return self.across.get(column.value) or BitMap()

    def _any(self, names: Iterable[str]) -> BitMap:
        return self.there & BitMap.union(BitMap(), *(self.invoked[name] for name in names))

    def _cell(
        self, row: Values, query: Query, named: Mapping[str, list[str]], column: BitMap
    ) -> Cell | None:
        found = {basis: keys & column for basis, keys in row.items() if keys.intersect(column)}
        if not found:
            return None
        every = any_of(found)
        answered = every & self.given
        positions = [(p, answered & self.positions.get(p.value, BitMap())) for p in Position]
        across = {name: value for name, value in query.items() if name == self.shape.columns}
        return Cell(
            self._number(every & self.ngos, query, asked_by="ngo"),
            self._number(every & self.outputs, query, asked_by=[*OUTPUTS]),
            self._number(answered, query, reply="given"),
            [(p, self._number(keys, query, position=p.value)) for p, keys in positions if keys],
            [
                (Invocation.Basis(b), self._number(keys, across, invoked=named[b]))
                for b, keys in found.items()
            ],
        )

    def _number(self, keys: BitMap, query: Query, **also: str | list[str]) -> Number:
        return Number(len(keys), urlencode({**query, **also, **self.day}, doseq=True))


def _columns(name: str, across: Values, day: dt.date) -> list[Column]:
    """What was reviewed by a day, or asked for a review to come: reviews newest first."""
    cycles = [
        cycle
        for cycle in cycles_to_come_too()
        if across.get(cycle.slug if name == "cycle" else cycle.mechanism.code)
        or (cycle.reviewed_on and str(cycle.reviewed_on) <= str(day))
    ]
    if name == "cycle":
        return [Column(cycle.slug, cycle.name, cycle) for cycle in cycles]
    mechanisms = {cycle.mechanism_id: cycle.mechanism for cycle in cycles}
    ordered = sorted(mechanisms.values(), key=lambda row: (row.sort_order, row.code))
    return [Column(row.code, row.short_name) for row in ordered]


def _by_treaty(crossing: _Crossing, day: dt.date) -> list[Group]:
    numbered = Article.objects.exclude(number="").select_related("treaty").order_by("order")
    treaties = public_treaties(day).prefetch_related(Prefetch("articles", numbered))
    return [
        Group(
            crossing.row(treaty, {"treaty": treaty.code}, [treaty.code]),
            [_article_row(crossing, article) for article in treaty.articles.all()],
        )
        for treaty in treaties
    ]


def _by_norm(crossing: _Crossing) -> list[Group]:
    articles = Article.objects.select_related("treaty").order_by("treaty__sort_order", "order")
    return [
        Group(
            crossing.row(norm, {"norm": norm.slug}, [_place(a) for a in norm.articles.all()]),
            [_article_row(crossing, article) for article in norm.articles.all()],
        )
        for norm in Norm.objects.prefetch_related(Prefetch("articles", articles))
    ]


def _article_row(crossing: _Crossing, article: Article) -> Row:
    place = _place(article)
    query = {"treaty": place} if article.is_whole_treaty else {"article": place}
    return crossing.row(article, query, [place])


def _place(article: Article) -> str:
    """As the facet `invoked` names it: `cat/3`, or `cat` for the treaty as a whole."""
    return "/".join(part for part in (article.treaty.code, article.slug) if part)
