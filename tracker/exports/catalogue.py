"""Every list that leaves the house, with the rows it holds: the API, and the data dictionary."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from tracker.filters import data
from tracker.filters.questions import Question

from .articles import ARTICLES
from .assessments import ASSESSMENTS
from .cycles import CYCLES
from .developments import DEVELOPMENTS
from .notes import NOTES
from .organisations import ORGANISATIONS
from .recommendations import RECOMMENDATIONS
from .relations import RELATIONS
from .responses import RESPONSES
from .tables import Table
from .treaties import TREATIES

Keys = list[int]


@dataclass(frozen=True)
class Asked:
    """A list that takes the whole filter of recommendations."""

    table: Table
    keys: Callable[[Question], Keys]


@dataclass(frozen=True)
class Reference:
    """A list to look things up in: all of it, as of a day."""

    table: Table
    keys: Callable[[dt.date], Keys]


ASKED = [
    Asked(RECOMMENDATIONS, data.found_recommendations),
    Asked(RESPONSES, data.found_responses),
    Asked(ASSESSMENTS, data.found_assessments),
]
REFERENCES = [
    Reference(TREATIES, data.treaties),
    Reference(ARTICLES, data.articles),
    Reference(ORGANISATIONS, data.organisations),
    Reference(CYCLES, data.cycles),
    Reference(DEVELOPMENTS, data.developments),
]
PARTS = [RELATIONS, NOTES]  # which stand only in the record of a recommendation
TABLES = [*(listed.table for listed in ASKED), *(listed.table for listed in REFERENCES)]
