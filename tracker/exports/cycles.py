"""Review cycles as they leave the house."""

from __future__ import annotations

from tracker.models import Certainty

from .columns import Column, Kind, address, choice, translated
from .tables import Table


def _date(name: str, meaning: str) -> Column:
    return Column(name, meaning, f"c.{name}", Kind.DATE)


COLUMNS = [
    Column("code", "The review’s code, as the filter takes it; it never changes.", "c.slug"),
    Column("address", "Its page on this site.", address("public:cycle", "c.slug"),
           Kind.ADDRESS, 30),
    Column("name", "What it is called.", "c.name", width=40),
    *translated("name", "c"),
    Column("mechanism", "The UN procedure or body that reviews.", "m.name", width=40),
    Column("mechanism_code", "That mechanism’s code, as the filter takes it.", "m.code"),
    Column("number", "The cycle’s or the report’s number.", "c.number", Kind.NUMBER, 8),
    Column("session", "The session in which it was held.", "c.session"),
    Column("meetings", "The meetings at which it was held.", "c.meetings", width=24),
    _date("session_from", "When the session began."),
    _date("session_until", "When the session ended."),
    _date("reviewed_on", "When China was reviewed; the first day of several."),
    _date("reviewed_until", "The last day of that review."),
    _date("report_adopted_on", "When the report was adopted."),
    _date("replies_published_on", "When China’s replies were published."),
    _date("outcome_adopted_on", "When the outcome was adopted."),
    Column("outcome_symbol", "The UN symbol of the outcome.", "c.outcome_symbol", width=24),
    choice("certainty", "How sure we are of the dates.", "c.certainty", Certainty, 20),
]  # fmt: skip
CYCLES = Table(
    name="cycles",
    title="Review cycles",
    meaning="Turns of UN mechanisms on China, such as a Universal Periodic Review.",
    columns=COLUMNS,
    source="tracker_reviewcycle AS c JOIN tracker_mechanism AS m ON m.id = c.mechanism_id",
    key="c.id",
)
