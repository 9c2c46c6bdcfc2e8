"""Which review of the UPR a document is of, as its cover or page header says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.imports.words import folded
from tracker.lib.states import state_named

_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60}
_ONES = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
]  # fmt: skip
_ORDINAL = r"(\d{1,2}\s?(?:st|nd|rd|th)?|[a-z]+(?:-[a-z]+)?)"
_HEADER = re.compile(
    rf"\b(?:UPR|Universal\s+Periodic\s+Review)\s+of\s+(?:the\s+)?(?P<state>.{{2,80}}?)\s*[(\[–—-]\s*{_ORDINAL}\s+cycle\b"
    rf"\s*[-–—,;:]?\s*{_ORDINAL}\s+session\b",
    re.IGNORECASE,
)
_MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
]  # fmt: skip
_DATE = rf"(\d{{1,2}})\s+({'|'.join(_MONTHS)})\s+(\d{{4}})"
_SYMBOL = re.compile(r"\bA/HRC/(?:\d+/\d+(?:/(?:Add|Rev|Corr)\.\d+)*|WG\.6/\d+/L\.\d+)(?![/\w])")
_PUBLISHED = re.compile(rf"Distr\.\s*:?\s*General\s.{{0,80}}?{_DATE}", re.DOTALL)
_SESSION = re.compile(rf"\bheld\s+its\s+{_ORDINAL}\s+session\b", re.IGNORECASE)
_REVIEWED = re.compile(
    rf"[Tt]he\s+review\s+of\s+(?:the\s+)?(?P<state>.{{2,80}}?)\s+was\s+held\s+at\s+the\s+\S+\s+"
    rf"meeting,?\s+(?:held\s+)?on\s+{_DATE}",
)
_ADOPTED = re.compile(
    rf"\bmeeting,?\s+(?:held\s+)?on\s+{_DATE},?\s+the\s+Working\s+Group\s+adopted"
)
_LAST_SESSIONS = (12, 26, 40, 54)  # of the first, second, third and fourth cycle


@dataclass(frozen=True, slots=True)
class Review:
    """A State's review: its number among the cycles, and the session of the Working Group."""

    state: str = ""
    cycle: int | None = None
    session: int | None = None

    def __str__(self) -> str:
        said = [
            f"{_th(number)} {noun}"
            for number, noun in ((self.cycle, "cycle"), (self.session, "session"))
            if number
        ]
        return f"{self.state} ({', '.join(said)})" if said else self.state

    def other_than(self, wanted: str) -> str:
        """Why nothing of a file is taken, for whoever chose it."""
        return f"This file is of the review of {self}, not of {wanted}: nothing of it is taken."


def review_in(header: str) -> Review | None:
    """`UPR of Slovenia (4th Cycle - 48th Session)`; None if it says nothing of the kind."""
    found = _HEADER.search(header)
    if not found:
        return None
    return Review(_alone(found["state"]), ordinal(found[2]), ordinal(found[3]))


def cycle_of(session: int | None) -> int | None:
    """The cycle in which a session of the Working Group was; None for one that is to come."""
    if not session:
        return None
    return next((at for at, last in enumerate(_LAST_SESSIONS, 1) if session <= last), None)


def ordinal(words: str) -> int | None:
    """The number that `17th`, `seventeenth` or `forty-fifth` means; None for any other word."""
    words = words.casefold().strip()
    if digits := re.match(r"\d+", words):
        return int(digits[0])
    tens, _, ones = words.rpartition("-")
    number = _ONES.index(ones) + 1 if ones in _ONES else 0
    if tens:
        return _TENS[tens[:-1]] + number if tens[:-1] in _TENS and 0 < number < 10 else None
    return number or _TENS.get(words.removesuffix("ieth"))


def is_of(state: str, wanted: str) -> bool:
    """Whether two names are of the same State."""
    found, meant = state_named(state), state_named(wanted)
    return found == meant if found and meant else folded(state) == folded(wanted)


def _alone(state: str) -> str:
    """A State without what its review takes in: `China (including Hong Kong, China …)`."""
    return re.sub(r"\s*[(,]\s*including\b.*", "", state).strip()


def _th(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


@dataclass(frozen=True, slots=True)
class Cover:
    """What a report of the Working Group says of itself on its first pages; dates in ISO 8601."""

    review: Review
    symbol: str = ""
    published_on: str = ""
    reviewed_on: str = ""
    adopted_on: str = ""

    def proposed(self) -> dict[str, object]:
        """What an import may take from it."""
        said = {
            "document": self.symbol,
            "published_on": self.published_on,
            "made_on": self.reviewed_on,
            "state": self.review.state,
            "cycle_number": self.review.cycle,
            "session": self.review.session,
        }
        return {name: value for name, value in said.items() if value}


def cover_in(first: str, others: str = "") -> Cover:
    """The first page of a report, and the introduction on those after it, read."""
    words = re.sub(r"(?<=\w-) (?=[a-z])", "", " ".join(f"{first} {others}".split()))
    session = _SESSION.search(words)
    reviewed = _REVIEWED.search(words)
    number = ordinal(session[1]) if session else None
    state = _alone(reviewed["state"]) if reviewed else ""
    symbol = _SYMBOL.search(first)
    return Cover(
        review=Review(state, cycle_of(number), number),
        symbol=symbol[0] if symbol else "",
        published_on=_iso(_PUBLISHED.search(words)),
        reviewed_on=_iso(reviewed),
        adopted_on=_iso(_ADOPTED.search(words)),
    )


def _iso(found: re.Match[str] | None) -> str:
    if not found:
        return ""
    day, month, year = found.groups()[-3:]
    return f"{year}-{_MONTHS.index(month) + 1:02}-{int(day):02}"
