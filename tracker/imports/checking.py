"""What an ask of a file means here: plain values of a record, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from django.core.exceptions import ValidationError

from tracker.actions.records import natural_key
from tracker.filters.articles import ArticleNames, known_treaties
from tracker.forms.vocabulary import read_position
from tracker.lib.citations import citations_in
from tracker.lib.instruments import Known as KnownTreaty
from tracker.lib.partial_dates import PartialDate
from tracker.lib.pasted import title_of
from tracker.models import Document, Mechanism, Recommendation, Response, ReviewCycle

from .asks import Ask, Fault
from .known import Known

_NAMES_NORTH_KOREANS = re.compile(
    r"north\s+korea|\bdprk\b|democratic\s+people.s\s+republic\s+of\s+korea|북한|탈북|朝鲜|朝鮮|脱北",
    re.IGNORECASE,
)
_LENGTHS = {"title": 160, "locator": 150}  # characters, as Recommendation has them
_MAY_CITE = re.compile(r"\bart(?:icles?|s?\.)", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_KINDS = set(Recommendation.Kind.values)
_TEXT_KINDS = set(Recommendation.TextKind.values)


@dataclass(slots=True)
class Checked:
    """An ask with the plain values it means and its faults; with any, it cannot be entered."""

    ask: Ask
    values: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


class Checker:
    """
    Finds what asks mean, with what a person has said of the whole file.

    `settings` are those of an Import; with `cites`, articles that a text itself names are proposed
    where the file says none. After `check`, `known` holds what was added and what no
    vocabulary has.
    """

    def __init__(self, settings: Mapping[str, Any], *, cites: bool = False) -> None:
        self.settings, self._cites = settings, cites
        self.known = Known(settings.get("names", {}))
        self._answers = settings.get("positions", True)
        self._read_before: dict[str, list[str]] = {}

    def check(self, asks: Iterable[Ask]) -> list[Checked]:
        """Each ask, in its order; the same names are looked up once."""
        return [self._checked(ask) for ask in asks]

    def _checked(self, ask: Ask) -> Checked:
        found = Checked(ask, faults=list(ask.faults))
        cycle, document = self._review(ask, found)
        values = found.values = {
            "kind": ask.kind or Recommendation.Kind.RECOMMENDATION.value,
            "text": ask.text,
            "title": ask.title or title_of(ask.text),
            "text_kind": ask.text_kind or Recommendation.TextKind.OFFICIAL.value,
            "language": ask.language or "en",
            "locator": ask.locator,
            "cycle": cycle.slug if cycle else None,
            "document": self._document(ask, document, cycle, found),
            "addressed_to": self.settings.get("state") or "china",
            "made_by": self._makers(ask, document, found),
            "made_on": self._made_on(ask, document, cycle, found),
            "themes": self.known.terms("themes", ask.themes),
            "affected_groups": self.known.terms("groups", ask.groups),
            "action_strength": ask.strength,
            "names_north_koreans": bool(_NAMES_NORTH_KOREANS.search(ask.text)),
            "expects_reply": bool(cycle and cycle.mechanism.expects_reply),
            "invocations": self._invocations(ask, found),
        } | ask.others
        told = {fault.field for fault in ask.faults}
        found.faults += [one for one in _plain_faults(values) if one.column not in told]
        if self._answers and (ask.position or ask.answer):
            values["answer"] = self._answer(ask, values, cycle, document, found)
        return found

    def _review(self, ask: Ask, found: Checked) -> tuple[ReviewCycle | None, Document | None]:
        """The review and the document of an ask, as far as the file or the person says them."""
        document = self.known.document(self.settings.get("document") or ask.document)
        said = self.settings.get("cycle") or ask.cycle
        cycle = self.known.cycle(said, ask.session, ask.mechanism)
        if cycle is None and not said and ask.session is None and document:
            cycle = document.cycle
        if cycle is None and (said or ask.session is not None):
            named = said or f"session {ask.session}"
            found.faults.append(
                Fault(
                    what=f"Unknown review “{named}”",
                    expected="A review of the State that is recorded here.",
                    mend="Choose the review for the whole file, or let a coordinator add it.",
                    column="cycle" if said else "session",
                    found=named,
                )
            )
        return cycle, document

    def _document(
        self, ask: Ask, document: Document | None, cycle: ReviewCycle | None, found: Checked
    ) -> str | None:
        document = document or self.known.of_cycle(cycle, Document.Kind.WORKING_GROUP_REPORT)
        if document and (not ask.document or self.settings.get("document")):
            return document.slug
        if document and self.known.document(ask.document):
            return document.slug
        about = {"published_on": ask.published_on, "cycle": cycle.slug if cycle else ""}
        if ask.document and (slug := self.known.document_slug(ask.document, about)):
            return slug
        if cycle is None and found.faults:  # it has no document because it has no review
            return None
        what = f"Unknown document “{ask.document}”" if ask.document else "No document"
        found.faults.append(
            Fault(
                what=what,
                expected="The document that states the ask: its title here, or its UN symbol.",
                mend="Choose the document for the whole file, or add it first.",
                found=ask.document,
            )
        )
        return None

    def _makers(self, ask: Ask, document: Document | None, found: Checked) -> list[str]:
        slugs: list[str] = []
        for name in ask.made_by:
            slug = self.known.organisation(name)
            if slug is None:
                found.faults.append(
                    Fault(
                        what=f"Unknown organisation or State “{name}”",
                        expected="A name, an acronym or another name that is recorded here.",
                        mend="Say once for the whole file whom it means, or add the organisation.",
                        column="made_by",
                        found=name,
                    )
                )
            elif slug and slug not in slugs:
                slugs.append(slug)
        if not ask.made_by:
            slugs = list(self.settings.get("made_by") or [])
            if not slugs and document:
                slugs = [author.slug for author in document.authors.all()]
        if not slugs and not any(
            "made_by" in (fault.column, fault.field) for fault in found.faults
        ):
            found.faults.append(
                Fault(
                    what="Nobody is named who asks this",
                    expected="At least one State or organisation.",
                    mend="Name who asks in this row, or for the whole file.",
                    column="made_by",
                )
            )
        return slugs

    def _made_on(
        self, ask: Ask, document: Document | None, cycle: ReviewCycle | None, found: Checked
    ) -> str | None:
        said = ask.made_on or self.settings.get("made_on") or _when_asked(document, cycle)
        date = _date(said or ask.published_on)
        follows = found.faults and not said and cycle is None
        if date is None and not follows:
            found.faults.append(
                Fault(
                    what=f"“{said}” is no date" if said else "No day on which it was asked",
                    expected="A day, a month or a year: 2024-01-23, 2024-01 or 2024.",
                    mend="Write the date in this row, or for the whole file.",
                    column="made_on",
                    found=str(said or ""),
                )
            )
        return date

    def _invocations(self, ask: Ask, found: Checked) -> list[dict[str, str]]:
        rows: dict[str, dict[str, str]] = {}
        for said in ask.articles:
            meant = self.known.meant("articles", said["article"])
            if meant == "":
                continue
            try:
                keys = self._read(meant or said["article"])
            except ValueError as error:
                found.faults.append(
                    Fault(
                        what=f"Unknown article “{said['article']}”",
                        expected=str(error),
                        mend="Correct the article, leave it out, or let a coordinator add it.",
                        column="articles",
                        found=said["article"],
                    )
                )
                continue
            for key in keys:
                basis, note = said.get("basis") or "explicit", said.get("note", "")
                rows.setdefault(key, {"article": key, "basis": basis, "note": note})
        if self._cites and not rows and _MAY_CITE.search(ask.text):
            rows = {
                key: {"article": key, "basis": "explicit", "note": ""} for key in self._cited(ask)
            }
        return list(rows.values())

    def _read(self, words: str) -> list[str]:
        """The articles that some words name; ValueError says what was expected."""
        if words not in self._read_before:
            articles = self._articles.read(words)
            self._read_before[words] = [natural_key(article) for article in articles]
        return self._read_before[words]

    def _cited(self, ask: Ask) -> Iterator[str]:
        """The articles that a text names, as far as they are recorded here."""
        known = {treaty.code: set(treaty.articles) for treaty in self._treaties}
        for cited in citations_in(ask.text, self._treaties):
            number = cited.article
            while number and number not in known[cited.treaty]:
                number = number.rpartition("(")[0]
            if number:
                yield f"{cited.treaty} {number}"

    def _answer(
        self,
        ask: Ask,
        values: Mapping[str, Any],
        cycle: ReviewCycle | None,
        stating: Document | None,
        found: Checked,
    ) -> dict[str, Any]:
        """China's answer as plain values; the words of the source's category are kept with it."""
        said = ask.answer
        slug = self._reply_document(said.get("document", ""), cycle) or values["document"]
        document = self.known.document(slug or "")
        day = said.get("responded_on") or self.settings.get("answered_on")
        date = _date(day or _when_answered(document, cycle))
        try:
            position = read_position(ask.position).value if ask.position else ""
        except ValidationError as error:
            found.faults.append(_position_fault(ask.position, error))
            position = ""
        if not position and not ask.position:
            found.faults.append(_position_fault("", None))
        follows = found.faults and not day and cycle is None
        if (date is None and not follows) or (date and _last_day(date) < (values["made_on"] or "")):
            found.faults.append(_answer_date_fault(day, date, values["made_on"]))
        return {
            "position": position,
            "category_as_stated": said.get("category", ""),
            "words": said.get("words", ""),
            "words_kind": Response.WordsKind.OFFICIAL.value,
            "language": said.get("language", "en"),
            "responded_on": date,
            "document": slug,
            "locator": said.get("locator", "")[:150],
            "certainty": said.get("certainty", "seen"),
        }

    def _reply_document(self, symbol: str, cycle: ReviewCycle | None) -> str | None:
        if chosen := self.settings.get("replies"):
            return str(chosen)
        if symbol and (slug := self.known.document_slug(symbol, {"cycle": cycle and cycle.slug})):
            return slug
        found = self.known.of_cycle(cycle, Document.Kind.ADDENDUM)
        return found.slug if found else None

    @cached_property
    def _treaties(self) -> tuple[KnownTreaty, ...]:
        return known_treaties()

    @cached_property
    def _articles(self) -> ArticleNames:
        return ArticleNames()


def _plain_faults(values: Mapping[str, Any]) -> Iterator[Fault]:
    """What the fields of a record refuse, whatever else is there."""
    if not values["text"].strip():
        yield Fault(
            what="No text",
            expected="What is asked, in words.",
            mend="Write the text, or leave the row out.",
            column="text",
        )
    for name, most in _LENGTHS.items():
        if most and len(values[name]) > most:
            yield Fault(
                what=f"The {name} is longer than {most} characters",
                expected=f"At most {most} characters.",
                mend="Shorten it.",
                column=name,
                found=values[name][:60] + "…",
            )
    known = {"kind": _KINDS, "text_kind": _TEXT_KINDS}
    for name, choices in known.items():
        if values[name] not in choices:
            yield Fault(
                what=f"“{values[name]}” is no {name.replace('_', ' ')}",
                expected=f"One of: {', '.join(sorted(choices))}.",
                mend="Write one of these words.",
                column=name,
                found=str(values[name]),
            )
    if not _LANGUAGE.fullmatch(values["language"]):
        yield Fault(
            what=f"“{values['language']}” is no language",
            expected="A language tag such as en, ko or zh-Hans.",
            mend="Write the tag, or leave the cell empty for English.",
            column="language",
            found=values["language"],
        )
    strength = values["action_strength"]
    if strength is not None and strength not in range(1, 6):
        yield Fault(
            what=f"“{strength}” is no strength of action",
            expected="A number from 1 to 5.",
            mend="Correct the number, or leave the cell empty.",
            column="strength",
            found=str(strength),
        )


def _position_fault(position: str, error: ValidationError | None) -> Fault:
    return Fault(
        what=f"Unknown position “{position}”" if position else "An answer without a position",
        expected=error.messages[0] if error else "Supported, noted, or one of our positions.",
        mend="Correct the position, or leave the cell empty if there is no answer.",
        column="position",
        found=position,
    )


def _answer_date_fault(said: Any, date: str | None, asked: str | None) -> Fault:
    if date:
        what = f"An answer of {date} to what was asked on {asked}"
        expected = "An answer comes on the day of the ask, or later."
    else:
        what = f"“{said}” is no date of an answer" if said else "No day on which it was answered"
        expected = "A day, a month or a year: 2024-07-04, 2024-07 or 2024."
    return Fault(
        what=what,
        expected=expected,
        mend="Say for the whole file when China answered, or import it without positions.",
        column="position",
        found=str(said or ""),
    )


def _when_asked(document: Document | None, cycle: ReviewCycle | None) -> Any:
    """States ask on the day of the review, everybody else when their document came out."""
    of_states = document is None or document.kind == Document.Kind.WORKING_GROUP_REPORT
    if cycle and of_states and cycle.mechanism.kind == Mechanism.Kind.UPR:
        return cycle.reviewed_on
    if document:
        return document.submitted_on or document.published_on
    return cycle.report_adopted_on or cycle.outcome_adopted_on if cycle else None


def _when_answered(document: Document | None, cycle: ReviewCycle | None) -> Any:
    published = document.published_on if document else None
    if cycle is None:
        return published
    adopted = cycle.outcome_adopted_on or cycle.report_adopted_on
    return published or cycle.replies_published_on or adopted


def _date(said: Any) -> str | None:
    """A date as records hold it; None if it is none."""
    return _parsed(str(said)) if said else None


@lru_cache(maxsize=1_000)
def _parsed(said: str) -> str | None:
    try:
        return str(PartialDate.parse(said))
    except ValueError:
        return None


@lru_cache(maxsize=1_000)
def _last_day(date: str) -> str:
    return PartialDate.parse(date).last_day.isoformat()
