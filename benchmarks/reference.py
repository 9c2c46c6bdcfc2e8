"""What synthetic recommendations refer to: organisations, treaties, reviews, documents, words."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from django.db import models
from django.utils import timezone

from tracker.models import (
    AffectedGroup,
    Article,
    Development,
    Document,
    Mechanism,
    Organisation,
    RegionalGroup,
    ReviewCycle,
    Theme,
    Treaty,
    User,
)

from . import shape

MOMENT = dt.datetime(2026, 1, 5, 12, tzinfo=dt.UTC)


def make() -> None:
    """Write all of it, with the primary keys that `records` counts on: from 1, in this order."""
    rng = random.Random(shape.SEED)
    for rows in (
        _users(), _organisations(), _treaties(), _articles(), _mechanisms(), _cycles(rng),
        _themes(), _groups(), _documents(rng), _developments(rng),
    ):  # fmt: skip
        found = list(rows)
        type(found[0])._default_manager.bulk_create(found)


def _users() -> Iterator[models.Model]:
    for pk in (shape.WRITER, shape.APPROVER):
        yield User(pk=pk, email=f"person{pk}@tracker.example", password="!", joined_at=MOMENT)  # noqa: S106


def _organisations() -> Iterator[models.Model]:
    regions = RegionalGroup.values
    for pk in range(1, shape.ORGANISATIONS + 1):
        kind = "state" if pk <= 100 else "ngo" if pk <= 250 else "un-body"
        yield Organisation(
            pk=pk,
            slug=f"body-{pk}",
            kind="editors" if pk == shape.EDITORS else kind,
            name=f"Body {pk:03}",
            acronym=f"B{pk}" if kind != "state" else "",
            regional_group=regions[pk % len(regions)] if kind == "state" else "",
        )


def _treaties() -> Iterator[models.Model]:
    for pk in range(1, shape.TREATIES + 1):
        names = {"short_name": f"Treaty {pk}", "title": f"Convention number {pk}"}
        yield Treaty(pk=pk, code=f"treaty-{pk}", adopted_on="1980", sort_order=pk, **names)


def _articles() -> Iterator[models.Model]:
    whole = [Article(pk=treaty, treaty_id=treaty) for treaty in range(1, shape.TREATIES + 1)]
    yield from whole
    for pk in shape.ARTICLE_IDS:
        treaty, number = divmod(pk - shape.ARTICLE_IDS.start, shape.ARTICLES)
        parent = whole[treaty]
        article = Article(pk=pk, treaty_id=parent.pk, parent=parent, number=str(number + 1))
        article.clean()
        yield article


def _mechanisms() -> Iterator[models.Model]:
    for pk in range(1, shape.MECHANISMS + 1):
        kind = "upr" if pk == 1 else "treaty-body"
        names = {"name": f"Procedure {pk}", "short_name": f"P{pk}"}
        yield Mechanism(pk=pk, code=f"procedure-{pk}", kind=kind, expects_reply=pk == 1, **names)


def _cycles(rng: random.Random) -> Iterator[models.Model]:
    for pk in range(1, shape.CYCLES + 1):
        yield ReviewCycle(
            pk=pk,
            slug=f"cycle-{pk}",
            mechanism_id=shape.mechanism_of(pk),
            name=f"Round {pk:03}",
            reviewed_on=f"{rng.randint(2004, 2025)}-{rng.randint(1, 12):02}",
            is_public=True,
        )


def _themes() -> Iterator[models.Model]:
    for pk in range(1, shape.THEMES + 1):
        yield Theme(pk=pk, code=f"theme-{pk}", name=f"Subject {pk}", sort_order=pk)


def _groups() -> Iterator[models.Model]:
    for pk in range(1, shape.GROUPS + 1):
        yield AffectedGroup(pk=pk, code=f"group-{pk}", name=f"People {pk}", sort_order=pk)


def _documents(rng: random.Random) -> Iterator[models.Model]:
    kinds = ["ngo-submission", "concluding-observations", "working-group-report", "resolution"]
    for pk in range(1, shape.DOCUMENTS + 1):
        yield Document(
            pk=pk,
            slug=f"document-{pk}",
            kind=kinds[pk % len(kinds)],
            title=f"Document number {pk}",
            symbol=f"A/HRC/{pk}",
            cycle_id=shape.cycle_of(pk),
            published_on=str(rng.randint(2004, 2025)),
            is_public=True,
        )


def _developments(rng: random.Random) -> Iterator[models.Model]:
    people = {"recorded_by_id": shape.WRITER, "approved_by_id": shape.APPROVER}
    for pk in range(1, shape.DEVELOPMENTS + 1):
        yield Development(
            pk=pk,
            slug=f"development-{pk}",
            kind=Development.Kind.values[0],
            title=f"Event number {pk}",
            summary="Something happened.",
            happened_on=str(rng.randint(2004, 2025)),
            document_id=pk,
            state="published",
            recorded_at=MOMENT,
            approved_at=timezone.now(),
            **people,
        )
