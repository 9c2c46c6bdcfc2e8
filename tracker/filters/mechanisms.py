"""Mechanisms with what was asked in their reviews, and their dates."""

from __future__ import annotations

from tracker.models import Mechanism, Milestone, ReviewCycle

from .as_of import AsOf
from .reviews import coming_milestones, public_cycles, with_counts
from .tallies import Tallies, counted


def mechanisms_with_counts(as_of: AsOf) -> list[Mechanism]:
    """Mechanisms that know how many public asks were made in their reviews (`asks`)."""
    rows = Mechanism.objects.select_related("treaty")
    asked = Tallies(as_of.day, as_of.known_at).of("mechanism")
    return counted(rows, "asks", asked, lambda row: row.code)


def cycles_of(mechanism: Mechanism, as_of: AsOf) -> list[ReviewCycle]:
    """Its reviews by a day, each with how many asks it has (`asked`), and how many `answered`."""
    rows = public_cycles(as_of).filter(mechanism=mechanism)
    return with_counts(rows, Tallies(as_of.day, as_of.known_at))


def milestones_of(mechanism: Mechanism, as_of: AsOf) -> list[Milestone]:
    """What is due of it or of one of its reviews and was not done by a day."""
    return [
        row
        for row in coming_milestones(as_of)
        if mechanism.pk in (row.mechanism_id, row.cycle and row.cycle.mechanism_id)
    ]
