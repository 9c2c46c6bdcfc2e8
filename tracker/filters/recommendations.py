"""Which recommendations a reader sees, and how they are asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

import django_filters
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.forms import CheckboxSelectMultiple, TextInput

from tracker.models import (
    Article,
    Invocation,
    Mechanism,
    Organisation,
    Position,
    Recommendation,
    ReviewCycle,
    State,
    Status,
    Theme,
    Treaty,
)
from tracker.models.recommendations import RecommendationQuerySet

from .base import ListFilter

Choices = list[tuple[str, str]]
ASKED_BY = {
    "ngo": ("NGOs", ["ngo", "coalition"]),
    "un": ("UN bodies and procedures", ["un-body"]),
    "state": ("Other States", ["state"]),
}


def public_recommendations(
    on: dt.date, *, known_at: dt.datetime | None = None
) -> RecommendationQuerySet:
    """
    Every ask that anyone may see as it stood on a day, with its position and status then.

    Where each public list starts. With `known_at`, as far as the public could know at that moment.
    """
    rows = Recommendation.objects.known(known_at).filter(made_on__lte=on)
    return rows.with_position(on=on, known_at=known_at).with_status(on=on, known_at=known_at)


def public_asks(on: dt.date) -> RecommendationQuerySet:
    """The same with each thing asked once: limbs instead of the item they are part of."""
    return public_recommendations(on).singly()


def _choices(rows: QuerySet, value: str, label: Callable[[Any], str]) -> Choices:
    return [(getattr(row, value), label(row)) for row in rows]


def _published() -> QuerySet:
    """A facet offers what public asks have on any day: a value must not tell of a draft."""
    return Recommendation.objects.published().values("pk")


def _invoked_treaties() -> Choices:
    rows = Treaty.objects.filter(articles__invocations__recommendation__in=_published()).distinct()
    return _choices(rows, "code", str)


def _invoked_articles() -> Choices:
    rows = (
        Article.objects.filter(
            Q(invocations__recommendation__in=_published())
            | Q(paragraphs__invocations__recommendation__in=_published())
            | Q(paragraphs__paragraphs__invocations__recommendation__in=_published())
        )
        .exclude(number="")
        .select_related("treaty")
        .order_by("treaty__sort_order", "order")
        .distinct()
    )
    return [(f"{row.treaty.code}/{row.slug}", str(row)) for row in rows]


def _asking_mechanisms() -> Choices:
    rows = Mechanism.objects.filter(cycles__recommendations__in=_published()).distinct()
    return _choices(rows, "code", lambda row: row.short_name)


def _asking_cycles() -> Choices:
    rows = ReviewCycle.objects.filter(recommendations__in=_published()).distinct()
    return _choices(rows, "slug", str)


def _asking_organisations() -> Choices:
    rows = Organisation.objects.filter(recommendations__in=_published()).distinct()
    return _choices(rows, "slug", lambda row: row.name)


def _used_themes() -> Choices:
    return _choices(Theme.objects.all(), "code", str)


class RecommendationFilter(ListFilter):
    """
    The question that the browse page asks. Within a facet any value, between facets all.

    Takes the query's parameters and `public_asks(on=…)`; an article includes its paragraphs.
    """

    q = django_filters.CharFilter(
        label="Words", method="find_words", widget=TextInput(attrs={"type": "search"})
    )
    treaty = django_filters.MultipleChoiceFilter(
        label="Treaty", choices=_invoked_treaties, method="invoke_treaty"
    )
    article = django_filters.MultipleChoiceFilter(
        label="Article", choices=_invoked_articles, method="invoke_article"
    )
    theme = django_filters.MultipleChoiceFilter(
        label="Theme", choices=_used_themes, method="have_theme"
    )
    asked_by = django_filters.MultipleChoiceFilter(
        label="Asked by",
        choices=[(value, label) for value, (label, _) in ASKED_BY.items()],
        method="come_from_kind",
    )
    organisation = django_filters.MultipleChoiceFilter(
        label="Organisation", choices=_asking_organisations, method="come_from"
    )
    mechanism = django_filters.MultipleChoiceFilter(
        label="Mechanism", choices=_asking_mechanisms, field_name="cycle__mechanism__code"
    )
    cycle = django_filters.MultipleChoiceFilter(
        label="Review cycle", choices=_asking_cycles, field_name="cycle__slug"
    )
    position = django_filters.MultipleChoiceFilter(
        label="China’s position", choices=Position.choices, method="have_position"
    )
    status = django_filters.MultipleChoiceFilter(
        label="Status",
        choices=[(status.value, status.full_label) for status in Status],
        method="have_status",
    )

    class Meta:
        model = Recommendation
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.form.fields.values():
            if hasattr(field, "choices"):
                field.widget = CheckboxSelectMultiple(choices=field.choices)
                field.error_messages["invalid_choice"] = (
                    "“%(value)s” is not one of the values here."
                )

    def find_words(
        self, rows: RecommendationQuerySet, name: str, value: str
    ) -> RecommendationQuerySet:
        return rows.search(value.replace("\x00", " "))

    def invoke_treaty(self, rows: QuerySet, name: str, value: list[str]) -> QuerySet:
        return _invoking(rows, Q(article__treaty__code__in=value)) if value else rows

    def invoke_article(self, rows: QuerySet, name: str, value: list[str]) -> QuerySet:
        return _invoking(rows, within_articles(value)) if value else rows

    def have_theme(self, rows: QuerySet, name: str, value: list[str]) -> QuerySet:
        return _linked(rows, "themes", "theme__code__in", value)

    def come_from(self, rows: QuerySet, name: str, value: list[str]) -> QuerySet:
        return _linked(rows, "made_by", "maker__slug__in", value)

    def come_from_kind(self, rows: QuerySet, name: str, value: list[str]) -> QuerySet:
        kinds = [kind for chosen in value for kind in ASKED_BY[chosen][1]]
        return _linked(rows, "made_by", "maker__kind__in", kinds)

    def have_position(self, rows: QuerySet, name: str, value: list[str]) -> QuerySet:
        return rows.filter(position__in=value) if value else rows

    def have_status(self, rows: QuerySet, name: str, value: list[str]) -> QuerySet:
        return rows.filter(status__in=value) if value else rows


def within_articles(addresses: Iterable[str]) -> Q:
    """Invocations of these articles (`cat/3`) or of paragraphs below them."""
    found = Q()
    for address in addresses:
        code, _, slug = address.partition("/")
        for path in ("article", "article__parent", "article__parent__parent"):
            found |= Q(**{f"{path}__treaty__code": code, f"{path}__slug": slug})
    return found


def _invoking(rows: QuerySet, which: Q) -> QuerySet:
    return rows.filter(Exists(Invocation.objects.filter(which, recommendation=OuterRef("pk"))))


def _linked(rows: QuerySet, field: str, lookup: str, values: list[str]) -> QuerySet:
    if not values:
        return rows
    through = getattr(Recommendation, field).through
    links = through.objects.filter(recommendation=OuterRef("pk"), **{lookup: values})
    return rows.filter(Exists(links))


def withdrawn_recommendations() -> RecommendationQuerySet:
    """What was public once: of it only its reference, the day and the reason are told."""
    return Recommendation.objects.filter(state=State.WITHDRAWN, reference__startswith="R-")
