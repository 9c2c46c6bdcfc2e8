"""What China answered to an ask: its position, where and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError

from tracker.forms.vocabulary import read_position
from tracker.imports.asks import Ask, Fault
from tracker.models import Certainty, Document, Response, ReviewCycle

from .dates import last_day, plain_date, when_answered
from .faults import answered_before_asked, no_day_of_answer, no_position, unknown_position
from .known import Known

_LONGEST_PLACE = 150  # characters, as Response has them


class Answered:
    """Finds China's answers, with what a person has said of the whole file."""

    def __init__(self, known: Known, settings: Mapping[str, Any]) -> None:
        self._known, self._settings = known, settings
        self._is_wanted = settings.get("positions", True)

    def to(
        self,
        ask: Ask,
        values: Mapping[str, Any],
        cycle: ReviewCycle | None,
        faults: list[Fault],
    ) -> dict[str, Any] | None:
        """
        The answer as plain values of a Response, None if there is none or none is wanted.

        `values` are what the ask itself means; what is wrong goes to its faults.
        """
        if not self._is_wanted or not (ask.position or ask.answer):
            return None
        said = ask.answer
        slug = self._document(said.get("document", ""), cycle) or values["document"]
        day = said.get("responded_on") or self._settings.get("answered_on")
        found = self._known.document(slug or "")
        return {
            "position": _position(ask.position, faults),
            "category_as_stated": said.get("category", ""),
            "words": said.get("words", ""),
            "words_kind": Response.WordsKind.OFFICIAL.value,
            "language": said.get("language", "en"),
            "responded_on": _date(day, found, cycle, values["made_on"], faults),
            "document": slug,
            "locator": said.get("locator", "")[:_LONGEST_PLACE],
            "certainty": said.get("certainty", Certainty.SEEN.value),
        }

    def _document(self, symbol: str, cycle: ReviewCycle | None) -> str | None:
        """Where the answer stands: as a person said, as the row says, or in the addendum."""
        if chosen := self._settings.get("replies"):
            return str(chosen)
        about = {"cycle": cycle.slug if cycle else ""}
        if symbol and (slug := self._known.document_slug(symbol, about)):
            return slug
        found = self._known.of_cycle(cycle, Document.Kind.ADDENDUM)
        return found.slug if found else None


def _position(said: str, faults: list[Fault]) -> str:
    if not said:
        faults.append(no_position())
        return ""
    try:
        return read_position(said).value
    except ValidationError as error:
        faults.append(unknown_position(said, error.messages[0]))
        return ""


def _date(
    said: Any,
    document: Document | None,
    cycle: ReviewCycle | None,
    asked: str | None,
    faults: list[Fault],
) -> str | None:
    date = plain_date(said or when_answered(document, cycle))
    is_told = faults and not said and cycle is None  # it has no day because it has no review
    if date is None and not is_told:
        faults.append(no_day_of_answer(said))
    if date and asked and last_day(date) < asked:
        faults.append(answered_before_asked(date, asked))
    return date
