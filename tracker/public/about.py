"""What a page is about, in the words in which it is cited, shared, drawn and indexed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sized
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from tracker.filters.recommendations import RecommendationFilter
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

SITE = "Recommendations to China on North Korean escapees"
SITE_SAYS = (
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


def everything(finding: str) -> About:
    return About("All records", SITE, finding, noun="data", data="")


def question(asked: RecommendationFilter, total: int) -> About:
    """A list of recommendations: what it is narrowed by, and how many are found."""
    chips = "; ".join(f"{chip.facet}: {chip.label}" for chip in asked.chips)
    title = f"Recommendations to China – {chips}" if chips else "Recommendations to China"
    return About(
        "Asks",
        title,
        f"{_asks(total)} recorded here.",
        noun="question",
        data=None if asked.known_at else asked.question(),  # files hold what is published now
    )


def recommendation(found: Any) -> About:
    """One ask with its `position` and `status`, loaded as for its page (`amended_at` too)."""
    makers = ", ".join(maker.short_name for maker in found.made_by.all())
    position = f"China’s position: {_lower(Position(found.position).label)}."
    status = "assessed limb by limb" if found.is_split else Status(found.status).full_label
    return About(
        found.reference,
        found.title,
        f"{position} Our assessment: {_lower(status)}. Asked by {makers}, {found.made_on.label}.",
        noun="record",
        **_edition(found),
    )


def development(found: Any) -> About:
    """One development (with `amended_at`)."""
    when = found.happened_on.label if found.happened_on else "Undated"
    told = f"{found.get_kind_display()}. {when}."
    return About(found.slug, found.title, told, noun="record", **_edition(found))


def document(found: Document, asks: Sized, developments: Sized) -> About:
    """What is recorded here of a source."""
    when = f", {found.published_on.label}" if found.published_on else ""
    counts = f"{_count(asks, 'recommendation')} and {_count(developments, 'development')}"
    return About(
        found.symbol or found.slug,
        found.title,
        f"{found.get_kind_display()}{when}. Recorded from it: {counts}.",
        noun="record",
        based_on=found,
    )


def treaty(found: Any) -> About:
    """A treaty with its number of `asks`."""
    told = f"Invoked by {_asks(found.asks)} to China."
    return About(found.short_name, found.title, told)


def article(found: Article, asks: Sized) -> About:
    subject = f": {found.subject}" if found.subject else ""
    return About(str(found), f"{found}{subject}", f"Invoked by {_asks(len(asks))} to China.")


def norm(found: Norm, asks: Sized) -> About:
    return About(str(found), str(found), f"Invoked by {_asks(len(asks))} to China.")


def organisation(found: Organisation, asked: int) -> About:
    return About(found.short_name, found.name, f"{_asks(asked)} to China recorded here.")


def cycle(found: Any) -> About:
    """A review with what was `asked` and `answered` in it."""
    told = f"{_asks(found.asked)} recorded here, {found.answered} answered by China."
    return About(found.name, found.name, told)


def _edition(record: Recommendation | Development) -> dict[str, Any]:
    """The version of a record, the day it was published, and where it is taken from."""
    published = getattr(record, "amended_at", None) or record.approved_at
    return {
        "version": record.version,
        "published": timezone.localdate(published) if published else None,
        "based_on": record.document,
        "locator": record.locator,
    }


def _asks(count: int) -> str:
    return f"{count} ask{'' if count == 1 else 's'}"


def _count(found: Sized, word: str) -> str:
    return f"{len(found)} {word}{'' if len(found) == 1 else 's'}"


def _lower(label: str) -> str:
    """A label within a sentence; a letter that stands for itself stays."""
    return label if label[1:2] == " " else label[:1].lower() + label[1:]
