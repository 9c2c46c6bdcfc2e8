"""What became of what was public: updates, corrections and withdrawals, each with its reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from django.db.models import F, Q, QuerySet, Value
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.models import (
    REPLACED_TEXT,
    Amendment,
    Assessment,
    Development,
    Position,
    Recommendation,
    Response,
    State,
    Status,
    Translation,
)
from tracker.models.wording import LANGUAGES

from .developments import public_developments, withdrawn_developments
from .faces import label_of
from .recommendations import withdrawn_recommendations


class Sort(StrEnum):
    """What was done to something public."""

    UPDATE = "update"
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"

    @property
    def label(self) -> str:
        """As a reader sees it."""
        return {
            Sort.UPDATE: _("Update"),
            Sort.CORRECTION: _("Correction"),
            Sort.WITHDRAWAL: _("Withdrawal"),
        }[self]


@dataclass(frozen=True)
class PublicChange:
    """One change, by nobody in particular: `key` names it for good, `told` says what is new."""

    sort: Sort
    key: str
    at: dt.datetime
    title: str
    told: str
    reason: str
    address: str
    fragment: str = ""


class PublicChanges:
    """The changes made by the end of a day, the last first; a page reads no more than its own."""

    def __init__(self, on: dt.date) -> None:
        first, *others = _sources(on)
        self._rows: Any = first.union(*others, all=True)

    def __len__(self) -> int:
        return int(self._rows.count())

    def __getitem__(self, part: slice) -> list[PublicChange]:
        rows = list(self._rows.order_by("-at", "source", "row")[part])
        wanted: dict[str, list[int]] = {}
        for source, _at, pk in rows:
            wanted.setdefault(source, []).append(pk)
        found = {source: _READ[source](pks) for source, pks in wanted.items()}
        return [found[source][pk] for source, _at, pk in rows]


def _sources(on: dt.date) -> Iterable[QuerySet[Any]]:
    """The rows of each kind of change as (source, at, row), as far as they are public."""
    asked = Q(recommendation__state=State.PUBLISHED, recommendation__made_on__lte=on)
    happened = Q(development__in=public_developments(on).values("pk"))
    amended = Amendment.objects.published().filter(asked | happened)
    worded = Translation.objects.filter(asked | happened).filter(
        state=State.WITHDRAWN, approved_at__isnull=False
    )
    replaced = Q(withdrawn_reason=REPLACED_TEXT)
    yield _rows("translation-replaced", worded.filter(replaced), "withdrawn_at", on)
    yield _rows("translation-withdrawn", worded.exclude(replaced), "withdrawn_at", on)
    answers = Response.objects.filter(asked, responded_on__lte=on)
    judged = Assessment.objects.filter(asked, as_of__lte=on)
    yield _rows("update", amended, "approved_at", on)
    for name, rows in (("answer", answers), ("assessment", judged)):
        corrected = rows.filter(state=State.PUBLISHED, supersedes__approved_at__isnull=False)
        yield _rows(f"{name}-corrected", corrected, "approved_at", on)
        withdrawn = rows.filter(state=State.WITHDRAWN, approved_at__isnull=False)
        yield _rows(f"{name}-withdrawn", withdrawn, "withdrawn_at", on)
    asks = withdrawn_recommendations().filter(approved_at__isnull=False, made_on__lte=on)
    yield _rows("ask-withdrawn", asks, "withdrawn_at", on)
    yield _rows("development-withdrawn", withdrawn_developments(), "withdrawn_at", on)


def _rows(source: str, rows: QuerySet[Any], moment: str, on: dt.date) -> QuerySet[Any]:
    end = timezone.make_aware(dt.datetime.combine(on + dt.timedelta(days=1), dt.time.min))
    by = moment.replace("_at", "_by")  # which is indexed, and there as soon as the moment is
    rows = rows.filter(**{f"{by}__isnull": False, f"{moment}__lt": end}).order_by()
    found: QuerySet[Any] = rows.annotate(source=Value(source), at=F(moment), row=F("pk"))
    return found.values_list("source", "at", "row")


Found = dict[int, PublicChange]


def _updates(pks: list[int]) -> Found:
    rows = Amendment.objects.filter(pk__in=pks).select_related("recommendation", "development")
    rows = rows.defer("recommendation__search_vector")
    return {row.pk: _update(row) for row in rows}


def _update(row: Amendment) -> PublicChange:
    subject = row.subject
    told = "; ".join(label_of(type(subject), name) for name in row.changes)
    return PublicChange(
        Sort.UPDATE,
        row.key,
        _moment(row.approved_at),
        _title(subject),
        _("Changed: {fields}").format(fields=told),
        row.reason,
        subject.get_absolute_url(),
    )


def _title(subject: Recommendation | Development) -> str:
    is_ask = isinstance(subject, Recommendation)
    return str(subject) if is_ask else _("Development: {title}").format(title=subject)


def _translations(pks: list[int]) -> Found:
    """Texts in another language that a newer one replaced, or that were taken back."""
    rows = Translation.objects.filter(pk__in=pks).select_related("recommendation", "development")
    rows = rows.defer("recommendation__search_vector")
    return {row.pk: _translation(row) for row in rows}


def _translation(row: Translation) -> PublicChange:
    told = _("Translation into {language}").format(language=LANGUAGES[row.language])
    subject = row.subject
    withdrawn = _withdrawn(row, _title(subject), told, subject, row.key)
    if row.withdrawn_reason != REPLACED_TEXT:
        return withdrawn
    return replace(withdrawn, sort=Sort.UPDATE, reason=_(REPLACED_TEXT))


def _corrections(model: Any, kind: str, say: Callable[[Any], str]) -> Callable[[list[int]], Found]:
    """Answers or assessments that replace an earlier one; `say` is what one of them says."""

    def read(pks: list[int]) -> Found:
        rows = model.objects.filter(pk__in=pks).select_related("recommendation", "supersedes")
        return {row.pk: correction(row) for row in rows.defer("recommendation__search_vector")}

    def correction(row: Any) -> PublicChange:
        now, before = say(row), say(row.supersedes)
        return PublicChange(
            Sort.CORRECTION,
            row.key,
            _moment(row.approved_at),
            str(row.recommendation),
            _corrected(kind, now, before),
            row.supersedes_reason,
            row.recommendation.get_absolute_url(),
            f"#{kind}-{row.key}",
        )

    return read


def _withdrawals(model: Any, kind: str, effective: str) -> Callable[[list[int]], Found]:
    """Answers or assessments that were taken back: what they said is told no more."""

    def read(pks: list[int]) -> Found:
        rows = model.objects.filter(pk__in=pks).select_related("recommendation")
        return {row.pk: withdrawal(row) for row in rows.defer("recommendation__search_vector")}

    def withdrawal(row: Any) -> PublicChange:
        told = str(_WITHDRAWN[kind]).format(day=getattr(row, effective).label)
        return _withdrawn(row, str(row.recommendation), told, row.recommendation, row.key)

    return read


def _asks(pks: list[int]) -> Found:
    rows = Recommendation.objects.filter(pk__in=pks).defer("search_vector")
    return {
        row.pk: _withdrawn(row, row.reference, _("The record"), row, row.reference) for row in rows
    }


def _developments(pks: list[int]) -> Found:
    rows = Development.objects.filter(pk__in=pks)
    title, told = _("A development"), _("The record")
    return {row.pk: _withdrawn(row, title, told, row, row.slug) for row in rows}


def _withdrawn(row: Any, title: str, told: str, subject: Any, key: str) -> PublicChange:
    return PublicChange(
        Sort.WITHDRAWAL,
        key,
        _moment(row.withdrawn_at),
        title,
        told,
        row.withdrawn_reason,
        subject.get_absolute_url(),
    )


def _moment(at: dt.datetime | None) -> dt.datetime:
    assert at is not None  # noqa: S101 - what is listed here has been published or withdrawn
    return at


def _position(row: Response) -> str:
    return str(Position(row.position).label)


def _status(row: Assessment) -> str:
    return Status(row.status).full_label if row.status else f"“{row.grade_as_given}”"


def _corrected(kind: str, now: str, before: str) -> str:
    told = _CORRECTED[kind] if before == now else _CHANGED[kind]
    return str(told).format(now=now, before=before)


_CORRECTED = {
    "response": gettext_lazy("China’s answer: {now}"),
    "assessment": gettext_lazy("Assessment: {now}"),
}
_CHANGED = {
    "response": gettext_lazy("China’s answer: {now}, before: {before}"),
    "assessment": gettext_lazy("Assessment: {now}, before: {before}"),
}
_WITHDRAWN = {
    "response": gettext_lazy("China’s answer of {day}"),
    "assessment": gettext_lazy("Assessment of {day}"),
}
_READ: dict[str, Callable[[list[int]], Found]] = {
    "update": _updates,
    "translation-replaced": _translations,
    "translation-withdrawn": _translations,
    "answer-corrected": _corrections(Response, "response", _position),
    "answer-withdrawn": _withdrawals(Response, "response", "responded_on"),
    "assessment-corrected": _corrections(Assessment, "assessment", _status),
    "assessment-withdrawn": _withdrawals(Assessment, "assessment", "as_of"),
    "ask-withdrawn": _asks,
    "development-withdrawn": _developments,
}
