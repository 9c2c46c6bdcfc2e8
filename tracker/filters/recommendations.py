"""Which recommendations a reader sees, and how they are asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from copy import copy
from functools import cached_property, partial
from typing import Any

import django_filters
from django.core.validators import MaxValueValidator
from django.db.models import OuterRef, Q, Subquery
from django.forms import CheckboxSelectMultiple, DateInput, TextInput
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from tracker.lib.marks import Marker
from tracker.models import Amendment, Assessment, Recommendation, Response, State
from tracker.models.recommendations import RecommendationQuerySet

from .as_of import TO_COME
from .base import ListFilter
from .facets import BY_NAME, FACETS, NONE, Facet
from .facts import audience
from .indexes import current_index
from .words import Reading, found_by_words, read_words


def public_recommendations(
    on: dt.date, *, known_at: dt.datetime | None = None
) -> RecommendationQuerySet:
    """
    Every ask that anyone may see as it stood on a day, with its position and status then.

    Where each public list starts. With `known_at`, as far as the public could know at that moment;
    what was withdrawn since stays withdrawn.
    """
    rows = Recommendation.objects.standing(known_at).filter(made_on__lte=on)
    return with_answers(rows, on, known_at)


def with_answers(
    rows: RecommendationQuerySet, on: dt.date, known_at: dt.datetime | None
) -> RecommendationQuerySet:
    """Recommendations with the position and the status of a day, as public at a moment."""
    rows = rows.with_position(on=on, known_at=known_at, standing=True)
    return rows.with_status(on=on, known_at=known_at, standing=True)


def public_asks(on: dt.date, *, known_at: dt.datetime | None = None) -> RecommendationQuerySet:
    """The same with each thing asked once: limbs instead of the item they are part of."""
    return public_recommendations(on, known_at=known_at).singly(known_at)


def longest_assessed(on: dt.date, known_at: dt.datetime | None = None) -> int | None:
    """The key of the public ask whose status has held longest on a day; of the assessed ones."""
    rows = Assessment.objects.ours().in_force(on=on, known_at=known_at, standing=True)
    rows = rows.latest_first().filter(recommendation=OuterRef("pk"))
    since = Subquery(rows.values("as_of")[:1])
    asks = public_asks(on, known_at=known_at).annotate(since=since).exclude(since=None)
    found: int | None = asks.order_by("since", "made_on").values_list("pk", flat=True).first()
    return found


def staff_asks(on: dt.date) -> RecommendationQuerySet:
    """What staff find: drafts too, but nothing withdrawn."""
    rows = Recommendation.objects.exclude(state=State.WITHDRAWN).filter(made_on__lte=on)
    return rows.with_position(on=on).with_status(on=on).singly()


class FacetFilter(django_filters.MultipleChoiceFilter):
    """Any of a facet's values, or none recorded."""

    def __init__(self, facet: Facet) -> None:
        self.facet = facet
        super().__init__(label=facet.label, widget=CheckboxSelectMultiple)

    def __deepcopy__(self, memo: object) -> FacetFilter:
        """Each request gets filters of its own; of these only `extra` and `parent` change."""
        twin = copy(self)
        twin.extra = dict(self.extra)
        return twin

    @property
    def field(self) -> Any:
        facet, asked = self.facet, self.parent
        told = _("“%(value)s” is not one of the values here.")
        # Asked for when a value is checked: a list would be copied for each form, value by value.
        self.extra["choices"] = lambda: [*asked.labels_of(facet).items()]
        self.extra["error_messages"] = {"invalid_choice": told}
        return super().field


class PastDayFilter(django_filters.DateFilter):
    """A day that has come, where the question knows which day is today."""

    @property
    def field(self) -> Any:
        field = super().field
        if today := self.parent.today:
            field.validators = [MaxValueValidator(today, TO_COME)]
            field.widget.attrs["max"] = str(today)
        return field


class RecommendationFilter(ListFilter):
    """
    The question behind page, counts, exports, API and feed.

    Within a facet any value, between facets all. `on` is the day asked about, `today` the last one
    that can be meant; `drafts` asks for what staff see. `finding.find(filter)` answers it, from the
    index or by `rows()`; what was public at the moment `known_at`, always by `rows()`.
    """

    q = django_filters.CharFilter(label=_("Words"), widget=TextInput(attrs={"type": "search"}))
    changed_since = PastDayFilter(
        label=_("Changed since"), widget=DateInput(attrs={"type": "date"})
    )

    class Meta:
        model = Recommendation
        fields: list[str] = []

    def __init__(
        self,
        data: QueryDict,
        *,
        on: dt.date,
        today: dt.date | None = None,
        known_at: dt.datetime | None = None,
        drafts: bool = False,
    ) -> None:
        self.on, self.today, self.known_at, self.drafts = on, today, known_at, drafts
        self.words_index = current_index(drafts=drafts)
        self.index = None if known_at else self.words_index
        super().__init__(data, Recommendation.objects.none())

    @cached_property
    def everything(self) -> RecommendationQuerySet:
        """What this audience may find on the day, in SQL."""
        return staff_asks(self.on) if self.drafts else public_asks(self.on, known_at=self.known_at)

    def words_of(self, facet: Facet) -> dict[str, str]:
        """What this audience sees for each value that it may ask for."""
        if self.words_index:
            return self.words_index.words(facet)
        return facet.words_among(audience(self.drafts))

    def labels_of(self, facet: Facet) -> dict[str, str]:
        """The same, and what having no value means."""
        return {**self.words_of(facet), NONE: str(facet.none)}

    @property
    def chosen(self) -> dict[str, list[str]]:
        """The facets' values that are asked for and make sense."""
        self.is_valid()
        asked = {facet.name: self.form.cleaned_data.get(facet.name) for facet in FACETS}
        return {name: values for name, values in asked.items() if values}

    @property
    def words(self) -> str:
        self.is_valid()
        return str(self.form.cleaned_data.get("q") or "").strip()

    @cached_property
    def reading(self) -> Reading:
        """The words taken apart."""
        return read_words(self.words) if self.words else Reading([], [])

    @property
    def ignored(self) -> list[str]:
        """Words that were passed over: almost every text has them."""
        return self.reading.ignored

    @property
    def passed_over(self) -> str:
        """The same in quotation marks, in a row."""
        between = pgettext("between names in a row", ", ")
        return between.join(f"“{word}”" for word in self.ignored)

    @cached_property
    def marker(self) -> Marker | None:
        """Marks in a text what the words found; None without words."""
        return Marker(self.reading.groups) if self.words else None

    @property
    def since(self) -> dt.date | None:
        self.is_valid()
        day: dt.date | None = self.form.cleaned_data.get("changed_since")
        return day

    @property
    def narrowing(self) -> dict[str, Callable[[], Q]]:
        """Each parameter that narrows, with its condition in SQL."""
        conditions: dict[str, Callable[[], Q]] = {
            name: partial(BY_NAME[name].matching, self.on, values, self.known_at)
            for name, values in self.chosen.items()
        }
        if self.words:
            conditions["q"] = lambda: Q(pk__in=found_by_words(self.reading))
        if since := self.since:
            conditions["changed_since"] = lambda: changed_since(since, self.known_at)
        return conditions

    def rows(self, leaving: str = "") -> RecommendationQuerySet:
        """What is asked for, in SQL; all of it but for one parameter, if that is named."""
        rows = self.everything
        for name, condition in self.narrowing.items():
            if name != leaving:
                rows = rows.filter(condition())
        return rows

    @property
    def qs(self) -> RecommendationQuerySet:
        """The same, under the name that filter sets have for it."""
        return self.rows()


RecommendationFilter.base_filters.update({facet.name: FacetFilter(facet) for facet in FACETS})


def changed_since(day: dt.date, known_at: dt.datetime | None = None) -> Q:
    """Recommendations that were published, answered or assessed publicly on a day or after."""
    answered = Response.objects.standing(known_at).filter(approved_at__date__gte=day)
    assessed = Assessment.objects.standing(known_at).filter(approved_at__date__gte=day)
    amendments = Amendment.objects.standing(known_at).filter(approved_at__date__gte=day)
    amended_pks = Recommendation.objects.filter(amendments__in=amendments).values("pk")
    return (
        Q(approved_at__date__gte=day)
        | Q(pk__in=answered.values("recommendation"))
        | Q(pk__in=assessed.values("recommendation"))
        | Q(pk__in=amended_pks)
    )


def changed_after(recommendation: Recommendation, moment: dt.datetime) -> dt.datetime | None:
    """When a published record itself was last edited, if that was after a moment."""
    rows = recommendation.amendments.published().filter(approved_at__gt=moment)
    edits = rows.order_by("-approved_at").values_list("approved_at", flat=True)
    found: dt.datetime | None = edits.first()
    return found


def withdrawn_recommendations() -> RecommendationQuerySet:
    """What was public once: of it only its reference, the day and the reason are told."""
    return Recommendation.objects.filter(state=State.WITHDRAWN, reference__startswith="R-")
