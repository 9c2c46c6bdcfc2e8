"""What an ask of a file means here: plain values of a record, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tracker.imports.asks import Ask, Fault
from tracker.lib.pasted import title_of
from tracker.models import Document, Import, Recommendation, ReviewCycle

from .answered import Answered
from .dates import plain_date, when_asked
from .faults import (
    no_day,
    nobody_asks,
    plain_faults,
    unknown_document,
    unknown_maker,
    unknown_review,
)
from .invoked import Invoked
from .known import REVIEWED, Known

REPORT = Document.Kind.WORKING_GROUP_REPORT
ARTICLES_SAID = {Import.Source.OWN, Import.Source.SUBMISSION}  # whose readers say all articles
_NAMES_NORTH_KOREANS = re.compile(
    r"north\s+korea|\bdprk\b|democratic\s+people.s\s+republic\s+of\s+korea|북한|탈북|朝鲜|朝鮮|脱北",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Checked:
    """An ask with the plain values it means and its faults; with any, it cannot be entered."""

    ask: Ask
    values: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


class Checker:
    """
    Finds what asks mean, with what a person has said of the whole file.

    `settings` are those of an Import, `source` its kind of file. After `check`, `known` holds what
    was added and what no vocabulary has.
    """

    def __init__(self, settings: Mapping[str, Any], source: str = "") -> None:
        self.settings = settings
        self.known = Known(settings.get("names", {}), settings.get("state") or REVIEWED)
        self._is_submission = source == Import.Source.SUBMISSION
        self._proposed = settings.get("proposed", {}) if self._is_submission else {}
        self._invoked = Invoked(self.known, cites=source not in ARTICLES_SAID)
        self._answered = Answered(self.known, settings)

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
            "addressed_to": self.settings.get("state") or REVIEWED,
            "made_by": self._makers(ask, document, found),
            "made_on": self._made_on(ask, document, cycle, found),
            "themes": self.known.terms("themes", ask.themes),
            "affected_groups": self.known.terms("groups", ask.groups),
            "action_strength": ask.strength,
            "names_north_koreans": bool(_NAMES_NORTH_KOREANS.search(ask.text)),
            "expects_reply": bool(
                cycle and cycle.mechanism.expects_reply and not self._is_submission
            ),
            "invocations": self._invoked.of(ask, found.faults),
        } | ask.others
        told = {fault.field for fault in ask.faults}
        found.faults += [one for one in plain_faults(values) if one.column not in told]
        if answer := self._answered.to(ask, values, cycle, found.faults):
            values["answer"] = answer
        return found

    def _review(self, ask: Ask, found: Checked) -> tuple[ReviewCycle | None, Document | None]:
        """The review and the document of an ask, as far as the file or the person says them."""
        document = self.known.document(self._named_document(ask))
        chosen = self.settings.get("cycle") or ""
        said = chosen or ask.cycle
        cycle = self.known.cycle(said, ask.session, ask.mechanism, chosen)
        if cycle is None and (said or ask.session is not None):
            found.faults.append(unknown_review(said, ask.session))
        elif cycle is None and document:
            cycle = document.cycle
        return cycle, document

    def _named_document(self, ask: Ask) -> str:
        """What the person or the file calls the document that states an ask; "" if neither says."""
        said = self.settings.get("document") or ask.document or self._proposed.get("title")
        return str(said or "")

    def _document(
        self, ask: Ask, document: Document | None, cycle: ReviewCycle | None, found: Checked
    ) -> str | None:
        """The slug of the document that states an ask, perhaps of one still to be added."""
        named, slug = self._named_document(ask), document.slug if document else None
        about = {"cycle": cycle.slug if cycle else ""}
        if slug is None and self._is_submission and not self.settings.get("document"):
            slug = self.known.submission_slug(self._proposed, about)
        elif slug is None and named:
            slug = self.known.document_slug(named, about | {"published_on": ask.published_on})
        elif slug is None and (report := self.known.of_cycle(cycle, REPORT)):
            slug = report.slug
        if slug is None and (cycle or not found.faults):  # else it follows from the review
            found.faults.append(unknown_document(named))
        return slug

    def _makers(self, ask: Ask, document: Document | None, found: Checked) -> list[str]:
        """The slugs of those who ask, each once; the authors of the document if none is named."""
        names = ask.made_by or self.settings.get("made_by") or []
        slugs = [self.known.organisation(name) for name in names]
        named = zip(names, slugs, strict=True)
        found.faults += [unknown_maker(name) for name, slug in named if slug is None]
        makers = list(dict.fromkeys(slug for slug in slugs if slug))
        if not names and document:
            makers = [author.slug for author in document.authors.all()]
        told = {name for fault in found.faults for name in (fault.column, fault.field)}
        if not makers and "made_by" not in told:
            found.faults.append(nobody_asks())
        return makers

    def _made_on(
        self, ask: Ask, document: Document | None, cycle: ReviewCycle | None, found: Checked
    ) -> str | None:
        said = ask.made_on or self.settings.get("made_on")
        if self._is_submission:
            said = said or when_asked(document, None)
            said = said or self._proposed.get("submitted_on") or self._proposed.get("published_on")
        said = said or when_asked(document, cycle)
        date = plain_date(said or ask.published_on)
        is_told = found.faults and not said and cycle is None
        if date is None and not is_told:
            found.faults.append(no_day(said))
        return date
