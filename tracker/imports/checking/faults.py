"""What can be wrong with an ask whose words were read: said, with what was expected and a mend."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tracker.imports.asks import Fault
from tracker.models import Recommendation

_LENGTHS = {"title": 160, "locator": 150}  # characters, as Recommendation has them
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_CHOICES = {
    "kind": set(Recommendation.Kind.values),
    "text_kind": set(Recommendation.TextKind.values),
}
_SHOWN = 60  # characters of a text that is too long


def unknown_review(said: str, session: int | None) -> Fault:
    named = said or f"session {session}"
    return Fault(
        what=f"Unknown review “{named}”",
        expected="A review of the State that is recorded here.",
        mend="Choose the review for the whole file, or let a coordinator add it.",
        column="cycle" if said else "session",
        found=named,
    )


def unknown_document(said: str) -> Fault:
    return Fault(
        what=f"Unknown document “{said}”" if said else "No document",
        expected="The document that states the ask: its title here, or its UN symbol.",
        mend="Choose the document for the whole file, or add it first.",
        found=said,
    )


def unknown_maker(name: str) -> Fault:
    return Fault(
        what=f"Unknown organisation or State “{name}”",
        expected="A name, an acronym or another name that is recorded here.",
        mend="Say once for the whole file whom it means, or add the organisation.",
        column="made_by",
        found=name,
    )


def nobody_asks() -> Fault:
    return Fault(
        what="Nobody is named who asks this",
        expected="At least one State or organisation.",
        mend="Name who asks in this row, or for the whole file.",
        column="made_by",
    )


def no_day(said: Any) -> Fault:
    return Fault(
        what=f"“{said}” is no date" if said else "No day on which it was asked",
        expected="A day, a month or a year: 2024-01-23, 2024-01 or 2024.",
        mend="Write the date in this row, or for the whole file.",
        column="made_on",
        found=str(said or ""),
    )


def unknown_article(said: str, expected: str) -> Fault:
    return Fault(
        what=f"Unknown article “{said}”",
        expected=expected,
        mend="Correct the article, leave it out, or let a coordinator add it.",
        column="articles",
        found=said,
    )


def unknown_position(said: str, expected: str) -> Fault:
    return Fault(
        what=f"Unknown position “{said}”",
        expected=expected,
        mend="Correct the position, or leave the cell empty if there is no answer.",
        column="position",
        found=said,
    )


def no_position() -> Fault:
    return Fault(
        what="An answer without a position",
        expected="Supported, noted, or one of our positions.",
        mend="Write the position, or leave the answer out.",
        column="position",
    )


def no_day_of_answer(said: Any) -> Fault:
    return Fault(
        what=f"“{said}” is no date of an answer" if said else "No day on which it was answered",
        expected="A day, a month or a year: 2024-07-04, 2024-07 or 2024.",
        mend="Say for the whole file when China answered, or import it without positions.",
        column="position",
        found=str(said or ""),
    )


def answered_before_asked(date: str, asked: str) -> Fault:
    return Fault(
        what=f"An answer of {date} to what was asked on {asked}",
        expected="An answer comes on the day of the ask, or later.",
        mend="Say for the whole file when China answered, or import it without positions.",
        column="position",
        found=date,
    )


def plain_faults(values: Mapping[str, Any]) -> Iterator[Fault]:
    """What the fields of a record refuse, each by itself."""
    if not values["text"].strip():
        yield Fault(
            what="No text",
            expected="What is asked, in words.",
            mend="Write the text, or leave the row out.",
            column="text",
        )
    yield from _too_long(values)
    yield from _no_choice(values)
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


def _too_long(values: Mapping[str, Any]) -> Iterator[Fault]:
    for name, most in _LENGTHS.items():
        if len(values[name]) > most:
            yield Fault(
                what=f"The {name} is longer than {most} characters",
                expected=f"At most {most} characters.",
                mend="Shorten it.",
                column=name,
                found=values[name][:_SHOWN] + "…",
            )


def _no_choice(values: Mapping[str, Any]) -> Iterator[Fault]:
    for name, choices in _CHOICES.items():
        if values[name] not in choices:
            yield Fault(
                what=f"“{values[name]}” is no {name.replace('_', ' ')}",
                expected=f"One of: {', '.join(sorted(choices))}.",
                mend="Write one of these words.",
                column=name,
                found=str(values[name]),
            )
