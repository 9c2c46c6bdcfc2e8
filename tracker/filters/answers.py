"""Which recommendations of a review cycle one document answers, and which are left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from zlib import crc32

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from tracker.models import (
    REPLACED,
    Document,
    Note,
    NoteSubject,
    Organisation,
    Recommendation,
    Response,
    ReviewCycle,
    State,
    Theme,
    User,
)

from .assignments import assigned_rows, with_assignee
from .words import found_by_words, read_words

NGO_DOCUMENTS = [Document.Kind.NGO_SUBMISSION, Document.Kind.NGO_REPORT]
REPLY_DOCUMENTS = [
    Document.Kind.ADDENDUM, Document.Kind.SUMMARY_RECORD, Document.Kind.STATE_REPORT,
    Document.Kind.STATEMENT, Document.Kind.WORKING_GROUP_REPORT,
]  # fmt: skip
_PARTS = re.compile(r"\d+|\D+")
_KEY = re.compile(r"[-\w]{1,80}", re.ASCII)


@dataclass(frozen=True)
class Question:
    """Which rows of a sheet a person wants to see."""

    only_left: bool = False
    only_returned: bool = False
    with_ngos: bool = False
    asked_by: Organisation | None = None
    theme: Theme | None = None
    words: str = ""
    assigned_to: User | None = None
    only_free: bool = False


@dataclass(frozen=True)
class Tally:
    """How many rows of a table have no answer yet, of how many; and a person's drafts to send."""

    left: int
    total: int
    drafts: int

    @property
    def done(self) -> int:
        return self.total - self.left


def asked_in(cycle: ReviewCycle, *, with_ngos: bool = False) -> QuerySet[Recommendation]:
    """What the State was asked in a cycle; without the asks of NGOs, which no reply answers."""
    rows = Recommendation.objects.filter(cycle=cycle).exclude(state=State.WITHDRAWN)
    return rows if with_ngos else rows.exclude(document__kind__in=NGO_DOCUMENTS)


def live_answers(document: Document) -> QuerySet[Response]:
    """Every answer taken from a document that is not withdrawn, drafts included."""
    return Response.objects.filter(document=document).exclude(state=State.WITHDRAWN)


def returned_answers(document: Document) -> QuerySet[Response]:
    """Drafts of a document that an approver sent back, to be put right."""
    return live_answers(document).filter(state=State.DRAFT).exclude(returned_reason="")


def drafts_to_send(cycle: ReviewCycle, document: Document, user: User) -> QuerySet[Response]:
    """A person's drafts of a table, without those that came back and are as they were."""
    return _drafts_of(cycle, document, user).filter(returned_reason="")


def returned_to(cycle: ReviewCycle, document: Document, user: User) -> QuerySet[Response]:
    """A person's drafts of a table that came back, and that they have not changed since."""
    return _drafts_of(cycle, document, user).exclude(returned_reason="")


def _drafts_of(cycle: ReviewCycle, document: Document, user: User) -> QuerySet[Response]:
    rows = Response.objects.filter(cycle=cycle, document=document)
    return rows.filter(state=State.DRAFT, recorded_by=user)


def tally(cycle: ReviewCycle, document: Document, user: User, *, with_ngos: bool = False) -> Tally:
    """How far a table is; counted here, which is quicker than to have it counted."""
    asked = set(asked_in(cycle, with_ngos=with_ngos).order_by().values_list("pk", flat=True))
    answers = (
        live_answers(document)
        .order_by()
        .values_list("recommendation_id", "cycle_id", "state", "recorded_by_id", "returned_reason")
    )
    mine = (cycle.pk, State.DRAFT, user.pk, "")
    answered, drafts = set(), 0
    for recommendation, *rest in answers:
        answered.add(recommendation)
        drafts += tuple(rest) == mine
    return Tally(len(asked - answered), len(asked), drafts)


def asked_rows(cycle: ReviewCycle, document: Document, question: Question) -> list[int]:
    """The keys of the rows a sheet shows, in the order of the document that states them."""
    rows = asked_in(cycle, with_ngos=question.with_ngos)
    if question.asked_by:
        rows = rows.filter(made_by=question.asked_by)
    if question.theme:
        rows = rows.filter(themes=question.theme)
    if question.words:
        rows = rows.filter(pk__in=found_by_words(read_words(question.words)))
    if question.only_left:
        rows = rows.exclude(pk__in=live_answers(document).values("recommendation"))
    if question.only_returned:
        rows = rows.filter(pk__in=returned_answers(document).values("recommendation"))
    if question.assigned_to or question.only_free:
        rows = assigned_rows(rows, document, question.assigned_to)
    found = rows.order_by().values_list("pk", "document__symbol", "locator", "reference")
    return [row[0] for row in sorted(found, key=lambda row: [*map(natural_order, row[1:])])]


def free_rows(cycle: ReviewCycle, document: Document, question: Question) -> list[int]:
    """The keys of those rows that nobody has and nobody has answered, in the same order."""
    free = replace(question, only_left=True, only_free=True, assigned_to=None)
    return asked_rows(cycle, document, free)


def natural_order(text: str) -> list[tuple[int, str]]:
    """A key that sorts 28.9 before 28.10."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in _PARTS.findall(text)]


def with_answers(
    keys: Sequence[int], document: Document
) -> list[tuple[Recommendation, Response | None]]:
    """
    As `answered`, in the order of `keys`, and with what else there is to know of an ask.

    That is who asked, who means to log the answer, and whether an answer from another document is
    on its way: `has_other_answer`.
    """
    others = Response.objects.filter(state__in=[State.DRAFT, State.IN_REVIEW])
    others = others.filter(recommendation=OuterRef("pk")).exclude(document=document)
    rows = Recommendation.objects.filter(pk__in=keys).annotate(has_other_answer=Exists(others))
    rows = with_assignee(rows, document).prefetch_related("made_by")
    found = {asked.pk: (asked, answer) for asked, answer in answered(rows, document)}
    return [found[key] for key in keys]


def answered(
    rows: QuerySet[Recommendation], document: Document
) -> list[tuple[Recommendation, Response | None]]:
    """
    Recommendations, each with this document's latest answer.

    The notes that staff keep beside one are its `staff_notes`. Why a draft was returned that made
    room for an answer, none being sent since, is the answer's `returned_before`.
    """
    staff = NoteSubject.objects.filter(note__audience=Note.Audience.STAFF)
    notes = Prefetch("note_subjects", staff.select_related("note"), to_attr="staff_notes")
    found = list(rows.prefetch_related(notes).defer("search_vector", "text"))
    live = live_answers(document).filter(recommendation__in=found).select_related("recorded_by")
    answers = {answer.recommendation_id: answer for answer in live.order_by("pk")}
    reasons = _returned_before([row for row in answers.values() if row.is_draft], document)
    for pk, answer in answers.items():
        answer.returned_before = reasons.get(pk, "")  # type: ignore[attr-defined]
    return [(row, answers.get(row.pk)) for row in found]


def _returned_before(drafts: list[Response], document: Document) -> dict[int, str]:
    """
    Of what made room for a draft, why the last was returned that was ever sent; by the ask.

    What has since become public is settled: a correction of it begins anew.
    """
    if not drafts:
        return {}
    asks = [draft.recommendation_id for draft in drafts]
    gone = Response.objects.filter(recommendation__in=asks, document=document)
    later = Response.objects.filter(document=document, approved_at__isnull=False)
    settled = later.filter(recommendation=OuterRef("recommendation"), pk__gt=OuterRef("pk"))
    sent = gone.filter(~Q(returned_reason="") | Q(submitted_at__isnull=False))
    told = sent.filter(~Exists(settled), withdrawn_reason=REPLACED).order_by("pk")
    return dict(told.values_list("recommendation_id", "returned_reason"))


def answer_mark(key: str = "", state: str = "") -> str:
    """Names the version of a row's answer, in which state it is; of none, if both are empty."""
    return f"{crc32(f'{key} {state}'.encode()):08x}"


def answer_marks(document: Document, references: Iterable[str]) -> dict[str, str]:
    """The present mark of each of these recommendations that a document answers."""
    rows = live_answers(document).filter(recommendation__reference__in=references)
    found = rows.order_by("pk").values_list("recommendation__reference", "key", "state")
    return {reference: answer_mark(key, state) for reference, key, state in found}


def entry_named(key: str, recommendation: Recommendation, document: Document) -> Response | None:
    """An entry that somebody saw in a row, withdrawn since or not; `key` is as it was sent."""
    if not _KEY.fullmatch(key):
        return None
    rows = Response.objects.filter(recommendation=recommendation, document=document)
    return rows.filter(key=key).select_related("recorded_by").first()


def askers(cycle: ReviewCycle, *, with_ngos: bool = False) -> QuerySet[Organisation]:
    """Who asked in a cycle, to choose from."""
    asked = asked_in(cycle, with_ngos=with_ngos)
    return Organisation.objects.filter(recommendations__in=asked).distinct().order_by("name")


def themes_asked(cycle: ReviewCycle) -> QuerySet[Theme]:
    """What the asks of a cycle are about, to choose from."""
    return Theme.objects.filter(recommendations__in=asked_in(cycle, with_ngos=True)).distinct()
