"""What a page is about, in the words in which it is cited, shared, drawn and indexed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sized
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from tracker.filters.recommendations import RecommendationFilter
from tracker.lib.listed import in_a_row
from tracker.models import (
    Article,
    Development,
    Document,
    Norm,
    Organisation,
    Position,
    Recommendation,
    Status,
)

SITE = _("Recommendations to China on North Korean escapees")
SITE_SAYS = _(
    "What China has been asked to do about North Korean escapees, by whom and under which treaty "
    "articles; what it answered, and what became of it."
)


@dataclass(frozen=True)
class About:
    """
    A page in a few words: a short `name`, a `title`, and what it finds, in a sentence or two.

    A record has its `version` and the day that was published; what has none goes by the version of
    the data. `based_on` is the source, `locator` the place in it. `data` asks the files of
    recommendations for what the page shows; None where the page is no set of data.
    """

    name: str
    title: str
    finding: str
    noun: str = "page"
    version: int = 0
    published: dt.date | None = None
    based_on: Document | None = None
    locator: str = ""
    data: str | None = None

    @property
    def cite_this(self) -> str:
        """What leads to its citation, by what it is."""
        return {
            "page": gettext("Cite this page"),
            "record": gettext("Cite this record"),
            "question": gettext("Cite this question"),
            "data": gettext("Cite this data"),
            "chart": gettext("Cite this chart"),
        }[self.noun]


def everything(finding: str, *, is_now: bool) -> About:
    """All that is recorded; its files hold what is published now."""
    data = "" if is_now else None
    return About(gettext("All records"), str(SITE), finding, noun="data", data=data)


def question(asked: RecommendationFilter, total: int) -> About:
    """A list of recommendations: what it is narrowed by, and how many are found."""
    chip_words = gettext("{facet}: {value}")
    chips = "; ".join(chip_words.format(facet=c.facet, value=c.label) for c in asked.chips)
    narrowed = gettext("Recommendations to China – {narrowed_by}").format(narrowed_by=chips)
    title = narrowed if chips else gettext("Recommendations to China")
    told = ngettext("{count} ask recorded here.", "{count} asks recorded here.", total)
    return About(
        gettext("Asks"),
        title,
        told.format(count=total),
        noun="question",
        data=None if asked.known_at else asked.question(),  # files hold what is published now
    )


def recommendation(found: Any) -> About:
    """One ask with its `position` and `status`, loaded as for its page (`amended_at` too)."""
    split, status = gettext("assessed limb by limb"), Status(found.status).full_label
    told = gettext(
        "China’s position: {position}. Our assessment: {status}. Asked by {makers}, {day}."
    )
    return About(
        found.reference,
        found.title,
        told.format(
            position=_lower(str(Position(found.position).label)),
            status=split if found.is_split else _lower(status),
            makers=in_a_row(maker.short_name for maker in found.made_by.all()),
            day=found.made_on.label,
        ),
        noun="record",
        **_edition(found),
    )


def development(found: Any) -> About:
    """One development (with `amended_at`)."""
    when = found.happened_on.label if found.happened_on else gettext("Undated")
    told = gettext("{kind}. {day}.").format(kind=found.get_kind_display(), day=when)
    return About(found.slug, found.title, told, noun="record", **_edition(found))


def document(found: Document, asks: Sized, developments: Sized) -> About:
    """What is recorded here of a source."""
    if found.published_on:
        told = gettext("{kind}, {day}. Recorded from it: {asks} and {developments}.")
    else:
        told = gettext("{kind}. Recorded from it: {asks} and {developments}.")
    told = told.format(
        kind=found.get_kind_display(),
        day=found.published_on and found.published_on.label,
        asks=ngettext("{count} recommendation", "{count} recommendations", len(asks)).format(
            count=len(asks)
        ),
        developments=ngettext(
            "{count} development", "{count} developments", len(developments)
        ).format(count=len(developments)),
    )
    name = found.symbol or found.slug
    return About(name, found.title, told, noun="record", based_on=found)


def treaty(found: Any) -> About:
    """A treaty with its number of `asks`."""
    return About(found.short_name, found.title, _invoked(found.asks))


def article(found: Article, asks: Sized) -> About:
    subject = f": {found.subject}" if found.subject else ""
    return About(str(found), f"{found}{subject}", _invoked(len(asks)))


def norm(found: Norm, asks: Sized) -> About:
    return About(str(found), str(found), _invoked(len(asks)))


def organisation(found: Organisation, asked: int) -> About:
    told = ngettext(
        "{count} ask to China recorded here.", "{count} asks to China recorded here.", asked
    )
    return About(found.short_name, found.name, told.format(count=asked))


def cycle(found: Any) -> About:
    """A review with what was `asked` and `answered` in it."""
    told = ngettext(
        "{count} ask recorded here, {answered} answered by China.",
        "{count} asks recorded here, {answered} answered by China.",
        found.asked,
    )
    told = told.format(count=found.asked, answered=found.answered)
    return About(found.name, found.name, told)


def _invoked(count: int) -> str:
    told = ngettext("Invoked by {count} ask to China.", "Invoked by {count} asks to China.", count)
    return told.format(count=count)


def _edition(record: Recommendation | Development) -> dict[str, Any]:
    """The version of a record, the day it was published, and where it is taken from."""
    published = getattr(record, "amended_at", None) or record.approved_at
    return {
        "version": record.version,
        "published": timezone.localdate(published) if published else None,
        "based_on": record.document,
        "locator": record.locator,
    }


def _lower(label: str) -> str:
    """A label within a sentence; a letter that stands for itself stays."""
    return label if label[1:2] == " " else label[:1].lower() + label[1:]
