"""
The facets of recommendations, each declared once as pairs (recommendation, value).

The SQL filter and the bitmap index both come from these declarations, so they cannot disagree.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, CharField, F, Max, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast, Concat, Substr

from tracker.lib.partial_dates import PartialDate
from tracker.models import (
    Assessment,
    Invocation,
    Organisation,
    Position,
    Recommendation,
    Relation,
    ReviewCycle,
    State,
)

from . import facet_words as words

NONE = "none"
Pairs = QuerySet[Any]
Words = Callable[[], dict[str, str]]
STALE_AFTER_YEARS = 2


@dataclass(frozen=True)
class Facet:
    """
    One way of sorting recommendations.

    `pairs` gives querysets of (rec, value) as they stand on a day; a recommendation may have
    several values or none, and none can be asked for too. `words` maps each value to what a reader
    sees, in the order to show. `is_dated`: the pairs depend on the day.
    """

    name: str
    label: str
    pairs: Callable[[dt.date], list[Pairs]]
    words: Words
    is_dated: bool = False
    folds: bool = True

    def matching(self, day: dt.date, chosen: Iterable[str]) -> Q:
        """Recommendations that have one of the chosen values, or none if that is chosen."""
        chosen = list(chosen)
        named = [value for value in chosen if value != NONE]
        found = Q()
        for pairs in self.pairs(day) if named else []:
            found |= Q(pk__in=pairs.filter(value__in=named).values("rec"))
        if NONE in chosen:
            having = Q()
            for pairs in self.pairs(day):
                having |= Q(pk__in=pairs.exclude(value="").values("rec"))
            found |= ~having
        return found


def _pairs(rows: QuerySet, value: Any, rec: str = "recommendation_id") -> Pairs:
    """Rows as (rec, value), the value as text; rows without one are left out."""
    expression = F(value) if isinstance(value, str) else value
    text = Cast(expression, CharField(max_length=120))
    pairs = rows.order_by().annotate(rec=F(rec), value=text)
    return pairs.filter(value__isnull=False).values_list("rec", "value")


def _own(value: Any) -> Callable[[dt.date], list[Pairs]]:
    """A value that stands in the recommendation itself or behind its foreign keys."""
    return lambda day: [_pairs(Recommendation.objects.all(), value, "pk")]


def _linked(field: str, value: str, **only: Any) -> Callable[[dt.date], list[Pairs]]:
    """Values of a many-to-many field."""
    through = getattr(Recommendation, field).through
    return lambda day: [_pairs(through.objects.filter(**only), value)]


def _invoked(value: str) -> Callable[[dt.date], list[Pairs]]:
    return lambda day: [_pairs(Invocation.objects.all(), value)]


def _articles(day: dt.date) -> list[Pairs]:
    """`cat/3`: each article invoked, and those it is a paragraph of."""
    slash = Value("/")
    paths = ("article", "article__parent", "article__parent__parent")
    return [
        _pairs(
            Invocation.objects.exclude(**{f"{path}__number": ""}).filter(
                **{f"{path}__isnull": False}
            ),
            _join(f"{path}__treaty__code", slash, f"{path}__slug"),
        )
        for path in paths
    ]


def _join(first: str, between: Value, second: str) -> Any:

    return Concat(F(first), between, F(second), output_field=CharField())


def _norms(day: dt.date) -> list[Pairs]:
    paths = ("article", "article__parent", "article__parent__parent")
    return [_pairs(Invocation.objects.all(), f"{path}__norms__slug") for path in paths]


def _askers(day: dt.date) -> list[Pairs]:
    kinds = {kind: name for name, (_, kinds) in words.ASKED_BY.items() for kind in kinds}
    whens = [When(maker__kind=kind, then=Value(name)) for kind, name in kinds.items()]
    through = Recommendation.made_by.through
    return [_pairs(through.objects.all(), Case(*whens, output_field=CharField()))]


def _positions(day: dt.date) -> list[Pairs]:
    return [_pairs(Recommendation.objects.with_position(on=day), "position", "pk")]


def _statuses(day: dt.date) -> list[Pairs]:
    return [_pairs(Recommendation.objects.with_status(on=day), "status", "pk")]


def _replies(day: dt.date) -> list[Pairs]:
    silent = [Position.NO_REPLY, Position.NONE_RECORDED]
    reply = Case(
        When(position__in=silent, then=Value("missing")),
        When(position=Position.NOT_ASKED_FOR, then=Value("not-asked-for")),
        default=Value("given"),
        output_field=CharField(),
    )
    return [_pairs(Recommendation.objects.with_position(on=day), reply, "pk")]


def _staleness(day: dt.date) -> list[Pairs]:
    """Never assessed; before the mechanism's last review; more than 24 months ago; or fresh."""
    mine = Assessment.objects.ours().in_force(on=day).filter(recommendation=OuterRef("pk"))
    reviews = ReviewCycle.objects.filter(
        mechanism=OuterRef("cycle__mechanism"), reviewed_on__lte=day
    )
    rows = Recommendation.objects.annotate(
        assessed=Subquery(mine.latest_first().values("as_of")[:1]),
        reviewed=Subquery(
            reviews.order_by().values("mechanism").annotate(last=Max("reviewed_on")).values("last")
        ),
    )
    limit = str(PartialDate.of(_years_before(day, STALE_AFTER_YEARS)))
    old, passed = Q(assessed__lt=limit), Q(assessed__lt=F("reviewed"))
    kinds = {
        "never": rows.filter(assessed__isnull=True),
        "before-review": rows.filter(passed),
        "24-months": rows.filter(old),
        "fresh": rows.filter(assessed__isnull=False).exclude(old).exclude(passed),
    }
    return [_pairs(found, Value(kind), "pk") for kind, found in kinds.items()]


def _years_before(day: dt.date, years: int) -> dt.date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)


def _uptake(day: dt.date) -> list[Pairs]:
    """Whether a UN output had taken an NGO's ask up by a day."""
    taken = Relation.objects.filter(
        kind=Relation.Kind.TAKES_UP,
        from_recommendation__state=State.PUBLISHED,
        from_recommendation__made_on__lte=day,
    ).values("to_recommendation")
    ngo = (Organisation.Kind.NGO, Organisation.Kind.COALITION)
    asks = Recommendation.objects.filter(
        pk__in=Recommendation.made_by.through.objects.filter(maker__kind__in=ngo).values(
            "recommendation"
        )
    )
    return [
        _pairs(asks.filter(pk__in=taken), Value("yes"), "pk"),
        _pairs(asks.exclude(pk__in=taken), Value("no"), "pk"),
    ]


_YES_NO = {"yes": "Yes", "no": "No"}
_NAMED = Case(When(names_north_koreans=True, then=Value("yes")), default=Value("no"))

FACETS = [
    Facet("treaty", "Treaty", _invoked("article__treaty__code"), words.treaties),
    Facet("article", "Article", _articles, words.articles),
    Facet("norm", "Norm", _norms, words.norms),
    Facet("basis", "Basis of the invocation", _invoked("basis"), words.bases),
    Facet("theme", "Theme", _linked("themes", "theme__code"), words.themes),
    Facet("asked_by", "Asked by", _askers, words.askers),
    Facet("organisation", "Organisation", _linked("made_by", "maker__slug"), words.organisations),
    Facet(
        "state", "Recommending State",
        _linked("made_by", "maker__slug", maker__kind=Organisation.Kind.STATE), words.states,
    ),
    Facet(
        "region", "Regional group",
        _linked("made_by", "maker__regional_group", maker__kind=Organisation.Kind.STATE),
        words.regions,
    ),
    Facet("mechanism", "Mechanism", _own("cycle__mechanism__code"), words.mechanisms),
    Facet("cycle", "Review cycle", _own("cycle__slug"), words.cycles),
    Facet("document", "Kind of document", _own("document__kind"), words.document_kinds),
    Facet("kind", "Kind of ask", _own("kind"), words.kinds),
    Facet("position", "China’s position", _positions, words.positions, is_dated=True),
    Facet("reply", "Reply", _replies, words.replies, is_dated=True),
    Facet("status", "Status", _statuses, words.statuses, is_dated=True),
    Facet("assessed", "Last assessed", _staleness, words.staleness, is_dated=True),
    Facet("taken_up", "Taken up by a UN body or State", _uptake, lambda: _YES_NO, is_dated=True),
    Facet("group", "Affected group", _linked("affected_groups", "group__code"), words.groups),
    Facet("year", "Year", _own(Substr("made_on", 1, 4)), words.years),
    Facet("strength", "Strength of action", _own("action_strength"), words.strengths),
    Facet("names", "Names North Koreans", _own(_NAMED), lambda: _YES_NO),
]  # fmt: skip
BY_NAME = {facet.name: facet for facet in FACETS}
