"""How a list is shown: order, length, shape; and the facets beside it with their counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import QueryDict

from .facets import FACETS
from .finding import Counts
from .recommendations import RecommendationFilter

SORTS = {"newest": "Newest first", "oldest": "Oldest first"}
SIZES = {"25": "25", "50": "50", "100": "100"}
VIEWS = {"cards": "Cards", "table": "Table"}
_CHOICES = {"sort": SORTS, "size": SIZES, "view": VIEWS}
_LABELS = {"sort": "Order", "size": "Page length", "view": "Shape"}
SHAPE = (*_CHOICES, "unfold", "page")  # parameters of a list that are not its filter's
SHOWN = 15


@dataclass(frozen=True)
class Listing:
    """Choices about the shape of a list; a senseless one falls back and is named in `errors`."""

    sort: str = "newest"
    size: int = 25
    view: str = "cards"
    page: str = "1"
    unfolded: str = ""
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def is_oldest_first(self) -> bool:
        return self.sort == "oldest"


def read_listing(query: QueryDict) -> Listing:
    """The shape asked for; each parameter but these is a filter's."""
    chosen, errors = {}, {}
    for name, choices in _CHOICES.items():
        value = query.get(name) or next(iter(choices))
        if value not in choices:
            errors[_LABELS[name]] = f"“{value[:30]}” is not one of {', '.join(choices)}."
            value = next(iter(choices))
        chosen[name] = value
    return Listing(
        sort=chosen["sort"],
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
        options = _options(labels, counts[facet.name], chosen)
        shown = options if listing.unfolded == facet.name else _shortened(options)
        is_open = any(option.is_chosen for option in options) or listing.unfolded == facet.name
        found.append(Panel(facet.name, facet.label, shown, len(options) - len(shown), is_open))
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
