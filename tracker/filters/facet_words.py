"""
What a reader sees for each value of a facet, in the order to show.

Each can ask which values occur among the recommendations that the audience may see: what only
drafts have is no value for the public, or an address that tries it would tell of the draft.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from django.db.models import QuerySet

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
from tracker.models.wording import worded

Words = dict[str, str]
Used = Callable[[], Collection[str]]
ASKED_BY = {
    "ngo": ("NGOs", ["ngo", "coalition"]),
    "un": ("UN bodies and procedures", ["un-body"]),
    "state": ("Other States", ["state"]),
}


def _named(rows: QuerySet, value: str, *label: str) -> Words:
    columns = rows.values_list(value, *map(worded, label))
    return {key: " ".join(part for part in parts if part) for key, *parts in columns}


def _only(used: Used, words: Words) -> Words:
    """No more than occurs: the others may stand in drafts alone."""
    found = set(used())
    return {value: label for value, label in words.items() if value in found}


def treaties(used: Used) -> Words:
    return _only(used, _named(Treaty.objects.all(), "code", "short_name"))


def articles(used: Used) -> Words:
    """Numbered articles that are invoked, or have a paragraph that is."""
    rows = Article.objects.exclude(number="").select_related("treaty")
    found = rows.order_by("treaty__sort_order", "order")
    return _only(used, {f"{row.treaty.code}/{row.slug}": str(row) for row in found})


def articles_on_a_basis(used: Used) -> Words:
    """The same, and each treaty as a whole, by the basis on which they are invoked."""
    rows = Article.objects.select_related("treaty").order_by("treaty__sort_order", "order")
    named = {_address(row): str(row) if row.number else str(row.treaty) for row in rows}
    return _only(
        used,
        {
            f"{address}/{basis}": f"{name}, {basis}"
            for address, name in named.items()
            for basis in Invocation.Basis.values
        },
    )


def _address(article: Article) -> str:
    return "/".join(part for part in (article.treaty.code, article.slug) if part)


def norms(used: Used) -> Words:
    return _named(Norm.objects.all(), "slug", "name")


def bases(used: Used) -> Words:
    return dict(Invocation.Basis.choices)


def themes(used: Used) -> Words:
    return _named(Theme.objects.all(), "code", "name")


def askers(used: Used) -> Words:
    return {name: label for name, (label, _) in ASKED_BY.items()}


def organisations(used: Used) -> Words:
    return _only(used, _named(Organisation.objects.all(), "slug", "name"))


addressees = organisations


def states(used: Used) -> Words:
    rows = Organisation.objects.filter(kind=Organisation.Kind.STATE)
    return _only(used, _named(rows, "slug", "name"))


def regions(used: Used) -> Words:
    return dict(RegionalGroup.choices)


def mechanisms(used: Used) -> Words:
    return _only(used, _named(Mechanism.objects.all(), "code", "short_name"))


def cycles(used: Used) -> Words:
    return _only(used, _named(ReviewCycle.objects.all(), "slug", "name"))


def document_kinds(used: Used) -> Words:
    return dict(Document.Kind.choices)


def kinds(used: Used) -> Words:
    return dict(Recommendation.Kind.choices)


def positions(used: Used) -> Words:
    return dict(Position.choices)


def replies(used: Used) -> Words:
    return {
        "given": "Given",
        "no-reply": "No reply",
        "none-recorded": "None recorded",
        "not-asked-for": "Not asked for",
    }


def statuses(used: Used) -> Words:
    return {
        s.value: s.label if s is Status.NOT_ASSESSED else f"{s.letter} {s.label}" for s in Status
    }


def staleness(used: Used) -> Words:
    return {
        "never": "Never assessed",
        "before-review": "Before the last review",
        "24-months": "More than 24 months ago",
        "fresh": "Since the last review, within 24 months",
    }


def groups(used: Used) -> Words:
    return _named(AffectedGroup.objects.all(), "code", "name")


def years(used: Used) -> Words:
    return {year: year for year in sorted(used(), reverse=True)}


def strengths(used: Used) -> Words:
    told = [
        "minimal action",
        "continuing action",
        "considering action",
        "general action",
        "specific action",
    ]
    return {str(n): f"{n} {word}" for n, word in enumerate(told, start=1)}


def yes_no(used: Used) -> Words:
    return {"yes": "Yes", "no": "No"}
