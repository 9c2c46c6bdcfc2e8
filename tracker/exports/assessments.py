"""Assessments as they leave the house: what was judged, never by which person."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext_lazy as _

from tracker.models import Scale, Status

from .columns import Column, Kind, address, choice, published_at
from .tables import Join, Table

_EVIDENCE = """
    SELECT e.assessment_id AS of,
           array_agg(concat_ws(', ', coalesce(d.title, v.title,
                     'China’s answer of ' || a.responded_on || ', ' || s.title),
                     nullif(e.locator, '')) ORDER BY e.id) AS things
    FROM tracker_evidence AS e
    LEFT JOIN tracker_document AS d ON d.id = e.document_id
    LEFT JOIN tracker_development AS v
        ON v.id = e.development_id AND v.state = 'published'
    LEFT JOIN tracker_response AS a ON a.id = e.response_id AND a.state = 'published'
    LEFT JOIN tracker_document AS s ON s.id = a.document_id
    WHERE coalesce(d.id, v.id, a.id) IS NOT NULL {only} GROUP BY 1
"""


def _evidence(on: dt.date, narrow: bool) -> str:
    """Evidence that is public itself."""
    return _EVIDENCE.format(only="AND e.assessment_id IN (SELECT id FROM found)" if narrow else "")


COLUMNS = [
    Column("code", _("The assessment’s own name; it never changes."), "j.key"),
    Column("recommendation", _("The recommendation it judges."), "r.reference", width=10),
    Column("address", _("That recommendation’s page on this site."),
           address("public:recommendation", "r.reference"), Kind.ADDRESS, 30),
    choice("status", _("How far it is implemented, on our scale; empty on another’s."),
           "j.status", Status, 20),
    Column("status_code", _("The same as the filter takes it."), "j.status", width=12,
           values=tuple(Status.values)),
    Column("as_of", _("The day from which it holds."), "j.as_of", Kind.DATE),
    Column("assessor", _("The body that assessed it."), "o.name", width=24),
    choice("scale", _("Whose scale the grade is on; grades on several scales are never averaged."),
           "j.scale", Scale, 24),
    Column("grade_as_given", _("Another body’s grade, in its own words."), "j.grade_as_given"),
    Column("scale_as_given", _("That body’s scale and its version, as it names them."),
           "j.scale_as_given", width=24),
    Column("rationale", _("The reasons."), "j.rationale", width=80),
    Column("evidence", _("What it rests on."), "evidence.things", Kind.LIST, 60),
    Column("corrects", _("The assessment that this one corrects."), "old.key"),
    Column("correction_reason", _("Why that one was corrected."), "j.supersedes_reason", width=30),
    published_at("j"),
]  # fmt: skip
ASSESSMENTS = Table(
    name="assessments",
    title=_("Assessments"),
    meaning=_("Dated judgements of how far a recommendation is implemented, on any scale."),
    columns=COLUMNS,
    source="""tracker_assessment AS j
        JOIN tracker_recommendation AS r ON r.id = j.recommendation_id
        JOIN tracker_organisation AS o ON o.id = j.assessor_id
        LEFT JOIN tracker_assessment AS old ON old.id = j.supersedes_id""",
    key="j.id",
    public="j.state = 'published' AND r.state = 'published'",
    joins=[Join("evidence", _evidence)],
)
