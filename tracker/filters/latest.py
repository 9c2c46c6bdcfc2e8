"""
Facets that depend on the day: each says here how SQL finds its pairs, and how bitmaps do.

The two stand side by side so that they are read together; tests hold them to each other.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Substr
from pyroaring import BitMap

from .as_of import Moment
from .entries import Entries, Last
from .order import Order
from .packed import Pairs, Values, bitmap, day_number


class Facts(Protocol):
    """What the bitmaps know apart from a day."""

    @property
    def values(self) -> Mapping[str, Values]: ...

    @property
    def silence(self) -> Mapping[str, Values]: ...

    @property
    def entries(self) -> Mapping[str, Entries]: ...

    @property
    def order(self) -> Order: ...


class Dated(Protocol):
    """
    A facet whose values change with the day.

    `pairs` may go back to what was public at a moment. `used` are the values that any day has,
    where they are not the same for every audience.
    """

    def pairs(self, day: dt.date, known_at: Moment = None) -> list[Pairs]: ...

    def bitmaps(self, facts: Facts, last: Mapping[str, Last], day: dt.date) -> Values: ...

    def used(self, facts: Facts) -> list[str]: ...


def as_pairs(rows: QuerySet[Any], value: Any, rec: str = "recommendation_id") -> Pairs:
    """Rows as (rec, value), the value as text; rows without one are left out."""
    expression = F(value) if isinstance(value, str) else value
    text = Cast(expression, CharField(max_length=120))
    pairs: Pairs = rows.order_by().annotate(rec=F(rec), value=text).filter(value__isnull=False)
    return pairs.values_list("rec", "value")


@dataclass(frozen=True)
class Latest:
    """
    What the last of some dated entries says, and what it means if there is none.

    `entries` gives rows annotated with `rec`, `value`, `since` and `at`, which orders those of one
    day, as public at a moment; `silence` gives (rec, value) for recommendations without an entry.
    """

    name: str
    entries: Callable[[Moment], QuerySet[Any]]
    silence: Callable[[], QuerySet[Any]]

    def holding(self, day: dt.date, known_at: Moment = None) -> QuerySet[Any]:
        """The last entry of each recommendation that has begun by a day."""
        begun = self.entries(known_at).filter(since__lte=day)
        mine = begun.filter(rec=OuterRef("rec"))
        later = Q(since__gt=OuterRef("since")) | Q(since=OuterRef("since")) & (
            Q(at__gt=OuterRef("at")) | Q(at=OuterRef("at"), pk__gt=OuterRef("pk"))
        )
        return begun.filter(~Exists(mine.filter(later)))

    def pairs(self, day: dt.date, known_at: Moment = None) -> list[Pairs]:
        begun = self.entries(known_at).filter(since__lte=day, rec=OuterRef("rec"))
        held = self.holding(day, known_at).values_list("rec", "value")
        return [held, self.silence().filter(~Exists(begun)).values_list("rec", "value")]

    def bitmaps(self, facts: Facts, last: Mapping[str, Last], day: dt.date) -> Values:
        values = last[self.name].values
        begun = bitmap(last[self.name].recs)
        for value, silent in facts.silence[self.name].items():
            values = values | {value: values.get(value, BitMap()) | (silent - begun)}
        return values

    def used(self, facts: Facts) -> list[str]:
        return []


@dataclass(frozen=True)
class Grouped:
    """The values of another facet, taken together in groups."""

    source: Latest
    groups: Mapping[str, list[str]]

    def pairs(self, day: dt.date, known_at: Moment = None) -> list[Pairs]:
        whens = [When(value__in=values, then=Value(name)) for name, values in self.groups.items()]
        group = Case(*whens, output_field=CharField())
        return [
            rows.annotate(group=group)
            .values("rec")
            .annotate(value=F("group"))
            .values_list("rec", "value")
            for rows in self.source.pairs(day, known_at)
        ]

    def bitmaps(self, facts: Facts, last: Mapping[str, Last], day: dt.date) -> Values:
        values = self.source.bitmaps(facts, last, day)
        return {
            name: BitMap.union(BitMap(), *(values[value] for value in members if value in values))
            for name, members in self.groups.items()
        }

    def used(self, facts: Facts) -> list[str]:
        return []


@dataclass(frozen=True)
class YearOf:
    """The year in which the last entry began, unless its value is one of `silent`."""

    source: Latest
    silent: Collection[str]

    def pairs(self, day: dt.date, known_at: Moment = None) -> list[Pairs]:
        held = self.source.holding(day, known_at).exclude(value__in=self.silent)
        return [as_pairs(held, Substr("since", 1, 4))]

    def bitmaps(self, facts: Facts, last: Mapping[str, Last], day: dt.date) -> Values:
        mine = last[self.source.name]
        silent = BitMap.union(BitMap(), *(mine.values.get(v, BitMap()) for v in self.silent))
        return {year: keys - silent for year, keys in mine.by_year().items()}

    def used(self, facts: Facts) -> list[str]:
        return facts.entries[self.source.name].years(facts.order.everything)


@dataclass(frozen=True)
class Staleness:
    """
    Whether the last entry is recent: `never`, `before-review`, `24-months` or `fresh`.

    Before the last review of the recommendation's mechanism, more than `years` ago, or since.
    """

    source: Latest
    reviews: Callable[[dt.date], Mapping[str, str]]  # mechanism → when it last reviewed
    years: int

    def pairs(self, day: dt.date, known_at: Moment = None) -> list[Pairs]:
        held = self.source.holding(day, known_at)
        old, passed = Q(since__lt=str(self.limit(day))), Q(pk__in=[])
        for mechanism, date in self.reviews(day).items():
            passed |= Q(recommendation__cycle__mechanism__code=mechanism, since__lt=date)
        begun = self.source.entries(known_at).filter(since__lte=day, rec=OuterRef("rec"))
        never = self.source.silence().filter(~Exists(begun))
        kinds = {
            "before-review": held.filter(passed),
            "24-months": held.filter(old),
            "fresh": held.exclude(old).exclude(passed),
        }
        return [
            as_pairs(never, Value("never"), "pk"),
            *(as_pairs(rows, Value(kind)) for kind, rows in kinds.items()),
        ]

    def bitmaps(self, facts: Facts, last: Mapping[str, Last], day: dt.date) -> Values:
        mine = last[self.source.name]
        begun, old = bitmap(mine.recs), mine.before(day_number(self.limit(day)))
        passed = BitMap()
        for mechanism, date in self.reviews(day).items():
            reviewed = facts.values["mechanism"].get(mechanism, BitMap())
            passed |= reviewed & mine.before(day_number(date))
        known = BitMap.union(BitMap(), *facts.silence[self.source.name].values())
        return {
            "never": known - begun,
            "before-review": passed,
            "24-months": old,
            "fresh": begun - old - passed,
        }

    def used(self, facts: Facts) -> list[str]:
        return []

    def limit(self, day: dt.date) -> dt.date:
        try:
            return day.replace(year=day.year - self.years)
        except ValueError:  # 29 February
            return day.replace(year=day.year - self.years, day=28)
