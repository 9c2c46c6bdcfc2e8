"""
What a reader sees for each value of a facet, in the order to show.

Each takes the recommendations that the audience may see: what only drafts have is no value for the
public, or an address that tries it would tell of the draft.
"""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.db.models.functions import Substr

from tracker.models import (
    AffectedGroup,
    Article,
    Document,
    Invocation,
    Mechanism,
    Norm,
    Organisation,
    Position,
    Recommendation,
    RegionalGroup,
    ReviewCycle,
    Status,
    Theme,
    Treaty,
)

Words = dict[str, str]
Seen = QuerySet[Recommendation]
ASKED_BY = {
    "ngo": ("NGOs", ["ngo", "coalition"]),
    "un": ("UN bodies and procedures", ["un-body"]),
    "state": ("Other States", ["state"]),
}


def _named(rows: QuerySet, value: str, *label: str) -> Words:
    columns = rows.values_list(value, *label)
    return {key: " ".join(part for part in parts if part) for key, *parts in columns}


def treaties(seen: Seen) -> Words:
    rows = Treaty.objects.filter(articles__invocations__recommendation__in=seen).distinct()
    return _named(rows, "code", "short_name")


def articles(seen: Seen) -> Words:
    """Numbered articles that are invoked, or have a paragraph that is."""
    invoked = Q()
    for path in ("", "paragraphs__", "paragraphs__paragraphs__"):
        invoked |= Q(**{f"{path}invocations__recommendation__in": seen})
    rows = Article.objects.exclude(number="").filter(invoked).select_related("treaty").distinct()
    found = rows.order_by("treaty__sort_order", "order")
    return {f"{row.treaty.code}/{row.slug}": str(row) for row in found}


def norms(seen: Seen) -> Words:
    return _named(Norm.objects.all(), "slug", "name")


def bases(seen: Seen) -> Words:
    return dict(Invocation.Basis.choices)


def themes(seen: Seen) -> Words:
    return _named(Theme.objects.all(), "code", "name")


def askers(seen: Seen) -> Words:
    return {name: label for name, (label, _) in ASKED_BY.items()}


def organisations(seen: Seen) -> Words:
    return _named(Organisation.objects.filter(pk__in=_makers(seen)), "slug", "name")


def states(seen: Seen) -> Words:
    rows = Organisation.objects.filter(kind=Organisation.Kind.STATE)
    return _named(rows.filter(pk__in=_makers(seen)), "slug", "name")


def _makers(seen: Seen) -> QuerySet:
    return seen.order_by().values("made_by")


def regions(seen: Seen) -> Words:
    return dict(RegionalGroup.choices)


def mechanisms(seen: Seen) -> Words:
    used = seen.order_by().values("cycle__mechanism")
    return _named(Mechanism.objects.filter(pk__in=used), "code", "short_name")


def cycles(seen: Seen) -> Words:
    rows = ReviewCycle.objects.filter(pk__in=seen.order_by().values("cycle"))
    return _named(rows, "slug", "name")


def document_kinds(seen: Seen) -> Words:
    return dict(Document.Kind.choices)


def kinds(seen: Seen) -> Words:
    return dict(Recommendation.Kind.choices)


def positions(seen: Seen) -> Words:
    return dict(Position.choices)


def replies(seen: Seen) -> Words:
    return {"given": "Given", "missing": "No reply", "not-asked-for": "Not asked for"}


def statuses(seen: Seen) -> Words:
    return {
        s.value: s.label if s is Status.NOT_ASSESSED else f"{s.letter} {s.label}" for s in Status
    }


def staleness(seen: Seen) -> Words:
    return {
        "never": "Never",
        "before-review": "Before the last review",
        "24-months": "More than 24 months ago",
        "fresh": "Since",
    }


def groups(seen: Seen) -> Words:
    return _named(AffectedGroup.objects.all(), "code", "name")


def years(seen: Seen) -> Words:
    made = seen.order_by().annotate(year=Substr("made_on", 1, 4)).values_list("year", flat=True)
    return {year: year for year in made.distinct().order_by("-year")}


def strengths(seen: Seen) -> Words:
    told = [
        "minimal action",
        "continuing action",
        "considering action",
        "general action",
        "specific action",
    ]
    return {str(n): f"{n} {word}" for n, word in enumerate(told, start=1)}


def yes_no(seen: Seen) -> Words:
    return {"yes": "Yes", "no": "No"}
