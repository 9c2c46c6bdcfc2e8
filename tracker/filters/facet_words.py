"""
What a reader sees for each value of a facet, in the order to show.

Each can ask which values occur among the recommendations that the audience may see: what only
drafts have is no value for the public, or an address that tries it would tell of the draft.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from django.db.models import QuerySet, TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

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
    "ngo": (gettext_lazy("NGOs"), ["ngo", "coalition"]),
    "un": (gettext_lazy("UN bodies and procedures"), ["un-body"]),
    "state": (gettext_lazy("Other States"), ["state"]),
}


def _named(rows: QuerySet, value: str, *label: str) -> Words:
    columns = rows.values_list(value, *map(worded, label))
    return {key: " ".join(part for part in parts if part) for key, *parts in columns}


def _labels(choices: type[TextChoices]) -> Words:
    """The words of a fixed list, in the language of whoever asks."""
    return {value: str(label) for value, label in choices.choices}


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
            f"{address}/{basis}": f"{name}, {basis.short}"
            for address, name in named.items()
            for basis in Invocation.Basis
        },
    )


def _address(article: Article) -> str:
    return "/".join(part for part in (article.treaty.code, article.slug) if part)


def norms(used: Used) -> Words:
    return _named(Norm.objects.all(), "slug", "name")


def bases(used: Used) -> Words:
    return _labels(Invocation.Basis)


def themes(used: Used) -> Words:
    return _named(Theme.objects.all(), "code", "name")


def askers(used: Used) -> Words:
    return {name: str(label) for name, (label, _kinds) in ASKED_BY.items()}


def organisations(used: Used) -> Words:
    return _only(used, _named(Organisation.objects.all(), "slug", "name"))


addressees = organisations


def states(used: Used) -> Words:
    rows = Organisation.objects.filter(kind=Organisation.Kind.STATE)
    return _only(used, _named(rows, "slug", "name"))


def regions(used: Used) -> Words:
    return _labels(RegionalGroup)


def mechanisms(used: Used) -> Words:
    return _only(used, _named(Mechanism.objects.all(), "code", "short_name"))


def cycles(used: Used) -> Words:
    return _only(used, _named(ReviewCycle.objects.all(), "slug", "name"))


def document_kinds(used: Used) -> Words:
    return _labels(Document.Kind)


def kinds(used: Used) -> Words:
    return _labels(Recommendation.Kind)


def positions(used: Used) -> Words:
    return _labels(Position)


def replies(used: Used) -> Words:
    return {
        "given": pgettext("reply", "Given"),
        "no-reply": _("No reply"),
        "none-recorded": _("None recorded"),
        "not-asked-for": _("Not asked for"),
    }


def statuses(used: Used) -> Words:
    return {status.value: status.full_label for status in Status}


def staleness(used: Used) -> Words:
    return {
        "never": _("Never assessed"),
        "before-review": _("Before the last review"),
        "24-months": _("More than 24 months ago"),
        "fresh": _("Since the last review, within 24 months"),
    }


def groups(used: Used) -> Words:
    return _named(AffectedGroup.objects.all(), "code", "name")


def years(used: Used) -> Words:
    return {year: year for year in sorted(used(), reverse=True)}


def strengths(used: Used) -> Words:
    told = [
        _("minimal action"),
        _("continuing action"),
        _("considering action"),
        _("general action"),
        _("specific action"),
    ]
    return {str(n): f"{n} {word}" for n, word in enumerate(told, start=1)}


def yes_no(used: Used) -> Words:
    return {"yes": _("Yes"), "no": _("No")}
