"""Developments as they leave the house."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext_lazy as _

from tracker.models import Certainty, Development

from .columns import Column, Kind, address, choice, literal, published_at, translated
from .tables import Join, Table

_BEARS_ON = """
    SELECT linked.development_id AS of, array_agg(r.reference ORDER BY r.reference) AS names
    FROM tracker_developmentrecommendation AS linked
    JOIN tracker_recommendation AS r ON r.id = linked.recommendation_id
    WHERE r.state = 'published' AND r.made_on <= {day} GROUP BY 1
"""


def _bears_on(on: dt.date, narrow: bool) -> str:
    return _BEARS_ON.format(day=literal(on.isoformat()))


COLUMNS = [
    Column("code", _("The development’s code; it never changes."), "v.slug", width=24),
    Column("address", _("Its page on this site."), address("public:development", "v.slug"),
           Kind.ADDRESS, 30),
    Column("title", _("What happened, in a line."), "v.title", width=40),
    *translated("title", "v"),
    Column("summary", _("What happened, in our words."), "v.summary", width=80),
    choice("kind", _("Statement, law, practice, event, finding …"), "v.kind", Development.Kind, 20),
    Column("happened_on", _("When: a day, a month or only a year; empty for what stands."),
           "v.happened_on", Kind.DATE),
    Column("happened_until", _("Until when."), "v.happened_until", Kind.DATE),
    Column("forum", _("Where it was said or done."), "v.forum", width=24),
    Column("document", _("The source."), "d.title", width=40),
    Column("document_symbol", _("That document’s UN symbol."), "d.symbol", width=20),
    Column("document_address", _("Where the source is on the web."), "d.url", Kind.ADDRESS, 30),
    Column("locator", _("Where in the source."), "v.locator"),
    Column("recommendations", _("The recommendations that it bears on."), "touched.names",
           Kind.LIST, 24),
    choice("certainty", _("How sure we are of it."), "v.certainty", Certainty, 20),
    published_at("v"),
]  # fmt: skip
DEVELOPMENTS = Table(
    name="developments",
    title=_("Developments"),
    meaning=_("Dated events, statements, laws and findings that bear on recommendations."),
    columns=COLUMNS,
    source="tracker_development AS v JOIN tracker_document AS d ON d.id = v.document_id",
    key="v.id",
    joins=[Join("touched", _bears_on)],
    public="v.state = 'published'",
)
