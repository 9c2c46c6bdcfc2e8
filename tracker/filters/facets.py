"""
The facets of recommendations, each declared once as pairs (recommendation, value).

The SQL filter and the bitmap index both come from these declarations, so they cannot disagree.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, CharField, F, Max, Q, QuerySet, Value, When
from django.db.models.functions import Concat, Substr
from django.utils.translation import gettext_lazy as _

from tracker.lib.english import Label
from tracker.models import (
    Assessment,
    Invocation,
    Organisation,
    Position,
    Recommendation,
    Relation,
    Response,
    ReviewCycle,
    State,
    Status,
)

from . import facet_words as words
from .as_of import Moment
from .latest import Dated, Grouped, Latest, Staleness, YearOf, as_pairs
from .packed import Pairs

NONE = "none"
NONE_RECORDED, NO_VALUE = _("None recorded"), _("No value")
NO_STATE = _("Not asked by a State")
Words = Callable[[words.Used], words.Words]
EVER = dt.date.max


@dataclass(frozen=True)
class Facet:
    """
    One way of sorting recommendations.

    `pairs` gives querysets of (rec, value) as they stand on a day; a recommendation may have
    several values or none, and none can be asked for too. `words` maps each value that can be asked
    for to what a reader sees, in the order to show; it may ask which occur. `dated`: where the
    pairs depend on the day, how they come about. `none` is what it means to have no value.
    `is_offered`: whether lists offer its values, each with its count; else only numbers elsewhere
    lead to them, and a list shows no more of it than what is chosen.
    """

    name: str
    label: Label
    pairs: Callable[[dt.date], list[Pairs]]
    words: Words
    dated: Dated | None = None
    none: Label = NONE_RECORDED
    is_offered: bool = True

    @property
    def is_dated(self) -> bool:
        return self.dated is not None

    def used(self, rows: QuerySet[Recommendation]) -> set[str]:
        """The values that occur among some recommendations, on whatever day."""
        keys = rows.order_by().values("pk")
        found = (pairs.filter(rec__in=keys).order_by() for pairs in self.pairs(EVER))
        return {
            value for pairs in found for value in pairs.values_list("value", flat=True).distinct()
        }

    def words_among(self, rows: QuerySet[Recommendation]) -> dict[str, str]:
        """What `words` says, given that these recommendations are all that may be seen."""
        return self.words(lambda: self.used(rows))

    def pairs_known(self, day: dt.date, known_at: Moment) -> list[Pairs]:
        """The pairs of a day, as far as they were public at a moment."""
        return self.dated.pairs(day, known_at) if self.dated else self.pairs(day)

    def matching(self, day: dt.date, chosen: Iterable[str], known_at: Moment = None) -> Q:
        """Recommendations that have one of the chosen values, or none if that is chosen."""
        chosen = list(chosen)
        named = [value for value in chosen if value != NONE]
        found = Q()
        for pairs in self.pairs_known(day, known_at) if named else []:
            found |= Q(pk__in=pairs.filter(value__in=named).values("rec"))
        if NONE in chosen:
            having = Q()
            for pairs in self.pairs_known(day, known_at):
                having |= Q(pk__in=pairs.exclude(value="").values("rec"))
            found |= ~having
        return found


def _dated(name: str, label: Label, dated: Dated, words: Words, none: Label = NO_VALUE) -> Facet:
    return Facet(name, label, dated.pairs, words, dated, none)


def _own(value: Any) -> Callable[[dt.date], list[Pairs]]:
    """A value that stands in the recommendation itself or behind its foreign keys."""
    return lambda day: [as_pairs(Recommendation.objects.all(), value, "pk")]


def _linked(field: str, value: str, **only: Any) -> Callable[[dt.date], list[Pairs]]:
    """Values of a many-to-many field."""
    through = getattr(Recommendation, field).through
    return lambda day: [as_pairs(through._default_manager.filter(**only), value)]


def _invoked(value: str) -> Callable[[dt.date], list[Pairs]]:
    return lambda day: [as_pairs(Invocation.objects.all(), value)]


def _articles(day: dt.date) -> list[Pairs]:
    """`cat/3`: each article invoked, and those it is a paragraph of."""
    slash = Value("/")
    paths = ("article", "article__parent", "article__parent__parent")
    return [
        as_pairs(
            Invocation.objects.exclude(**{f"{path}__number": ""}).filter(
                **{f"{path}__isnull": False}
            ),
            _join(f"{path}__treaty__code", slash, f"{path}__slug"),
        )
        for path in paths
    ]


def _join(first: str, between: Value, second: str) -> Any:
    return Concat(F(first), between, F(second), output_field=CharField())


def _invoked_on_a_basis(day: dt.date) -> list[Pairs]:
    """`cat/3/explicit`: the same with the basis; `cat/explicit` for anything within a treaty."""
    whole = "article__parent__parent__parent"
    paths = ("article", "article__parent", "article__parent__parent", whole)
    return [as_pairs(_invoking(path), _with_basis(path)) for path in paths]


def _invoking(path: str) -> QuerySet[Invocation]:
    return Invocation.objects.filter(**{f"{path}__isnull": False})


def _with_basis(path: str) -> Any:
    code, slug = F(f"{path}__treaty__code"), F(f"{path}__slug")
    slash = Value("/")
    text: CharField[str, str] = CharField()
    return Case(
        When(**{f"{path}__number": ""}, then=Concat(code, slash, F("basis"), output_field=text)),
        default=Concat(code, slash, slug, slash, F("basis"), output_field=text),
    )


def _norms(day: dt.date) -> list[Pairs]:
    """Of each article invoked, of those it is a paragraph of, and of the treaty as a whole."""
    paths = ["article", "article__parent", "article__parent__parent"]
    paths.append(f"{paths[-1]}__parent")
    return [as_pairs(Invocation.objects.all(), f"{path}__norms__slug") for path in paths]


def _askers(day: dt.date) -> list[Pairs]:
    kinds = {kind: name for name, (_, kinds) in words.ASKED_BY.items() for kind in kinds}
    whens = [When(maker__kind=kind, then=Value(name)) for kind, name in kinds.items()]
    through = Recommendation.made_by.through
    return [as_pairs(through._default_manager.all(), Case(*whens, output_field=CharField()))]


def _answers(known_at: Moment) -> QuerySet[Any]:
    rows = Response.objects.in_force(on=EVER, known_at=known_at, standing=True)
    return _entries(rows, "position", "responded_on")


def _assessments(known_at: Moment) -> QuerySet[Any]:
    rows = Assessment.objects.ours().in_force(on=EVER, known_at=known_at, standing=True)
    return _entries(rows, "status", "as_of")


def _entries(rows: QuerySet[Any], value: str, since: str) -> QuerySet[Any]:
    found: QuerySet[Any] = rows.order_by().annotate(
        rec=F("recommendation_id"), value=F(value), since=F(since), at=F("recorded_at")
    )
    return found


def _unanswered() -> QuerySet[Any]:
    silent = Case(
        When(expects_reply=False, then=Value(Position.NOT_ASKED_FOR.value)),
        default=Value(Position.NONE_RECORDED.value),
    )
    return _valued(Recommendation.objects.all(), silent)


def _unassessed() -> QuerySet[Any]:
    return _valued(Recommendation.objects.all(), Value(Status.NOT_ASSESSED.value))


def _takings_up(known_at: Moment) -> QuerySet[Any]:
    """Where a published output of the UN takes up an NGO's ask."""
    rows = Relation.objects.filter(
        kind=Relation.Kind.TAKES_UP,
        from_recommendation__state=State.PUBLISHED,
        to_recommendation__in=asks_of_ngos(),
    )
    taken = "from_recommendation"
    if known_at:
        rows = rows.filter(from_recommendation__approved_at__lte=known_at)
    found: QuerySet[Any] = rows.order_by().annotate(
        rec=F("to_recommendation_id"), value=Value("yes"),
        since=F(f"{taken}__made_on"), at=F(f"{taken}__recorded_at"),
    )  # fmt: skip
    return found


def asks_of_ngos() -> QuerySet[Recommendation]:
    """What an NGO or a coalition made, alone or with others; in any state."""
    ngo = (Organisation.Kind.NGO, Organisation.Kind.COALITION)
    made = Recommendation.made_by.through._default_manager.filter(maker__kind__in=ngo)
    return Recommendation.objects.order_by().filter(pk__in=made.values("recommendation"))


def _not_taken_up() -> QuerySet[Any]:
    return _valued(asks_of_ngos(), Value("no"))


def _valued(rows: QuerySet[Any], value: Any) -> QuerySet[Any]:
    """Recommendations themselves as (rec, value)."""
    found: QuerySet[Any] = rows.order_by().annotate(rec=F("pk"), value=value)
    return found


def _last_reviews(day: dt.date) -> dict[str, str]:
    """When each mechanism last reviewed China by a day."""
    rows = ReviewCycle.objects.filter(reviewed_on__lte=day).order_by()
    found = rows.values_list("mechanism__code").annotate(Max("reviewed_on"))
    return {code: str(date) for code, date in found}


_ANSWERED = Latest("position", _answers, _unanswered)
_ASSESSED = Latest("status", _assessments, _unassessed)
_TAKEN_UP = Latest("taken_up", _takings_up, _not_taken_up)
_UNGIVEN = {Position.NO_REPLY, Position.NONE_RECORDED, Position.NOT_ASKED_FOR}
_REPLIES: dict[str, list[str]] = {
    "given": [position for position in Position if position not in _UNGIVEN],
    "no-reply": [Position.NO_REPLY],
    "none-recorded": [Position.NONE_RECORDED],
    "not-asked-for": [Position.NOT_ASKED_FOR],
}
LATEST = [_ANSWERED, _ASSESSED, _TAKEN_UP]

_NAMED = Case(When(names_north_koreans=True, then=Value("yes")), default=Value("no"))

FACETS = [
    Facet("treaty", _("Treaty"), _invoked("article__treaty__code"), words.treaties),
    Facet("article", _("Article"), _articles, words.articles),
    Facet(
        "invoked", _("Article and basis"), _invoked_on_a_basis, words.articles_on_a_basis,
        is_offered=False,
    ),
    Facet("norm", _("Norm"), _norms, words.norms),
    Facet("basis", _("Basis of the invocation"), _invoked("basis"), words.bases),
    Facet("theme", _("Theme"), _linked("themes", "theme__code"), words.themes),
    Facet("asked_by", _("Asked by"), _askers, words.askers),
    Facet("organisation", _("Organisation"), _linked("made_by", "maker__slug"),
          words.organisations),
    Facet(
        "state", _("Recommending State"),
        _linked("made_by", "maker__slug", maker__kind=Organisation.Kind.STATE), words.states,
        none=NO_STATE,
    ),
    Facet(
        "region", _("Regional group"),
        _linked("made_by", "maker__regional_group", maker__kind=Organisation.Kind.STATE),
        words.regions, none=NO_STATE,
    ),
    Facet("addressed_to", _("Addressed to"), _own("addressed_to__slug"), words.addressees),
    Facet("mechanism", _("Mechanism"), _own("cycle__mechanism__code"), words.mechanisms),
    Facet("cycle", _("Review cycle"), _own("cycle__slug"), words.cycles),
    Facet("document", _("Kind of document"), _own("document__kind"), words.document_kinds),
    Facet("kind", _("Kind of ask"), _own("kind"), words.kinds),
    _dated("position", _("China’s position"), _ANSWERED, words.positions),
    _dated("reply", _("Reply"), Grouped(_ANSWERED, _REPLIES), words.replies),
    _dated("answered", _("Year of China’s answer"), YearOf(_ANSWERED, [Position.NO_REPLY]),
           words.years, _("No answer given")),
    _dated("status", _("Status"), _ASSESSED, words.statuses),
    _dated("assessed", _("Last assessed"), Staleness(_ASSESSED, _last_reviews, 2), words.staleness),
    _dated("taken_up", _("Taken up by a UN body or State"), _TAKEN_UP, words.yes_no,
           _("Not an NGO’s ask")),
    Facet("group", _("Affected group"), _linked("affected_groups", "group__code"), words.groups),
    Facet("year", _("Year"), _own(Substr("made_on", 1, 4)), words.years),
    Facet("strength", _("Strength of action"), _own("action_strength"), words.strengths),
    Facet("names", _("Names North Koreans"), _own(_NAMED), words.yes_no),
]  # fmt: skip
BY_NAME = {facet.name: facet for facet in FACETS}
