"""What a reader sees for each value of a facet, in the order to show."""

from __future__ import annotations

from django.db.models import QuerySet
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
ASKED_BY = {
    "ngo": ("NGOs", ["ngo", "coalition"]),
    "un": ("UN bodies and procedures", ["un-body"]),
    "state": ("Other States", ["state"]),
}


def _named(rows: QuerySet, value: str, *label: str) -> Words:
    columns = rows.values_list(value, *label)
    return {key: " ".join(part for part in parts if part) for key, *parts in columns}


def treaties() -> Words:
    rows = Treaty.objects.filter(articles__invocations__isnull=False).distinct()
    return _named(rows, "code", "short_name")


def articles() -> Words:
    """Numbered articles that are invoked, or have a paragraph that is."""
    rows = Article.objects.exclude(number="").select_related("treaty")
    invoked = rows.filter(invocations__isnull=False)
    below = rows.filter(paragraphs__invocations__isnull=False)
    found = (invoked | below).order_by("treaty__sort_order", "order").distinct()
    return {f"{row.treaty.code}/{row.slug}": str(row) for row in found}


def norms() -> Words:
    return _named(Norm.objects.all(), "slug", "name")


def bases() -> Words:
    return dict(Invocation.Basis.choices)


def themes() -> Words:
    return _named(Theme.objects.all(), "code", "name")


def askers() -> Words:
    return {name: label for name, (label, _) in ASKED_BY.items()}


def _makers() -> QuerySet[Organisation]:
    through = Recommendation.made_by.through
    return Organisation.objects.filter(pk__in=through.objects.values("maker"))


def organisations() -> Words:
    return _named(_makers(), "slug", "name")


def states() -> Words:
    return _named(_makers().filter(kind=Organisation.Kind.STATE), "slug", "name")


def regions() -> Words:
    return dict(RegionalGroup.choices)


def mechanisms() -> Words:
    return _named(Mechanism.objects.all(), "code", "short_name")


def cycles() -> Words:
    used = Recommendation.objects.order_by().values("cycle").distinct()
    return _named(ReviewCycle.objects.filter(pk__in=used), "slug", "name")


def document_kinds() -> Words:
    return dict(Document.Kind.choices)


def kinds() -> Words:
    return dict(Recommendation.Kind.choices)


def positions() -> Words:
    return dict(Position.choices)


def replies() -> Words:
    return {"given": "Given", "missing": "No reply", "not-asked-for": "Not asked for"}


def statuses() -> Words:
    return {
        s.value: s.label if s is Status.NOT_ASSESSED else f"{s.letter} {s.label}" for s in Status
    }


def staleness() -> Words:
    return {
        "never": "Never",
        "before-review": "Before the last review",
        "24-months": "More than 24 months ago",
        "fresh": "Since",
    }


def groups() -> Words:
    return _named(AffectedGroup.objects.all(), "code", "name")


def years() -> Words:

    found = Recommendation.objects.order_by().annotate(year=Substr("made_on", 1, 4))
    return {
        year: year for year in found.values_list("year", flat=True).distinct().order_by("-year")
    }


def strengths() -> Words:
    told = [
        "minimal action",
        "continuing action",
        "considering action",
        "general action",
        "specific action",
    ]
    return {str(n): f"{n} {word}" for n, word in enumerate(told, start=1)}
