"""Review cycles as they leave the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from tracker.lib.english import Label
from tracker.models import Certainty

from .columns import Column, Kind, address, choice, translated
from .tables import Table


def _date(name: str, meaning: Label) -> Column:
    return Column(name, meaning, f"c.{name}", Kind.DATE)


COLUMNS = [
    Column("code", _("The review’s code, as the filter takes it; it never changes."), "c.slug"),
    Column("address", _("Its page on this site."), address("public:cycle", "c.slug"),
           Kind.ADDRESS, 30),
    Column("name", _("What it is called."), "c.name", width=40),
    *translated("name", "c"),
    Column("mechanism", _("The UN procedure or body that reviews."), "m.name", width=40),
    Column("mechanism_code", _("That mechanism’s code, as the filter takes it."), "m.code"),
    Column("number", _("The cycle’s or the report’s number."), "c.number", Kind.NUMBER, 8),
    Column("session", _("The session in which it was held."), "c.session"),
    Column("meetings", _("The meetings at which it was held."), "c.meetings", width=24),
    _date("session_from", _("When the session began.")),
    _date("session_until", _("When the session ended.")),
    _date("reviewed_on", _("When China was reviewed; the first day of several.")),
    _date("reviewed_until", _("The last day of that review.")),
    _date("report_adopted_on", _("When the report was adopted.")),
    _date("replies_published_on", _("When China’s replies were published.")),
    _date("outcome_adopted_on", _("When the outcome was adopted.")),
    Column("outcome_symbol", _("The UN symbol of the outcome."), "c.outcome_symbol", width=24),
    choice("certainty", _("How sure we are of the dates."), "c.certainty", Certainty, 20),
]  # fmt: skip
CYCLES = Table(
    name="cycles",
    title=_("Review cycles"),
    meaning=_("Turns of UN mechanisms on China, such as a Universal Periodic Review."),
    columns=COLUMNS,
    source="tracker_reviewcycle AS c JOIN tracker_mechanism AS m ON m.id = c.mechanism_id",
    key="c.id",
)
