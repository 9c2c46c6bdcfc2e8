"""How a list is shown: order, length, shape; and the facets beside it with their counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from tracker.lib.english import Label

from .choices import not_one_of
from .facets import FACETS
from .finding import Counts
from .recommendations import RecommendationFilter
from .sorts import SORTS, meant_sort, usual_sort

SIZES = {"25": "25", "50": "50", "100": "100"}
VIEWS = {"cards": _("Cards"), "table": _("Table")}
_CHOICES: dict[str, Mapping[str, Label]] = {"sort": SORTS, "size": SIZES, "view": VIEWS}
_USUAL = {"sort": "", "size": "25", "view": "cards"}
_LABELS = {"sort": _("Order"), "size": _("Page length"), "view": _("Shape")}
_OFFERED = ["relevance", "newest", "oldest"]  # beside the headings of the table
SHAPE = (*_CHOICES, "unfold", "page")  # parameters of a list that are not its filter's
SHOWN = 15


@dataclass(frozen=True)
class Listing:
    """
    Choices about the shape of a list; a senseless one falls back and is named in `errors`.

    `sort` is the order shown, `given_sort` what was asked for, `usual_sort` what needs no asking.
    """

    sort: str = "newest"
    given_sort: str = ""
    usual_sort: str = "newest"
    size: int = 25
    view: str = "cards"
    page: str = "1"
    unfolded: str = ""
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def sorts(self) -> list[tuple[str | None, str, bool]]:
        """
        The orders to offer: the parameter (none if it is usual), the words, whether it is shown.

        The best match only with words; an order that a heading gave as long as it is shown.
        """
        offered = [*_OFFERED] if self.usual_sort == "relevance" else _OFFERED[1:]
        if self.sort not in offered:
            offered.append(self.sort)
        return [(self.asking_for(name), str(SORTS[name]), name == self.sort) for name in offered]

    def asking_for(self, sort: str) -> str | None:
        """The parameter that asks for an order; None if that is usual."""
        return None if sort == self.usual_sort else sort


def read_listing(query: QueryDict, words: str) -> Listing:
    """The shape asked for; each parameter but these is a filter's. Words have their own order."""
    chosen, errors = {}, {}
    for name, choices in _CHOICES.items():
        value = query.get(name) or _USUAL[name]
        if value and value not in choices:
            errors[str(_LABELS[name])] = not_one_of(value, choices)
            value = _USUAL[name]
        chosen[name] = value
    return Listing(
        sort=meant_sort(chosen["sort"], words),
        given_sort=chosen["sort"],
        usual_sort=usual_sort(words),
        size=int(chosen["size"]),
        view=chosen["view"],
        page=query.get("page", ""),
        unfolded=query.get("unfold", ""),
        errors=errors,
    )


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Panel:
    """One facet beside the list: its values with counts, and how many more there are."""

    name: str
    label: str
    options: list[Option]
    more: int
    is_open: bool


def panels(asked: RecommendationFilter, counts: Counts, listing: Listing) -> list[Panel]:
    """
    Every facet with the values that occur for this audience; zero counts among them.

    A facet without any is there too: another day may have some, which htmx then puts in its place.
    """
    found = []
    for facet in FACETS:
        labels, chosen = asked.labels_of(facet), asked.chosen.get(facet.name, [])
        if not facet.is_offered:
            labels = {value: label for value, label in labels.items() if value in chosen}
        options = _options(labels, counts[facet.name], chosen)
        shown = options if listing.unfolded == facet.name else _shortened(options)
        is_open = any(option.is_chosen for option in options) or listing.unfolded == facet.name
        found.append(Panel(facet.name, str(facet.label), shown, len(options) - len(shown), is_open))
    return found


def _options(
    labels: Mapping[str, str], counts: Mapping[str, int], chosen: list[str]
) -> list[Option]:
    return [
        Option(value, label, counts.get(value, 0), value in chosen)
        for value, label in labels.items()
        if value in counts or value in chosen
    ]


def _shortened(options: list[Option]) -> list[Option]:
    """The most frequent values and the chosen ones, in their order, where there are many."""
    if len(options) <= SHOWN + 3:
        return options
    best = {option.value for option in sorted(options, key=lambda option: -option.count)[:SHOWN]}
    return [option for option in options if option.is_chosen or option.value in best]
