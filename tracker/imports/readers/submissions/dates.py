"""Dates as covers write them: 12 April 2023, July 2023, 2024년 3월 5일."""

from __future__ import annotations

import re

_MONTHS = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
]  # fmt: skip
_MONTH = "|".join(f"{name}|{name[:3]}" for name in _MONTHS)
_YEAR = r"(?:19|20)\d\d"
DATE = re.compile(
    rf"""(?<!\d)(?:
        (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH})\.?,?\s+(?P<y1>{_YEAR})
      | (?P<m2>{_MONTH})\.?\s+(?:(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?(?P<y2>{_YEAR})
      | (?P<y3>{_YEAR})-(?P<m3>[01]\d)(?:-(?P<d3>[0-3]\d))?
      | (?P<y4>{_YEAR})\s?[년年]\s?(?P<m4>\d{{1,2}})\s?[월月](?:\s?(?P<d4>\d{{1,2}})\s?[일日号])?
    )(?!\d)""",
    re.VERBOSE | re.IGNORECASE,
)


def iso(found: re.Match[str]) -> str:
    """A date that was found, as far as it says itself: 2023-04-12 or 2023-07."""
    given = {name[0]: value for name, value in found.groupdict().items() if value}
    month = given["m"].lower()
    number = int(month) if month.isdecimal() else 1 + [m[:3] for m in _MONTHS].index(month[:3])
    day = f"-{int(given['d']):02}" if given.get("d") else ""
    return f"{given['y']}-{number:02}{day}"
