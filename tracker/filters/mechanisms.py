"""Mechanisms with what was asked in their reviews, and their dates."""

from __future__ import annotations

import datetime as dt

from tracker.models import Mechanism, Milestone, ReviewCycle
from tracker.models.responses import ANSWERED_POSITIONS

from .as_of import AsOf
from .reviews import coming_milestones, public_cycles
from .scopes import asks_by
from .tallies import counted


def mechanisms_with_counts(as_of: AsOf) -> list[Mechanism]:
    """Mechanisms that know how many public asks were made in their reviews (`asks`)."""
    rows = Mechanism.objects.select_related("treaty")
    return counted(rows, "asks", asks_by("mechanism", as_of), lambda row: row.code)


def cycles_of(mechanism: Mechanism, as_of: AsOf) -> list[ReviewCycle]:
    """Its reviews by a day, each with how many asks it has (`asked`), and how many `answered`."""
    rows = public_cycles(as_of.day).filter(mechanism=mechanism)
    asked = asks_by("cycle", as_of, mechanism=mechanism.code)
    given = [position.value for position in ANSWERED_POSITIONS]
    answered = asks_by("cycle", as_of, mechanism=mechanism.code, position=given)
    found = counted(rows, "asked", asked, lambda cycle: cycle.slug)
    return counted(found, "answered", answered, lambda cycle: cycle.slug)


def milestones_of(mechanism: Mechanism, on: dt.date) -> list[Milestone]:
    """What is due of it or of one of its reviews and was not done by a day."""
    return [
        row
        for row in coming_milestones(on)
        if mechanism.pk in (row.mechanism_id, row.cycle and row.cycle.mechanism_id)
    ]
